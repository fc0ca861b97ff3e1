"""The settings that hold: where a change is judged, those from before it."""

from collections.abc import Iterable

from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Record, Registry


def collaboration(registry: Registry) -> Iterable[Record[Collaboration]]:
    """What the register says of itself; one record, or none.

    A setting that stands in a change steers nothing of how the change is judged, only what comes after it; so nobody
    makes a fault right by moving what it is judged by. Where nothing was there before, as in the first commit, there
    is nothing else to go by than what the change says.
    """
    before = registry.steering
    return tuple(before.all(Collaboration) if before else ()) or tuple(registry.all(Collaboration))

"""VIS240: a meeting lies in the folder of another body."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def meeting_in_wrong_folder(registry: Registry) -> Iterator[Problem]:
    """A meeting lies in the folder of another body than its own.

    *Mötet ligger i ett annat organs mapp.*

    The folder gives the meeting its id, by which other meetings refer to it; it is named after the body.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: provgruppen   # VIS240
    status: held
    date: 2031-02-20
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    ```
    """
    for record in registry.all(Meeting):
        folder = record.id[:-11]
        if record.entity.group != folder:
            yield Problem(
                record.at("group"),
                N_("the meeting is of `{group}`, but lies in the folder of `{folder}`"),
                help=N_("move the file to `registry/meetings/{group}/`, or correct the group"),
                group=record.entity.group,
                folder=folder,
            )

"""VIS531: the least is more than the most."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.forum import Forum, Rhythm
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.registry import Record, Registry


@rule()
def bounds_reversed(registry: Registry) -> Iterator[Problem]:
    """A forum is in at least more areas than at most, or meets at least more often than at most.

    *Minst är mer än högst.*

    A bound tells what a source leaves open: "2 to 4 times" (002:197-198), "most districts" (002:480). With the bounds
    the wrong way round nothing can be true.

    Wrong:

    ```yaml registry/forums/exempelsamradet.yaml
    id: exempelsamradet
    name: Exempelsamrådet
    type: local-consultation
    extent:
      within: exempelby-kommun
      text: de flesta
      least: 4   # VIS531
      most: 2
    rhythm:
      text: 2-4 gånger per år
      least_per_year: 4   # VIS531
      most_per_year: 2
    ```

    Right:

    ```yaml registry/forums/exempelsamradet.yaml
    id: exempelsamradet
    name: Exempelsamrådet
    type: local-consultation
    extent:
      within: exempelby-kommun
      text: de flesta
      least: 2
      most: 4
    rhythm:
      text: 2-4 gånger per år
      least_per_year: 2
      most_per_year: 4
    ```
    """
    for forum in registry.all(Forum):
        extent = forum.entity.extent
        if extent and extent.least > extent.most:
            yield _problem(forum, "extent", "least", extent.least, extent.most)
        yield from _rhythm(forum, forum.entity.rhythm)
    for local in registry.all(LocalAgreement):
        yield from _rhythm(local, local.entity.rhythm)


def _rhythm(record: Record[Any], rhythm: Rhythm | None) -> Iterator[Problem]:
    least, most = (rhythm.least_per_year, rhythm.most_per_year) if rhythm else (None, None)
    if least is not None and most is not None and least > most:
        yield _problem(record, "rhythm", "least_per_year", least, most)


def _problem(record: Record[Any], part: str, key: str, least: int, most: int) -> Problem:
    return Problem(
        record.at(part, key),
        N_("at least {least} is more than at most {most}"),
        help=N_("write the smaller number first"),
        least=least,
        most=most,
    )

"""VIS204: references lead back to where they began."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.cycles import cycles
from vis_cli.model.area import Area
from vis_cli.model.group import Group
from vis_cli.model.organisation import Organisation
from vis_cli.places import Route
from vis_cli.registry import Record, Registry

_Steps = Mapping[str, Sequence[tuple[str, Route]]]


@rule()
def circular_reference(registry: Registry) -> Iterator[Problem]:
    """References lead back to where they began.

    *Hänvisningar leder tillbaka dit de började.*

    Nothing is a part of itself, reports to itself or comes after itself; reporting lines that ran in parallel or
    nowhere were one of the weaknesses found. (000:261-263)

    Wrong:

    ```yaml registry/organisations.yaml
    exempelnamnden:
      name: Exempelnämnden
      type: board
      side: municipality
      parent: provnamnden   # VIS204
    provnamnden:
      name: Provnämnden
      type: board
      side: municipality
      parent: exempelnamnden
    ```

    Right:

    ```yaml registry/organisations.yaml
    exempelnamnden:
      name: Exempelnämnden
      type: board
      side: municipality
      parent: provkopings-kommun
    provkopings-kommun:
      name: Provköpings kommun
      type: principal
      side: municipality
    ```
    """
    for records, steps in _chains(registry):
        for circle in cycles({id: [after for after, _ in found] for id, found in steps.items()}):
            path = [*circle, circle[0]]
            links = [
                records[id].at(*next(route for after, route in steps[id] if after == following))
                for id, following in pairwise(path)
            ]
            yield Problem(
                links[0],
                N_("`{id}` leads back to itself: {circle}"),
                help=N_("remove the reference that is wrong"),
                related=tuple((link, N_("by way of this")) for link in links[1:4]),
                id=circle[0],
                circle=_shown(path),
            )


def _chains(registry: Registry) -> Iterator[tuple[Mapping[str, Record[Organisation | Group | Area]], _Steps]]:
    """For each sort of chain, the records and what follows each of them, with the place of the reference."""
    organisations = {record.id: record for record in registry.all(Organisation)}
    groups = {record.id: record for record in registry.all(Group)}
    areas = {record.id: record for record in registry.all(Area)}
    yield organisations, {id: _one(record.entity.parent, "parent") for id, record in organisations.items()}
    yield groups, {id: _one(record.entity.reports_to, "reports_to") for id, record in groups.items()}
    yield (
        groups,
        {
            id: [(before, ("predecessors", i)) for i, before in enumerate(record.entity.predecessors)]
            for id, record in groups.items()
        },
    )
    yield (
        areas,
        {
            id: [(after.area, ("successors", i, "area")) for i, after in enumerate(record.entity.successors)]
            for id, record in areas.items()
        },
    )


def _one(id: str | None, key: str) -> Sequence[tuple[str, Route]]:
    return [(id, (key,))] if id else []


def _shown(path: Sequence[str]) -> str:
    shown = path if len(path) <= 8 else [*path[:6], "…", path[-1]]
    return " → ".join(id if id == "…" else f"`{id}`" for id in shown)

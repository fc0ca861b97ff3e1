"""VIS203: something is used at a time when it did not exist."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.terms import Period, possible
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.model.meeting import Meeting
from vis_cli.places import Route
from vis_cli.registry import Record, Registry
from vis_cli.registry.parts import parts_with

_TERM = ("since", "until")
_Times = dict[Route, tuple[Period, str, str]]
_ANOTHER_TIME = frozenset(
    ("predecessors", "successors", "takers", "owners", "return_to", "recipient", "to", "adopted_by")
)
"""Keys whose references look to another time than that of what they stand in."""


@rule()
def used_outside_its_period(registry: Registry) -> Iterator[Problem]:
    """Something is used at a time when it did not exist.

    *Något används vid en tid då det inte fanns.*

    Areas, organisations and groups begin and end: thirteen city districts became eleven, forums give way to new
    groups. A term or a meeting that lies wholly before or after them names the wrong one. (002:377-378, 000:532-534)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - organisation: exempelby-kommun
        from: 2031-07-01   # VIS203
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
      until: 2030-12-31
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-19.yaml
    id: exempelgruppen-2031-02-19
    group: exempelgruppen   # VIS203
    status: planned
    date: 2031-02-19
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    from: 2031-03-01
    members:
      - side: municipality
        organisation: exempelby-kommun
        until: 2030-12-31   # VIS203
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-19.yaml
    id: exempelgruppen-2031-02-19
    group: exempelgruppen
    status: planned
    date: 2031-02-19
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    from: "2031"
    ```
    """
    for record in registry.all(Contact):
        if area := registry.get(Area, record.id):
            yield from _inside(record, area)
    for group in registry.of_kind("group"):
        yield from _inside(group, group)
    bounded = {
        (kind, record.id): record
        for kind in ("area", "organisation", "group")
        for record in registry.of_kind(kind)
        if record.entity.since or record.entity.until
    }
    if not bounded:
        return
    bounds = {key: possible(record.entity) for key, record in bounded.items()}
    for record in registry.entities:
        if record.kind == "agreement":
            continue  # who owns it when is judged by itself
        times = _times(record)
        if not times:
            continue
        latest_first = max(time.first for time, _, _ in times.values())
        earliest_last = min(time.last for time, _, _ in times.values())
        if any(
            (limit := bounds.get((kind, id))) and (limit.last < latest_first or limit.first > earliest_last)
            for kinds, id in registry.named(record)
            for kind in kinds
        ):
            yield from _references(registry, record, times, bounded)


def _inside(record: Record[Any], whole: Record[Any]) -> Iterator[Problem]:
    """The terms in a record that lie outside the time of what they belong to."""
    if not (whole.entity.since or whole.entity.until):
        return
    for route, part in parts_with(record.entity, _TERM):
        if part is not whole.entity and (part.since or part.until):
            since, until = str(part.since or ""), str(part.until or "")
            late = possible(part).first > possible(whole.entity).last
            place = (*route, "from" if late else "until")
            yield from _outside(record, place, possible(part), since, until, whole)


def _times(record: Record[Any]) -> _Times:
    """The possible days of whatever in a record has days, by its route, with its first and last as written."""
    if isinstance(record.entity, Meeting):
        day = record.entity.date
        return {(): (Period(day, day), str(day), str(day))} if record.entity.status != "cancelled" else {}
    return {
        route: (possible(part), str(part.since or ""), str(part.until or ""))
        for route, part in parts_with(record.entity, _TERM)
        if part.since or part.until
    }


def _references(
    registry: Registry, record: Record[Any], times: _Times, bounded: dict[tuple[str, str], Record[Any]]
) -> Iterator[Problem]:
    for reference in registry.references_of(record):
        if not _ANOTHER_TIME.isdisjoint(reference.route):
            continue
        target = next(
            (bounded[kind, reference.id] for kind in reference.kinds if (kind, reference.id) in bounded), None
        )
        holder = next((up for up in _upwards(reference.route) if up in times), None)
        if target is not None and holder is not None:
            yield from _outside(record, reference.route, *times[holder], target)


def _upwards(route: Route) -> Iterator[Route]:
    return (route[:length] for length in range(len(route) - 1, -1, -1))


def _outside(
    record: Record[Any], route: Route, time: Period, since: str, until: str, target: Record[Any]
) -> Iterator[Problem]:
    bounds = possible(target.entity)
    if not time or not bounds or time & bounds:
        return
    late = time.first > bounds.last
    yield Problem(
        record.at(*route),
        N_("`{id}` ended {ended}; this begins {begins}") if late else N_("`{id}` began {began}; this ended {ends}"),
        help=N_("correct the dates, or name what was there at that time"),
        related=((target.at("until" if late else "from"), N_("its time stands here")),),
        id=target.id,
        began=str(target.entity.since or ""),
        ended=str(target.entity.until or ""),
        begins=since,
        ends=until,
    )

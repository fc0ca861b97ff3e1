"""What the agreements lack on a day: somebody who answers for them, follow-up, a known entry into force, a target
group; and which groups, people and matters no agreement speaks of. (000:338-349, 003:30)
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from vis_cli.errors import N_, Word
from vis_cli.facts.agreements import FOLLOWED, OWNED, has_ended
from vis_cli.facts.alphabet import in_order
from vis_cli.facts.expectations import by_agreement, covered
from vis_cli.facts.follow_ups import next_follow_up
from vis_cli.facts.force import applies
from vis_cli.facts.responsibility import answerable, is_over, parts, successors
from vis_cli.facts.unspoken import unspoken
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that lacks what it should have; `note` says more, as a template with its values."""

    record: Record[Any]
    note: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of gap: what lacks it, of how many."""

    key: str
    lacks: tuple[Lack, ...]
    total: int
    of: tuple[Record[Any], ...] = ()
    """Those who should have it, where they are agreements."""


def gaps(registry: Registry, on: dt.date) -> tuple[Gap, ...]:
    """Every kind of gap, also those that nothing has."""
    live = tuple(in_order(record for record in registry.all(Agreement) if not has_ended(record.entity, on)))
    owned = tuple(record for record in live if record.entity.type in OWNED)
    followed = tuple(record for record in live if record.entity.type in FOLLOWED)
    dated = [record for record in live if next_follow_up(registry, record, on) or record.entity.next_review]
    groups = tuple(_working(registry, on))
    wanting = [record for record in live if record.entity.local_consultation]
    return (
        Gap("overdue", tuple(lack for record in dated for lack in _overdue(registry, record, on)), len(dated)),
        Gap("owner", tuple(_ownerless(registry, owned, on)), len(owned), owned),
        Gap("handover", tuple(_handovers(registry, owned, on)), len(owned)),
        Gap("force", tuple(_unknown_force(registry, live, on)), len(live), live),
        Gap("follow-up", tuple(_unfollowed(registry, followed, on)), len(followed), followed),
        Gap(
            "target-group",
            tuple(Lack(record) for record in owned if not record.entity.target_groups),
            len(owned),
            owned,
        ),
        Gap("group", tuple(_without_agreement(registry, groups, on)), len(groups)),
        Gap("matter", tuple(_matters(registry, groups)), sum(len(tuple(_stated(item.entity))) for item in groups)),
        Gap("local", tuple(_local(registry, wanting, on)), len(wanting)),
    )


def silences(registry: Registry, on: dt.date) -> tuple[tuple[str, int, int], ...]:
    """(what, how many agreements say nothing of it, of how many): what every agreement should say."""
    live = [record.entity for record in registry.all(Agreement) if not has_ended(record.entity, on)]
    followed = [agreement for agreement in live if agreement.type in FOLLOWED]
    main = {record.entity.main_agreement for record in registry.all(Collaboration)}
    under = [agreement for agreement in followed if agreement.id not in main]
    asked: tuple[tuple[str, list[Agreement], Callable[[Agreement], object]], ...] = (
        (N_("the text itself"), live, lambda item: item.text_state != "not-transcribed"),
        (N_("a summary in plain language"), live, lambda item: item.summary),
        (N_("who does what"), followed, lambda item: item.responsibilities),
        (N_("who pays for what"), followed, lambda item: item.cost_responsibility),
        (N_("by what it is judged when it is followed up"), followed, lambda i: i.follow_up and i.follow_up.criteria),
        (N_("how prevention is followed up"), followed, lambda item: item.prevention),
        (N_("how shortcomings and deviations are handled"), followed, lambda item: item.deviations),
        (N_("which version of the main agreement it follows"), under, lambda item: item.aligned_to),
    )
    return tuple((what, sum(1 for item in group if not said(item)), len(group)) for what, group, said in asked)


def _overdue(registry: Registry, record: Record[Agreement], on: dt.date) -> Iterator[Lack]:
    own = record.entity
    if (coming := next_follow_up(registry, record, on)) and coming.latest < on:
        yield Lack(record, N_("was to be followed up {date}"), {"date": coming})
    if own.next_review and own.next_review.latest < on:
        yield Lack(record, N_("was to be looked over {date}"), {"date": own.next_review})


def _ownerless(registry: Registry, owned: tuple[Record[Agreement], ...], on: dt.date) -> Iterator[Lack]:
    for record in owned:
        who = answerable(registry, record, on)
        if who.owner:
            continue
        if who.possible:
            yield Lack(record, N_("not certain which: {groups}"), {"groups": _names(registry, who.possible)})
        elif past := [item for item in record.entity.owners if item.until and item.until.latest < on]:
            last = max(past, key=lambda item: item.until.latest if item.until else on)
            values = {"group": _names(registry, (last.group,)), "date": last.until}
            yield Lack(record, N_("{group} until {date}, nobody after"), values)
        else:
            yield Lack(record)


def _handovers(registry: Registry, owned: tuple[Record[Agreement], ...], on: dt.date) -> Iterator[Lack]:
    after = successors(registry)
    for record in owned:
        who = answerable(registry, record, on)
        group = registry.get(Group, who.owner)
        if group is None:
            continue
        coming = [item for item in after.get(group.id, ()) if not is_over(item.entity, on)]
        if is_over(group.entity, on):
            yield Lack(record, N_("{group} is no more"), {"group": group.name})
        elif coming:
            values = {"group": group.name, "next": coming[0].name, "status": Word(coming[0].entity.status)}
            yield Lack(record, N_("{group}, whose work goes to {next} ({status})"), values)
        elif group.entity.status == "stalled":
            yield Lack(record, N_("{group}, whose work has stalled"), {"group": group.name})


def _unknown_force(registry: Registry, live: tuple[Record[Agreement], ...], on: dt.date) -> Iterator[Lack]:
    for record in live:
        answer = applies(registry, record, on)
        if answer.state == "no-version":
            yield Lack(record)
        elif answer.state == "unknown" and answer.version:
            yield Lack(record, N_("version {version}: not known when"), {"version": answer.version.entity.version})
        elif answer.state == "gap":
            values = {"until": answer.until or ""}
            yield Lack(record, N_("its term ended {until} and the extension came late"), values)


def _unfollowed(registry: Registry, followed: tuple[Record[Agreement], ...], on: dt.date) -> Iterator[Lack]:
    for record in followed:
        follow_up = record.entity.follow_up
        if next_follow_up(registry, record, on) is None:
            months = follow_up.interval_months if follow_up else None
            yield (
                Lack(record, N_("every {months} months, the next not set"), {"months": months})
                if months
                else Lack(record)
            )


def _working(registry: Registry, on: dt.date) -> Iterator[Record[Group]]:
    """The groups that manage agreements, or could: not those that steer, prepare or are gone."""
    for record in registry.all(Group):
        if record.entity.type in ("consultation", "forum") and not is_over(record.entity, on):
            yield record


def _without_agreement(registry: Registry, groups: tuple[Record[Group], ...], on: dt.date) -> Iterator[Lack]:
    known = parts(registry, on)
    for record in groups:
        if any(group == record.id for _, group in known):
            continue
        before = sum(1 for (_, id), part in known.items() if part == "owner" and id in record.entity.predecessors)
        about = record.entity.subject or record.entity.target_group or ""
        if before:
            yield Lack(record, N_("those before it answer for {count}"), {"count": before})
        else:
            yield Lack(record, N_("for {about}") if about else "", {"about": about})


def _stated(group: Group) -> Iterator[tuple[str, str]]:
    """(what it is, text) of whom a group is for and what it answers for."""
    if group.subject:
        yield N_("subject"), group.subject
    told = group.profile.target_group.text if group.profile and group.profile.target_group else None
    yield from ((N_("target group"), text) for text in (group.target_group, told) if text)
    yield from ((N_("responsibility"), item.text) for item in group.responsibilities)


def _matters(registry: Registry, groups: tuple[Record[Group], ...]) -> Iterator[Lack]:
    for record in groups:
        for what, text in _stated(record.entity):
            if unspoken(registry, text):
                yield Lack(record, N_("{what}: {text}"), {"what": Word(what), "text": " ".join(text.split())})


def _local(registry: Registry, wanting: list[Record[Agreement]], on: dt.date) -> Iterator[Lack]:
    if any(item.entity.level in ("local", "subregional") for item in registry.all(Group)):
        return  # groups do not say of which areas they are
    (found,) = covered(registry, on, "local-consultation")
    own = {about.id: part for about, part in by_agreement(found)}
    areas = sum(1 for area in registry.all(Area) if not (area.entity.until and area.entity.until.latest < on))
    for record in wanting:
        part = own.get(record.id)
        if part is None or not part.least:
            yield Lack(record, N_("no local consultation is known in any of {areas} areas"), {"areas": areas})
        elif part.least < part.expected:
            values = {"least": part.least, "areas": part.expected}
            yield Lack(record, N_("local consultations are known in at least {least} of {areas} areas"), values)


def _names(registry: Registry, groups: tuple[str, ...]) -> str:
    return ", ".join(found.name if (found := registry.get(Group, id)) else id for id in groups)

"""A party on a day: what binds it, what waits for it, where it sits, whom it is reached by, what it has taken on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.agreements import binds
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.areas import HasAreas, concerns
from vis_cli.facts.assignments import Task, tasks
from vis_cli.facts.beginning import live
from vis_cli.facts.concerning import with_parts
from vis_cli.facts.expected import Subject
from vis_cli.facts.expected_locally import places, with_gsa, with_ksa
from vis_cli.facts.force import Answer, applies
from vis_cli.facts.forums import may_be_there
from vis_cli.facts.hearing import Hearing, waiting_for_replies
from vis_cli.facts.posts import post_on
from vis_cli.facts.seats import Sitting, existed, sitting
from vis_cli.facts.statuses import status_on
from vis_cli.facts.terms import holds
from vis_cli.facts.waiting import Waiting, waiting
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.model.forum import Forum
from vis_cli.model.fund import Fund
from vis_cli.model.group import Group
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Reached:
    """An area of the party with its KSA and its GSA, as coverage has them."""

    area: Record[Area]
    ksa: Subject
    gsa: Subject


@dataclass(frozen=True, slots=True)
class PartyPage:
    """All that the register tells of a party on a day."""

    party: Record[Organisation]
    on: dt.date
    binding: tuple[Answer, ...]
    """How each agreement that it is a party of stands for it."""
    untold: tuple[Record[Agreement], ...]
    """The agreements that it may be a party of, and of which no version is registered: not known whether they bind."""
    waits: tuple[Waiting, ...]
    replies: tuple[Hearing, ...]
    """Referrals that it has not replied to."""
    seats: tuple[Sitting, ...]
    unknown: tuple[Record[Group], ...]
    """The groups of which no holder of a seat is known, so that it may sit there too."""
    areas: tuple[Reached, ...]
    forums: tuple[Record[Forum], ...]
    local_agreements: tuple[Record[LocalAgreement], ...]
    tasks: tuple[Task, ...]
    """Its open assignments."""
    funds: tuple[Record[Fund], ...]


def party_page(registry: Registry, party: Record[Organisation], on: dt.date) -> PartyPage:
    """What there is to tell of a party on a day."""
    parts = with_parts(registry, (party.id,))
    people = {item.id for item in registry.all(Person) if _employed(item.entity, parts, on)}
    areas = _areas(registry, party, parts, on)
    answers = [applies(registry, record, on, party.id) for record in live(registry, on)]
    mine = parts | people
    groups = _groups(registry, on)
    every = _seats(registry, groups, on)
    known = {item.group.id for item in every if item.employer or item.named}
    ids = {item.area.id for item in areas} if party.entity.side == "municipality" else set()
    return PartyPage(
        party,
        on,
        tuple(item for item in answers if item.state not in ("not-a-party", "ended", "no-version")),
        tuple(
            item.agreement
            for item in answers
            if item.state == "no-version" and party.id in binds(registry, item.agreement)
        ),
        tuple(waiting(registry, on, party=party.id)),
        tuple(waiting_for_replies(registry, on, party=party.id)),
        tuple(item for item in every if item.employer in parts),
        tuple(group for group in groups if group.id not in known),
        areas,
        tuple(_forums(registry, on, party.id, parts, ids)),
        tuple(
            item
            for item in registry.all(LocalAgreement)
            if holds(item.entity, on) is not False
            and (_of_areas(registry, item.entity, ids, on) or mine & {*item.entity.parties})
        ),
        tuple(task for task in tasks(registry, on) if task.state == "open" and mine & {*task.given.assignment.owners}),
        tuple(item for item in registry.all(Fund) if _of_fund(item.entity, party.entity, parts, on.year)),
    )


def _employed(person: Person, parts: frozenset[str], on: dt.date) -> bool:
    post = post_on(person, on)
    return bool(post and post.organisation in parts)


def _areas(registry: Registry, party: Record[Organisation], parts: frozenset[str], on: dt.date) -> tuple[Reached, ...]:
    """The areas of a municipality; of the region those whose GSA it runs."""
    ksa, gsa = ({item.record.id: item for item in found(registry, on)} for found in (with_ksa, with_gsa))
    return tuple(
        Reached(place.area, ksa[place.area.id], gsa[place.area.id])
        for place in places(registry, on)
        if place.area.entity.municipality == party.id
        or (party.entity.side == "region" and _runs(registry, place.area.id, parts, on))
    )


def _runs(registry: Registry, area: str, parts: frozenset[str], on: dt.date) -> bool:
    contact = registry.get(Contact, area)
    held = [item for item in contact.entity.gsa if holds(item, on) is not False] if contact else []
    return any(item.run_by == "region" or item.organisation in parts for item in held)


def _groups(registry: Registry, on: dt.date) -> list[Record[Group]]:
    """The groups that somebody has decided shall be, and that have not ended, by name."""
    found = []
    for group in registry.all(Group):
        status = status_on(group.entity, on)
        if status and status[0] not in ("proposed", "discontinued") and existed(group.entity, on) is not False:
            found.append(group)
    return sorted(found, key=lambda item: alphabetical(item.name))


def _seats(registry: Registry, groups: list[Record[Group]], on: dt.date) -> list[Sitting]:
    """The seats in some groups, in their order."""
    order = {group.id: number for number, group in enumerate(groups)}
    return sorted(sitting(registry, on, groups=order) if order else (), key=lambda item: order[item.group.id])


def _forums(
    registry: Registry, on: dt.date, party: str, parts: frozenset[str], areas: set[str]
) -> Iterator[Record[Forum]]:
    """The forums that there may be for its areas, or that it takes part in, by name."""
    for record in sorted(registry.all(Forum), key=lambda item: alphabetical(item.name)):
        own = record.entity
        taking_part = {item.organisation for item in own.participants} | {own.convener}
        within = own.extent is not None and own.extent.within == party
        if may_be_there(own, on) and (_of_areas(registry, own, areas, on) or parts & taking_part or within):
            yield record


def _of_areas(registry: Registry, its: HasAreas, areas: set[str], on: dt.date) -> bool:
    return any(concerns(registry, its, area, on) for area in areas)


def _of_fund(fund: Fund, party: Organisation, parts: frozenset[str], year: int) -> bool:
    """Whether it receives from it in the year: by name, as one of its side, or by a share of its own."""
    if (fund.last_year and fund.last_year < year) or (fund.first_year and fund.first_year > year):
        return False
    named = {*fund.receivers, *(share.to for portion in fund.portions for share in portion.shares)}
    named |= {id for portion in fund.portions for id in portion.among}
    by_side = fund.receiving_side == party.side and not fund.receivers
    return bool(named & parts) or by_side or fund.giver in parts

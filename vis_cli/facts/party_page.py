"""A party on a day: what binds it, what waits for it, where it sits, whom it is reached by, what it has taken on."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.agreements import binds
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.assignments import Task, tasks
from vis_cli.facts.bodies import seats_on
from vis_cli.facts.concerning import with_parts
from vis_cli.facts.expected import Subject
from vis_cli.facts.expected_locally import places, with_gsa, with_ksa
from vis_cli.facts.expected_of_agreements import live
from vis_cli.facts.force import Answer, applies
from vis_cli.facts.hearing import Hearing, waiting_for_replies
from vis_cli.facts.posts import post_on
from vis_cli.facts.terms import holds
from vis_cli.facts.waiting import Waiting, waiting
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.model.forum import Forum
from vis_cli.model.fund import Fund
from vis_cli.model.group import Group, Seat
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Sits:
    """A seat of the party in a group; `certain` says whether the dates tell that it is held that day."""

    group: Record[Group]
    seat: Seat
    certain: bool


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
    seats: tuple[Sits, ...]
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
        tuple(_seats(registry, parts, people, on)),
        tuple(_without_holders(registry, on)),
        areas,
        tuple(item for item in _forums(registry, on) if _of_forum(item.entity, party.id, parts, ids)),
        tuple(
            item
            for item in registry.all(LocalAgreement)
            if holds(item.entity, on) is not False and (ids & {*item.entity.areas} or mine & {*item.entity.parties})
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


def _seats(registry: Registry, parts: frozenset[str], people: set[str], on: dt.date) -> Iterator[Sits]:
    for group in sorted(_groups(registry, on), key=lambda item: alphabetical(item.name)):
        for seat, sure in seats_on(registry, group.id, on):
            if seat.person in people or seat.organisation in parts:
                yield Sits(group, seat, bool(sure))


def _without_holders(registry: Registry, on: dt.date) -> Iterator[Record[Group]]:
    for group in sorted(_groups(registry, on), key=lambda item: alphabetical(item.name)):
        if not any(seat.person or seat.organisation for seat, _sure in seats_on(registry, group.id, on)):
            yield group


def _groups(registry: Registry, on: dt.date) -> Iterator[Record[Group]]:
    for group in registry.all(Group):
        if group.entity.status not in ("proposed", "discontinued") and holds(group.entity, on) is not False:
            yield group


def _forums(registry: Registry, on: dt.date) -> list[Record[Forum]]:
    there = (item for item in registry.all(Forum) if holds(item.entity, on) is not False)
    live_ones = (item for item in there if item.entity.status != "discontinued" and item.entity.number != 0)
    return sorted(live_ones, key=lambda item: alphabetical(item.name))


def _of_forum(forum: Forum, party: str, parts: frozenset[str], areas: set[str]) -> bool:
    taking_part = {item.organisation for item in forum.participants} | {forum.convener}
    return bool(areas & {*forum.areas} or parts & taking_part or (forum.extent and forum.extent.within == party))


def _of_fund(fund: Fund, party: Organisation, parts: frozenset[str], year: int) -> bool:
    """Whether it receives from it in the year: by name, as one of its side, or by a share of its own."""
    if (fund.last_year and fund.last_year < year) or (fund.first_year and fund.first_year > year):
        return False
    named = {*fund.receivers, *(share.to for portion in fund.portions for share in portion.shares)}
    named |= {id for portion in fund.portions for id in portion.among}
    by_side = fund.receiving_side == party.side and not fund.receivers
    return bool(named & parts) or by_side or fund.giver in parts

"""What comes to a body from its own and other bodies' meetings: minutes, what was forwarded, answers, tasks."""

from collections.abc import Iterator
from typing import NamedTuple

from vis_cli.facts.matters import Forwarded, Given, Key, brought, forwarded, key_of, open_assignments, sent_from
from vis_cli.facts.meetings import is_held, neighbours, timelines
from vis_cli.facts.names import full_name
from vis_cli.facts.proposal import Proposal, comes_before, elsewhere, number_of, on, shortened
from vis_cli.facts.swedish_dates import MONTHS
from vis_cli.model.item import Item, Origin
from vis_cli.model.meeting import Dropped, Meeting
from vis_cli.registry import Record, Registry

MINUTES = "Minnesanteckningar från föregående möte"
_OLDER = "Minnesanteckningar från mötet"
_A_YEAR = 330
"""Days after which a date without its year would be taken for another."""


class TakenUp(NamedTuple):
    """An item of a held meeting that took up what another body forwarded."""

    meeting: Record[Meeting]
    item: Item


def minutes(registry: Registry, meeting: Meeting, called: str = MINUTES) -> Iterator[Proposal]:
    """The minutes of the body's earlier meetings that wait for approval, the latest first. (003:15-16)

    `called` is what the body calls the item. What stands on another earlier agenda is left to that meeting, and all of
    them to one that is planned in between.
    """
    line = timelines(registry).get(meeting.group, ())
    earlier = [record for record in line if record.id != meeting.id and comes_before(record.entity, meeting)]
    if earlier and not is_held(earlier[-1].entity):
        return
    taken_up = {id for record in earlier for item in record.entity.items if (id := minutes_of(registry, record, item))}
    latest = None
    for record in reversed(earlier):
        held = record.entity
        if not is_held(held):
            continue
        latest = latest or record
        if held.status == "approved" or held.approval or record.id in taken_up:
            continue
        day = f"{held.date.day} {MONTHS[held.date.month - 1]}"
        if (meeting.date - held.date).days > _A_YEAR:
            day = f"{day} {held.date.year}"
        heading = _OLDER if called == MINUTES and record is not latest else called
        why = f"Minnesanteckningarna från mötet {on(held.date)} är inte fastställda"
        origin = Origin(kind="previous-minutes", meeting=record.id, why=why)
        yield Proposal(f"{heading} {day}", "previous-minutes", origin, held.date, previous=record.id)


def minutes_of(registry: Registry, record: Record[Meeting], item: Item) -> str | None:
    """Whose minutes an item takes up: those that it names, or else those of the meeting before."""
    if item.type != "previous-minutes":
        return None
    named = item.previous or (item.origin.meeting if item.origin else None) or record.entity.previous
    nearest = neighbours(registry)[record.id].previous if record.id in neighbours(registry) else None
    return named or (nearest.id if nearest else None)


def from_others(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """What meetings held before this one have forwarded to the body and no agenda of it has had. (003:49-56)"""
    seen: set[Key] = set()
    # What somebody forwarded twice is one matter, and one for decision.
    for sent in sorted(forwarded(registry, meeting.group), key=lambda item: item.forward.kind != "decision"):
        if sent.key in seen or not _over(sent.meeting, meeting) or elsewhere(registry, meeting, sent.key):
            continue
        seen.add(sent.key)
        purpose = "beslut" if sent.forward.kind == "decision" else "information"
        body, day = full_name(registry, sent.meeting.entity.group), on(sent.meeting.entity.date)
        why = f"{body} förde {day}{number_of(sent.item)} ärendet vidare hit för {purpose}"
        yield Proposal(
            sent.forward.title,
            sent.forward.kind,
            Origin(kind="forwarded", meeting=sent.meeting.id, item=sent.forward.item, why=why),
            sent.meeting.entity.date,
            about=sent.item.about if sent.item else (),
        )


def answers(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """What other bodies have said of what this one forwarded, and no agenda of it has had.

    What was forwarded for decision is answered whatever came of it, what was for information where something did. What
    was dropped there is answered with the reason.
    """
    seen: set[Key] = set()
    for sent in registry.once(forwarded):
        if sent.meeting.entity.group != meeting.group or not _over(sent.meeting, meeting):
            continue
        for found in dealt_with(registry, sent):
            if not _over(found.meeting, meeting):
                continue
            if sent.forward.kind == "information" and not _came_of(found.item):
                continue
            key = _answer_key(found.meeting, found.item)
            if key not in seen and not elsewhere(registry, meeting, key):
                seen.add(key)
                yield _answer(registry, sent, found.meeting, found.item)
        if (gone := _dropped(registry, sent, meeting)) and not elsewhere(registry, meeting, key_of(gone.origin)):
            yield gone


def dealt_with(registry: Registry, sent: Forwarded) -> tuple[TakenUp, ...]:
    """The items of held meetings of the body above that took up what was forwarded, the oldest first.

    What that body took further up counts again when its answer has come back there.
    """
    found = list(_later(registry, sent.meeting, sent.forward.to, sent.key))
    for here in found:  # grows while it is walked
        for further in sent_from(registry, here.meeting.id, here.item.id):
            for above in dealt_with(registry, further):
                key = _answer_key(above.meeting, above.item)
                back = _later(registry, above.meeting, sent.forward.to, key)
                found += [item for item in back if item not in found]
    return tuple(found)


def tasks(registry: Registry, meeting: Meeting) -> Iterator[Proposal]:
    """The open tasks that come back to the body by this meeting, and are on no other agenda that is still to come.

    One that was postponed comes again each time until it is reported. (003:99, 003:114)
    """
    for given in open_assignments(registry, meeting.group):
        if _over(given.meeting, meeting) and _due_here(registry, given, meeting):
            key: Key = ("assignment", given.meeting.id, given.assignment.id, None, None)
            waits = [item for item in elsewhere(registry, meeting, key) if not is_held(item.meeting.entity)]
            if given.return_at == meeting.id or not any(isinstance(item.item, Item) for item in waits):
                yield _task(registry, given)


def _due_here(registry: Registry, given: Given, meeting: Meeting) -> bool:
    back = registry.get(Meeting, given.return_at)
    return back is None or back.id == meeting.id or back.entity.date <= meeting.date


def _task(registry: Registry, given: Given) -> Proposal:
    day = given.meeting.entity.date
    body = full_name(registry, given.meeting.entity.group)
    why = f"Uppdrag från {body} {on(day)}{number_of(given.item)}, ska återrapporteras här"
    if given.delays:
        why += f", uppskjutet {_times(given.delays)}"
    if given.assignment.due:
        why += f", klart senast {on(given.assignment.due)}"
    return Proposal(
        f"Återrapportering: {shortened(given.assignment.text)}",
        "information",
        Origin(kind="assignment", meeting=given.meeting.id, item=given.assignment.id, why=why),
        day,
        presenters=given.assignment.owners,
        about=given.item.about,
    )


def _times(delays: int) -> str:
    return {1: "en gång", 2: "två gånger", 3: "tre gånger"}.get(delays, f"{delays} gånger")


def _answer(registry: Registry, sent: Forwarded, meeting: Record[Meeting], item: Item) -> Proposal:
    body = full_name(registry, meeting.entity.group)
    why = (
        f"{body} behandlade {on(meeting.entity.date)}{number_of(item)} "
        f"det som togs vidare härifrån {on(sent.meeting.entity.date)}"
    )
    if further := sent_from(registry, meeting.id, item.id):
        why += f", och tog det vidare till {full_name(registry, further[0].forward.to)}"
    return Proposal(
        f"Svar från {body}: {shortened(sent.forward.title)}",
        "information",
        Origin(kind="answer", meeting=meeting.id, item=item.id, why=why),
        meeting.entity.date,
        about=tuple(dict.fromkeys((*(sent.item.about if sent.item else ()), *item.about))),
    )


def _dropped(registry: Registry, sent: Forwarded, meeting: Meeting) -> Proposal | None:
    """That the body above took off its agenda what was forwarded, and why; None where it did not, or took it up."""
    last = next(iter(brought(registry).get((sent.forward.to, sent.key), ())[-1:]), None)
    if last is None or not isinstance(last.item, Dropped) or not last.item.id or not _over(last.meeting, meeting):
        return None
    body, day = full_name(registry, sent.forward.to), last.meeting.entity.date
    why = (
        f"{body} tog inte upp det som togs vidare härifrån {on(sent.meeting.entity.date)} "
        f"på mötet {on(day)}: {last.item.reason}"
    )
    return Proposal(
        f"Svar från {body}: {shortened(sent.forward.title)}",
        "information",
        Origin(kind="answer", meeting=last.meeting.id, item=last.item.id, why=why),
        day,
        about=sent.item.about if sent.item else (),
    )


def _answer_key(meeting: Record[Meeting], item: Item) -> Key:
    return ("answer", meeting.id, item.id, None, None)


def _later(registry: Registry, after: Record[Meeting], group: str, key: Key) -> Iterator[TakenUp]:
    """The items that something brought to a body's held meetings after another meeting."""
    for found in brought(registry).get((group, key), ()):
        held = found.meeting.entity
        if isinstance(found.item, Item) and is_held(held) and comes_before(after.entity, held):
            yield TakenUp(found.meeting, found.item)


def _came_of(item: Item) -> bool:
    return bool(item.decisions or item.assignments or item.contributions or item.questions or item.forwards)


def _over(record: Record[Meeting], meeting: Meeting) -> bool:
    """Whether it was held, and before this one."""
    return is_held(record.entity) and comes_before(record.entity, meeting)

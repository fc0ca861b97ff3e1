"""The meeting was held: who was there, on whose behalf, who chaired. Nobody is assumed to have been there, or not."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from vis_cli.actions.meeting.texts import not_now, put, step, without
from vis_cli.actions.step import Forbidden, Step, order, plain, with_item_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure, Word
from vis_cli.facts.attending import CAPACITIES, capacity_of, seated, strength
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Attendance, Capacity, Meeting
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import add_key

SIDES_IN_WORDS = {"region": N_("the region"), "municipality": N_("the municipalities")}


@dataclass(frozen=True, slots=True)
class Held:
    """Who was there: persons, with the capacity where the user said it."""

    present: Mapping[str, Capacity | None] = field(default_factory=dict)
    absent: Mapping[str, Capacity | None] = field(default_factory=dict)
    guests: Mapping[str, Capacity | None] = field(default_factory=dict)
    chair: str | None = None
    secretary: str | None = None

    @property
    def there(self) -> frozenset[str]:
        """All who were there."""
        return frozenset({*self.present, *self.guests})


def refuse_hold(record: Record[Meeting], today: dt.date) -> None:
    """Raise Forbidden where the meeting cannot be recorded as held."""
    meeting = record.entity
    complete = meeting.attendance and all(item.present is not None for item in meeting.attendance)
    if meeting.status == "cancelled" or (is_held(meeting) and complete):
        raise not_now(record, N_("it is recorded who was there; what is wrong of it is corrected in its file"))
    if meeting.date > today:
        raise Forbidden(
            N_("the meeting is on {date}, and today is {today}"),
            hint=N_("record it when it has been held; `vis meeting move` gives it another day"),
            date=meeting.date,
            today=today,
        )


def unspoken(registry: Registry, record: Record[Meeting], wish: Held) -> tuple[str, ...]:
    """Those of whom it is not said whether they were there: members on the day, and those noted in the file."""
    meeting = record.entity
    said = {item.person for item in meeting.attendance if item.present is not None}
    members = [one.person for one in seated(registry, meeting.group, meeting.date) if one.expected]
    noted = [item.person for item in meeting.attendance]
    wanted = dict.fromkeys([*members, *noted])
    return tuple(id for id in wanted if id not in wish.there and id not in wish.absent and id not in said)


def chair_of(meeting: Meeting, wish: Held) -> str | None:
    """Who chaired: as was said, or as was planned, if that one was there."""
    planned = next((item.person for item in meeting.attendance if item.role == "chair"), None)
    there = wish.there | {item.person for item in meeting.attendance if item.present}
    return wish.chair or (planned if planned in there else None)


def hold(registry: Registry, record: Record[Meeting], wish: Held, today: dt.date) -> Step:
    """Record that the meeting was held. Raises Failure where something is not said, Forbidden where it cannot be."""
    refuse_hold(record, today)
    meeting = record.entity
    _refuse_contradictions(registry, wish)
    if missing := unspoken(registry, record, wish):
        raise Failure(
            N_("it is not said whether they were there: {people}"),
            hint=N_("name each with --present or --absent"),
            people=", ".join(f"`{id}`" for id in missing),
        )
    chair = chair_of(meeting, wish)
    if chair is None:
        raise Failure(N_("missing: {options}"), hint=N_("name who chaired, of those who were there"), options="--chair")
    attendance = _attendance(registry, record, wish, chair)
    for one, what in ((chair, N_("chair")), (wish.secretary, N_("secretary"))):
        if one and not any(item.person == one and item.present for item in attendance):
            raise Forbidden(
                N_("`{person}` is named as {role}, but not as present"),
                hint=N_("name the one who was, or add --present {person}"),
                about="chair",
                person=one,
                role=Word(what),
            )
    text = put(_written(record, attendance), ("status",), "held" if not is_held(meeting) else meeting.status)
    notices = _strength(registry, record, attendance)
    if wish.chair is None:
        notices.append(Notice(N_("`{person}` chaired, as was planned; --chair names another one"), {"person": chair}))
    if meeting.notice is None and not is_held(meeting):
        notices.append(Notice(N_("no notice to attend is recorded"), {}))
    there = sum(1 for item in attendance if item.present)
    return step(registry, record, text, f"hållet, {there} närvarande", notices)


def _refuse_contradictions(registry: Registry, wish: Held) -> None:
    both = (wish.there & {*wish.absent}) | ({*wish.present} & {*wish.guests})
    if both:
        raise Failure(
            N_("named in two ways: {people}"),
            hint=N_("each person is present, absent or a guest"),
            people=", ".join(f"`{id}`" for id in sorted(both)),
        )
    for id in sorted({*wish.there, *wish.absent}):
        if registry.get(Person, id) is None:
            raise Failure(N_("there is no person `{id}`"), id=id)


def _attendance(registry: Registry, record: Record[Meeting], wish: Held, chair: str) -> list[Attendance]:
    """The whole attendance: those in the file in their order, then the others by side."""
    meeting = record.entity
    noted = {item.person: item for item in meeting.attendance}
    seats = [one.person for one in seated(registry, meeting.group, meeting.date)]
    named: dict[str, Capacity | None] = {**wish.present, **wish.guests, **wish.absent}
    _refuse_sides(registry, meeting, named)
    found = {}
    for id in dict.fromkeys([*noted, *named]):
        old = noted.get(id)
        given = named.get(id)
        found[id] = Attendance(
            person=id,
            capacity=given or (old.capacity if old else _capacity(registry, meeting, id, guest=id in wish.guests)),
            present=id in wish.there if id in named else old.present if old else None,
            role="chair" if id == chair else "secretary" if id == wish.secretary else _kept(old, wish),
            guest=id in wish.guests or bool(old and old.guest and id not in wish.present),
        )
    new = [item for id, item in found.items() if id not in noted]
    new.sort(key=lambda item: _place(item, seats))
    return [*(found[id] for id in noted), *new]


def _refuse_sides(registry: Registry, meeting: Meeting, named: Mapping[str, Capacity | None]) -> None:
    """Raise Failure where somebody is named on behalf of another side than the seat is of."""
    for one in seated(registry, meeting.group, meeting.date):
        given = named.get(one.person)
        if given and given != one.capacity:
            raise Failure(
                N_("`{person}` has a seat as {seat} in `{group}`, and was named as {given}"),
                hint=N_("leave the side out for whoever has a seat"),
                person=one.person,
                seat=Word(one.capacity),
                group=meeting.group,
                given=Word(given),
            )


def _kept(old: Attendance | None, wish: Held) -> Literal["secretary"] | None:
    """A secretary who was planned stays so, unless another one is named."""
    return "secretary" if old and old.role == "secretary" and wish.secretary is None else None


def _capacity(registry: Registry, meeting: Meeting, person: str, *, guest: bool) -> Capacity:
    found = capacity_of(registry, meeting.group, person, meeting.date)
    if found or guest:
        return found or "adjunct"
    raise Failure(
        N_("`{person}` has no seat in `{group}` on {date}, so on whose behalf is not known"),
        hint=N_("say it, `--present {person}:region` ({known}), or name a guest with --guest"),
        person=person,
        group=meeting.group,
        date=meeting.date,
        known=", ".join(CAPACITIES),
    )


def _place(item: Attendance, seats: list[str]) -> tuple[int, bool, bool, int]:
    rank = seats.index(item.person) if item.person in seats else len(seats)
    return CAPACITIES.index(item.capacity), not item.present, item.guest, rank


def _written(record: Record[Meeting], attendance: list[Attendance]) -> str:
    """The file with the attendance: what is there is completed where it stands, the others come after it."""
    text, old = record.file.text, record.entity.attendance
    if not old:
        text = without(text, ("attendance",))
        return add_key(text, (), "attendance", [plain(item) for item in attendance], order=order(Meeting, ()))
    for index, (was, now) in enumerate(zip(old, attendance, strict=False)):
        before, after = plain(was), plain(now)
        for key in sorted({*before, *after}, key=order(Meeting, ("attendance", index)).index):
            route = ("attendance", index, key)
            if key not in after:
                text = without(text, route)
            elif before.get(key) != after[key]:
                text = put(text, route, after[key])
    for item in attendance[len(old) :]:
        text = with_item_in(text, Meeting, (), "attendance", item)
    return text


def _strength(registry: Registry, record: Record[Meeting], attendance: list[Attendance]) -> list[Notice]:
    """What can be decided with those who were there."""
    found = strength(registry, record, attendance)
    if found is None:
        return []
    values = {"there": found.there, "quorum": found.quorum}
    notices = []
    if found.below:
        message = N_("members present: {there}; a decision needs {quorum}, so nothing can be decided")
        notices.append(Notice(message, values))
    for side in found.missing:
        message = N_("nobody was present from {side}, so nothing can be decided jointly")
        notices.append(Notice(message, {"side": Word(SIDES_IN_WORDS[side])}))
    if not notices and found.quorum:
        message = N_("members present: {there}; a decision needs {quorum}, so decisions can be taken")
        notices.append(Notice(message, values))
    return notices

"""Facts of one meeting in Swedish words, for the documents about it: when and where, who, how its minutes stand."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.names import Names
from vis_cli.facts.attending import CAPACITIES, SIDES
from vis_cli.facts.bodies import seats_on
from vis_cli.facts.chairing import proposed
from vis_cli.facts.meetings import is_held, neighbours
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group, Seat
from vis_cli.model.item import Item
from vis_cli.model.meeting import Attendance, Meeting, Move
from vis_cli.registry import Record, Registry

FORMS = {"in-person": "Fysiskt möte", "digital": "Digitalt möte", "hybrid": "Fysiskt och digitalt möte"}
_STATES = {
    "planned": "Planerat möte",
    "called": "Kallat möte",
    "held": "Genomfört möte, anteckningarna är inte färdiga",
    "drafted": "Utkast, inte fastställda",
    "sent": "Utsända, inte fastställda",
    "approved": "Fastställda",
    "cancelled": "Inställt möte",
}
_CALLED = ("region", "municipality", "joint", *(item for item in CAPACITIES if item not in SIDES), "external")
"""On whose behalf people are called, in the order in which a notice prints it."""
_SEAT_ROLES = {
    "chair": "ordförande",
    "vice-chair": "vice ordförande",
    "secretary": "sekreterare",
    "process-leader": "processledare",
    "substitute": "ersättare",
    "adjunct": "adjungerad",
}


class MeetingFacts:
    """One meeting, in Swedish words."""

    def __init__(self, registry: Registry, record: Record[Meeting]) -> None:
        self.registry = registry
        self.record = record
        self.meeting = record.entity
        self.names = Names(registry)
        self.collaboration = next(iter(registry.all(Collaboration)), None)
        self.body = self.names.of(self.meeting.group, "group")
        self.papers = {paper.id: paper.title for paper in self.meeting.attachments}

    def document(
        self,
        template: str,
        kind: str,
        state: str,
        context: dict[str, Any],
        *,
        title: str | None = None,
        more: Iterable[Record[Any]] = (),
    ) -> Document:
        """The document of a kind (`minnesanteckningar`); `more` are records that it takes something from too."""
        day = self.meeting.date
        title = title or f"{self.body}: {kind} {swedish.short_date(day)}"
        return Document(
            template=template,
            title=title,
            subject=f"{swedish.sentence(kind)} för {self.body}, {swedish.long_date(day)}",
            organisation=self.organisation(),
            day=day,
            state=state,
            context=context | {"title": title},
            files=self.files(more),
        )

    def organisation(self) -> str:
        """Whose document it is."""
        own = self.collaboration.entity if self.collaboration else None
        return f"{own.name}, {own.county}" if own else self.body

    def files(self, more: Iterable[Record[Any]] = ()) -> tuple[str, ...]:
        """Every file that a document about the meeting takes something from."""
        found = {self.record.file.path}
        if self.collaboration:
            found.add(self.collaboration.file.path)
        found |= {record.file.path for record in more}
        for reference in self.registry.references_of(self.record):
            if target := self.registry.find(reference.id, reference.kinds):
                found.add(target.file.path)
        if after := self.after():
            found.add(after.file.path)
        found |= {item.file.path for item in self.registry.of_kind("organisation")[:1]}
        return tuple(sorted(found))

    def head(self) -> dict[str, Any]:
        """What every document of the meeting begins with."""
        meeting = self.meeting
        after = self.after()
        return {
            "group": self.body,
            "planned": meeting.status == "planned",
            "cancelled": meeting.status == "cancelled",
            "held": is_held(meeting),
            "reason": meeting.reason,
            "date": meeting.date.isoformat(),
            "hours": hours(meeting.start, meeting.end),
            "form": FORMS[meeting.form] if meeting.form else None,
            "place": meeting.place,
            "moves": list(self.moves()),
            "notice": meeting.notice.sent.isoformat() if meeting.notice else None,
            "minutes": self.standing(),
            "approved": meeting.status == "approved",
            "next": self.ahead(after.entity) if after else None,
        }

    def after(self) -> Record[Meeting] | None:
        """The meeting of the body after this one: the one that it names, or else the nearest."""
        if named := self.registry.get(Meeting, self.meeting.next):
            return named
        around = neighbours(self.registry).get(self.record.id)
        return around.next if around else None

    def ahead(self, after: Meeting) -> dict[str, Any]:
        """When and where the next meeting is."""
        return {
            "date": after.date.isoformat(),
            "hours": hours(after.start, after.end),
            "form": FORMS[after.form].lower() if after.form else None,
            "place": after.place,
        }

    def standing(self) -> str:
        """How the minutes stand: `Fastställda den 18 maj 2026 av VIS tjänstestyrgrupp`."""
        meeting, words = self.meeting, _STATES[self.meeting.status]
        if meeting.status == "sent" and meeting.minutes_sent:
            return f"Utsända den {swedish.short_date(meeting.minutes_sent)}, inte fastställda"
        approved = self.registry.get(Meeting, meeting.approval.meeting) if meeting.approval else None
        if meeting.status == "approved" and approved:
            body = self.names.of(approved.entity.group, "group")
            return f"Fastställda den {swedish.short_date(approved.entity.date)} av {body}"
        return words

    def moves(self) -> Iterator[str]:
        """What the meeting was moved from, each time, and why."""
        later: list[Move | Meeting] = [*self.meeting.moves[1:], self.meeting]
        for before, after in zip(self.meeting.moves, later, strict=False):
            yield f"{swedish.sentence(_moved(before, after))}: {before.reason.rstrip('.')}."

    def item_of(self, paper: str) -> str | None:
        """The item that a paper belongs to, as the agenda names it."""
        found = next((item for item in self.meeting.items if paper in item.papers), None)
        return label(found) if found else None

    def attachments(self) -> list[dict[str, Any]]:
        """The papers, each with the item that it belongs to."""
        return [
            {"title": paper.title, "missing": paper.missing, "item": self.item_of(paper.id)}
            for paper in self.meeting.attachments
        ]

    def present(self) -> list[dict[str, Any]]:
        """Who was there, by side."""
        return self.people(lambda item: item.present is True)

    def absent(self) -> list[dict[str, Any]]:
        """Who was missed, by side."""
        return self.people(lambda item: item.present is False)

    def called(self) -> list[dict[str, Any]]:
        """Who is called, by side: those whom the meeting names, and before it is held whoever else sits in the body."""
        named = self.meeting.attendance
        if any(item.present is not None for item in named):
            return self.people(lambda _: True)
        said = {item.person for item in named}
        seats = [seat for seat, _ in seats_on(self.registry, self.meeting.group, self.meeting.date)]
        rows = [(_CALLED.index(item.capacity), self.side(item.capacity), self.attendee(item)) for item in named]
        rows += [(_CALLED.index(it.side), self.side(it.side), self.seat(it)) for it in seats if it.person not in said]
        rows.sort(key=lambda row: row[0])
        return [
            {"side": side, "people": [text for _, _, text in held]}
            for side, held in groupby(rows, key=lambda row: row[1])
        ]

    def chair(self) -> str | None:
        """Who chairs, where the meeting says so; or else whose turn it is, or the body's one chair."""
        named = [item.person for item in self.meeting.attendance if item.role == "chair"]
        group = self.registry.get(Group, self.meeting.group)
        if not named and (turn := proposed(self.registry, self.meeting)):
            who = self.names.person(turn.person, self.meeting.date) if turn.person else self.side(turn.side)
            return f"Förslag: {who} (ordförandeskapet växlar)"
        if not named and group and not group.entity.alternates:
            seats = seats_on(self.registry, group.id, self.meeting.date)
            named = [seat.person for seat, certain in seats if certain and seat.role == "chair" and seat.person]
        return self.names.person(named[0], self.meeting.date) if len(named) == 1 else None

    def people(self, wanted: Callable[[Attendance], bool]) -> list[dict[str, Any]]:
        """Rows of a header: whom they speak for, and who they are."""
        chosen = [item for item in self.meeting.attendance if wanted(item)]
        chosen.sort(key=lambda item: CAPACITIES.index(item.capacity))
        return [
            {"side": self.side(capacity), "people": [self.attendee(item) for item in group]}
            for capacity, group in groupby(chosen, key=lambda item: item.capacity)
        ]

    def attendee(self, item: Attendance) -> str:
        """`Anna Exempel, direktör, Exempelby (ordförande)`."""
        marks = [{"chair": "ordförande", "secretary": "sekreterare"}[item.role]] if item.role else []
        marks += ["adjungerad"] if item.guest else []
        text = self.names.person(item.person, self.meeting.date)
        return f"{text} ({', '.join(marks)})" if marks else text

    def seat(self, seat: Seat) -> str:
        """Who sits in it, or whose it is where that is not known."""
        text = self.names.person(seat.person, self.meeting.date) if seat.person else ""
        if not text:
            whose = [self.names.of(seat.organisation, "organisation")] if seat.organisation else []
            text = swedish.sentence(", ".join([*filter(None, [seat.function]), *whose])) or "Plats utan känd ledamot"
        mark = _SEAT_ROLES.get(seat.role)
        return f"{text} ({mark})" if mark else text

    def side(self, capacity: str) -> str:
        """Whom somebody speaks for: `Region Exempel`, `kommunerna`, `VIS processledning`."""
        entity = self.collaboration.entity if self.collaboration else None
        parties = {party.side: party for party in entity.sides} if entity else {}
        if party := next((item for side, item in parties.items() if side == capacity), None):
            return party.name
        if capacity == "secretariat" and entity and entity.secretariat:
            return self.names.of(entity.secretariat, "group")
        association = next((p.association for p in parties.values() if p.association), None)
        if capacity == "association" and association:
            return self.names.of(association, "organisation")
        return {
            "region": "regionen",
            "municipality": "kommunerna",
            "secretariat": "sekretariatet",
            "association": "kommunförbundet",
            "joint": "båda sidor",
        }.get(capacity, "övriga")


def label(item: Item) -> str:
    """`punkt 4`; an item without a number by its heading."""
    return f"punkt {item.number}" if item.number else f"”{item.heading}”"


def hours(start: str | None, end: str | None) -> str | None:
    """`14.00–16.00`."""
    if start is None:
        return None
    return swedish.clock_range(dt.time.fromisoformat(start), dt.time.fromisoformat(end) if end else None)


def _moved(before: Move, after: Move | Meeting) -> str:
    """What is no longer so: the day, or else the hours, and the place."""
    words = []
    earlier = hours(before.start, before.end)
    if before.date != after.date:
        words.append(f"flyttat från {swedish.long_date(before.date)}{f', klockan {earlier}' if earlier else ''}")
    elif earlier and earlier != hours(after.start, after.end):
        words.append(f"tidigare klockan {earlier}")
    if before.place and before.place != after.place:
        words.append(f"tidigare plats {before.place}")
    return ", ".join(words) or "ändrat"

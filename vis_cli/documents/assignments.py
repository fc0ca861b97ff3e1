"""The list of assignments (*uppdragslista*): what bodies have given to whom, when it comes back, how old it is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.matter import sentence
from vis_cli.documents.meeting import label
from vis_cli.documents.names import Names
from vis_cli.facts.matters import Given, assignments
from vis_cli.facts.meetings import is_held
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_STATES = {"open": "öppet", "reported": "återrapporterat", "closed": "avslutat"}


def assignment_list(
    registry: Registry,
    on: dt.date,
    *,
    owner: str | None = None,
    group: str | None = None,
    every: bool = False,
) -> Document:
    """The tasks given by a day, by the body that they come back to, the oldest first.

    `owner` and `group` keep those of one owner and those that come back to one body; `every` also keeps what is
    reported back or closed.
    """
    found = [
        given
        for given in assignments(registry)
        if given.meeting.entity.date <= on
        and (every or given.state == "open")
        and (owner is None or owner in given.assignment.owners)
        and group in (None, given.assignment.return_to)
    ]
    return _List(registry, on, every=every).document(found, owner, group)


class _List:
    def __init__(self, registry: Registry, on: dt.date, *, every: bool) -> None:
        self.registry = registry
        self.on = on
        self.every = every
        self.names = Names(registry)

    def document(self, found: Sequence[Given], owner: str | None, group: str | None) -> Document:
        kind = "uppdrag" if self.every else "öppna uppdrag"
        whose = f" för {self.names.of(owner)}" if owner else ""
        whose += f" åter till {self.names.of(group, 'group')}" if group else ""
        title = f"{swedish.sentence(kind)}{whose} {swedish.short_date(self.on)}"
        own = next(iter(self.registry.all(Collaboration)), None)
        name = f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan"
        return Document(
            template="assignments.md.j2",
            title=title,
            subject=f"{swedish.sentence(kind)}{whose}, {swedish.long_date(self.on)}",
            organisation=name,
            day=self.on,
            state="Uppdragslista",
            context={
                "title": title,
                "on": self.on.isoformat(),
                "every": self.every,
                "count": len(found),
                "late": sum(self.late(given) for given in found),
                "bodies": self.bodies(found),
            },
            files=self.files([own, *(given.meeting for given in found)]),
        )

    def bodies(self, found: Iterable[Given]) -> list[dict[str, Any]]:
        """By the body that they come back to, in the order of the alphabet; at last those that come back to none."""
        by_body: dict[str, list[Given]] = {}
        for given in sorted(found, key=lambda given: (given.meeting.entity.date, given.meeting.id)):
            by_body.setdefault(given.assignment.return_to or "", []).append(given)
        named = {id: self.names.of(id, "group") if id else None for id in by_body}
        order = sorted(by_body, key=lambda id: (not id, swedish.sort_key(named[id] or "")))
        return [{"body": named[id], "assignments": [self.row(given) for given in by_body[id]]} for id in order]

    def row(self, given: Given) -> dict[str, Any]:
        meeting, one = given.meeting.entity, given.assignment
        return {
            "text": sentence(one.text),
            "owners": [self.names.of(owner) for owner in one.owners],
            "by": self.names.of(meeting.group, "group"),
            "date": meeting.date.isoformat(),
            "item": label(given.item),
            "return_at": self.names.day_of(given.return_at),
            "due": one.due.isoformat() if one.due else None,
            "days": given.age(self.on),
            "delays": given.delays,
            "late": self.late(given),
            "state": _STATES[given.state],
        }

    def late(self, given: Given) -> bool:
        """Whether it should have been back by now: its last day or the meeting that it was to come back at is past."""
        if given.state != "open":
            return False
        back = self.registry.get(Meeting, given.return_at)
        held = back is not None and is_held(back.entity) and back.entity.date <= self.on
        return held or bool(given.assignment.due and given.assignment.due < self.on)

    def files(self, records: Iterable[Record[Any] | None]) -> tuple[str, ...]:
        """Every file that the list takes something from."""
        found = set()
        for record in filter(None, records):
            found.add(record.file.path)
            for reference in self.registry.references_of(record):
                if target := self.registry.find(reference.id, reference.kinds):
                    found.add(target.file.path)
        return tuple(sorted(found))

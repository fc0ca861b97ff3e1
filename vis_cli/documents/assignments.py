"""The list of assignments (*uppdragslista*): what bodies have given to whom, when it comes back, how old it is."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.matter import sentence
from vis_cli.documents.meeting import label
from vis_cli.documents.names import Names
from vis_cli.facts.assignments import Task
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Record, Registry

_STATES = {"open": "öppet", "reported": "återrapporterat", "closed": "avslutat"}


def assignment_list(
    registry: Registry,
    tasks: Sequence[Task],
    on: dt.date,
    *,
    owner: str | None = None,
    group: str | None = None,
    every: bool = False,
) -> Document:
    """The document of some assignments as they stood on a day, by the body that they come back to, the oldest first.

    `owner` and `group` are whose they are and the body that they come back to, where the list is kept to that; with
    `every` it also holds what is reported back or closed, and says of each how it stands.
    """
    return _List(registry, on, every=every).document(tasks, owner, group)


class _List:
    def __init__(self, registry: Registry, on: dt.date, *, every: bool) -> None:
        self.registry = registry
        self.on = on
        self.every = every
        self.names = Names(registry)

    def document(self, found: Sequence[Task], owner: str | None, group: str | None) -> Document:
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
                "late": sum(task.late for task in found),
                "bodies": self.bodies(found),
            },
            files=self.files([own, *(task.given.meeting for task in found)]),
        )

    def bodies(self, found: Iterable[Task]) -> list[dict[str, Any]]:
        """By the body that they come back to, in the order of the alphabet; at last those that come back to none."""
        by_body: dict[str, list[Task]] = {}
        for task in found:
            by_body.setdefault(task.given.assignment.return_to or "", []).append(task)
        named = {id: self.names.of(id, "group") if id else None for id in by_body}
        order = sorted(by_body, key=lambda id: (not id, swedish.sort_key(named[id] or "")))
        return [{"body": named[id], "assignments": [self.row(task) for task in by_body[id]]} for id in order]

    def row(self, task: Task) -> dict[str, Any]:
        """What, who, from where, when it comes back."""
        meeting, one = task.given.meeting.entity, task.given.assignment
        return {
            "text": sentence(one.text),
            "owners": [self.names.of(owner) for owner in one.owners],
            "by": self.names.of(meeting.group, "group"),
            "date": meeting.date.isoformat(),
            "item": label(task.given.item),
            "returns": task.returns.entity.date.isoformat() if task.returns else None,
            "said": task.said,
            "due": one.due.isoformat() if one.due and not task.delays else None,
            "days": task.age,
            "delays": task.delays,
            "late": task.late,
            "state": _STATES[task.state],
            "open": task.state == "open",
        }

    def files(self, records: Iterable[Record[Any] | None]) -> tuple[str, ...]:
        """Every file that the list takes something from."""
        found = set()
        for record in filter(None, records):
            found.add(record.file.path)
            for reference in self.registry.references_of(record):
                if target := self.registry.find(reference.id, reference.kinds):
                    found.add(target.file.path)
        return tuple(sorted(found))

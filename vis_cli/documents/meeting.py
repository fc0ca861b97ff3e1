"""The agenda and the minutes of a meeting: from the register's data to the data of a template."""

from collections.abc import Callable
from datetime import time
from itertools import groupby
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.errors import N_, Word
from vis_cli.facts.meetings import is_held
from vis_cli.facts.posts import post_on
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group
from vis_cli.model.item import Decision, Item
from vis_cli.model.meeting import Attendance, Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry

TYPES = {
    "opening": "Inledning",
    "previous-minutes": "Fastställande",
    "information": "Information",
    "decision": "Beslut",
    "recommendation": "Rekommendation",
    "dialogue": "Dialog",
    "discussion": "Diskussion",
    "forwarding": "Vidare",
    "other-business": "Övrigt",
    "next-meeting": "Information",
}
FORMS = {"in-person": "Fysiskt möte", "digital": "Digitalt möte", "hybrid": "Fysiskt och digitalt möte"}
_CALLED = {"planned": "Planerat möte", "cancelled": "Inställt möte"}
_STATES = {
    "planned": "Planerat möte",
    "called": "Kallat möte",
    "held": "Genomfört möte",
    "drafted": "Utkast, inte fastställda",
    "sent": "Utsända, inte fastställda",
    "approved": "Fastställda",
    "cancelled": "Inställt möte",
}
_NOT_HELD = {
    "planned": N_("it is only planned"),
    "called": N_("it has only been called"),
    "cancelled": N_("it was cancelled"),
}
_ORDER = ("region", "municipality", "secretariat", "association", "adjunct")


def agenda(registry: Registry, record: Record[Meeting]) -> Document:
    """The notice to attend and the agenda (*kallelse och dagordning*)."""
    builder = _Builder(registry, record)
    status = record.entity.status
    context = builder.head() | {"called": builder.people(lambda _: True), "chair": builder.chair()}
    return builder.document("agenda.md.j2", "kallelse och dagordning", _CALLED.get(status, "Kallelse"), context)


def no_minutes(meeting: Meeting) -> Word | None:
    """Why there can be no minutes of a meeting yet; None where there can."""
    if not is_held(meeting):
        return Word(_NOT_HELD[meeting.status])
    return None if meeting.items else Word(N_("nothing of what was said is in the register"))


def minutes(registry: Registry, record: Record[Meeting]) -> Document:
    """The minutes (*minnesanteckningar*), decisions and contributions apart. Raises DocumentFault."""
    builder = _Builder(registry, record)
    context = builder.head() | {
        "present": builder.people(lambda item: item.present is True),
        "absent": builder.people(lambda item: item.present is False),
        "items": [builder.item(item) for item in record.entity.items],
    }
    return builder.document("minutes.md.j2", "minnesanteckningar", _STATES[record.entity.status], context)


class _Builder:
    """Facts of one meeting, in Swedish words."""

    def __init__(self, registry: Registry, record: Record[Meeting]) -> None:
        self.registry = registry
        self.record = record
        self.meeting = record.entity
        self.collaboration = next(iter(registry.all(Collaboration)), None)

    def document(self, template: str, kind: str, state: str, context: dict[str, Any]) -> Document:
        title = f"{context['group']}: {kind} {swedish.short_date(self.meeting.date)}"
        collaboration = self.collaboration.entity if self.collaboration else None
        organisation = f"{collaboration.name}, {collaboration.county}" if collaboration else context["group"]
        return Document(
            template=template,
            title=title,
            subject=f"{swedish.sentence(kind)} för {context['group']}, {swedish.long_date(self.meeting.date)}",
            organisation=organisation,
            day=self.meeting.date,
            state=state,
            context=context | {"title": title},
            files=self.files(),
        )

    def files(self) -> tuple[str, ...]:
        """Every file that the document takes something from."""
        found = {self.record.file.path}
        if self.collaboration:
            found.add(self.collaboration.file.path)
        for reference in self.registry.references_of(self.record):
            if target := self.registry.find(reference.id, reference.kinds):
                found.add(target.file.path)
        found |= {item.file.path for item in self.registry.of_kind("organisation")[:1]}
        return tuple(sorted(found))

    def head(self) -> dict[str, Any]:
        meeting = self.meeting
        return {
            "group": self.name(meeting.group, "group"),
            "cancelled": meeting.status == "cancelled",
            "held": is_held(meeting),
            "reason": meeting.reason,
            "date": meeting.date.isoformat(),
            "hours": _hours(meeting.start, meeting.end),
            "form": FORMS[meeting.form] if meeting.form else None,
            "place": meeting.place,
            "agenda": [self.entry(item) for item in meeting.items],
            "papers": [
                {"title": paper.title, "missing": paper.missing, "item": self.item_of(paper.id)}
                for paper in meeting.attachments
            ],
            "next": self.following(),
        }

    def entry(self, item: Item) -> dict[str, Any]:
        titles = {paper.id: paper.title for paper in self.meeting.attachments}
        return {
            "number": item.number,
            "heading": item.heading,
            "type": TYPES[item.type],
            "presenters": [self.name(actor, "person", "group", "organisation") for actor in item.presenters],
            "papers": [titles.get(paper, paper) for paper in item.papers],
        }

    def item_of(self, paper: str) -> str | None:
        """The item that a paper belongs to, as the agenda names it."""
        found = next((item for item in self.meeting.items if paper in item.papers), None)
        if found is None:
            return None
        return f"punkt {found.number}" if found.number else f"”{found.heading}”"

    def following(self) -> dict[str, Any] | None:
        found = self.registry.get(Meeting, self.meeting.next)
        if found is None:
            return None
        after = found.entity
        return {"date": after.date.isoformat(), "hours": _hours(after.start, after.end)}

    def chair(self) -> str | None:
        for item in self.meeting.attendance:
            if item.role == "chair":
                return self.person(item.person, role=False)
        return None

    def people(self, wanted: Callable[[Attendance], bool]) -> list[dict[str, Any]]:
        """Rows of a header: whom they speak for, and who they are."""
        chosen = [item for item in self.meeting.attendance if wanted(item)]
        chosen.sort(key=lambda item: _ORDER.index(item.capacity))
        return [
            {"side": self.side(capacity), "people": [self.person(item.person, item) for item in group]}
            for capacity, group in groupby(chosen, key=lambda item: item.capacity)
        ]

    def side(self, capacity: str) -> str:
        entity = self.collaboration.entity if self.collaboration else None
        parties = {party.side: party for party in entity.sides} if entity else {}
        if capacity in parties:
            return parties[capacity].name
        if capacity == "secretariat" and entity and entity.secretariat:
            return self.name(entity.secretariat, "group")
        association = next((p.association for p in parties.values() if p.association), None)
        if capacity == "association" and association:
            return self.name(association, "organisation")
        return {
            "region": "regionen",
            "municipality": "kommunerna",
            "secretariat": "sekretariatet",
            "association": "kommunförbundet",
        }.get(capacity, "övriga")

    def person(self, id: str, item: Attendance | None = None, *, role: bool = True) -> str:
        found = self.registry.get(Person, id)
        if found is None:
            return id
        words = [found.entity.name]
        if post := post_on(found.entity, self.meeting.date):
            words.append(post.title)
            if post.unit:
                words.append(post.unit)
            words += self.employer(post.organisation)
        text = ", ".join(words)
        marks = [{"chair": "ordförande", "secretary": "sekreterare"}[item.role]] if item and item.role else []
        marks += ["adjungerad"] if item and item.guest else []
        return f"{text} ({', '.join(marks)})" if marks and role else text

    def employer(self, id: str) -> list[str]:
        """The organisation and, for an administration, the municipality that it belongs to."""
        found = self.registry.get(Organisation, id)
        if found is None:
            return [id]
        parent = self.registry.get(Organisation, found.entity.parent)
        outer = parent and parent.entity.type == "principal" and parent.entity.side == "municipality"
        return [found.entity.name, parent.entity.name] if parent and outer else [found.entity.name]

    def item(self, item: Item) -> dict[str, Any]:
        return self.entry(item) | {
            "text": markdown.field(item.text) if item.text else None,
            "closing": markdown.field(item.closing) if item.closing else None,
            "topics": list(item.topics),
            "questions": [
                {
                    "question": markdown.field(question.question),
                    "asked_by": question.asked_by,
                    "answer": markdown.field(question.answer) if question.answer else None,
                }
                for question in item.questions
            ],
            "contributions": self.contributions(item),
            "decisions": [self.decision(decision) for decision in item.decisions],
            "assignments": [
                {
                    "text": assignment.text.rstrip(".") + ".",
                    "owners": [self.name(owner, "person", "group", "organisation") for owner in assignment.owners],
                    "return_to": self.name(assignment.return_to, "group") if assignment.return_to else None,
                    "return_at": self.day_of(assignment.return_at),
                    "due": assignment.due.isoformat() if assignment.due else None,
                }
                for assignment in item.assignments
            ],
            "forwards": [
                {
                    "kind": {"information": "Informationsärenden", "decision": "Beslutsärenden"}[kind],
                    "to": self.name(to, "group"),
                    "titles": [forward.title for forward in group],
                }
                for (kind, to), group in groupby(
                    sorted(item.forwards, key=lambda forward: forward.kind != "information"),
                    key=lambda forward: (forward.kind, forward.to),
                )
            ],
        }

    def contributions(self, item: Item) -> list[dict[str, Any]]:
        """Grouped by goal area, in the order of the minutes."""
        found = []
        for goal_area, group in groupby(item.contributions, key=lambda contribution: contribution.goal_area):
            record = self.registry.find(goal_area, ("goal-area",)) if goal_area else None
            area: Any = record.entity if record else None
            found.append(
                {
                    "goal_area": f"Målområde {area.number}: {area.name}" if area else goal_area,
                    "points": [{"text": markdown.field(one.text), "by": one.by} for one in group],
                }
            )
        return found

    def decision(self, decision: Decision) -> dict[str, Any]:
        body = self.name(self.meeting.group, "group")
        recipient = self.name(decision.recipient, "group") if decision.recipient else ""
        opening = {
            "decides": f"{body} beslutar att",
            "recommends": f"{body} rekommenderar {recipient} att".replace("  ", " "),
            "approves": f"{body} fastställer",
        }[decision.type]
        titles = {paper.id: paper.title for paper in self.meeting.attachments}
        return {
            "opening": opening,
            "text": decision.text.rstrip(".") + ".",
            "basis": [titles.get(paper, paper) for paper in decision.basis],
        }

    def day_of(self, meeting: str | None) -> str | None:
        found = self.registry.get(Meeting, meeting)
        return found.entity.date.isoformat() if found else meeting

    def name(self, id: str, *kinds: str) -> str:
        """The name as documents print it: a group's and an organisation's full name."""
        found = self.registry.find(id, kinds)
        if found is None:
            return id
        entity: Group | Organisation | Person = found.entity
        return entity.name


def _hours(start: str | None, end: str | None) -> str | None:
    if start is None:
        return None
    return swedish.clock_range(time.fromisoformat(start), time.fromisoformat(end) if end else None)

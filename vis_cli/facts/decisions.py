"""The decision log (*beslutslogg*): what the bodies have decided, and what became of it. (R-ESC-2, 003:39-56)"""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.forwarding import Course, course
from vis_cli.facts.matters import Forwarded, sent_from
from vis_cli.facts.meetings import decisions, is_held
from vis_cli.facts.stage import Stage, stage, stage_of
from vis_cli.facts.versions import version_of
from vis_cli.model.agreement import Agreement
from vis_cli.model.item import Decision, Item
from vis_cli.model.meeting import Meeting
from vis_cli.model.version import Version
from vis_cli.registry import Place, Record, Registry


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision, and the meeting and item at which it was made."""

    meeting: Record[Meeting]
    item: Item
    decision: Decision
    place: Place

    @property
    def address(self) -> str:
        """What it is called at the prompt: its meeting and its id."""
        return f"{self.meeting.id}#{self.decision.id}"

    @property
    def day(self) -> dt.date:
        """When it was made."""
        return self.meeting.entity.date

    @property
    def basis(self) -> tuple[str, ...]:
        """The titles of the papers that it rests on."""
        titles = {paper.id: paper.title for paper in self.meeting.entity.attachments}
        return tuple(titles.get(paper, paper) for paper in self.decision.basis)

    @property
    def about(self) -> tuple[str, ...]:
        """What it is about: its agreement, and what its item is about."""
        own = (self.decision.agreement,) if self.decision.agreement else ()
        return tuple(dict.fromkeys((*own, *self.item.about)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a decision, as the register tells it."""

    courses: tuple[Course, ...] = ()
    """How it went with the item, or with the items that the decision takes on, at the other body."""
    not_forwarded: bool = False
    """Whether it recommends something to a body, and nothing takes it there."""
    agreement: Record[Agreement] | None = None
    """The agreement that it is about."""
    version: Record[Version] | None = None
    """The version of it, where one is named and in the register."""
    stage: Stage | None = None
    """Where that agreement or version is now."""
    minutes: Record[Meeting] | None = None
    """For an approval: the meeting whose minutes it approves."""
    answers: Forwarded | None = None
    """What was taken on to this body, and is answered by it."""


def log(registry: Registry) -> tuple[Decided, ...]:
    """Every decision, the newest first; those of one meeting in their order."""
    return registry.once(_log)


def _log(registry: Registry) -> tuple[Decided, ...]:
    records = sorted(registry.all(Meeting), key=lambda record: record.id)
    records.sort(key=lambda record: record.entity.date, reverse=True)
    return tuple(
        Decided(record, item, decision, record.at("items", i, "decisions", j))
        for record in records
        if is_held(record.entity)
        for i, item, j, decision in decisions(record.entity)
    )


def outcome(registry: Registry, decided: Decided, on: dt.date | None = None) -> Outcome:
    """What became of a decision; with `on`, where its agreement was on that day."""
    item, decision = decided.item, decided.decision
    own = sent_from(registry, decided.meeting.id)
    taken = [each for each in own if each.forward in item.forwards]
    if not item.forwards:
        to = decision.recipient
        taken = [each for each in own if each.forward.item == item.id and to in (None, each.forward.to)]
    for_decision = any(each.forward.kind == "decision" for each in taken)
    agreement = registry.get(Agreement, decision.agreement)
    version = version_of(registry, agreement.id, decision.version) if agreement and decision.version else None
    reached = stage_of(registry, version, on) if version else stage(registry, agreement, on) if agreement else None
    return Outcome(
        courses=tuple(course(registry, each) for each in taken),
        not_forwarded=bool(decision.type == "recommends" and decision.recipient and not for_decision),
        agreement=agreement,
        version=version,
        stage=reached,
        minutes=registry.get(Meeting, item.previous) if decision.type == "approves" else None,
        answers=_answered(registry, item, decided.meeting.entity.group),
    )


def _answered(registry: Registry, item: Item, group: str) -> Forwarded | None:
    """What the item takes up, where it was taken on to this body."""
    origin = item.origin
    if origin is None or origin.kind != "forwarded" or not origin.meeting:
        return None
    own = sent_from(registry, origin.meeting)
    return next((each for each in own if (each.forward.item, each.forward.to) == (origin.item, group)), None)

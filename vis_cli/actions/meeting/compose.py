"""Fill an agenda with what is due and not there, and propose who chairs; what people wrote stays as it is."""

from collections.abc import Collection
from dataclasses import dataclass

from vis_cli.actions.meeting.agenda import Agenda
from vis_cli.actions.meeting.texts import head
from vis_cli.actions.step import Step
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.agenda import missing
from vis_cli.facts.chairing import Chairing, proposed
from vis_cli.facts.proposal import Proposal
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Composed:
    """What a meeting's text became: the items that were added, with their numbers, and who was noted as chair."""

    text: str
    added: tuple[tuple[Item, Proposal], ...]
    chairing: Chairing | None
    """Whose turn it is to chair, where nobody was noted as chair before."""


def composed(registry: Registry, meeting: Meeting, text: str, only: Collection[str] = ()) -> Composed:
    """The text of a meeting with what was missing; `only` keeps some kinds of origin. Raises Forbidden."""
    agenda = Agenda(registry, meeting, text)
    proposals = [item for item in missing(registry, meeting) if not only or item.origin.kind in only]
    whose = {agenda.add(_item(proposal)): proposal for proposal in proposals}
    agenda.number()
    chairing = None if only else chaired(registry, agenda)
    added = tuple((item, whose[item.id]) for item in agenda.items if item.id in whose)
    return Composed(agenda.text, added, chairing)


def chaired(registry: Registry, agenda: Agenda) -> Chairing | None:
    """Whose turn it is to chair, who is noted where that is one person; None where somebody was noted before."""
    if any(row.role == "chair" for row in agenda.meeting.attendance):
        return None
    chairing = proposed(registry, agenda.meeting)
    if chairing and chairing.person:
        agenda.note_chair(chairing.person, chairing.side)
    return chairing


def compose(registry: Registry, record: Record[Meeting], only: Collection[str] = ()) -> tuple[Step | None, Composed]:
    """The step, and what it adds; no step where the agenda has all that is due. Raises Forbidden."""
    meeting = record.entity
    made = composed(registry, meeting, record.file.text, only)
    if made.text == record.file.text:
        return None, made
    message = f"Dagordning för {head(registry, meeting)}: {counted(made) or 'ordförande och nummer'}"
    return Step({record.file.path: made.text}, message, after_notice(meeting) if made.added else ()), made


def counted(made: Composed) -> str:
    """`3 punkter`, in the message of a commit; nothing where none was added."""
    count = len(made.added)
    return f"{count} punkter" if count > 1 else "en punkt" if count else ""


def after_notice(meeting: Meeting) -> tuple[Notice, ...]:
    """That the members have another agenda, where the notice was sent before it changed."""
    if meeting.status != "called":
        return ()
    message = N_("the notice was sent before this change; tell the members what is new")
    return (Notice(message, {}),)


def _item(proposal: Proposal) -> Item:
    return Item.model_construct(
        id="punkt",
        heading=proposal.heading,
        type=proposal.type,
        presenters=proposal.presenters,
        previous=proposal.previous,
        about=proposal.about,
        origin=proposal.origin,
    )

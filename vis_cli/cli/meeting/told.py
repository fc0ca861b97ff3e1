"""How a step of a meeting is told, on standard error: where the meeting stands, what is new on its agenda."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import wrapped
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.actions.meeting.compose import Composed
    from vis_cli.actions.step import Step
    from vis_cli.facts.chairing import Chairing
    from vis_cli.model.item import Item
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Loaded, Record, Registry


def take(
    where: Where, loaded: "Loaded", step: "Step", meeting: "Record[Meeting]", *, commit: bool, dry_run: bool
) -> "Registry":
    """Write a step, then say where the meeting stands. The registry as it is then."""
    from vis_cli.cli import record
    from vis_cli.cli.meeting.words import standing
    from vis_cli.model.meeting import Meeting

    after = record.take(where, loaded, step, commit=commit, dry_run=dry_run)
    if found := after.get(Meeting, meeting.id):
        record.answer([standing(after, found, where.today())], dry_run=dry_run)
    return after


def composed(registry: "Registry", made: "Composed", *, dry_run: bool) -> None:
    """Each item that was added with why, and who is to chair."""
    from vis_cli.cli.record import answer

    answer(_composed(registry, made), dry_run=dry_run)


def _composed(registry: "Registry", made: "Composed") -> Iterator[str]:
    for item, proposal in made.added:
        yield from line(item)
        if proposal.origin.kind != "standing":
            yield from wrapped(proposal.origin.why, "    ")
    if made.chairing:
        yield _chair(registry, made.chairing)


def line(item: "Item") -> Iterator[str]:
    """An item with its number."""
    number = f"{item.number}" if item.number else "–"
    return wrapped(item.heading, "    ", first=f"{number:>2}  ")


def _chair(registry: "Registry", chairing: "Chairing") -> str:
    """Whose turn it is to chair, and who does."""
    from vis_cli.model.person import Person

    side = _(N_("the region")) if chairing.side == "region" else _(N_("the municipalities"))
    day = spoken(chairing.after.entity.date)
    person = registry.get(Person, chairing.person)
    text = _(N_("chair: {side}, since the other side has the meeting of {date}")).format(side=side, date=day)
    if person:
        name = person.entity.name
        text = _(N_("chair: {person}, for {side}, since the other side has the meeting of {date}"))
        text = text.format(person=name, side=side, date=day)
    why_nobody = _(N_("the group does not have one chair or vice-chair of that side, so nobody is noted"))
    return text if person else f"{text}; {why_nobody}"

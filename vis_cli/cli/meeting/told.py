"""How a change of an agenda is written and told: the path on standard output, what is new on standard error."""

from typing import TYPE_CHECKING

import typer

from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.actions.meeting.compose import Composed
    from vis_cli.actions.step import Step
    from vis_cli.facts.chairing import Chairing
    from vis_cli.model.item import Item
    from vis_cli.registry import Loaded, Registry


def write(where: Where, loaded: "Loaded", step: "Step", *, commit: bool, dry_run: bool) -> "Registry":
    """Write a step. The registry as it is then."""
    from vis_cli.cli.agreement.recording import record

    return record(where, loaded, step, commit=commit, dry_run=dry_run)


def composed(registry: "Registry", made: "Composed") -> None:
    """Each item that was added with why, and who is to chair."""
    for item, proposal in made.added:
        line(item)
        if proposal.origin.kind != "standing":
            why(proposal.origin.why)
    if made.chairing:
        chair(registry, made.chairing)


def line(item: "Item") -> None:
    """An item with its number."""
    from vis_cli.cli.agreement.lines import wrapped

    number = f"{item.number}" if item.number else "–"
    for text in wrapped(item.heading, "    ", first=f"{number:>2}  "):
        typer.echo(text, err=True)


def why(text: str) -> None:
    """What is said of an item, below it."""
    from vis_cli.cli.agreement.lines import wrapped

    for words in wrapped(text, "    "):
        typer.echo(words, err=True)


def chair(registry: "Registry", chairing: "Chairing") -> None:
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
    typer.echo(text if person else f"{text}; {why_nobody}", err=True)

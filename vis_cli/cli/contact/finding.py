"""`vis contact find`: who do I call."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_find import Found
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("find", help=_(N_("Find whom to turn to, by an area and what it is about; exit 1 if none.")))(find)


def find(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar=_(N_("AREA|WORDS")),
            help=_(N_("An area, also by an old name, a health centre or a municipality; and what it is about.")),
        ),
    ],
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.contact.answered import answer
    from vis_cli.cli.contact.data import found_data
    from vis_cli.cli.contact.named import KINDS, READ
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.contact_find import find as find_contacts

    where: Where = context.obj
    loaded, known = where.load_at(at, READ)
    say_known(known)
    left_out(loaded, KINDS)
    text, day = " ".join(words), where.day(on)
    found = find_contacts(loaded.registry, text, day)
    if json:
        print_json({"query": text, "on": day.isoformat(), **found_data(loaded.registry, found)})
    else:
        typer.echo("\n".join(answer(loaded.registry, found)), nl=bool(found.areas or found.subject))
        _advise(loaded.registry, text, found)
    if not found.areas and not (found.subject and found.subject.agreement):
        raise typer.Exit(1)


def _advise(registry: "Registry", text: str, found: "Found") -> None:
    """What to write instead or beside, on standard error."""
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.names import name_of

    if found.areas:
        if len(found.areas) > 1:
            typer.echo(
                fill(N_("{count} areas are meant; name one to see all"), {"count": len(found.areas)}, _), err=True
            )
        return
    near = ", ".join(name_of(registry, place.area, "area") for place in found.near)
    if near:
        typer.echo(
            fill(N_("no area is called `{text}`; near it are: {near}"), {"text": text, "near": near}, _), err=True
        )
    elif found.subject and found.subject.agreement:
        typer.echo(_(N_("name an area too, to see its KSA and GSA")), err=True)
    else:
        typer.echo(fill(N_("nothing is found for `{text}`"), {"text": text}, _), err=True)

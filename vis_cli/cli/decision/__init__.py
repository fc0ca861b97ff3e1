"""`vis decision`: the decision log of all bodies."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

_Words = Annotated[
    list[str] | None,
    typer.Argument(metavar=_(N_("[WORDS]...")), help=_(N_("Only those that speak of this, in your own words."))),
]
_Body = Annotated[
    str | None, typer.Option("--body", metavar=_(N_("GROUP")), help=_(N_("Only those of this body, by id or name.")))
]
_Agreement = Annotated[
    str | None,
    typer.Option("--agreement", metavar=_(N_("AGREEMENT")), help=_(N_("Only those about this agreement."))),
]
_From = Annotated[str | None, typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("Made on this day or later.")))]
_Until = Annotated[
    str | None, typer.Option("--until", metavar=_(N_("DATE")), help=_(N_("Made on this day or before it.")))
]
_Year = Annotated[
    int | None, typer.Option("--year", metavar=_(N_("YEAR")), min=1900, max=2999, help=_(N_("Made in this year.")))
]
_Type = Annotated[
    str | None,
    typer.Option("--type", metavar=_(N_("TYPE")), help=_(N_("Only those that: decides, recommends, approves."))),
]


@app.command("list", help=_(N_("List the decisions of all bodies, the newest first.")))
def list_(
    context: typer.Context,
    words: _Words = None,
    body: _Body = None,
    agreement: _Agreement = None,
    since: _From = None,
    until: _Until = None,
    year: _Year = None,
    type: _Type = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.decision import chosen, lines
    from vis_cli.cli.texts import say_known

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("meeting",))
    registry = loaded.registry
    asked = " ".join(words or ())
    spoken = chosen.speaking(registry, asked, strict=not json)
    found = list(spoken.found)
    for keep in (
        chosen.of_body(registry, body, where),
        chosen.about(registry, agreement, where),
        chosen.between(where, since, until, year),
        chosen.of_type(type),
    ):
        found = [decided for decided in found if keep(decided)]
    if json:
        items = [lines.as_data(registry, decided, where.today()) for decided in found]
        like = {word: list(near) for word, near in spoken.like.items()}
        print_json({"asked": asked, "like": like, "missing": list(spoken.missing), "items": items})
    else:
        typer.echo("\n".join(lines.log(registry, found, where.today())), nl=bool(found))
        chosen.say(len(found), spoken.like)
    if asked and not found:
        raise typer.Exit(1)


@app.command("show", help=_(N_("Show a decision, what it rests on, and what became of it.")))
def show(
    context: typer.Context,
    decision: Annotated[
        str,
        typer.Argument(
            metavar=_(N_("DECISION")),
            help=_(N_("As `list` names it: GROUP-2031-02-20#ID; the id alone if only one has it.")),
        ),
    ],
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli import addressed
    from vis_cli.cli.decision import lines
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.decisions import log

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, ("meeting",))
    decided = addressed.the_one(loaded.registry, decision, log(loaded.registry), N_("decision"), where)
    if json:
        print_json(lines.as_data(loaded.registry, decided, where.today()))
    else:
        typer.echo("\n".join(lines.page(loaded.registry, decided, where.today())))

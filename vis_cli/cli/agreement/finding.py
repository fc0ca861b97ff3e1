"""`vis agreement list` and `search`: which agreements there are, and which speak of something."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.search import Answer

_SHOWN = 10


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("list", help=_(N_("List the agreements, all or some.")))(list_)
    app.command("search", help=_(N_("Find agreements by your own words; exit 1 if none.")))(search)


def list_(
    context: typer.Context,
    status: Annotated[
        str | None, typer.Option("--status", metavar=_(N_("STATUS")), help=_(N_("Only those with this status.")))
    ] = None,
    owner: Annotated[
        str | None, typer.Option("--owner", metavar=_(N_("GROUP")), help=_(N_("Only those that it answers for.")))
    ] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar=_(N_("PARTY")), help=_(N_("Only those that bind it.")))
    ] = None,
    cluster: Annotated[
        str | None, typer.Option("--cluster", metavar=_(N_("CLUSTER")), help=_(N_("Only those of this cluster.")))
    ] = None,
    target_group: Annotated[
        str | None, typer.Option("--target-group", metavar=_(N_("WORDS")), help=_(N_("Only those for these people.")))
    ] = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli import stated
    from vis_cli.cli.agreement.chosen import chosen
    from vis_cli.cli.listing import show_table
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.overview import agreements, rows

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    every = agreements(loaded.registry, where.day(on))
    lines = chosen(loaded.registry, every, status, owner, party, cluster, target_group)
    if json:
        from vis_cli.facts.plain import plain

        computed = [{"status": line.status, "owner": line.owner, "may_own": list(line.may_own)} for line in lines]
        items = [plain(line.agreement) | {"computed": own} for line, own in zip(lines, computed, strict=True)]
        print_json({"kind": "agreement", "items": items, "stated": stated.data(loaded.registry, "agreements")})
        return
    if not lines:
        typer.echo(_(N_("no agreement is like that")), err=True)
        return
    show_table(*rows(loaded.registry, lines), wrap=True)
    if len(lines) == len(every):
        for line in stated.lines(loaded.registry, "agreements"):
            typer.echo(line)


def search(
    context: typer.Context,
    words: Annotated[
        list[str], typer.Argument(metavar=_(N_("WORDS...")), help=_(N_("What it is about, in your own words.")))
    ],
    every: Annotated[bool, typer.Option("--all", help=_(N_("All that is found, not only the ten best.")))] = False,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.agreement.results import as_data, as_lines
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.search import search as find

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    asked = " ".join(words)
    if not any(sign.isalnum() for sign in asked):
        raise Failure(N_("there is no word to look for in `{words}`"), words=asked)
    answer = find(loaded.registry, asked)
    if json:
        print_json(as_data(asked, answer))
    elif answer.found:
        typer.echo("\n".join(as_lines(answer, None if every else _SHOWN)))
    if not answer.found:
        if not json:
            _say_nothing_found(asked, answer)
        raise typer.Exit(1)


def _say_nothing_found(asked: str, answer: "Answer") -> None:
    raise Failure(
        N_("no agreement speaks of `{words}`"),
        hint=N_("words that are near: {near}")
        if answer.near
        else N_("try another word for it; `vis agreement list` shows all"),
        exit_code=1,
        words=asked,
        near=", ".join(answer.near),
    )

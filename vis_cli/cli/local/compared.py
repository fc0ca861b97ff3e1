"""`vis local compare`: what differs between local agreements, and what is missing. (R-LOC-1, P-11)"""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.forum.named import OfAgreement
from vis_cli.cli.language import _
from vis_cli.cli.local.named import ForumType, Type
from vis_cli.cli.local.reading import KINDS, Areas
from vis_cli.cli.meeting.rendering import Output
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("compare", help=_(N_("Compare local agreements field by field.")))(compare)


def compare(
    context: typer.Context,
    local: Annotated[
        list[str] | None,
        typer.Argument(metavar=_(N_("[LOCAL]...")), help=_(N_("Which; without any, all that the options ask for."))),
    ] = None,
    type: Type = None,
    agreement: OfAgreement = None,
    area: Areas = None,
    forum_type: ForumType = None,
    on: On = None,
    at: At = None,
    json: Json = False,
    output: Output = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.local import lines, named
    from vis_cli.cli.render import produce_all
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.local_agreements import local_comparison
    from vis_cli.facts.local_agreements import compare as compared

    if output and (json or at):
        raise Failure(N_("`-o` writes a document of what is on disk; it goes with neither `--json` nor `--at`"))
    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    if local:
        found = tuple({item.id: item for item in (named.local(registry, each, where) for each in local)}.values())
    else:
        found = named.chosen(registry, where, day, type, agreement, area, forum_type)
    if len(found) < 2:
        raise Failure(
            N_("a comparison needs two local agreements, and here are {count}"),
            hint=N_("`vis local list` shows them"),
            count=len(found),
        )
    columns = compared(registry, found)
    if output:
        produce_all(where, loaded, local_comparison(registry, found, columns, day), output, force=force)
    elif json:
        print_json({"on": day.isoformat(), **lines.compared_data(registry, found, columns)})
    else:
        typer.echo("\n".join(lines.comparison(registry, found, columns)))

"""`vis show`: one thing, as a person would want to read it."""

from typing import Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At
from vis_cli.cli.where import Where
from vis_cli.errors import N_

HELP = N_("Show one thing in full, and what refers to it.")


def show(
    context: typer.Context,
    id: Annotated[str, typer.Argument(metavar="ID", help=_(N_("An id, a name, or the path of a file.")))],
    json: Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))] = False,
    at: At = None,
) -> None:
    from vis_cli.cli.listing import find
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.portrait import portrait

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    registry = loaded.registry
    record = find(registry, id, where)
    subject = portrait(registry, record)
    if json:
        from vis_cli.facts.plain import plain

        report = {
            **plain(record),
            "computed": {name: list(values) for name, values in subject.computed},
            "referred_to_by": [
                {"kind": item.source.kind, "id": item.source.id, "key": ".".join(map(str, item.route))}
                for item in subject.referrers
            ],
        }
        print_json(report)
        return
    from vis_cli.cli.portrait import lines

    typer.echo("\n".join(lines(registry, subject)))

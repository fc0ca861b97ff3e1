"""`vis meeting compose`: the agenda fills itself with what is due, and says why."""

from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import AGENDAS, AGREEMENTS, Where, left_out
from vis_cli.errors import N_

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar=_(N_("KIND")),
        help=_(
            N_(
                "Only what comes from this: standing, previous-minutes, forwarded, answer, assignment, agreement, "
                "decision-point, question; can be given several times."
            )
        ),
    ),
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("compose", help=_(N_("Fill the agenda with what is due, each item with its reason.")))(compose)


def compose(
    context: typer.Context, meeting: Named, only: Only = None, commit: Commit = False, dry_run: DryRun = False
) -> None:
    from vis_cli.actions.meeting import compose as action
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, (*AGENDAS, *AGREEMENTS))
    record = named.meeting(loaded.registry, meeting, where)
    step, made = action.compose(loaded.registry, record, [_kind(each) for each in only or ()])
    if step is None:
        typer.echo(_(N_("nothing is due that is not on the agenda")), err=True)
    else:
        told.write(where, loaded, step, commit=commit, dry_run=dry_run)
    told.composed(loaded.registry, made)


def _kind(given: str) -> str:
    """A kind of origin, in English or as it is translated. Raises Failure with what is near."""
    from typing import get_args

    from vis_cli.cli.meant import choice
    from vis_cli.model.item import Origin

    kinds: tuple[str, ...] = get_args(Origin.model_fields["kind"].annotation)
    return choice(given, kinds, N_("origin"))

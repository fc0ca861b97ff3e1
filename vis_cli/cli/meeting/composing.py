"""`vis meeting compose`: the agenda fills itself with what is due, and says why."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import as_json
from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import Named
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import AGENDAS, AGREEMENTS, Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.actions.meeting.compose import Composed

Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar=_(N_("KIND")),
        help=_(
            N_(
                "Only what comes from this: standing, previous-minutes, forwarded, answer, assignment, agreement, "
                "decision-point, question, fund; can be given several times."
            )
        ),
    ),
]


Due = Annotated[
    bool, typer.Option("--json", help=_(N_("What is due and not on the agenda, as JSON; nothing is written.")))
]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("compose", help=_(N_("Fill the agenda with what is due, each item with its reason.")))(compose)


def compose(
    context: typer.Context,
    meeting: Named,
    only: Only = None,
    commit: Commit = False,
    dry_run: DryRun = False,
    json: Due = False,
) -> None:
    from vis_cli.actions.meeting import compose as action
    from vis_cli.cli import record
    from vis_cli.cli.meeting import named, told

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, (*AGENDAS, *AGREEMENTS))
    of = named.meeting(loaded.registry, meeting, where)
    step, made = action.compose(loaded.registry, of, [_kind(each) for each in only or ()])
    if json:
        typer.echo(_as_json(of.id, made))
    elif step is None:
        typer.echo(_(N_("nothing is due that is not on the agenda")), err=True)
    else:
        record.take(where, loaded, step, commit=commit, dry_run=dry_run)
    if not json:
        told.composed(loaded.registry, made, dry_run=dry_run)


def _as_json(meeting: str, made: "Composed") -> str:
    from vis_cli.actions.step import plain

    chair = made.chairing and {
        "side": made.chairing.side,
        "person": made.chairing.person,
        "after": made.chairing.after.id,
    }
    items = [plain(item) for item, _proposal in made.added]
    data = {"meeting": meeting, "items": items, "chair": chair}
    return as_json(data)


def _kind(given: str) -> str:
    """A kind of origin, in English or as it is translated. Raises Failure with what is near."""
    from typing import get_args

    from vis_cli.cli.meant import choice
    from vis_cli.model.item import Origin

    kinds: tuple[str, ...] = get_args(Origin.model_fields["kind"].annotation)
    return choice(given, kinds, N_("origin"))

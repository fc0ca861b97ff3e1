"""`vis report responsibility`: who answers for each agreement and its follow-up."""

from typing import TYPE_CHECKING, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.report.made import Output
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.responsible import Responsibility, Responsible


def add(app: typer.Typer) -> None:
    """Register the command."""
    text = N_("Who answers for each agreement and its follow-up.")
    app.command("responsibility", help=_(text))(responsibility)


def responsibility(
    context: typer.Context,
    on: On = None,
    at: At = None,
    output: Output = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.report.made import write, write_json
    from vis_cli.cli.texts import say_known
    from vis_cli.documents.responsibility import KINDS, responsibility_report
    from vis_cli.facts.responsible import responsibility as found_in

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, tuple(kind for kind in KINDS if kind != "agreement"))
    found = found_in(loaded.registry, where.day(on))
    if json:
        write_json(where, _as_data(found), output, force=force)
    else:
        write(where, loaded, responsibility_report(loaded.registry, found), output, known, force=force)


def _as_data(found: "Responsibility") -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "expected": sum(1 for row in found.rows if row.needs_owner),
        "owned": sum(1 for row in found.rows if row.needs_owner and row.who.owner),
        "agreements": [_row(row) for row in found.rows],
        "matrix": [
            {"agreement": id, "group": group, "part": part} for (id, group), part in sorted(found.matrix.items())
        ],
    }


def _row(row: "Responsible") -> dict[str, Any]:
    own = row.agreement.entity.follow_up
    return {
        "agreement": row.agreement.id,
        "title": row.agreement.entity.title,
        "owner_expected": row.needs_owner,
        "owner": row.who.owner,
        "inherited": row.who.inherited,
        "possible": list(row.who.possible),
        "concerned": list(row.who.concerned),
        "followed_up_by": row.follower,
        "criteria": list(own.criteria) if own else [],
        "next_follow_up": str(own.next) if own and own.next else None,
        "last_follow_up": row.last.entity.date.isoformat() if row.last else None,
        "guidance": [item.title for item in row.agreement.entity.guidance],
        "overlaps": [{"agreement": other.id, "target_group": group} for other, group in row.touching],
    }

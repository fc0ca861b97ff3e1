"""`vis undo`: take back the last change that vis made."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import DryRun, Json
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.actions.apply import Applied
    from vis_cli.actions.undo import Undo
    from vis_cli.diagnostics import Diagnostic
    from vis_cli.source.tree import Tree

HELP = N_("Take back the last change that vis made, if nothing was built on it.")


def undo(context: typer.Context, dry_run: DryRun = False, json: Json = False) -> None:
    from vis_cli.actions.apply import Refused, apply, rehearse
    from vis_cli.actions.undo import to_take_back
    from vis_cli.check import check
    from vis_cli.cli.write import refuse
    from vis_cli.registry import load
    from vis_cli.source.tree import OverlayTree

    def verify(tree: "Tree") -> "Sequence[Diagnostic]":
        return check(load(tree), rules()).diagnostics

    where: Where = context.obj
    root, git = where.root, where.git()
    found = to_take_back(root, git)
    commit = found.commit is not None
    done = None
    try:
        if dry_run:
            diff = rehearse(root, found.before, verify=verify, git=git, commit=commit)
        else:
            done = apply(
                root,
                found.before,
                verify=verify,
                git=git,
                message=_message(found),
                commit=commit,
                expected=found.since,
                undo=found.change,
            )
    except Refused as refused:
        refuse(where, refused.diagnostics, refused.message, OverlayTree(where.tree(), found.before))
    if json:
        _as_json(found, done)
    elif done is None:
        _show(diff)
    else:
        typer.echo("\n".join(sorted(done.paths)))
    _say(where, found, done)


def _message(found: "Undo") -> str:
    text = f"Ta tillbaka: {found.change.message}"
    return f"{text}\n\n{found.commit}" if found.commit else text


def _show(changes: "Mapping[str, tuple[bytes | None, bytes | None]]") -> None:
    from vis_cli.cli.dryrun import diff

    for line in diff(changes, colour()):
        typer.echo(line)


def _as_json(found: "Undo", done: "Applied | None") -> None:
    from vis_cli.cli.as_json import print_json

    data: dict[str, Any] = {
        "change": found.change.message,
        "made": found.when.isoformat(),
        "commit": found.commit,
        "paths": sorted(found.before),
        "taken_back": done is not None,
        "by": done.commit if done else None,
    }
    print_json(data)


def _say(where: Where, found: "Undo", done: "Applied | None") -> None:
    """Say in words what was taken back, and where it still stands."""
    from vis_cli.cli.interrupted import say
    from vis_cli.diagnostics.wording import fill

    values = {
        "message": found.change.message.partition("\n")[0],
        "when": found.when.astimezone(where.zone()).strftime("%Y-%m-%d %H:%M"),
    }
    would, did = N_("would be taken back: {message} ({when})"), N_("taken back: {message} ({when})")
    typer.echo(fill(would if done is None else did, values, _), err=True)
    if done is None:
        return
    say(done.warnings)
    if done.commit:
        text = N_("by a new commit ({commit}): the register's history keeps both, so it holds after a push too")
        typer.echo(fill(text, {"commit": done.commit[:12]}, _), err=True)
    elif found.saved:
        text = N_("what is taken back has been committed since; this is in the files only, until you commit it too")
        typer.echo(f"{_(N_('note'))}: {_(text)}", err=True)

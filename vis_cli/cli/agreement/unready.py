"""What stands in the way of a publication: all of it told at once, with the way forward."""

import posixpath
from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.agreement import Agreement
    from vis_cli.registry import Loaded, Record

_TOLD = "VIS275"
"""A section without text: the action names them all in one line."""


def refuse_unready(where: Where, loaded: "Loaded", agreement: "Record[Agreement]", changes: Mapping[str, str]) -> None:
    """Exit with 1 where the agreement, as it would be published, has faults: what its text lacks, and every error."""
    from vis_cli.actions.agreement.publish import lacking
    from vis_cli.check import check
    from vis_cli.cli.where import rules
    from vis_cli.cli.write import refuse
    from vis_cli.diagnostics.wording import fill
    from vis_cli.registry import load
    from vis_cli.source.tree import OverlayTree

    lacks = lacking(loaded.registry, agreement)
    tree = OverlayTree(where.tree(), {path: text.encode() for path, text in changes.items()})
    verdict = check(load(tree), rules(), under=[agreement.file.path.rpartition("/")[0]])
    faults = [item for item in verdict.diagnostics if item.severity == "error" and item.code != _TOLD]
    if len(lacks) == 1 and not faults:
        raise lacks[0]
    for item in lacks:
        typer.echo(f"{_(N_('error'))}: {fill(item.message, item.values, _)}", err=True)
        typer.echo(f"  {_(N_('help'))}: {fill(item.hint, item.values, _)}", err=True)
    if lacks and faults:
        typer.echo(err=True)
    if lacks or faults:
        refuse(where, faults, N_("it is not published, because of these faults"), tree)


def refuse_unsaved(where: Where, path: str) -> None:
    """Raise Failure where the text on disk is not the one in Git, which is what a commit would publish."""
    from vis_cli.history.state import describe

    if (git := where.git()) is None:
        return  # said when it is written
    if describe(git, [posixpath.join(git.below(where.root), path)], where.zone()).uncommitted:
        raise Failure(
            N_("the text in `{path}` is not saved in the register's history as it is now, and it would be published"),
            hint=N_(
                "save it first: `git add {folder}` and `git commit -m …`; or leave out --commit and save all at once"
            ),
            exit_code=3,
            path=path,
            folder=path.rpartition("/")[0],
        )

"""How a command takes a step: it is written, all of it or nothing, and what then holds is said on standard error."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.actions.step import Step
    from vis_cli.registry import Loaded, Registry
    from vis_cli.source.tree import Tree


def take(
    where: Where,
    loaded: "Loaded",
    step: "Step",
    *,
    commit: bool,
    dry_run: bool,
    read: "Sequence[str]" = (),
    listed: bool = True,
) -> "Registry":
    """Write a step, all of it or nothing; then say what is changed and what to look at. The registry as it is then.

    `read` names files that it was made from beside those that it changes; the files are not `listed` where something
    else is printed.
    """
    from vis_cli.check import check
    from vis_cli.check.known import introduced
    from vis_cli.cli.texts import lines_of
    from vis_cli.cli.write import write
    from vis_cli.diagnostics.text import TextReport
    from vis_cli.diagnostics.wording import fill
    from vis_cli.registry import load
    from vis_cli.source.tree import OverlayTree

    changes = {path: text.encode() for path, text in step.changes.items()} | dict(step.files)
    old = where.tree()
    expected = _as_read(loaded, old, (*changes, *read))
    tree = OverlayTree(old, changes)
    after = load(tree)
    before = check(loaded, rules()).diagnostics
    warnings = introduced([item for item in check(after, rules()).diagnostics if item.severity == "warning"], before)
    write(
        where,
        changes,
        step.message,
        commit=commit,
        dry_run=dry_run,
        expected=expected,
        listed=listed,
        forgets=step.forgets,
    )
    note = _(N_("note"))
    for notice in step.notices:
        typer.echo(f"{note}: {fill(notice.message, notice.values, _)}", err=True)
    for line in TextReport(_, lines_of(tree), colour()).full(warnings):
        typer.echo(line, err=True)
    return after.registry


def answer(lines: Iterable[str], *, dry_run: bool) -> None:
    """Say what now holds; where nothing was written, that it would."""
    said = list(lines)
    if dry_run and said:
        would = _(N_("would then be"))
        said = [f"{would}: {said[0]}"] if len(said) == 1 else [f"{would}:", *said]
    for line in said:
        typer.echo(line, err=True)


def _as_read(loaded: "Loaded", tree: "Tree", paths: "Sequence[str]") -> dict[str, bytes | None]:
    """The bytes that the step was made from. Raises Failure where the files have changed since they were loaded."""
    from vis_cli.history.refusals import changed_meanwhile
    from vis_cli.source.text import decode

    found: dict[str, bytes | None] = {}
    for path in paths:
        file = loaded.registry.files.get(path)
        try:
            found[path] = tree.read(path) if file else None
        except FileNotFoundError:
            raise changed_meanwhile(path) from None
        if file and decode(path, found[path] or b"")[0] != file.text:
            raise changed_meanwhile(path)
    return found

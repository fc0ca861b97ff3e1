"""`vis check`: everything that is wrong with the register, in one run."""

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.verdict import Format
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.cli.kept import Asked
    from vis_cli.cli.verdict import Shown
    from vis_cli.registry import Loaded
    from vis_cli.source.tree import Tree

_SOON = 30
"""Days ahead that `--due` looks."""

HELP = N_("Check the register: every fault with file, line and remedy.")


def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar=_(N_("[PATH]...")), help=_(N_("Report only the faults of these files and folders."))),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", help=_(N_("How to report; in GitHub Actions `github` unless said otherwise."))),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar=_(N_("CODE")), help=_(N_("Only these codes, or those that begin so (VIS2)."))),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar=_(N_("CODE")), help=_(N_("Not these codes.")))
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help=_(N_("Let warnings fail the check too.")))] = False,
    gaps: Annotated[bool, typer.Option("--gaps", help=_(N_("List each gap: what the sources do not say.")))] = False,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar=_(N_("REV")),
            help=_(
                N_(
                    "Judge the change too, from where it began on this branch (main) or at this commit; what was there "
                    "before is told apart. Settings, and comments that allow a fault, are read from there."
                )
            ),
        ),
    ] = None,
    only_new: Annotated[
        bool,
        typer.Option(
            "--only-new",
            help=_(N_("With --base: only what the change introduces is shown and can fail the check.")),
        ),
    ] = False,
    summary: Annotated[
        Path | None,
        typer.Option(
            "--summary",
            metavar=_(N_("FILE")),
            help=_(N_('Append the whole report to a file as Markdown too; in GitHub Actions "$GITHUB_STEP_SUMMARY".')),
        ),
    ] = None,
    due: Annotated[
        bool,
        typer.Option(
            "--due",
            help=_(
                N_("Say instead what is due: exit status 1 where something is late, else 0. Faults are not judged.")
            ),
        ),
    ] = False,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar=_(N_("DATE")), help=_(N_("With --due: on this day; without it, today."))),
    ] = None,
    no_cache: Annotated[
        bool,
        typer.Option(
            "--no-cache",
            help=_(N_("Judge again though nothing has changed since the last time; VIS_NO_CACHE=1 says so for all.")),
        ),
    ] = False,
) -> None:
    from vis_cli.cli.verdict import in_actions

    where: Where = context.obj
    if due:
        _alone(paths, select, ignore, base, summary, strict=strict, gaps=gaps, only_new=only_new)
        raise typer.Exit(1 if _is_late(where, on, format) else 0)
    if on is not None:
        raise Failure(N_("--on goes with --due"), hint=N_("what is checked without --due does not depend on the day"))
    if only_new and base is None:
        raise Failure(N_("--only-new goes with --base"), hint=N_("name the branch that the change is for: --base main"))
    format = format or (Format.github if in_actions() else Format.text)
    named = existing(where, paths)
    again = (
        None
        if no_cache or base or summary or in_actions()
        else _asked(where, named, format, select, ignore, strict, gaps)
    )
    if again and (known := again.answer):
        typer.echo(known.text, nl=bool(known.text))
        raise typer.Exit(known.code)
    tree = again.tree if again else where.tree()
    shown = _judged(where, tree, named, format, select, ignore, base, strict=strict, gaps=gaps, only_new=only_new)
    text, code = shown.print(format, summary), 1 if shown.fails else 0
    if again:
        again.answered(text, code)
    raise typer.Exit(code)


def _judged(
    where: Where,
    tree: "Tree",
    named: list[Path],
    format: Format,
    select: list[str] | None,
    ignore: list[str] | None,
    base: str | None,
    *,
    strict: bool,
    gaps: bool,
    only_new: bool,
) -> "Shown":
    """The verdict on the register, and on its change from `base`. Raises Failure."""
    from vis_cli.check import check as judge
    from vis_cli.cli.chosen import chosen_codes
    from vis_cli.cli.past import Past
    from vis_cli.cli.verdict import Shown
    from vis_cli.registry import load

    book = rules()
    chosen, left_out = chosen_codes(select, ignore, book, change=base is not None)
    past = Past.load(where, base) if base is not None else None
    loaded = load(tree, like=past.loaded if past else None)
    verdict = judge(
        loaded,
        book,
        select=chosen,
        ignore=left_out,
        under=[_of_register(where, loaded, path) for path in named],
        base=past.loaded if past else None,
        acting=past.acting if past else (),
        beside=past.beside(where, loaded.registry.attachments) if past else (),
        lines_of_gaps=gaps or format is Format.json,  # where gaps are only counted, their lines are not looked up
    )
    return Shown(where, tree, loaded, verdict, past, strict=strict, gaps=gaps, only_new=only_new)


_KEPT = (Format.text, Format.concise, Format.json)
"""How to report what is kept for the next time: the forges' reports are made once for a commit, by a new runner."""


def _asked(where: Where, named: list[Path], format: Format, *options: object) -> "Asked | None":
    """The question, if its answer may be known; what is wrong with it is said where it is answered."""
    from vis_cli.cli.kept import ask
    from vis_cli.cli.language import CHOSEN

    if format not in _KEPT:
        return None
    try:
        under = [where.relative(path) for path in named]
    except Failure:
        return None
    return ask(where.root, "check", format, CHOSEN, colour(), under, *options)


def _alone(*chosen: object, **flags: bool) -> None:
    """Raise Failure where options of the check itself are given with --due."""
    if any(chosen) or any(flags.values()):
        raise Failure(N_("--due goes with --on and --format only"), hint=N_("it judges days, not files and rules"))


def _is_late(where: Where, on: str | None, format: Format | None) -> bool:
    """Say what is due on a day and soon after; whether anything is late."""
    from vis_cli.cli.due_lines import as_lines
    from vis_cli.cli.report.due import as_data
    from vis_cli.cli.where import left_out
    from vis_cli.facts.due import due

    loaded = where.load()
    left_out(loaded, tuple({kind for kind, _id in loaded.registry.broken}))
    found = due(loaded.registry, where.day(on), _SOON)
    if format is Format.json:
        data = {**as_data(found), "ok": not found.late}
        print_json(data)
    else:
        typer.echo("\n".join(as_lines(loaded.registry, found)))
    return bool(found.late)


def existing(where: Where, paths: list[str] | None) -> list[Path]:
    """The files and folders that the user named. Raises Failure where one is not there."""
    for path in paths or ():
        if not os.path.lexists(where.directory / path):
            raise Failure(N_("there is no file or folder `{path}`"), path=path)
    return [Path(path) for path in paths or ()]


def _of_register(where: Where, loaded: "Loaded", path: Path) -> str:
    """A path from the root. Raises Failure where nothing that is checked is at it or below it."""
    relative = where.relative(path)
    registry = loaded.registry
    known = {*registry.files, *registry.attachments, *(item.primary.path for item in loaded.diagnostics)}
    if not any(PurePosixPath(name).is_relative_to(relative) for name in known):
        raise Failure(
            N_("no file of the register is in `{path}`"),
            hint=N_("the register's files are in `registry/` and `agreements/`"),
            path=str(path),
        )
    return relative

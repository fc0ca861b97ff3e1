"""`vis check`: everything that is wrong with the register, in one run."""

import os
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.check import Verdict

HELP = N_("Check the register: every fault with file, line and remedy.")


class Format(StrEnum):
    """How to report."""

    text = "text"
    concise = "concise"
    json = "json"
    github = "github"


def check(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
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
) -> None:
    from vis_cli.check import check as judge

    where: Where = context.obj
    book = rules()
    verdict = judge(
        where.load(),
        book,
        select=_codes(select, book.rules),
        ignore=_codes(ignore, book.rules),
        under=[where.relative(path) for path in _existing(where, paths)],
    )
    actions = os.environ.get("GITHUB_ACTIONS") == "true"
    _report(where, verdict, format or (Format.github if actions else Format.text), strict, gaps)
    raise typer.Exit(1 if verdict.fails(strict=strict) else 0)


def _report(where: Where, verdict: "Verdict", format: Format, strict: bool, gaps: bool) -> None:
    from vis_cli.cli.texts import lines_of
    from vis_cli.diagnostics.github import as_github
    from vis_cli.diagnostics.json import as_json
    from vis_cli.diagnostics.text import TextReport

    shown = [item for item in verdict.diagnostics if gaps or item.severity != "gap"]
    if format is Format.json:
        counts = {name: verdict.count(name) for name in ("error", "warning", "gap")}
        summary = {**counts, "files": verdict.files, "ok": not verdict.fails(strict=strict)}
        typer.echo(as_json(verdict.diagnostics, summary, _))
        return
    report = TextReport(_, lines_of(where.tree()), colour())
    lines: list[str] = []
    if format is Format.github:
        lines += as_github(shown, _)
    elif format is Format.concise:
        lines += report.concise(shown)
    else:
        lines += report.full(shown)
        if not gaps:
            lines += report.gaps([item for item in verdict.diagnostics if item.severity == "gap"], verdict.gaps)
    if lines:
        typer.echo("\n".join(lines))
    if format is Format.text:
        typer.echo(_summary(verdict, gaps))


def _summary(verdict: "Verdict", gaps: bool) -> str:
    counts = {name: verdict.count(name) for name in ("error", "warning", "gap")}
    text = _(N_("{files} files, {entities} entities: {errors} errors, {warnings} warnings, {gaps} gaps")).format(
        files=verdict.files,
        entities=verdict.entities,
        errors=counts["error"],
        warnings=counts["warning"],
        gaps=counts["gap"],
    )
    more = _(N_("`vis check --gaps` lists the gaps")) if counts["gap"] and not gaps else ""
    return f"{text}  ·  {more}" if more else text


def _existing(where: Where, paths: list[Path] | None) -> list[Path]:
    for path in paths or ():
        if not os.path.lexists(where.directory / path):
            raise Failure(N_("there is no file or folder `{path}`"), path=str(path))
    return paths or []


def _codes(given: list[str] | None, known: Iterable[str]) -> list[str]:
    from vis_cli.diagnostics.codes import CODES

    codes = [code.strip().upper() for item in given or () for code in item.split(",") if code.strip()]
    for code in codes:
        if not any(name.startswith(code) for name in (*known, *CODES)):
            raise Failure(N_("there is no rule {code}"), hint=N_("`vis explain` lists the codes"), code=code)
    return codes

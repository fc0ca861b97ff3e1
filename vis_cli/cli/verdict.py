"""How a check tells its verdict: for people, for programs, for forges."""

import os
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.language import CHOSEN, _
from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where, colour, rules, top_of
from vis_cli.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vis_cli.check import Verdict
    from vis_cli.cli.past import Past
    from vis_cli.diagnostics import Diagnostic
    from vis_cli.diagnostics.report import Report
    from vis_cli.diagnostics.text import TextReport
    from vis_cli.registry import Loaded
    from vis_cli.source.tree import Tree


class Format(StrEnum):
    """How to report."""

    text = "text"
    concise = "concise"
    json = "json"
    github = "github"
    gitlab = "gitlab"
    sarif = "sarif"


def in_actions() -> bool:
    """Whether a runner of GitHub Actions, or one that does as it does, reads what is printed."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


@dataclass(frozen=True)
class Shown:
    """A verdict as it is shown."""

    where: Where
    tree: "Tree"
    loaded: "Loaded"
    verdict: "Verdict"
    past: "Past | None"
    strict: bool
    gaps: bool
    only_new: bool

    @property
    def fails(self) -> bool:
        """Whether what is shown fails the check."""
        return self._told.fails(strict=self.strict)

    def print(self, format: Format, summary: Path | None) -> str:
        """Report on standard output, and answer that; the whole of it as Markdown to the file `summary` too."""
        if summary is not None:
            from vis_cli.cli.job_summary import append, as_markdown

            append(summary, as_markdown(self._report, _(N_("Check of the register")), self._counts()))
        if text := "\n".join(self._lines(format)):
            typer.echo(text)
        if format is Format.github and summary is None:
            self._say_limit()
        return text

    def _lines(self, format: Format) -> "list[str]":
        from vis_cli.diagnostics.github import as_github, defused

        if format is Format.json:
            return [self._json()]
        if format is Format.gitlab:
            from vis_cli.diagnostics.gitlab import as_gitlab

            return [as_gitlab(self._report)]
        if format is Format.sarif:
            return [self._sarif()]
        if format is Format.github:
            return list(as_github(self._report))
        lines = self._full() if format is Format.text else self._concise()
        return [defused(line) for line in lines] if in_actions() else list(lines)

    def _full(self) -> "Iterable[str]":
        verdict = self._told
        new = [item for index, item in enumerate(verdict.diagnostics) if index not in verdict.old]
        yield from self._text.full(self._seen(new))
        if old := self._seen(item for index, item in enumerate(verdict.diagnostics) if index in verdict.old):
            yield _(N_("before the change there were already:"))
            yield from self._text.concise(old)
            yield ""
        if not self.gaps:
            yield from self._text.gaps([item for item in verdict.diagnostics if item.severity == "gap"], verdict.gaps)
        yield self._counts()

    def _concise(self) -> "Iterable[str]":
        from vis_cli.diagnostics.report import BEFORE

        for index, item in enumerate(self._told.diagnostics):
            yield from self._text.concise(self._seen([item]), BEFORE if index in self._told.old else "")

    def _json(self) -> str:
        from vis_cli.diagnostics.json import as_json

        told = self._told
        counts: dict[str, object] = {name: told.count(name) for name in ("error", "warning", "gap")}
        if self.past:
            counts |= {"new": len(self.verdict.diagnostics) - len(self.verdict.old), "old": len(self.verdict.old)}
        counts |= {"files": told.files, "ok": not self.fails}
        return as_json(told.diagnostics, counts, _, told.old if self.past else None)

    def _sarif(self) -> str:
        from vis_cli import __version__
        from vis_cli.cli.explain import about
        from vis_cli.diagnostics.sarif import as_sarif

        book = rules()
        pages = {code: about(book, code) for code in {item.code for item in self._report.found}}
        return as_sarif(self._report, pages, version=__version__, language=CHOSEN)

    def _counts(self) -> str:
        verdict = self._told
        counts = {name: verdict.count(name) for name in ("error", "warning", "gap")}
        parts = [
            _(N_("files: {files}, entities: {entities}, errors: {errors}, warnings: {warnings}, gaps: {gaps}")).format(
                files=verdict.files,
                entities=verdict.entities,
                errors=counts["error"],
                warnings=counts["warning"],
                gaps=counts["gap"],
            )
        ]
        if self.past:
            old = [self.verdict.diagnostics[index] for index in self.verdict.old]
            some = {name: sum(item.severity == name for item in old) for name in ("error", "warning", "gap")}
            text = _(N_("there before the change: errors: {errors}, warnings: {warnings}, gaps: {gaps}"))
            parts.append(text.format(errors=some["error"], warnings=some["warning"], gaps=some["gap"]))
        if counts["gap"] and not self.gaps:
            parts.append(_(N_("`vis check --gaps` lists the gaps")))
        return "  ·  ".join(parts)

    def _say_limit(self) -> None:
        from vis_cli.diagnostics.github import SHOWN

        if any(sum(item.severity == name for item in self._report.found) > SHOWN for name in ("error", "warning")):
            text = N_("GitHub shows {count} of a kind beside the lines; all of them: --summary {file}")
            warn(text, count=SHOWN, file='"$GITHUB_STEP_SUMMARY"')

    @cached_property
    def _told(self) -> "Verdict":
        return self.verdict.introduced if self.only_new else self.verdict

    def _seen(self, found: "Iterable[Diagnostic]") -> "list[Diagnostic]":
        return [item for item in found if self.gaps or item.severity != "gap"]

    @cached_property
    def _text(self) -> "TextReport":
        from vis_cli.cli.texts import lines_of
        from vis_cli.diagnostics.text import TextReport

        return TextReport(_, lines_of(self.tree, self.past.tree if self.past else None), colour())

    @cached_property
    def _report(self) -> "Report":
        from vis_cli.check.known import fingerprints
        from vis_cli.diagnostics.report import Report

        told = self._told
        kept = [index for index, item in enumerate(told.diagnostics) if self.gaps or item.severity != "gap"]
        found = [told.diagnostics[index] for index in kept]
        old = frozenset(place for place, index in enumerate(kept) if index in told.old) if self.past else None
        names = fingerprints(found, self.loaded.registry.files)
        return Report(found, names, _, self._text.lines, self._below(), old)

    def _below(self) -> str:
        found = self.where.root.relative_to(top_of(self.where.root)).as_posix()
        return "" if found == "." else found

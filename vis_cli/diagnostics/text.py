"""The report for people: what, where with a caret, and the remedy; gaps as one line a rule."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from vis_cli.diagnostics.contact_data import told
from vis_cli.diagnostics.diagnostic import Diagnostic
from vis_cli.diagnostics.excerpt import Lines, excerpt
from vis_cli.diagnostics.wording import Translate, fill
from vis_cli.errors import N_

_SEVERITIES = {"error": N_("error"), "warning": N_("warning"), "gap": N_("gap")}
_HELP = N_("help")
_COLOURS = {"error": "1;31", "warning": "1;33", "gap": "1;36"}


@dataclass(frozen=True)
class TextReport:
    """How to print diagnostics: the language, the files' lines, whether in colour."""

    translate: Translate
    lines: Lines
    colour: bool = False

    def full(self, found: Sequence[Diagnostic]) -> Iterator[str]:
        """Every diagnostic with its place, its lines and its remedy."""
        _ = self.translate
        for item in found:
            yield self._head(item)
            for line in () if item.secret else excerpt(item.primary, self.lines):
                yield self._paint("36" if line.endswith("^") else "2", line)
            for label in item.related:
                yield f"   {label.span}: {told(label.message, label.values, _)}"
            remedy = told(item.help, item.values, _)
            explain = f"vis explain {item.code}"
            yield f"   {_(_HELP)}: {remedy}  ·  {explain}" if remedy else f"   {_(_HELP)}: {explain}"
            yield ""

    def concise(self, found: Sequence[Diagnostic], note: str = "") -> Iterator[str]:
        """A line for each diagnostic; `note` at the end of it."""
        return (f"{self._head(item)} [{self.translate(note)}]" if note else self._head(item) for item in found)

    def gaps(self, found: Sequence[Diagnostic], summaries: Mapping[str, str]) -> Iterator[str]:
        """A line for each rule that found gaps, with how many."""
        by_code: dict[str, list[Diagnostic]] = {}
        for item in found:
            by_code.setdefault(item.code, []).append(item)
        for code, items in sorted(by_code.items()):
            values = {"total": len(items), **items[0].values, "count": len(items)}
            yield f"{self._paint(_COLOURS['gap'], self.translate('gap'))}[{code}] " + told(
                summaries.get(code) or N_("{count} times something is not known"), values, self.translate
            )

    def _head(self, item: Diagnostic) -> str:
        severity = self._paint(_COLOURS[item.severity], f"{self.translate(_SEVERITIES[item.severity])}[{item.code}]")
        return f"{self._place(item)}: {severity} {told(item.message, item.values, self.translate)}"

    def _place(self, item: Diagnostic) -> str:
        return fill("{place}", {"place": str(item.primary)}, str)

    def _paint(self, colour: str, text: str) -> str:
        return f"\x1b[{colour}m{text}\x1b[0m" if self.colour else text

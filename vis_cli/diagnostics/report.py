"""What a report for a forge is made of: diagnostics with their names, places in the repository, and which are old."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vis_cli.diagnostics.contact_data import told
from vis_cli.diagnostics.diagnostic import Diagnostic
from vis_cli.diagnostics.excerpt import Lines
from vis_cli.diagnostics.wording import Translate, fill
from vis_cli.errors import N_
from vis_cli.places import Span

BEFORE = N_("was there before the change")


@dataclass(frozen=True)
class Report:
    """Diagnostics on their way to a forge."""

    found: Sequence[Diagnostic]
    fingerprints: Sequence[str]
    """A name for each, which no other has; it stays when lines move."""
    translate: Translate
    lines: Lines
    below: str = ""
    """The register's folder in the repository; forges know paths from the top of that."""
    old: frozenset[int] | None = None
    """The indexes of those that were there before; None where no change is judged."""

    def path(self, span: Span) -> str:
        """The file's path from the top of the repository."""
        return posixpath.normpath(f"{self.below}/{span.path}") if self.below else span.path

    def end(self, span: Span) -> int:
        """The column just after its last character on its first line."""
        length = max(span.end - span.start, 1)
        text = self.lines(span.path, span.revision)
        room = len(text[span.line - 1]) + 1 - span.column if span.line <= len(text) else length
        return span.column + max(min(length, room), 1)

    def words(self) -> Iterator[tuple[int, Diagnostic, str]]:
        """(index, diagnostic, what is said of it with the remedy), in one line."""
        for index, item in enumerate(self.found):
            message = told(item.message, item.values, self.translate)
            if remedy := told(item.help, item.values, self.translate):
                message += f" ({remedy})"
            if item.primary.revision:  # the line is not one of the file that is shown
                message += fill(" [{place}]", {"place": str(item.primary)}, str)
            if self.old and index in self.old:
                message += f" [{self.translate(BEFORE)}]"
            yield index, item, message

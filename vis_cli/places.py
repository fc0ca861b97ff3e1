"""Places in a text: 1-based lines and columns for people, offsets for edits."""

from dataclasses import dataclass

Route = tuple[str | int, ...]
"""The keys and indexes that lead to a value: `("members", 1, "person")`."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the file at `path`; `start` and `end` are offsets in code points.

    `revision` names the commit where that is the file as it was, and not as it is.
    """

    path: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    revision: str = ""

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return f"{place} ({self.revision})" if self.revision else place


def span_at(path: str, text: str, start: int, end: int | None = None) -> Span:
    """The span of `text[start:end]`, with line and column counted from the text."""
    line_start = text.rfind("\n", 0, start) + 1
    return Span(path, text.count("\n", 0, start) + 1, start - line_start + 1, start, start if end is None else end)

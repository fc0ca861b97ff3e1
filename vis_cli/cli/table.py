"""A plain table: columns side by side, as wide as they need to be, the last one cut at the terminal's edge."""

import shutil
import sys

from vis_cli.diagnostics.wording import visible


def table(columns: list[str], rows: list[list[str]]) -> str:
    """Text lines; with a terminal no line is longer than it is wide."""
    cells = [[visible(cell) for cell in row] for row in [columns, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    limit = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    if limit:
        _narrow(widths, limit - 2 * (len(widths) - 1))
    lines = []
    for row in cells:
        shown = [_cut(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(f"{cell:<{width}}" for cell, width in zip(shown, widths, strict=True)).rstrip())
    return "\n".join(lines)


def _narrow(widths: list[int], limit: int) -> None:
    """Take from the widest column until all fit; from the first, by which things are named, only at last."""
    for first in (1, 0):
        while sum(widths) > limit and max(widths[first:], default=0) > 8:
            widths[widths.index(max(widths[first:]), first)] -= 1


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"

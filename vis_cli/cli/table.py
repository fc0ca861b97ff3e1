"""A plain table: columns side by side, as wide as they need to be, cut or wrapped at the terminal's edge."""

import shutil
import sys
import textwrap
from itertools import zip_longest

from vis_cli.diagnostics.wording import visible


def table(columns: list[str], rows: list[list[str]], *, wrap: bool = False) -> str:
    """Text lines; with a terminal no line is longer than it is wide: cells are cut, or with `wrap` go on below."""
    cells = [[visible(cell) for cell in row] for row in [columns, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    limit = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    if limit and wrap:
        return "\n".join(_wrapped(cells, widths, limit - 2 * (len(widths) - 1)))
    if limit:
        _narrow(widths, limit - 2 * (len(widths) - 1))
    lines = []
    for row in cells:
        shown = [_cut(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(f"{cell:<{width}}" for cell, width in zip(shown, widths, strict=True)).rstrip())
    return "\n".join(lines)


def _wrapped(cells: list[list[str]], widths: list[int], limit: int) -> list[str]:
    """The lines of a table with every cell whole, each column at least as wide as its longest word."""
    words = [max((len(word) for row in cells for word in row[i].split()), default=0) for i in range(len(widths))]
    fitted = [min(most, word) for most, word in zip(widths, words, strict=True)]
    _narrow(fitted, limit)
    while sum(fitted) < limit and fitted != widths:
        wanting = [i for i in range(len(widths)) if fitted[i] < widths[i]]
        fitted[max(wanting, key=lambda i: widths[i] / fitted[i])] += 1
    lines = []
    for row in cells:
        parts = [textwrap.wrap(cell, width) for cell, width in zip(row, fitted, strict=True)]
        for line in zip_longest(*parts, fillvalue=""):
            lines.append("  ".join(f"{part:<{width}}" for part, width in zip(line, fitted, strict=True)).rstrip())
    return lines


def _narrow(widths: list[int], limit: int) -> None:
    """Take from the widest column until all fit; from the first, by which things are named, only at last."""
    for first in (1, 0):
        while sum(widths) > limit and max(widths[first:], default=0) > 8:
            widths[widths.index(max(widths[first:]), first)] -= 1


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"

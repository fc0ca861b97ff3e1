"""A plain table: columns side by side, as wide as they need to be, cut or wrapped at the terminal's edge."""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Sequence
from itertools import zip_longest

from vis_cli.diagnostics.github import defused
from vis_cli.diagnostics.wording import visible

_FEW_WORDS = 12
"""How wide a column is at least where it is wrapped, so that it does not become one word a line."""
_BREAKS = re.compile(r"\s+|(?<=[^\W\d]{2}-)(?=[^\W\d])")
"""Where a text may go on in the next line: at a space, and after a hyphen between letters."""


def table(columns: list[str], rows: list[list[str]], *, wrap: bool = False) -> str:
    """Text lines; with a terminal no line is longer than it is wide: cells are cut, or with `wrap` go on below."""
    cells = [[_cell(text) for text in row] for row in [columns, *rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(columns))]
    limit = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    if limit and wrap:
        return "\n".join(_wrapped(cells, widths, limit - 2 * (len(widths) - 1)))
    if limit:
        _narrow(widths, limit - 2 * (len(widths) - 1))
    lines = []
    for row in cells:
        shown = [cut(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines.append("  ".join(f"{cell:<{width}}" for cell, width in zip(shown, widths, strict=True)).rstrip())
    return "\n".join(lines)


def _cell(text: str) -> str:
    """What a terminal may show of a text, and a runner that logs it."""
    shown = visible(text)
    return defused(shown) if os.environ.get("GITHUB_ACTIONS") == "true" else shown


def _wrapped(cells: list[list[str]], widths: list[int], limit: int) -> list[str]:
    """The lines of a table with every cell whole, each column at least as wide as its longest word, or a few short."""
    words = [max(len(part) for row in cells for part in _BREAKS.split(row[i])) for i in range(len(widths))]
    fitted = [min(most, max(word, _FEW_WORDS)) for most, word in zip(widths, words, strict=True)]
    _narrow(fitted, limit, words)
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


def _narrow(widths: list[int], limit: int, least: Sequence[int] = ()) -> None:
    """Take from the widest column until all fit; from the first, by which things are named, only at last.

    No column becomes narrower than its `least`, by which no word has to be broken, nor than a few characters.
    """
    for first in (1, 0):
        while sum(widths) > limit:
            over = [i for i in range(first, len(widths)) if widths[i] > max(8, *least[i : i + 1], 0)]
            if not over:
                break
            widths[max(over, key=lambda i: widths[i])] -= 1


def cut(text: str, width: int) -> str:
    """The text in so many columns at most."""
    return text if len(text) <= width else f"{text[: width - 1]}…"

"""Tables: the widths of their columns from what is in them, a header always, labels and values apart."""

import re
from collections.abc import Callable, Sequence

from markdown_it.tree import SyntaxTreeNode as Node

from vis_cli.documents.typst import array, at, call, joined

NARROW = 14
"""A column with at most so many characters is as wide as its text; the others share the rest."""

LONGEST_WHOLE = 19
"""A column of dates, with a heading of one word, or of few, is as wide as its text up to so many characters."""
FEW = 3
_DATED = re.compile(r"\b\d{4}\b")

LONG = 500
"""A row with a longer cell may go on on the next page."""

_Content = Callable[[Node], str]


def table(node: Node, content: _Content) -> str:
    """The table as Typst: `facts` where every first cell is a label in bold, else a table with a header."""
    head, *rows = [row for part in node.children for row in part.children]
    lines = [_row(row, content) for row in rows]
    header = call("table.header", *(content(cell) for cell in head.children))
    if rows and len(head.children) == 2 and all(_is_label(row.children[0]) for row in rows):
        return call("facts", header, *lines, columns=array(_label_widths(rows)))
    align = array(str(cell.attrs.get("style", "text-align:left")).partition(":")[2] for cell in head.children)
    widths = _widths([head, *rows])
    made = call("table", header, *lines, columns=array(widths), align=align)
    return joined(["set text(hyphenate: true)", made]) if _has_long_words(rows, widths) else made


def text_of(node: Node) -> str:
    """The text of a node, without its marks."""
    return "".join(part.content for part in node.walk() if part.type in ("text", "code_inline"))


def marks(node: Node) -> list[Node]:
    """What a paragraph or a cell is made of, without the empty texts that the parser leaves."""
    inner = node.children[0].children if node.children else []
    return [mark for mark in inner if mark.type != "text" or mark.content]


def _row(row: Node, content: _Content) -> str:
    long = any(len(text_of(cell)) > LONG for cell in row.children)
    cells = [content(cell) for cell in row.children]
    if long:
        cells = [call("table.cell", cell, breakable="true") for cell in cells]
    return at(row.map[0] + 1 if row.map else 1, ", ".join(cells))


def _has_long_words(rows: Sequence[Node], widths: Sequence[str]) -> bool:
    """Whether a word of a column that shares the width may have to be divided."""
    cells = (cell for row in rows for cell, width in zip(row.children, widths, strict=True) if width != "auto")
    return any(len(word) > NARROW for cell in cells for word in text_of(cell).split())


def _is_label(cell: Node) -> bool:
    return [mark.type for mark in marks(cell)] == ["strong"]


def _is_whole(column: Sequence[str], *, few: bool) -> bool:
    """Whether nothing in the column is to be divided: dates, narrow cells below a heading of one word, one of few."""
    head, *cells = column
    if max(map(len, column)) > LONGEST_WHOLE:
        return False
    return (
        few
        or all(_DATED.search(cell) or len(cell) <= 1 for cell in cells)
        or (" " not in head and all(len(cell) <= NARROW for cell in cells))
    )


def _label_widths(rows: Sequence[Node]) -> list[str]:
    longest = max(len(text_of(row.children[0])) for row in rows)
    return ["auto", "1fr"] if longest <= 2 * NARROW else ["2fr", "5fr"]


def _widths(rows: Sequence[Node]) -> list[str]:
    """`auto` for a narrow column, a column of dates, and one that only its heading, a single word, makes wide.

    Else a share that grows more slowly than the text; one column at least shares.
    """
    texts = [[text_of(cell) for cell in column] for column in zip(*(row.children for row in rows), strict=True)]
    longest = [max(map(len, column)) for column in texts]
    whole = [
        most <= NARROW or _is_whole(column, few=len(texts) <= FEW) for most, column in zip(longest, texts, strict=True)
    ]
    widths = ["auto" if each else f"{min(most, 200) ** 0.6:.1f}fr" for each, most in zip(whole, longest, strict=True)]
    if all(width == "auto" for width in widths):
        widths[longest.index(max(longest))] = "1fr"
    return widths

"""Tables as CSV, safe to open in a spreadsheet: no cell can be taken for a formula.

A spreadsheet reckons with a cell that begins with `=`, `+`, `-` or `@`, and some strip white space, byte order marks
and other signs that cannot be seen before they look. Such a text gets an apostrophe in front of it, as spreadsheets
themselves write "this is text".
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Literal

Cell = str | int | None
Delimiter = Literal[",", ";"]

BOM = "\ufeff"
_FORMULA = frozenset("=+-@|%\u2212")
"""What begins a formula or a command of a spreadsheet; full-width forms are made into these first."""
_TEXT = "'"


def cell(value: Cell) -> str:
    """The text of a cell, harmless in a spreadsheet. A whole number is one, its sign too."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    text = "".join(sign for sign in value if sign in "\t\r\n" or sign.isprintable() or not _controls(sign))
    if text[:1] in ("\t", "\r", "\n") or _begins_formula(text):
        return _TEXT + text
    return text


def table(
    columns: Sequence[str], rows: Iterable[Sequence[Cell]], *, delimiter: Delimiter = ";", bom: bool = True
) -> bytes:
    """A table as CSV (RFC 4180) in UTF-8: with semicolons and a byte order mark as Excel in Swedish wants it."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([cell(column) for column in columns])
    for row in rows:
        writer.writerow([cell(value) for value in row])
    return ((BOM if bom else "") + written.getvalue()).encode()


def _begins_formula(text: str) -> bool:
    for sign in text:
        if sign.isspace() or not sign.isprintable():
            continue
        return unicodedata.normalize("NFKC", sign)[:1] in _FORMULA
    return False


def _controls(sign: str) -> bool:
    """Whether it is a control sign (NUL, escape …), which no table has a use for."""
    return unicodedata.category(sign) in ("Cc", "Cs")

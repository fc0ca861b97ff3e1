"""Tables that people keep in a spreadsheet, CSV or XLSX, as texts: nothing is computed, and all is bounded.

What a cell cannot tell (a formula, an error) is a fault of that cell. Raises Failure where the file is no table.
"""

import codecs
import csv
import datetime as dt
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.errors import N_, Failure

MAX_BYTES = 5 * 1024 * 1024
MAX_UNPACKED = 20 * 1024 * 1024
MAX_ROWS = 5000
MAX_COLUMNS = 50
MAX_CELL = 5000
"""Characters."""
_WITHIN = 100_000
"""How far down a sheet is looked, past rows that are empty."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its column as a spreadsheet names it, its text, and what is wrong with it."""

    column: str
    text: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not empty, by its number in the sheet."""

    number: int
    cells: tuple[Cell, ...]


def read_sheet(data: bytes) -> tuple[Row, ...]:
    """The rows of a table that are not empty; the first is the header."""
    if len(data) > MAX_BYTES:
        raise Failure(N_("the table is larger than {limit} MiB"), limit=MAX_BYTES // 1024**2)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Failure(
            N_("this is an old or a locked Excel file"), hint=N_("save it as .xlsx without a password, or as .csv")
        )
    found = _workbook(data) if data.startswith(b"PK") else _csv(_decoded(data))
    return tuple(_bounded(found))


def _bounded(rows: Iterable[tuple[int, Sequence[tuple[str, str]]]]) -> Iterator[Row]:
    count = 0
    for number, values in rows:
        cells = tuple(
            Cell(_letter(index), *_checked(text, fault)) for index, (text, fault) in enumerate(values) if text or fault
        )
        if not cells:
            continue
        count += 1
        if count > MAX_ROWS:
            raise Failure(N_("the table has more than {limit} rows"), limit=MAX_ROWS)
        if len(values) > MAX_COLUMNS and any(text or fault for text, fault in values[MAX_COLUMNS:]):
            raise Failure(N_("row {row} has more than {limit} columns"), row=number, limit=MAX_COLUMNS)
        yield Row(number, cells)


def _checked(text: str, fault: str) -> tuple[str, str]:
    if len(text) > MAX_CELL:
        return "", N_("the cell holds more than {limit} characters")
    return text, fault


def _letter(index: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


# --- CSV --------------------------------------------------------------------------------------------------------------


def _decoded(data: bytes) -> str:
    """UTF-8, UTF-16 with its mark, or else what Windows in Sweden writes."""
    encodings = ["utf-16"] if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _no_table()


def _no_table() -> Failure:
    return Failure(N_("the file is neither CSV nor XLSX"), hint=N_("save the table as .xlsx, or as CSV in UTF-8"))


def _csv(text: str) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        for number, row in enumerate(rows, 1):
            yield number, [_said(" ".join(value.split())) for value in row]
    except csv.Error as error:
        raise Failure(
            N_("the CSV cannot be read: {reason}"), hint=N_("save the table as .xlsx instead"), reason=str(error)
        ) from None


def _said(text: str) -> tuple[str, str]:
    return (text, N_("the cell holds a formula")) if text.startswith("=") else (text, "")


def _delimiter(text: str) -> str:
    """The sign that stands most often in the first row, outside of quotes; a comma where none does."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    plain = "".join(part for index, part in enumerate(first.split('"')) if index % 2 == 0)
    return max(",;\t", key=plain.count)


# --- XLSX -------------------------------------------------------------------------------------------------------------


def _workbook(data: bytes) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    import openpyxl

    _refuse_bomb(data)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if not sheets:
            raise Failure(N_("the workbook has no sheet that is shown"))
        found = list(_filled(sheets[0].iter_rows(max_col=MAX_COLUMNS + 1)))
        others = [sheet for sheet in sheets[1:] if next(_filled(sheet.iter_rows(max_row=9, max_col=9)), None)]
    except Failure:
        raise
    except Exception as error:  # a file made to break it raises whatever it likes, in any of its readers
        raise _broken(type(error).__name__) from None
    if others:
        raise Failure(
            N_("the workbook has several sheets with data: {sheets}"),
            hint=N_("keep only the one with the decisions, or hide the others"),
            sheets=", ".join(str(sheet.title) for sheet in [sheets[0], *others]),
        )
    yield from found


def _filled(rows: Iterable[Any]) -> Iterator[tuple[int, list[tuple[str, str]]]]:
    for number, row in enumerate(rows, 1):
        if number > _WITHIN:
            raise Failure(N_("the table has more than {limit} rows"), limit=_WITHIN)
        values = [_value(cell) for cell in row]
        if any(text or fault for text, fault in values):
            yield number, values


def _refuse_bomb(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(item.file_size for item in archive.infolist())
            if "xl/workbook.xml" not in archive.namelist():
                raise _no_table()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
        raise _broken("zip") from None
    if size > MAX_UNPACKED:  # no part can unpack to more than it says: the reader stops there
        raise Failure(N_("the workbook unpacks to more than {limit} MiB"), limit=MAX_UNPACKED // 1024**2)


def _broken(reason: str) -> Failure:
    return Failure(
        N_("the workbook cannot be read: {reason}"),
        hint=N_("open and save it in a spreadsheet program, or save the table as CSV"),
        reason=reason,
    )


def _value(cell: Any) -> tuple[str, str]:
    """(text, fault) of a cell; numbers as they are written, dates as dates."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return str(value)[:MAX_CELL], N_("the cell holds a formula")
    if cell.data_type == "e":
        return str(value), N_("the cell holds an error")
    if isinstance(value, dt.datetime):
        exact = value.time() == dt.time()
        return value.date().isoformat() if exact else value.isoformat(" "), ""
    if isinstance(value, dt.date):
        return value.isoformat(), ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), ""
    return " ".join(str(value).split()), ""

"""Many decisions at once, from a table with a header: all of them or none, and every fault with its row and column."""

import datetime as dt
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from vis_cli.actions.agreement.decisions import Ledger, party_named
from vis_cli.actions.agreement.outcomes import outcome_named
from vis_cli.actions.step import FORBIDDEN, Forbidden, Step, line, when
from vis_cli.errors import N_, Failure
from vis_cli.facts.spelling import words
from vis_cli.facts.versions import version_of, versions
from vis_cli.model.adoption import PartyDecision
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry
from vis_cli.source.sheet import MAX_CELL, Cell, Row

HEADERS = {
    "party": ("part", "party", "kommun", "huvudman", "organisation", "namn"),
    "outcome": ("utfall", "outcome", "beslut", "ställningstagande", "status", "decision"),
    "date": ("datum", "date", "beslutsdatum", "beslutad", "sammanträdesdatum"),
    "body": (
        "organ",
        "body",
        "beslutsorgan",
        "beslutande organ",
        "instans",
        "beslutad av",
        "beslutat av",
        "decided by",
    ),
    "reference": ("referens", "reference", "paragraf", "§", "diarienummer", "dnr", "beteckning"),
    "reservation": ("förbehåll", "reservation"),
    "applies_from": ("gäller från", "applies from"),
    "last_day": ("sista dag", "last day"),
    "version": ("version",),
}
"""What a column can be called, for each key of a decision."""

_READ: Mapping[str, Callable[[str], Any]] = {
    "outcome": outcome_named,
    "date": when,
    "applies_from": when,
    "last_day": when,
    "body": line,
    "reference": line,
    "reservation": str.strip,
}


@dataclass(frozen=True, slots=True)
class CellFault:
    """What is wrong with a row, and with which of its columns; a column that is not there is empty."""

    row: int
    column: str
    header: str
    failure: Failure


class TableFaults(Failure):
    """The table cannot be recorded; nothing of it is. `faults` are all that were found."""

    def __init__(self, faults: Sequence[CellFault]) -> None:
        super().__init__(
            N_("nothing was recorded: faults in the table: {count}"), exit_code=FORBIDDEN, count=len(faults)
        )
        self.faults = tuple(faults)


def decide_all(
    registry: Registry,
    version: Record[Version],
    rows: Sequence[Row],
    today: dt.date,
    given: Mapping[str, Any],
    implied: Collection[str] = (),
) -> Step:
    """Record every row as a decision about the version, or about the one that the row names.

    `given` holds what is the same for all rows and has no column; `implied` are those keys of it that the command
    says by its name, where a column may say otherwise. Raises TableFaults with all that is wrong.
    """
    if not rows:
        raise Failure(
            N_("the table is empty"), hint=N_("the first row names the columns: part, utfall, datum, organ, referens")
        )
    table = _Table(registry, version, given, implied, Ledger(registry, today))
    table.header(rows[0])
    table.refuse_twice()
    if not table.faults:
        for row in rows[1:]:
            table.row(row)
    if table.faults:
        raise TableFaults(table.faults)
    if len(rows) == 1:
        raise Failure(N_("the table has a header and nothing below it"))
    return table.ledger.step()


class _Table:
    def __init__(
        self,
        registry: Registry,
        version: Record[Version],
        given: Mapping[str, Any],
        implied: Collection[str],
        ledger: Ledger,
    ) -> None:
        self.registry, self.version, self.given, self.implied, self.ledger = registry, version, given, implied, ledger
        self.columns: dict[str, tuple[str, str]] = {}  # by key: the letter and the header
        self.faults: list[CellFault] = []
        self.failed: set[tuple[str, str]] = set()  # (version, party): what follows from a fault is not another

    def header(self, row: Row) -> None:
        by_name = {" ".join(words(name)) or name: key for key, names in HEADERS.items() for name in (key, *names)}
        for cell in row.cells:
            wanted = " ".join(words(cell.text)) or cell.text
            key = by_name.get(wanted)
            if key is None:
                near = get_close_matches(wanted, by_name, 1, 0.7)
                failure = Failure(
                    N_("no such column is known"),
                    hint=N_("did you mean {near}?") if near else N_("the columns are {columns}"),
                    near=f"`{near[0]}`" if near else "",
                    columns=", ".join(names[0] for names in HEADERS.values()),
                )
                self.faults.append(CellFault(row.number, cell.column, cell.text, failure))
            elif key in self.columns:
                other = Failure(N_("column {column} says the same already"), column=self.columns[key][0])
                self.faults.append(CellFault(row.number, cell.column, cell.text, other))
            else:
                self.columns[key] = (cell.column, cell.text)
        for key in ("party", "outcome", "date"):
            if key not in self.columns and key not in self.given and not self.faults:
                missing = Failure(N_("the column `{header}` is missing"), header=HEADERS[key][0])
                self.faults.append(CellFault(row.number, "", "", missing))

    def refuse_twice(self) -> None:
        """Raise Failure where an option and a column say the same: which of them is meant, nobody can tell."""
        twice = [key for key in self.given if key in self.columns and key not in self.implied]
        if twice:
            raise Failure(
                N_("{options} is said by a column of the table too: {headers}"),
                hint=N_("leave out one of them; an option is for what is the same in every row"),
                options=", ".join(f"--{key.replace('_', '-')}" for key in twice),
                headers=", ".join(f'"{self.columns[key][1]}"' for key in twice),
            )

    def row(self, row: Row) -> None:
        before = len(self.faults)
        cells = {cell.column: cell for cell in row.cells}
        found: dict[str, Any] = dict(self.given)
        for key, (column, header) in self.columns.items():
            cell = cells.pop(column, None)
            if cell is not None and (cell.text or cell.fault):
                self._take(row, key, cell, header, found)
        for cell in cells.values():
            beside = Failure(N_("the column has no header"), hint=N_("name it in the first row, or empty it"))
            self.faults.append(CellFault(row.number, cell.column, "", beside))
        for key in ("party", "outcome", "date"):
            if key not in found and len(self.faults) == before:
                column, header = self.columns.get(key, ("", ""))
                self.faults.append(CellFault(row.number, column, header, Failure(N_("the cell is empty"))))
        if len(self.faults) == before:
            self._record(row, found)
        elif "party" in found and "version" not in found:
            self._party(row, before, found["party"])

    def _take(self, row: Row, key: str, cell: Cell, header: str, found: dict[str, Any]) -> None:
        """Read a cell into `found`; a fault leaves it out."""
        try:
            if cell.fault:
                raise Failure(cell.fault, hint=N_("write the value itself"), limit=MAX_CELL)
            if any(unicodedata.category(sign) == "Cc" and sign not in "\n\r\t" for sign in cell.text):
                raise Failure(N_("the cell holds a control character"), hint=N_("write the value anew"))
            found[key] = _READ[key](cell.text) if key in _READ else cell.text
        except Failure as failure:
            self.faults.append(CellFault(row.number, cell.column, header, failure))

    def _party(self, row: Row, before: int, named: str) -> None:
        """Tell of a party that there is not, first of the faults of its row."""
        try:
            party_named(self.registry, self.version, named)
        except Failure as failure:
            self.faults.insert(before, CellFault(row.number, *self.columns.get("party", ("", "")), failure))

    def _record(self, row: Row, found: dict[str, Any]) -> None:
        about = "version"
        named = party = found.pop("party")
        number = found.pop("version", None)
        try:
            version = self._version(number) if number else self.version
            about = "party"
            party = party_named(self.registry, version, named)
            if (version.id, party) not in self.failed:
                about = "outcome"
                self.ledger.add(version, party, PartyDecision.model_construct(**found))
        except Failure as failure:
            about = failure.about if isinstance(failure, Forbidden) else about
            if about not in ("version", "party"):
                self.failed.add((version.id, party))
            column, header = self.columns.get(about, ("", ""))
            self.faults.append(CellFault(row.number, column, header, failure))

    def _version(self, number: str) -> Record[Version]:
        agreement = self.version.entity.agreement
        number = f"{number}.0" if number.isdigit() else number.replace(",", ".")  # a spreadsheet makes numbers of them
        if found := version_of(self.registry, agreement, number):
            return found
        raise Failure(
            N_("`{id}` has no version `{version}`"),
            hint=N_("there is: {versions}"),
            id=agreement,
            version=number,
            versions=", ".join(item.entity.version for item in versions(self.registry, agreement)),
        )

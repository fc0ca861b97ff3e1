"""The account of a fund in lines, and as data."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.fund import words
from vis_cli.cli.fund.lines import aligned, sum_data
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_
from vis_cli.facts.fund_names import portion_name, purpose_name

if TYPE_CHECKING:
    from vis_cli.facts.fund_account import Account, Row
    from vis_cli.model.fund import Fund

_HEADS = (
    *(N_("portion and purpose"), N_("received"), N_("decided on"), N_("used"), N_("accounted for")),
    *(N_("returned"), N_("left")),
)


def table_of(fund: "Fund", found: "Account") -> Iterator[str]:
    """A row for each portion and purpose, and the whole; then what lacks its ground."""
    every = (*found.rows, found.whole)
    rows = [
        [called(fund, row, whole=row is found.whole), *(words.plain_money(sum) for sum in found.told(row).values())]
        for row in every
    ]
    yield from aligned([_(head) for head in _HEADS], rows, 1)
    if notes := [note for row in found.groundless for note in _notes(fund, row, whole=found.is_whole(row))]:
        yield from ("", *notes)


def called(fund: "Fund", row: "Row", *, whole: bool = False) -> str:
    """What a row is of."""
    if whole:
        return _(N_("the whole"))
    if row.purpose:
        return f"  {visible(purpose_name(fund, row.purpose))}"
    return visible(portion_name(fund, row.portion)) if row.portion else _(N_("of no portion"))


def _notes(fund: "Fund", row: "Row", *, whole: bool) -> Iterator[str]:
    name = called(fund, row, whole=whole).strip()
    if row.undecided:
        yield fill(
            N_("{name}: {money} used without a decision"), {"name": name, "money": words.money(row.undecided)}, _
        )
    if row.unused:
        yield fill(N_("{name}: {money} reported without use"), {"name": name, "money": words.money(row.unused)}, _)


def as_data(found: "Account") -> dict[str, Any]:
    """The account as data."""
    return {"rows": [_row(row) for row in found.rows], "whole": _row(found.whole)}


def _row(row: "Row") -> dict[str, Any]:
    names = ("received", "decided", "used", "reported", "returned", "left", "unreported")
    sums = {name: sum_data(getattr(row, name)) for name in names}
    return {
        "portion": row.portion,
        "purpose": row.purpose,
        **sums,
        "used_without_decision": sum_data(row.undecided),
        "reported_without_use": sum_data(row.unused),
    }

"""The lines of a fund's account as CSV: one a row, with what it was for and who decided it. (P-55)"""

from collections.abc import Iterator

from vis_cli.documents.csv import Cell, table
from vis_cli.documents.fund_words import ENTRIES
from vis_cli.facts.fund_account import account
from vis_cli.facts.fund_names import portion_name, purpose_name
from vis_cli.facts.names import full_name
from vis_cli.model.fund import Entry, Fund
from vis_cli.registry import Registry

_COLUMNS = (
    *("datum", "händelse", "kronor", "noggrannhet", "post", "ändamål", "av", "avser"),
    *("beslutat vid", "punkt", "redovisningskrav", "källor", "rad"),
)
_EXACT = {"exact": "exakt", "about": "cirka", "more-than": "drygt", "less-than": "knappt"}


def sheet(registry: Registry, fund: Fund) -> bytes:
    """The table, in the order of the days."""
    return table(_COLUMNS, (list(_row(registry, fund, entry)) for entry in account(registry, fund).entries))


def _row(registry: Registry, fund: Fund, entry: Entry) -> Iterator[Cell]:
    yield entry.date.isoformat()
    yield ENTRIES[entry.type]
    yield entry.money.kronor
    yield _EXACT[entry.money.qualifier]
    yield portion_name(fund, entry.portion)
    yield purpose_name(fund, entry.purpose)
    yield full_name(registry, entry.by) if entry.by else ""
    yield entry.text
    yield entry.at.meeting if entry.at else ""
    yield entry.at.item if entry.at else ""
    yield next((duty.text for duty in fund.duties if duty.id == entry.duty), entry.duty)
    yield ", ".join((*entry.sources, *entry.money.sources))
    yield entry.id

"""The account of a fund as it is reported (*återredovisning*): sums by portion and purpose, every line, what is left.

What was used without a decision, or reported without use, is said. (D-26, R-FUN-6, 003:98)
"""

from collections.abc import Iterator
from typing import Any

from vis_cli.documents import fund_words as words
from vis_cli.documents import markdown
from vis_cli.documents.document import Document
from vis_cli.documents.fund_head import files, head
from vis_cli.documents.names import Names
from vis_cli.facts.allocation import whole
from vis_cli.facts.fund_account import Account, Row, account
from vis_cli.facts.fund_decision import decided
from vis_cli.facts.fund_names import portion_name, purpose_name
from vis_cli.facts.kronor import stated
from vis_cli.facts.names import full_name
from vis_cli.model.fund import Entry, Fund
from vis_cli.registry import Record, Registry

_INDENT = "–\N{NO-BREAK SPACE}"


def fund_account(registry: Registry, record: Record[Fund]) -> Document:
    """The account as it is now; its own date is that of its last line."""
    own, found = record.entity, account(registry, record.entity)
    total, standing = whole(own), decided(registry, own)
    title = f"Redovisning av {own.name}"
    context = head(registry, own) | {
        "title": title,
        "total": words.kronor(total) if total else None,
        "standing": words.standing(registry, standing) if own.portions else None,
        "rows": [_row(own, found, row, whole=row is found.whole) for row in (*found.rows, found.whole)],
        "entries": [_entry(registry, own, entry) for entry in found.entries],
        "faults": list(_faults(own, found)),
        "duties": [
            {
                "text": duty.text,
                "due": words.when(duty.due) if duty.due else None,
                "owner": full_name(registry, duty.owner) if duty.owner else None,
                "done": duty.done.isoformat() if duty.done else None,
                "report": duty.report,
            }
            for duty in own.duties
        ],
        "conditions": [markdown.field(condition.text) for condition in own.conditions],
    }
    return Document(
        template="fund-account.md.j2",
        title=title,
        subject=f"Mottaget, beslutat, använt och återredovisat: {own.name}",
        organisation=context["organisation"],
        day=found.entries[-1].date if found.entries else None,
        state="Redovisning",
        context=context,
        files=files(registry, [record, standing.meeting]),
    )


def _row(fund: Fund, found: Account, row: Row, *, whole: bool) -> dict[str, Any]:
    sums = {name: words.cell(sum, "–") for name, sum in found.told(row).items()}
    return {"indent": _INDENT * row.depth, "text": _called(fund, row, whole=whole), "whole": whole, **sums}


def _called(fund: Fund, row: Row, *, whole: bool) -> str:
    if whole:
        return "Hela beloppet"
    if row.purpose:
        return purpose_name(fund, row.purpose)
    return portion_name(fund, row.portion) if row.portion else "Utan post"


def _faults(fund: Fund, found: Account) -> Iterator[str]:
    for row in found.groundless:
        name = _called(fund, row, whole=found.is_whole(row))
        if row.undecided:
            yield f"{name}: {words.kronor(row.undecided)} är använt utan beslut."
        if row.unused:
            yield f"{name}: {words.kronor(row.unused)} är återredovisat utan att vara använt."


def _entry(registry: Registry, fund: Fund, entry: Entry) -> dict[str, Any]:
    names = Names(registry)
    about = [portion_name(fund, entry.portion), purpose_name(fund, entry.purpose), entry.text]
    return {
        "date": entry.date.isoformat(),
        "type": words.ENTRIES[entry.type],
        "about": [text for text in about if text],
        "by": full_name(registry, entry.by) if entry.by else None,
        "at": names.day_of(entry.at.meeting) if entry.at else None,
        "kronor": words.cell(stated(entry.money)),
    }

"""A fund in lines, and as data: what is known of it, how it is allocated, and why something cannot be said."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.fund import words
from vis_cli.cli.language import _
from vis_cli.cli.table import cut, table
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.allocation import Allocation, Share
    from vis_cli.facts.allocation_tried import Compared
    from vis_cli.facts.kronor import Sum
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Registry

_IN = "  "
_FEW = 12


def allocated(registry: "Registry", fund: "Fund", found: "Allocation") -> Iterator[str]:
    """The allocation as a table, then its roundings and what cannot be said."""
    from vis_cli.facts.allocation import Left

    rows, notes = [], []
    for line in found.lines:
        indent = _IN * line.depth
        if isinstance(line, Left):
            rows.append([indent + _(N_("allocated to nobody")), "", words.money(line.money)])
            continue
        name = visible(line.portion.text)
        rows.append([f"{indent}{name}", _(words.RULES[line.portion.rule]), words.money(line.money)])
        if line.unknown:
            notes.append(f"{name}: {words.reason(registry, fund, line.unknown)}")
        for share in line.shares:
            who = words.receiver(registry, share)
            rows.append([f"{indent}{_IN}{who}", words.of_share(line, share), words.money(share.money)])
    yield from aligned([_(N_("portion")), _(N_("rule")), _(N_("amount"))], rows, 2)
    if notes:
        yield from ("", *notes)
    yield from roundings(registry, found)


def roundings(registry: "Registry", found: "Allocation") -> Iterator[str]:
    """What each part would be exactly and what was added, below an empty line; nothing where all is whole."""
    said = []
    for line in found.portions:
        for share in line.shares:
            if rounded := words.rounding(share):
                values = {"who": words.receiver(registry, share), "exactly": rounded}
                said.append(fill(N_("{who}: {exactly}, before rounding"), values, _))
    if said:
        yield from ("", *said)


def compared(
    registry: "Registry", now: "Fund", then: "Fund", rows: "Sequence[Compared]", sums: "tuple[Sum | None, Sum | None]"
) -> Iterator[str]:
    """Now and as tried, side by side."""
    from vis_cli.facts.fund_names import receivers

    cells, notes = [], []
    before, after = sums
    cells.append([_(N_("the whole")), words.money(before), words.money(after), _difference(before, after)])
    for row in rows:
        name = visible(row.portion.text) if row.is_portion else words.together(receivers(registry, row.of, row.side))
        tried = words.money(row.then)
        if row.joined:
            tried = fill(N_("by itself {money}"), {"money": words.money(row.alone)}, _)
        change = "" if row.joined else words.signed(row.difference)
        cells.append([f"{_IN * row.depth}{name}", words.money(row.now), tried, change])
        for fund, why, when in ((now, row.why_now, N_("now")), (then, row.why_then, N_("tried"))):
            if why:
                notes.append(f"{name}, {_(when)}: {words.reason(registry, fund, why)}")
    heads = [N_("portion"), N_("now"), N_("tried"), N_("difference")]
    yield from aligned([_(head) for head in heads], cells, 1)
    if notes:
        yield ""
        yield from notes


def _difference(before: "Sum | None", after: "Sum | None") -> str:
    from vis_cli.facts.allocation_tried import difference

    if before is None or after is None:
        return "–"
    return words.signed(difference(before, after))


def aligned(columns: list[str], rows: list[list[str]], first: int) -> list[str]:
    """A table whose columns from `first` on are kronor, set to the right; where it is too wide, names are cut."""
    every = [columns, *rows]
    widths = [max(len(row[i]) for row in every) for i in range(len(columns))]
    limit = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    if limit:
        widths[0] = min(widths[0], max(_FEW, limit - sum(widths[1:]) - 2 * (len(widths) - 1)))
    named = [[cut(row[0], widths[0]), *row[1:]] for row in every]
    set_right = [[cell.rjust(widths[i]) if i >= first else cell for i, cell in enumerate(row)] for row in named]
    return table(set_right[0], set_right[1:]).split("\n")


def sum_data(sum: "Sum | None") -> dict[str, Any] | None:
    """Kronor as data."""
    return {"kronor": sum.kronor, "qualifier": sum.qualifier} if sum else None


def allocation_data(found: "Allocation") -> dict[str, Any]:
    """The allocation as data."""
    from vis_cli.facts.allocation import Left

    return {
        "total": sum_data(found.total),
        "portions": [
            {
                "id": line.portion.id,
                "of": line.portion.of,
                "side": line.portion.side,
                "rule": line.portion.rule,
                "amount": sum_data(line.money),
                "unknown": line.unknown.reason if line.unknown else None,
                "unknown_about": list(line.unknown.about) if line.unknown else [],
                "shares": [_share_data(share) for share in line.shares],
            }
            for line in found.portions
        ],
        "allocated_to_nobody": [
            {"of": line.of, "side": line.side, "amount": sum_data(line.money)}
            for line in found.lines
            if isinstance(line, Left)
        ],
    }


def _share_data(share: "Share") -> dict[str, Any]:
    return {
        "to": list(share.to),
        "side": share.side,
        "weight": share.weight,
        "weights": share.weights,
        "amount": sum_data(share.money),
        "exactly": str(share.before) if share.before is not None else None,
        "rounding": str(share.added) if share.added is not None else None,
    }


def compared_data(rows: "Sequence[Compared]") -> list[dict[str, Any]]:
    """The comparison as data."""
    return [
        {
            "portion": row.portion.id,
            "to": list(row.of),
            "side": row.side,
            "now": sum_data(row.now),
            "tried": sum_data(row.then),
            "difference": sum_data(row.difference),
            "joined": row.joined,
            "by_itself": sum_data(row.alone),
        }
        for row in rows
    ]

"""Area by type of forum: a grid that fits a narrow terminal, and the same in words with what cannot be known."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import spoken
from vis_cli.cli.forum.words import MANY, ONE, SHORT, STATES, capital
from vis_cli.cli.language import _
from vis_cli.cli.lines import bold, heading, item, width, wrapped
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.forum_counts import Count
    from vis_cli.facts.forums import Cell
    from vis_cli.model.area import Area
    from vis_cli.model.forum import Forum, ForumType
    from vis_cli.registry import Record, Registry

_WIDE = 80
_FEW, _NAMED = 6, 12
"""So many areas that share one, or of which nobody knows, are named; of more only the number is said."""


def as_lines(
    rows: "Sequence[Sequence[Cell]]",
    counts: "Sequence[Count]",
    unplaced: "Sequence[Record[Forum]]" = (),
    *,
    whole: bool = False,
) -> Iterator[str]:
    """The grid, what its marks mean, and every type in words. Areas and types of which nothing is known are named."""
    told = [row for row in rows if whole or any(cell.state != "unknown" for cell in row)]
    known = {count.type for count in counts if count.known} | {record.entity.type for record in unplaced}
    shown = [at for at in range(len(rows[0])) if any(row[at].state != "unknown" for row in rows)] if rows else []
    if told and shown:
        for block in _blocks(told, shown):
            cells = [[row[0].area.entity.name, *(_cell(row[at]) for at in block)] for row in told]
            yield table(["", *(_(SHORT[told[0][at].type]) for at in block)], cells)
            yield ""
        if marks := list(_marks([row[at] for row in told for at in shown])):
            yield from (*marks, "")
    for count in counts:
        if count.known:
            yield from sentences(count)
    if unplaced:
        yield from ("", heading(_(N_("Tied to no area"))))
        for record in unplaced:
            yield from item(f"{record.name} ({_(ONE[record.entity.type])})")
    silent = [row[0].area.entity.name for row in rows if row not in told]
    if silent and told:
        values = {"count": len(silent), "areas": ", ".join(silent)}
        yield from (
            "",
            *wrapped(fill(N_("Nothing is known in these areas ({count}): {areas}."), values, _), "   ", first=""),
        )
    missing = [_(MANY[cell.type]) for cell in rows[0] if cell.type not in known] if rows else []
    if missing:
        values = {"types": ", ".join(missing)}
        yield from ("", *wrapped(fill(N_("Nothing is known of: {types}."), values, _), "   ", first=""))


def _blocks(rows: "Sequence[Sequence[Cell]]", shown: Sequence[int]) -> Iterator[list[int]]:
    """The columns in as many grids as it takes for each to fit."""
    first = max(len(row[0].area.entity.name) for row in rows)
    block: list[int] = []
    room = limit = min(width(), _WIDE) - first
    for at in shown:
        wide = 2 + max(len(_(SHORT[rows[0][at].type])), *(len(_cell(row[at])) for row in rows))
        if block and wide > room:
            yield block
            block, room = [], limit
        block.append(at)
        room -= wide
    if block:
        yield block


def _cell(cell: "Cell") -> str:
    word = _(STATES[cell.state])
    if cell.state == "yes":
        word = str(cell.number) if cell.number is not None else _(N_("shared")) if cell.shared else word
    return f"{word}{'' if cell.sure else '~'}{'*' if cell.before else ''}"


def _marks(cells: "Sequence[Cell]") -> Iterator[str]:
    """What the marks in the grid mean."""
    if any(cell.state == "unknown" for cell in cells):
        yield from wrapped(_(N_("? not known")), "   ", first="")
    if any(not cell.sure for cell in cells):
        yield from wrapped(_(N_("~ perhaps: its dates are not known so exactly")), "   ", first="")
    for cell in cells:
        if cell.before:
            values = {
                "area": cell.area.entity.name,
                "type": _(ONE[cell.type]),
                "before": ", ".join(area.entity.name for area in cell.before),
            }
            yield from wrapped(fill(N_("* {area}, {type}: entered for {before}"), values, _), "   ", first="")
    seen: set[frozenset[str]] = set()
    for cell in cells:
        together = frozenset((cell.area.id, cell.type, *(area.id for area in cell.shared)))
        if cell.shared and together not in seen:
            seen.add(together)
            those = (cell.area, *cell.shared)
            few = len(those) <= _FEW
            values = {
                "type": capital(_(ONE[cell.type])),
                "areas": ", ".join(area.entity.name for area in those),
                "count": str(len(those)),
            }
            text = N_("{type}, shared: {areas}") if few else N_("{type}, shared by {count} areas")
            yield from wrapped(fill(text, values, _), "   ", first="")


def in_words(registry: "Registry", type: "ForumType", on: dt.date) -> Iterator[str]:
    """What is known of a type in the whole county, in words."""
    from vis_cli.facts.areas import areas_on
    from vis_cli.facts.forum_counts import count

    for each in count(registry, type, areas_on(registry, on), on):
        if each.known:
            yield from sentences(each)


def sentences(count: "Count") -> Iterator[str]:
    """`15 family centres in 10 of 11 districts in Testvik (December 2031).`, and what it rests on."""
    yield from map(bold, wrapped(f"{capital(_head(count))}.", "   ", first=""))
    for text in _because(count):
        yield from wrapped(text, "   ")


def _head(count: "Count") -> str:
    values = {
        "number": count.number if count.exact else None,
        "types": _(MANY[count.type]),
        "yes": count.least,
        "most": count.most,
        "total": count.total,
        "areas": _areas(count),
    }
    if count.total == 1:
        template = N_("{types} in {yes} of {total} {areas}")
    elif not count.exact:
        template = N_("{types} in at least {yes} and at most {most} of {total} {areas}")
    elif count.least == count.total:
        template = N_("{types} in all {total} {areas}")
    else:
        template = N_("{types} in {yes} of {total} {areas}")
    if values["number"]:
        values["types"] = f"{count.number} {_((ONE if count.number == 1 else MANY)[count.type])}"
    text = fill(template, values, _)
    when = ", ".join(spoken(item) for item in count.as_of)
    return f"{text} ({when})" if when else text


def _areas(count: "Count") -> str:
    if count.municipality is None:
        return _(N_("municipalities"))
    return fill(N_("districts in {municipality}"), {"municipality": count.name}, _)


def _because(count: "Count") -> Iterator[str]:
    for record in count.statements:
        if extent := record.entity.extent:
            sources = ", ".join(extent.sources or record.entity.sources)
            where = f" ({sources})" if sources else ""
            values = {"text": extent.text, "least": extent.least, "most": extent.most, "where": where}
            if extent.least >= count.total:
                yield fill(N_('Stated: "{text}"{where}.'), values, _)
            else:
                text = N_('Stated: "{text}"{where}: at least {least}, at most {most}; which they are is not said.')
                yield fill(text, values, _)
    if not count.agree:
        yield _(N_("What is stated does not agree with what is known by area; only the latter is counted."))
    told = (
        (N_("None in: {areas}."), [cell for cell in count.cells if cell.state == "no"]),
        (N_("Planned in: {areas}."), [cell for cell in count.cells if cell.state == "planned"]),
        (N_("Stalled in: {areas}."), [cell for cell in count.cells if cell.state == "stalled"]),
        (N_("Ended in: {areas}."), [cell for cell in count.cells if cell.state == "ended"]),
    )
    for template, cells in told:
        if cells:
            yield fill(template, {"areas": ", ".join(cell.area.entity.name for cell in cells)}, _)
    if len(unknown := count.unknown) < count.total and unknown:
        names = ", ".join(cell.area.entity.name for cell in unknown)
        text = N_("Not known in {count}: {areas}.") if len(unknown) <= _NAMED else N_("Not known in {count}.")
        yield fill(text, {"count": len(unknown), "areas": names}, _)


def as_data(rows: "Sequence[Sequence[Cell]]", counts: "Sequence[Count]") -> dict[str, Any]:
    """The same for programs."""
    return {
        "areas": [_row(row[0].area, row) for row in rows],
        "types": [
            {
                "type": count.type,
                "municipality": count.municipality,
                "areas": count.total,
                "least": count.least if count.known else None,
                "most": count.most if count.known else None,
                "number": count.number if count.exact else None,
                "as_of": [str(item) for item in count.as_of],
                "not_known": [cell.area.id for cell in count.unknown],
                "stated": [
                    {"forum": item.id, "text": item.entity.extent.text}
                    for item in count.statements
                    if item.entity.extent
                ],
                "agree": count.agree,
            }
            for count in counts
        ],
    }


def _row(area: "Record[Area]", row: "Sequence[Cell]") -> dict[str, Any]:
    return {
        "id": area.id,
        "name": area.entity.name,
        "municipality": area.entity.municipality,
        "forums": {
            cell.type: {
                "state": cell.state,
                "certain": cell.sure,
                "number": cell.number,
                "shared_with": [other.id for other in cell.shared],
                "entered_for": [old.id for old in cell.before],
                "forums": [item.forum.id for item in cell.entered] or ([cell.said.id] if cell.said else []),
            }
            for cell in row
        },
    }

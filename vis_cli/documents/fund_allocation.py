"""The decision paper of an allocation (*beslutsunderlag fördelning*): who gets what, what is tried. (D-20, 003:34-40)

An allocation that no body has decided is a proposal, and is called one. (R-FUN-4)
"""

from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import fund_words as words
from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.documents.fund_head import files, head
from vis_cli.facts.allocation import Allocation, Left, allocation
from vis_cli.facts.allocation_tried import Compared, comparison, difference
from vis_cli.facts.fund_decision import decided
from vis_cli.facts.fund_names import receivers
from vis_cli.facts.fund_usable import usable
from vis_cli.facts.names import full_name
from vis_cli.model.figure import Figure
from vis_cli.model.fund import Fund
from vis_cli.registry import Record, Registry

_INDENT = "–\N{NO-BREAK SPACE}"


_STATES = {"decided": "Beslutad fördelning", "stated": "Fördelning enligt källorna"}


def allocation_paper(
    registry: Registry, record: Record[Fund], tried: Fund | None = None, *, name: str = ""
) -> Document:
    """The paper; with `tried`, what another allocation would give beside it, by the name that the attempt has."""
    own, now = record.entity, allocation(registry, record.entity)
    then = allocation(registry, tried) if tried else None
    standing = decided(registry, own)
    title = f"Fördelning av {own.name}"
    state = _STATES.get(standing.state, "Förslag till fördelning")
    context = head(registry, own) | {
        "title": title,
        "standing": words.standing(registry, standing),
        "total": words.kronor(now.total) if now.total else None,
        "whole": words.cell(now.total),
        "bound": bool(now.total and not now.total.exact),
        "purposes": [purpose.text for purpose in own.purposes],
        "conditions": [markdown.field(condition.text) for condition in own.conditions],
        "usable": [_usable(registry, one) for one in usable(own, now)],
        "rows": list(_rows(registry, now)),
        "roundings": list(_roundings(registry, now)),
        "unknown": list(_unknown(registry, own, now)),
        "figures": list(_figures(registry, (own, *([tried] if tried else [])))),
        "tried": _tried(registry, own, tried, now, then, name) if tried and then else None,
    }
    more = [meeting] if (meeting := standing.meeting) else []
    figures = [registry.get(Figure, item.figure) for one in (own, tried) if one for item in one.portions]
    return Document(
        template="fund-allocation.md.j2",
        title=title,
        subject=f"{state}: {own.name}",
        organisation=context["organisation"],
        day=standing.meeting.entity.date if standing.meeting and standing.is_decided else None,
        state=state,
        context=context,
        files=files(registry, [record, *more, *figures]),
    )


def _rows(registry: Registry, found: Allocation) -> Iterator[dict[str, Any]]:
    for line in found.lines:
        if isinstance(line, Left):
            yield _row("Inte fördelat", "", words.cell(line.money), line.depth)
            continue
        yield _row(line.portion.text, words.RULES[line.portion.rule], words.cell(line.money), line.depth)
        for share in line.shares:
            who = words.receiver(registry, share)
            yield _row(who, words.weight(line, share), words.cell(share.money), line.depth + 1)


def _row(text: str, rule: str, kronor: str, depth: int) -> dict[str, Any]:
    return {"indent": _INDENT * depth, "text": text, "rule": rule, "kronor": kronor}


def _roundings(registry: Registry, found: Allocation) -> Iterator[dict[str, str]]:
    for line in found.portions:
        for share in line.shares:
            if share.money and (rounded := words.rounding(share)):
                yield {
                    "who": words.receiver(registry, share),
                    "exactly": rounded,
                    "kronor": swedish.number(share.money.kronor),
                }


def _unknown(registry: Registry, fund: Fund, found: Allocation) -> Iterator[str]:
    for line in found.portions:
        if line.unknown:
            yield f"{line.portion.text}: {words.reason(registry, fund, line.unknown)}"


def _figures(registry: Registry, funds: Sequence[Fund]) -> Iterator[dict[str, Any]]:
    """The figures that it is divided by, with their date and source."""
    for id in dict.fromkeys(item.figure for fund in funds for item in fund.portions if item.rule == "per-inhabitant"):
        if found := registry.get(Figure, id):
            own = found.entity
            yield {"title": own.title, "as_of": words.when(own.as_of), "sources": list(own.sources)}


def _usable(registry: Registry, found: Any) -> dict[str, Any]:
    own = found.condition
    least, most = own.usable_percent_least, own.usable_percent_most
    return {
        "who": full_name(registry, own.receiver) if own.receiver else None,
        "percent": "–".join(str(n) for n in dict.fromkeys((least, most)) if n is not None),
        "about": own.usable_about,
        "of": words.kronor(found.of) if found.of else None,
        "least": words.kronor(found.least) if found.least else None,
        "most": words.kronor(found.most) if found.most else None,
    }


def _tried(registry: Registry, own: Fund, tried: Fund, now: Allocation, then: Allocation, name: str) -> dict[str, Any]:
    change = difference(now.total, then.total) if now.total and then.total else None
    return {
        "name": name,
        "total": {"now": words.cell(now.total), "then": words.cell(then.total), "change": words.change(change)},
        "rows": [_compared(registry, row) for row in comparison(registry, own, tried)],
        "rules": [
            {"text": item.text, "rule": words.RULES[item.rule], "now": _rule_of(own, item.id)}
            for item in tried.portions
            if _rule_of(own, item.id) != words.RULES[item.rule]
        ],
        "roundings": list(_roundings(registry, then)),
        "unknown": list(_unknown(registry, tried, then)),
    }


def _rule_of(fund: Fund, portion: str) -> str | None:
    return next((words.RULES[item.rule] for item in fund.portions if item.id == portion), None)


def _compared(registry: Registry, row: Compared) -> dict[str, Any]:
    text = row.portion.text if row.is_portion else words.jointly(receivers(registry, row.of, row.side))
    return {
        "indent": _INDENT * row.depth,
        "text": text,
        "now": words.cell(row.now, "–"),
        "then": f"var för sig {words.cell(row.alone, '–')}" if row.joined else words.cell(row.then, "–"),
        "change": "" if row.joined else words.change(row.difference),
    }

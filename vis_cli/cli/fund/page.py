"""One fund in full: on a page, and as data."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.fund import account_lines, due_lines, lines, words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.facts.allocation import allocation, whole
from vis_cli.facts.fund_account import account
from vis_cli.facts.fund_dates import dues_of
from vis_cli.facts.fund_decision import decided
from vis_cli.facts.fund_usable import Usable, usable
from vis_cli.facts.kronor import Sum, stated
from vis_cli.facts.names import name_of
from vis_cli.facts.plain import plain

if TYPE_CHECKING:
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Record, Registry

_IN = "   "


def is_for(fund: "Fund", year: int) -> bool:
    """Whether it is for a year, or may be."""
    return (fund.first_year or year) <= year <= (fund.last_year or fund.first_year or year)


def amount(fund: "Fund") -> str:
    """The whole, or what each gets; nothing where neither is known."""
    if fund.total is None and fund.each:
        return fill(N_("{money} each"), {"money": words.money(stated(fund.each))}, _)
    return words.money(whole(fund), "")


def next_due(record: "Record[Fund]", on: dt.date) -> str:
    """The first day that something is to be reported or planned by, and is not done."""
    dates = [item.due for item in dues_of(record) if item.due and item.state(on) != "done"]
    return str(min(dates, key=lambda date: (date.earliest, date.latest))) if dates else ""


def page(registry: "Registry", record: "Record[Fund]", on: dt.date) -> Iterator[str]:
    """What is known of it, and what follows."""
    own, found = record.entity, allocation(registry, record.entity)
    yield heading(own.name)
    total = words.money(found.total, _(N_("the total is not known")))
    about = [record.id, _(own.type), words.years(own), total]
    yield from wrapped(" · ".join(part for part in about if part), _IN)
    if own.giver or own.group:
        yield from wrapped("; ".join(_who(registry, own)), _IN)
    yield from _list(N_("Each receiver"), list(_each(own)))
    yield from _list(N_("May be used for"), [purpose.text for purpose in own.purposes])
    if own.conditions:
        yield from ("", _(N_("Conditions")))
        known = {one.condition.id: one for one in usable(own, found)}
        for condition in own.conditions:
            notes = (use(registry, known[condition.id]),) if condition.id in known else ()
            yield from item(" ".join(condition.text.split()), notes)
    if own.portions:
        standing = words.standing(registry, decided(registry, own))
        yield from ("", fill(N_("Allocation ({standing})"), {"standing": standing}, _))
        yield from (f"  {line}".rstrip() for line in lines.allocated(registry, own, found))
    if own.account:
        yield from ("", _(N_("Account")))
        yield from (f"  {line}".rstrip() for line in account_lines.table_of(own, account(registry, own)))
    dues = list(dues_of(record))
    yield from _list(N_("Due"), [due_lines.line(registry, due, on) for due in dues])
    if own.successor:
        yield ""
        yield from wrapped(fill(N_("Afterwards: {text}"), {"text": own.successor}, _), "  ", first="")


def use(registry: "Registry", found: Usable) -> str:
    """`usable in Exempelby: 70 to 75 %, 700 000 kr to 750 000 kr`, or why there are no kronor."""
    own = found.condition
    least, most = own.usable_percent_least, own.usable_percent_most
    percent = "–".join(str(n) for n in dict.fromkeys((least, most)) if n is not None)
    template = N_("usable: {percent} %") if own.receiver is None else N_("usable by {who}: {percent} %")
    if own.usable_about:
        template = N_("usable: about {percent} %") if own.receiver is None else N_("usable by {who}: about {percent} %")
    who = name_of(registry, own.receiver, "organisation", "group", "person") if own.receiver else ""
    text = fill(template, {"percent": percent, "who": who}, _)
    if found.of is None:
        template = N_("{text}; in kronor not known, because it is not known what is received")
        return fill(template, {"text": text}, _)
    ends = [words.money(sum) for sum in dict.fromkeys((found.least, found.most)) if sum]
    bounds = fill(N_("{least} to {most}"), {"least": ends[0], "most": ends[-1]}, _) if len(ends) > 1 else "".join(ends)
    return fill(
        N_("{text}, of {money} that is {bounds}"), {"text": text, "money": words.money(found.of), "bounds": bounds}, _
    )


def _who(registry: "Registry", fund: "Fund") -> Iterator[str]:
    if fund.giver:
        yield fill(N_("given by {name}"), {"name": name_of(registry, fund.giver, "organisation")}, _)
    if fund.group:
        yield fill(N_("decided on by {name}"), {"name": name_of(registry, fund.group, "group")}, _)


def _each(fund: "Fund") -> Iterator[str]:
    """What each receiver gets, where that is what is stated."""
    if fund.each:
        yield words.money(stated(fund.each))
    for part in fund.remuneration:
        kronor = words.money(Sum(part.kronor), "") if part.kronor is not None else _(N_("the amount is not known"))
        yield f"{_(words.BASES[part.basis])}: {kronor}" + (f" ({part.year})" if part.year else "")


def _list(title: str, texts: list[str]) -> Iterator[str]:
    if texts:
        yield from ("", _(title))
        for text in texts:
            yield from item(text)


def as_data(registry: "Registry", record: "Record[Fund]", on: dt.date) -> dict[str, Any]:
    """The fund, and what follows from it, for programs."""
    own, found = record.entity, allocation(registry, record.entity)
    return plain(record) | {
        "computed": {
            "decided": decided(registry, own).state,
            "allocation": lines.allocation_data(found),
            "usable": [
                {
                    "condition": one.condition.id,
                    "of": lines.sum_data(one.of),
                    "least": lines.sum_data(one.least),
                    "most": lines.sum_data(one.most),
                }
                for one in usable(own, found)
            ],
            "account": account_lines.as_data(account(registry, own)),
            "due": [due_lines.as_data(due, on) for due in dues_of(record)],
        }
    }

"""The words of funds in documents, in Swedish: kronor as exact as they are, shares, roundings, reasons."""

from fractions import Fraction
from typing import Any

from vis_cli.documents import amounts, swedish
from vis_cli.documents.swedish import NO_BREAK, listing, long_date, number
from vis_cli.facts.allocation import Line, Share, Unknown
from vis_cli.facts.fund_decision import Decided
from vis_cli.facts.fund_names import portion_name, receivers
from vis_cli.facts.kronor import Sum
from vis_cli.facts.names import full_name
from vis_cli.facts.swedish_dates import in_words
from vis_cli.model.fund import AllocationRule, EntryType, Fund
from vis_cli.model.values import When
from vis_cli.registry import Registry

ENTRIES: dict[EntryType, str] = {
    "received": "mottaget",
    "decided": "beslutat",
    "used": "använt",
    "reported": "återredovisat",
    "returned": "återbetalt",
}
TYPES = {
    "grant": "statsbidrag",
    "shared-cost": "gemensam kostnad",
    "basic-contribution": "grundbidrag",
    "remuneration": "ersättning",
}
RULES: dict[AllocationRule, str] = {
    "fixed": "fast belopp",
    "rest": "resterande belopp",
    "equal": "lika delar",
    "shares": "angivna andelar",
    "per-inhabitant": "per invånare",
    "pooled": "används gemensamt",
}
_REASONS = {
    "no-total": "totalbeloppet är inte känt",
    "no-amount": "ett fast belopp är inte känt",
    "no-shares": "andelarna är inte kända",
    "no-figure": "det finns ingen källa till antalet invånare",
    "no-inhabitants": "källan anger inte antalet invånare i {about}",
    "nobody": "det finns ingen att dela mellan",
    "per-cent": "andelarna är inte 100 procent tillsammans",
    "too-much": "mer tas ut än vad som finns",
    "no-bound": "mer tas ut än vad som säkert finns",
    "not-alone": "flera poster tar var för sig det som återstår: {about}",
    "divided-already": "{about} är redan fördelad",
    "no-part": "posten som den är en del av har ingen sådan del",
    "nowhere": "posten som den är en del av finns inte",
}
_CHANGES = {"exact": "", "about": "cirka ", "more-than": "mer än ", "less-than": "mindre än "}
_DIGITS = 4
_FEW = 4


def cell(sum: Sum | None, unknown: str = "inte känt") -> str:
    """`drygt 63 000 000`, in a column of kronor."""
    return f"{amounts.QUALIFIERS[sum.qualifier]}{number(sum.kronor)}" if sum else unknown


def change(sum: Sum | None) -> str:
    """A difference with its sign: `+500 000`, `−2`, `0`."""
    if sum is None:
        return "–"
    return f"{_CHANGES[sum.qualifier]}{'+' if sum.kronor > 0 else ''}{number(sum.kronor)}"


def kronor(sum: Sum) -> str:
    """`drygt 63 000 000 kronor`."""
    return amounts.in_words(sum)


def exactly(value: Fraction) -> str:
    """`3 333 333,3333…`: what is cut off is marked."""
    whole, rest = divmod(abs(value), 1)
    digits = f"{int(rest * 10**_DIGITS):0{_DIGITS}d}".rstrip("0")
    more = "…" if (rest * 10**_DIGITS).denominator != 1 else ""
    return f"{'−' if value < 0 else ''}{number(int(whole))}{',' if digits or more else ''}{digits}{more}"


def rounding(share: Share) -> str:
    """`3 333 333,3333… + 0,6666…`; nothing where it is whole."""
    if share.before is None or not share.added:
        return ""
    return f"{exactly(share.before)} {'+' if share.added > 0 else '−'} {exactly(abs(share.added))}"


def weight(line: Line, share: Share) -> str:
    """`50 %`, `12 000 av 240 000 invånare`; of equal parts, which part."""
    if line.portion.rule == "shares":
        return f"{share.weight}{NO_BREAK}%"
    if line.portion.rule == "per-inhabitant":
        return f"{number(share.weight)} av {number(share.weights)} invånare"
    return f"{share.weight} av {share.weights}"


def receiver(registry: Registry, share: Share) -> str:
    """Who receives it; of several, that they use it jointly."""
    return jointly(receivers(registry, share.to, share.side))


def jointly(names: tuple[str, ...]) -> str:
    """`gemensamt: Ängsby och Provköping`; one name as it is."""
    return f"gemensamt: {listing(names)}" if len(names) > 1 else swedish.sentence("".join(names))


def reason(registry: Registry, fund: Fund, unknown: Unknown) -> str:
    """Why it cannot be reckoned."""
    ids = [item.id for item in fund.portions]
    names = [portion_name(fund, id) if id in ids else full_name(registry, id) for id in unknown.about]
    more = len(names) - _FEW
    some = listing([*names[:_FEW], f"{more} till"]) if more > 0 else listing(names)
    return _REASONS[unknown.reason].format(about=some)


def standing(registry: Registry, found: Decided) -> dict[str, Any]:
    """Whether it is decided, and by whom: for a sentence and for the state of the document."""
    own = found.meeting.entity if found.meeting else None
    body = full_name(registry, own.group, "group") if own else None
    return {
        "decided": found.is_decided,
        "planned": found.state == "planned",
        "stated": found.state == "stated",
        "body": body,
        "date": own.date.isoformat() if own else None,
        "day": long_date(own.date) if own else None,
        "item": found.item.heading if found.item else None,
        "number": found.item.number if found.item else None,
        "texts": [swedish.sentence(one.text) for one in found.decisions],
    }


def when(date: When) -> str:
    """A date as precise as it is known."""
    return in_words(date)


def years(fund: Fund) -> str:
    """`2031`, `2031–2032`."""
    first, last = fund.first_year, fund.last_year
    return f"{first}–{last}" if first and last and first != last else str(first or last or "")

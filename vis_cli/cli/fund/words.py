"""Kronor, shares and reasons in words, for the terminal."""

from fractions import Fraction
from typing import TYPE_CHECKING

from vis_cli.cli.language import CHOSEN, _
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.allocation import Line, Share, Unknown
    from vis_cli.facts.fund_decision import Decided
    from vis_cli.facts.kronor import Sum
    from vis_cli.model.fund import EntryType, Fund
    from vis_cli.registry import Registry

_QUALIFIED = {
    "exact": N_("{kronor} kr"),
    "about": N_("about {kronor} kr"),
    "more-than": N_("more than {kronor} kr"),
    "less-than": N_("less than {kronor} kr"),
}
_SIGNS = {"exact": "", "about": "~", "more-than": ">", "less-than": "<"}
STATES = {
    "proposed": N_("proposed"),
    "stated": N_("stated"),
    "planned": N_("proposed"),
    "decided": N_("decided"),
    "not-there": N_("proposed"),
}
RULES = {
    "fixed": N_("a fixed amount"),
    "rest": N_("what is left"),
    "equal": N_("equal parts"),
    "shares": N_("stated shares"),
    "per-inhabitant": N_("for each inhabitant"),
    "pooled": N_("kept together"),
}
BASES = {
    "fixed": N_("a fixed amount a year"),
    "per-inhabitant": N_("for each inhabitant"),
    "per-hour": N_("for each hour in meetings"),
}
REASONS = {
    "no-total": N_("the total is not known"),
    "no-amount": N_("a fixed amount is not known"),
    "no-shares": N_("the shares are not known"),
    "no-figure": N_("there is no source for how many inhabitants there are"),
    "no-inhabitants": N_("the source does not say how many live in {about}"),
    "nobody": N_("there is nobody to divide it among"),
    "per-cent": N_("the shares are not 100 per cent together"),
    "too-much": N_("more is taken than there is"),
    "no-bound": N_("more is taken than is known to be there"),
    "not-alone": N_("several portions would each take what is left: {about}"),
    "divided-already": N_("{about} is divided already; say whose part of it is meant"),
    "no-part": N_("the portion that it is a part of has no such part"),
    "nowhere": N_("the portion that it is a part of is not there"),
}
_DIGITS = 4
LINES: "dict[EntryType, tuple[str, ...]]" = {
    "received": ("mottagen", "mottagna", "fått"),
    "decided": ("beslutat", "beslut"),
    "used": ("använd", "använda", "förbrukat"),
    "reported": ("återredovisat", "redovisat"),
    "returned": ("återbetalt", "återbetald"),
}
"""What people write for a line of the account, beside the words that vis says."""
TYPES: dict[str, tuple[str, ...]] = {
    "grant": ("bidrag", "stimulansmedel"),
    "shared-cost": ("delad kostnad",),
    "basic-contribution": ("grundersättning",),
    "remuneration": (),
}
"""What people write for the type of a fund, beside the words that vis says."""


def number(value: int) -> str:
    """`18 000 000`."""
    return f"{value:,}".replace(",", " ").replace("-", "−")


def money(sum: "Sum | None", unknown: str = "–") -> str:
    """`18 000 000 kr`, `more than 63 000 000 kr`; `unknown` where it is not known."""
    if sum is None:
        return unknown
    return fill(_QUALIFIED[sum.qualifier], {"kronor": number(sum.kronor)}, _)


def plain_money(sum: "Sum | None") -> str:
    """The same in a narrow column, where all is kronor: nothing for none, `>` for more than it."""
    return "" if sum is None else f"{_SIGNS[sum.qualifier]}{number(sum.kronor)}"


def signed(sum: "Sum | None") -> str:
    """A difference: `+500 000 kr`, `−2 kr`, `0 kr`."""
    if sum is None or sum.kronor <= 0:
        return money(sum)
    return fill(_QUALIFIED[sum.qualifier], {"kronor": f"+{number(sum.kronor)}"}, _)


def exactly(value: Fraction) -> str:
    """`31 500 000.5`; in Swedish with a comma. Cut after four decimals, with `…`."""
    whole, rest = divmod(abs(value), 1)
    digits = f"{int(rest * 10**_DIGITS):0{_DIGITS}d}".rstrip("0")
    more = "…" if (rest * 10**_DIGITS).denominator != 1 else ""
    sign = "−" if value < 0 else ""
    point = "," if CHOSEN == "sv" else "."
    return f"{sign}{number(int(whole))}{point if digits or more else ''}{digits}{more}"


def rounding(share: "Share") -> str:
    """`3 333 333.3333… + 0.6666…`: what it would be exactly, and what was added; nothing where it is whole."""
    if share.before is None or not share.added:
        return ""
    sign = "+" if share.added > 0 else "−"
    return f"{exactly(share.before)} {sign} {exactly(abs(share.added))}"


def of_share(line: "Line", share: "Share") -> str:
    """`50 %`, `1 of 2`, `12 000 of 240 000 inhabitants`."""
    values = {"weight": number(share.weight), "weights": number(share.weights)}
    if line.portion.rule == "shares":
        return fill(N_("{weight} %"), values, _)
    if line.portion.rule == "per-inhabitant":
        return fill(N_("{weight} of {weights} inhabitants"), values, _)
    return fill(N_("{weight} of {weights}"), values, _)


def receiver(registry: "Registry", share: "Share") -> str:
    """Who receives it; of several, that they have it together."""
    from vis_cli.facts.fund_names import receivers

    return together(receivers(registry, share.to, share.side))


def together(names: tuple[str, ...]) -> str:
    """`together: Angsby, Provköping`; one name as it is."""
    text = visible(", ".join(names))
    return fill(N_("together: {names}"), {"names": text}, _) if len(names) > 1 else text


def reason(registry: "Registry", fund: "Fund", unknown: "Unknown") -> str:
    """Why it cannot be reckoned."""
    from vis_cli.facts.fund_names import portion_name
    from vis_cli.facts.names import name_of

    ids = [item.id for item in fund.portions]
    names = [portion_name(fund, id) if id in ids else name_of(registry, id, "organisation") for id in unknown.about]
    some = ", ".join(names[:4]) + (" …" if len(names) > 4 else "")
    return fill(REASONS[unknown.reason], {"about": visible(some)}, _)


def standing(registry: "Registry", found: "Decided") -> str:
    """Whether it is decided: `decided 2031-02-19 by Tjänstestyrgruppen`, or only proposed."""
    from vis_cli.facts.names import name_of

    if found.state == "stated":
        return _(N_("as the sources state it; who decided it is not known"))
    if found.meeting is None:
        return _(N_("proposal: nobody is known to have decided it"))
    own = found.meeting.entity
    templates = {
        "planned": N_("proposal: to be decided {date} by {group}"),
        "decided": N_("decided {date} by {group}"),
        "not-there": N_("proposal: the meeting that is named, {date} of {group}, did not decide it"),
    }
    values = {"date": own.date, "group": name_of(registry, own.group, "group")}
    return fill(templates[found.state], values, _)


def years(fund: "Fund") -> str:
    """`2031`, `2031–2032`; nothing where they are not known."""
    first, last = fund.first_year, fund.last_year
    if first and last and first != last:
        return f"{first}–{last}"
    return str(first or last or "")

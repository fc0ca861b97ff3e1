"""What funds demand by a day, in lines and as data."""

import datetime as dt
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.fund_dates import Due
    from vis_cli.registry import Registry

_STATES = {
    "done": N_("done"),
    "late": N_("late"),
    "perhaps-late": N_("may be late"),
    "coming": "",
    "undated": N_("by a day that is not known"),
}


def line(registry: "Registry", due: "Due", on: dt.date, *, fund: bool = False) -> str:
    """`2031-03-01, late: slutredovisning (Processledningen)`."""
    values = {
        "when": ", ".join(part for part in (in_words(due.due) if due.due else "", _state(due, on)) if part),
        "what": _what(due, fund=fund),
        "owner": owner(registry, due),
    }
    return fill(N_("{when}: {what} ({owner})"), values, _)


def owner(registry: "Registry", due: "Due") -> str:
    """Who sees to it."""
    from vis_cli.facts.names import name_of

    return name_of(registry, due.owner, "group", "organisation", "person") if due.owner else _(N_("nobody known"))


def _what(due: "Due", *, fund: bool) -> str:
    text = due.duty.text if due.duty else _(N_("the planning of the years after begins"))
    return f"{due.fund.entity.name}, {text}" if fund else text


def _state(due: "Due", on: dt.date) -> str:
    word = _STATES[due.state(on)]
    if due.done and due.state(on) == "done":
        return fill(N_("done {date}"), {"date": due.done}, _)
    return _(word) if word else ""


def as_data(due: "Due", on: dt.date) -> dict[str, Any]:
    """The same for programs."""
    return {
        "fund": due.fund.id,
        "duty": due.duty.id if due.duty else None,
        "due": str(due.due) if due.due else None,
        "owner": due.owner,
        "done": due.done.isoformat() if due.done else None,
        "state": due.state(on),
    }

"""The year's words in a terminal: what kind of date, days, bodies for short."""

import datetime as dt
from typing import TYPE_CHECKING

from vis_cli.cli.dates import month, spoken
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.dated import Dated
    from vis_cli.registry import Registry

KINDS = {
    "meeting": N_("Meeting"),
    "notice": N_("Last day for the notice"),
    "papers": N_("Last day for the papers"),
    "minutes": N_("Last day for the minutes"),
    "review": N_("Agreement is reviewed"),
    "follow-up": N_("Agreement is followed up"),
    "expiry": N_("Agreement's term runs out"),
    "renewal": N_("Agreement is renewed by itself"),
    "ending": N_("Agreement ends"),
    "referral": N_("Last day to reply to the referral"),
    "decision-point": N_("To be taken up"),
    "pre-meeting": N_("Preparatory meeting"),
    "report": N_("Report"),
    "funds": N_("Funds"),
    "measure": N_("Measure after a deviation"),
    "event": N_("Event"),
    "group-ends": N_("Group ends"),
}
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
WORK = {"not-started": N_("not started"), "ongoing": N_("ongoing"), "done": N_("done")}
STATUSES = {
    "planned": N_("planned"),
    "called": N_("called"),
    "held": N_("held"),
    "drafted": N_("minutes drafted"),
    "sent": N_("minutes sent"),
    "approved": N_("minutes approved"),
    "cancelled": N_("cancelled"),
}


def body(registry: "Registry", id: str | None) -> str:
    """A group, for short; as much as is known of one."""
    if id is None:
        return _(N_("nobody known"))
    found = registry.find(id, ("group", "organisation", "person"))
    return visible(found.name) if found else id


def weekday(day: dt.date) -> str:
    """`Thu`."""
    return _(_WEEKDAYS[day.weekday()])


def short(day: dt.date) -> str:
    """`Thu 19 February`."""
    return f"{weekday(day)} {day.day} {month(day.month)}"


def place(item: "Dated") -> str:
    """When in its month: `Thu 19`; what is less precise is not placed."""
    return f"{weekday(item.when.earliest)} {item.when.earliest.day:>2}" if item.when.exact else ""


def when(item: "Dated") -> str:
    """When, as people say it: `autumn 2031`."""
    return spoken(item.when)

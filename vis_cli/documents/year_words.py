"""The words of a year in documents, in Swedish: what a date is, when it is, who a body is."""

from typing import Any

from vis_cli.documents.swedish import MONTHS, NO_BREAK, listing
from vis_cli.facts.dated import Dated
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

KINDS = {
    "meeting": "Möte",
    "notice": "Kallelse senast",
    "papers": "Handlingar senast",
    "minutes": "Minnesanteckningar senast",
    "review": "Översyn",
    "follow-up": "Uppföljning",
    "expiry": "Giltighetstiden löper ut",
    "renewal": "Förlängs av sig själv",
    "ending": "Upphör",
    "referral": "Sista dag för remissvar",
    "decision-point": "Beslutspunkt",
    "pre-meeting": "Förmöte",
    "report": "Redovisning",
    "funds": "Medel",
    "measure": "Åtgärd efter avvikelse",
    "event": "Händelse",
    "group-ends": "Gruppens tid är ute",
}
STATUSES = {
    "planned": "planerat",
    "called": "kallat",
    "held": "genomfört",
    "drafted": "genomfört",
    "sent": "genomfört",
    "approved": "genomfört, fastställt",
    "cancelled": "inställt",
}
WORK = {"not-started": "inte påbörjad", "ongoing": "pågår", "done": "klar"}


def called(item: Dated) -> str:
    """What it is and what it is about: `Uppföljning: Trygg hemgång`."""
    if item.record.kind == "agreement":
        return f"{KINDS[item.kind]}: {brief(item.record)}"
    kind = KINDS[item.kind]
    said = item.kind in ("event", "decision-point") or item.title.casefold().startswith(kind.casefold())
    return item.title if said else f"{kind}: {item.title}"


def when_in_year(when: When) -> str:
    """`19 februari`, the year being known; what is less precise as it is: `hösten 2031`."""
    if when.exact:
        return f"{when.earliest.day} {MONTHS[when.earliest.month - 1]}"
    return in_words(when)


def group_name(registry: Registry, id: str | None) -> str:
    """What a body is called for short."""
    found = registry.find(id, ("group", "organisation", "person")) if id else None
    return found.name if found else id or "ingen känd"


def goal_areas(registry: Registry, activity: Record[Any]) -> str:
    """`målområde 1 och 3`."""
    found = [registry.find(id, ("goal-area",)) for id in activity.entity.goal_areas]
    numbers = sorted({str(area.entity.number) for area in found if area})
    return f"målområde{NO_BREAK}{listing(numbers)}" if numbers else ""


def period(year: int, since: When | None, until: When | None) -> str:
    """`1 mars – 31 maj 2031`, `sedan 2029`, `från hösten 2031`; as much as is known."""
    first, last = (in_words(item) if item else "" for item in (since, until))
    if first and last:
        return first if first == last else f"{first} – {last}"
    if since and first.startswith("senast "):
        return f"började {first}"
    if since and first:
        return f"{'från' if since.latest.year >= year else 'sedan'} {first}"
    return f"till {last}" if last else "inte känt"

"""The words of groups in documents, in Swedish: statuses, seats, conditions, and on whom a responsibility rests."""

from collections.abc import Iterable
from typing import Any

from vis_cli.documents.names import Names
from vis_cli.documents.swedish import listing, sentence, short_date
from vis_cli.facts.checklist import Checklist, Point
from vis_cli.facts.representing import Held
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.transition import Resting
from vis_cli.model.citing import AtItem
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Decided, Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

STATUSES = {
    "proposed": "föreslagen",
    "decided": "beslutad",
    "establishing": "under etablering",
    "established": "etablerad",
    "active": "verksam",
    "stalled": "avstannad",
    "discontinued": "avvecklad",
}
TYPES = {
    "steering": "styrgrupp",
    "consultation": "samrådsgrupp",
    "secretariat": "processledning",
    "forum": "tidigare forum",
    "working": "arbetsgrupp",
    "project": "projektorgan",
}
ROLES = {
    "chair": "ordförande",
    "vice-chair": "vice ordförande",
    "secretary": "sekreterare",
    "process-leader": "processledare",
    "member": "ledamot",
    "substitute": "ersättare",
    "adjunct": "adjungerad",
}
SIDES = {"region": "regionen", "municipality": "kommunerna", "joint": "gemensam", "external": "extern"}
PURPOSES = {
    "agreements": "Förvalta och följa upp länsövergripande överenskommelser",
    "questions": "Identifiera relevanta utvecklingsfrågor",
    "dialogue": "Vara arena för dialog och samverkan kring kunskapsstyrningen",
    "transition": "Bidra i omställningen till God och nära vård",
}
KNOWLEDGE = {"npo": "NPO", "nag": "NAG", "rpo": "RPO", "rag": "RAG", "rss": "RSS"}
CONDITIONS = {
    "mandate": "Uppdragsbeskrivning",
    "representation": "Representation",
    "leadership": "Ordförandeskap och processledning",
    "beside": "Därutöver",
}
TOPICS = {
    "mandate-document": "uppdragsbeskrivning",
    "purpose-agreements": "syftet att förvalta och följa upp överenskommelser",
    "purpose-questions": "syftet att identifiera utvecklingsfrågor",
    "purpose-dialogue": "syftet att vara arena för dialog om kunskapsstyrningen",
    "purpose-transition": "syftet att bidra i omställningen till God och nära vård",
    "annual-plan": "årsplan för i år eller nästa år",
    "knowledge-governance": "uppdrag i kunskapsstyrningen, och kopplingar eller varför de saknas",
    "seats-of-region": "plats för regionen",
    "seats-of-municipalities": "plats för kommunerna",
    "holders": "känd innehavare av varje plats",
    "subregions": "kommunal plats för varje delregion",
    "seat-mandates": "mandat för var och en som har en plats",
    "chair": "ordförande, eller hur ordförandeskapet bestäms",
    "process-leader": "processledare",
    "node": "nod gentemot processledningen",
    "local-link": "koppling till delregional och lokal nivå",
    "disability": "hur behov hos personer med funktionsnedsättning tas med",
    "reports-to": "det organ som gruppen rapporterar till",
    "introduction": "introduktion",
    "decision": "det beslut som gruppens status vilar på",
}
WHO = {
    "group-and-secretariat": "gruppen, tillsammans med sekretariatet",
    "principals": "huvudmännen: kommunernas förbund och regionens förvaltning",
    "group": "gruppen själv",
    "officials": "tjänstestyrgruppen",
    "secretariat": "sekretariatet",
}
_STATES = {"there": "finns", "missing": "saknas", "unknown": "framgår inte av registret"}


def organisation_of(registry: Registry) -> str:
    """`Vård i samverkan, Exempellän`."""
    own = next((record.entity for record in registry.all(Collaboration)), None)
    return f"{own.name}, {own.county}" if own else "Vård i samverkan"


def status(group: Group) -> str:
    """`under etablering sedan våren 2031`."""
    own = group.reached
    words = STATUSES[group.status]
    if own and own.on:
        words += f" sedan {in_words(own.on)}"
    return words


def decision(registry: Registry, own: Decided | None) -> str:
    """The decision that something rests on; empty where none is known."""
    if own is None:
        return ""
    return own.decision or cited(registry, own.at)


def cited(registry: Registry, at: AtItem | None) -> str:
    """`Tjänstestyrgruppen 19 februari 2031, punkt 5`; empty where nothing is cited."""
    if at is None:
        return ""
    found = registry.get(Meeting, at.meeting)
    if found is None:
        return at.meeting
    names, own = Names(registry), found.entity
    number = next((item.number for item in own.items if item.id == at.item), None)
    words = f"{names.of(own.group, 'group')} {short_date(own.date)}"
    return f"{words}, punkt {number}" if number else words


def seat(registry: Registry, held: Held) -> dict[str, Any]:
    """A row of a table of seats."""
    own, names = held.seat, Names(registry)
    holder = names.of(own.person, "person") if own.person else "inte känd"
    of = names.of(own.organisation, "organisation") if own.organisation else ""
    return {
        "role": sentence(ROLES[own.role]) + (" (nod)" if own.node else ""),
        "side": sentence(SIDES[own.side]),
        "holder": holder if held.sure else f"{holder} (osäkert om platsen finns)",
        "of": ", ".join(filter(None, (own.function, of, held.subregion if held.subregion != of else None))) or "–",
        "mandate": own.mandate or "–",
    }


RESTING = {
    "handed-over": "Överlämnat",
    "ready": "Kan lämnas över",
    "waiting": "Mottagaren är inte etablerad",
    "unassigned": "Ingen mottagare är utsedd",
}


def received(rests: Resting, group: str) -> str:
    """How far a responsibility has come on its way to a group, and with whom it shares it."""
    handed = next((entry for entry in rests.handed if entry.to == group), None)
    others = named(record for record in rests.takers if record.id != group)
    way = "inte överlämnat än" if handed is None else f"överlämnat {in_words(handed.on)}" if handed.on else "överlämnat"
    return f"{way}; delas med {listing(others)}" if others else way


def checklist_rows(found: Checklist) -> list[dict[str, Any]]:
    """The conditions with their points, for a template."""
    return [
        {
            "name": name,
            "met": key not in found.missing,
            "condition": key != "beside",
            "points": [
                {"what": _what(point), "state": sentence(_STATES[point.state]), "who": WHO[point.who]}
                for point in found.points
                if point.heading == key
            ],
        }
        for key, name in CONDITIONS.items()
    ]


def lacking(found: Checklist) -> list[dict[str, Any]]:
    """What is missing, by who sees to it."""
    by_who: dict[str, list[str]] = {}
    for point in found.points:
        if point.state != "there":
            by_who.setdefault(WHO[point.who], []).append(_what(point))
    return [{"who": sentence(who), "what": "; ".join(texts)} for who, texts in by_who.items()]


def _what(point: Point) -> str:
    text = TOPICS[point.topic]
    if point.state != "there" and point.count:
        text += f" ({point.count} saknar)"
    return text


def files_of(registry: Registry, kinds: Iterable[str]) -> tuple[str, ...]:
    """Every file with records of some kinds: what does not show may be what should have."""
    return tuple(sorted({record.file.path for kind in kinds for record in registry.of_kind(kind)}))


def named(records: Iterable[Record[Any]]) -> list[str]:
    """The full names of groups."""
    return [record.entity.name for record in records]

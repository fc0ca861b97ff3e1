"""One entity in full: itself, what follows from it and others, and who refers to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vis_cli.errors import N_, Word
from vis_cli.facts.agreements import children
from vis_cli.facts.areas import predecessors
from vis_cli.facts.establishment import missing_conditions
from vis_cli.facts.exemptions import OF, exemptions
from vis_cli.facts.matters import assignments
from vis_cli.facts.meetings import neighbours, timelines
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact, Ksa
from vis_cli.model.group import Group
from vis_cli.registry import Record, Reference, Registry


@dataclass(frozen=True, slots=True)
class Portrait:
    """An entity, what is computed of it (label, values), and the references to it."""

    record: Record[Any]
    computed: tuple[tuple[str, tuple[str, ...]], ...]
    referrers: tuple[Reference, ...]


def portrait(registry: Registry, record: Record[Any]) -> Portrait:
    """What there is to say of a record."""
    computed = tuple((label, tuple(values)) for label, values in _computed(registry, record) if values)
    return Portrait(record, computed, registry.referrers(record.kind, record.id))


def _computed(registry: Registry, record: Record[Any]) -> Iterator[tuple[str, list[str]]]:
    if record.kind == "agreement":
        yield N_("supplements and parts"), [_named(item) for item in children(registry).get(record.id, ())]
    elif record.kind == "group":
        yield from _group(registry, record)
    elif record.kind == "meeting":
        around = neighbours(registry)[record.id]
        yield N_("meeting before"), [around.previous.id] if around.previous else []
        yield N_("meeting after"), [around.next.id] if around.next else []
        given = [item for item in assignments(registry) if item.meeting.id == record.id]
        yield N_("open assignments"), [item.assignment.text for item in given if item.state == "open"]
    elif record.kind == "area":
        before = registry.once(predecessors).get(record.id, ())
        yield N_("predecessors"), [_named(area) for id in before if (area := registry.get(Area, id))]
        if contact := registry.get(Contact, record.id):
            ksa = [(_term(item, _holder(item)), item.assumed) for item in contact.entity.ksa if _holder(item)]
            gsa = [(_term(item, item.clinic), item.assumed) for item in contact.entity.gsa]
            yield N_("KSA"), [name for name, _ in ksa]
            yield N_("KSA, assumed"), _assumed(ksa)
            yield N_("GSA"), [name for name, _ in gsa]
            yield N_("GSA, assumed"), _assumed(gsa)
    yield from _exemptions(registry, record.kind, record.id)


def _holder(item: Ksa) -> str:
    return item.person or item.mailbox or item.organisation or ""


def _assumed(holders: list[tuple[str, str | None]]) -> list[str]:
    """Why it is thought to be so, of those that no source states; with the name where there are several."""
    return [f"{name}: {why}" if len(holders) > 1 else why for name, why in holders if why]


_NOT_EXPECTED = {
    "ksa": (N_("no KSA expected"), N_("no KSA, assumed")),
    "gsa": (N_("no GSA expected"), N_("no GSA, assumed")),
    "local-consultation": (N_("no local consultation expected"), N_("no local consultation, assumed")),
    "owner": (N_("no owner expected"), N_("no owner, assumed")),
    "follow-up": (N_("no follow-up expected"), N_("no follow-up, assumed")),
    "parties": (N_("no known decisions of parties expected"), N_("no known decisions of parties, assumed")),
    "annual-plan": (N_("no annual plan expected"), N_("no annual plan, assumed")),
    "mandate": (N_("no mandate expected"), N_("no mandate, assumed")),
    "knowledge-link": (N_("no link to knowledge governance expected"), N_("no link, assumed")),
    "action-plan": (N_("no action plan expected"), N_("no action plan, assumed")),
}


def _exemptions(registry: Registry, kind: str, id: str) -> Iterator[tuple[str, list[str]]]:
    """What it is exempted from, and why."""
    for (expects, of), item in exemptions(registry).items():
        if of == id and OF[expects] == kind:
            label, assumed = _NOT_EXPECTED[expects]
            yield label, [item.reason]
            yield assumed, [item.assumed] if item.assumed else []


def _group(registry: Registry, record: Record[Group]) -> Iterator[tuple[str, list[str]]]:
    owned = {
        item.source.id: item.source for item in registry.referrers("group", record.id) if item.route[0] == "owners"
    }
    yield N_("answers for"), [_named(agreement) for agreement in owned.values()]
    if record.entity.type == "consultation":
        yield N_("lacks, to be established"), [Word(name) for name in missing_conditions(record.entity)]
    line = timelines(registry).get(record.id, ())
    yield N_("meetings known"), [f"{line[0].entity.date} – {line[-1].entity.date} ({len(line)})"] if line else []


_CONDITIONS = (N_("mandate"), N_("representation"), N_("leadership"))


def _named(record: Record[Any]) -> str:
    return f"{record.name} ({record.id})"


def _term(item: Any, name: str) -> str:
    since, until = item.since or "", item.until or ""
    return f"{name} ({since}–{until})" if since or until else name

"""Impact: what a revision of an agreement obliges one to look at, and why. (000:339-341, 345, 349)"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vis_cli.errors import N_, Word
from vis_cli.facts.agreements import children, parent
from vis_cli.facts.alphabet import alphabetical, in_order
from vis_cli.facts.mentions import mentioned_by, mentioned_in_meetings
from vis_cli.facts.overlap import touching
from vis_cli.facts.responsibility import answerable, is_over, parts, successors
from vis_cli.facts.terms import holds
from vis_cli.facts.titles import brief
from vis_cli.facts.versions import parties, principals, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group, Seat
from vis_cli.model.meeting import Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Record, Registry

Topic = Literal["agreements", "groups", "documents", "local", "meetings", "parties", "contacts"]
TOPICS: tuple[Topic, ...] = ("agreements", "groups", "documents", "local", "meetings", "parties", "contacts")
"""Agreements to look over, groups to hear, documents to bring up to date, local consultations to tell, meetings that
have dealt with it, parties that have to adopt it again, and whom to ask."""

_CONTACTS = frozenset({"chair", "vice-chair", "secretary", "process-leader"})


@dataclass(frozen=True, slots=True)
class Affected:
    """Something to look at, and the reasons why, each a template with its values."""

    topic: Topic
    kind: str
    id: str
    """Of the entity; empty for a document, which has none."""
    name: str
    reasons: tuple[tuple[str, Mapping[str, Any]], ...]


@dataclass
class _Found:
    """Reasons by what they concern, in the order in which they are found."""

    registry: Registry
    reasons: dict[tuple[Topic, str, str, str], list[tuple[str, Mapping[str, Any]]]] = field(default_factory=dict)

    def add(self, topic: Topic, record: Record[Any], why: str, **values: Any) -> None:
        name = brief(record) if record.kind == "agreement" else record.name
        self.named(topic, record.kind, record.id, name, why, **values)

    def named(self, topic: Topic, kind: str, id: str, name: str, why: str, **values: Any) -> None:
        self.reasons.setdefault((topic, kind, id, name), []).append((why, values))


def impact(registry: Registry, agreement: Record[Agreement], on: dt.date) -> tuple[Affected, ...]:
    """Everything that a revision of an agreement concerns, by topic."""
    found = _Found(registry)
    _agreements(found, agreement, on)
    _groups(found, agreement, on)
    _documents(found, agreement)
    _local(found, agreement, on)
    _meetings(found, agreement)
    _parties(found, agreement, on)
    _contacts(found, on)
    return tuple(
        Affected(topic, kind, id, name, tuple(reasons))
        for wanted in TOPICS
        for (topic, kind, id, name), reasons in found.reasons.items()
        if topic == wanted
    )


def _agreements(found: _Found, agreement: Record[Agreement], on: dt.date) -> None:
    registry, own = found.registry, agreement.entity
    if above := parent(registry, agreement):
        found.add("agreements", above, N_("the one above it, to which it belongs"))
    for child in in_order(children(registry).get(agreement.id, ())):
        found.add("agreements", child, N_("belongs to it ({type})"), type=Word(child.entity.type))
    _related(found, agreement)
    for record, where in mentioned_by(registry, agreement):
        found.add("agreements", record, N_("names it in its text ({where})"), where=where)
    for record, group in touching(registry, agreement):
        found.add("agreements", record, N_("for the same people, or some of them: {group}"), group=group)
    owner = answerable(registry, agreement, on).owner
    for record in in_order(registry.all(Agreement)) if owner else ():
        if record.id != agreement.id and answerable(registry, record, on).owner == owner:
            name = _name(registry, Group, owner or "")
            found.add("agreements", record, N_("the same group answers for it: {group}"), group=name)
    if any(record.entity.main_agreement == agreement.id for record in registry.all(Collaboration)):
        for record in in_order(registry.all(Agreement)):
            if version := record.entity.aligned_to:
                found.add("agreements", record, N_("was brought in line with its version {version}"), version=version)
            elif record.id != agreement.id and record.entity.type != "partial":
                found.add("agreements", record, N_("to be in line with it; it is not known with which version it is"))
    if own.ended and own.ended.successor and (after := registry.get(Agreement, own.ended.successor)):
        found.add("agreements", after, N_("takes its place"))


def _related(found: _Found, agreement: Record[Agreement]) -> None:
    for id in agreement.entity.related:
        if other := found.registry.get(Agreement, id):
            found.add("agreements", other, N_("it names it as related"))
    for other in found.registry.all(Agreement):
        if agreement.id in other.entity.related:
            found.add("agreements", other, N_("names it as related"))


def _groups(found: _Found, agreement: Record[Agreement], on: dt.date) -> None:
    registry, own = found.registry, agreement.entity
    who = answerable(registry, agreement, on)
    why = (N_("answers for it"), N_("may answer for it; it is not certain who does"), N_("is concerned by it"))
    for groups, reason in zip(((who.owner,), who.possible, who.concerned), why, strict=True):
        _add_groups(found, groups, reason)
    for (id, group), part in parts(registry, on).items():
        if id == agreement.id and part == "listed":
            _add_groups(found, (group,), N_("has it in its list of agreements"))
    after = successors(registry)
    for id in [key[2] for key in found.reasons if key[0] == "groups"]:
        for record in after.get(id, ()):
            if not is_over(record.entity, on):
                name = _name(registry, Group, id)
                found.add("groups", record, N_("continues the work of {group}"), group=name)
    if own.drafting:
        _add_groups(found, (own.drafting.steering_group,), N_("steered the work on it"))
        _add_groups(found, own.drafting.groups_heard, N_("was heard when it was drafted"))
    if own.follow_up:
        _add_groups(found, (own.follow_up.responsible,), N_("follows it up"))


def _add_groups(found: _Found, groups: Iterable[str | None], why: str) -> None:
    for id in groups:
        if record := found.registry.get(Group, id):
            found.add("groups", record, why)


def _documents(found: _Found, agreement: Record[Agreement]) -> None:
    for item in agreement.entity.guidance:
        facts = [str(value) for value in (item.version, item.updated) if value]
        why = N_("goes with it ({type}), version and date: {facts}") if facts else N_("goes with it ({type}), undated")
        found.named("documents", "guidance", "", item.title, why, type=Word(item.type), facts=", ".join(facts))


def _local(found: _Found, agreement: Record[Agreement], on: dt.date) -> None:
    if not agreement.entity.local_consultation:
        return
    for area in found.registry.all(Area):
        if not (area.entity.until and area.entity.until.latest < on):
            found.add("local", area, N_("it demands a local consultation in every area"))


def _meetings(found: _Found, agreement: Record[Agreement]) -> None:
    for version in versions(found.registry, agreement.id):
        for item in version.entity.recommendations:
            if meeting := found.registry.get(Meeting, item.meeting):
                number = version.entity.version
                found.add("meetings", meeting, N_("recommended version {version} to the parties"), version=number)
    for meeting, heading in mentioned_in_meetings(found.registry, agreement):
        found.add("meetings", meeting, N_("speaks of it: {heading}"), heading=heading)


def _parties(found: _Found, agreement: Record[Agreement], on: dt.date) -> None:
    registry, every = found.registry, versions(found.registry, agreement.id)
    made = parties(registry, every[-1]) if every else agreement.entity.parties or principals(registry, on)
    for id in sorted(made, key=lambda id: (id != made[0], alphabetical(_name(registry, Organisation, id)))):
        if record := registry.get(Organisation, id):
            found.add("parties", record, N_("is bound by it, and has to adopt what is new"))
    for id in (item.party for item in every[-1].entity.accessions) if every else ():
        if record := registry.get(Organisation, id):
            found.add("parties", record, N_("has joined it, and has to adopt what is new"))


def _contacts(found: _Found, on: dt.date) -> None:
    """Those who lead or prepare the groups that answer for it or are concerned, and the secretariat."""
    registry = found.registry
    ids = [key[2] for key in found.reasons if key[0] == "groups"]
    ids += [record.entity.secretariat for record in registry.all(Collaboration) if record.entity.secretariat]
    for id in dict.fromkeys(ids):
        group = registry.get(Group, id)
        for seat, person in _holders(registry, group, on) if group else ():
            name = group.name if group else id
            found.add(
                "contacts", person, N_("{role} of {group}"), role=Word("node" if seat.node else seat.role), group=name
            )


def _holders(registry: Registry, group: Record[Group], on: dt.date) -> Iterator[tuple[Seat, Record[Person]]]:
    for seat in group.entity.members:
        person = registry.get(Person, seat.person)
        if person and (seat.node or seat.role in _CONTACTS) and holds(seat, on) is not False:
            yield seat, person


def _name(registry: Registry, model: type[Any], id: str) -> str:
    record = registry.get(model, id)
    return record.name if record else id

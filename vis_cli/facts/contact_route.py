"""The way of a question from an area: who takes it first, where it can be taken up, who has it then. (003:73)"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.bodies import above
from vis_cli.facts.contact_find import Subject
from vis_cli.facts.contact_forums import LocalForum, local_forums
from vis_cli.facts.contact_holders import Contacts, contacts_on
from vis_cli.facts.responsibility import is_over
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry

At = Literal["first", "contacts", "forum", "group", "secretariat", "steering"]
Why = Literal["", "owner", "may-own", "concerned", "linked", "secretariat", "above"]


@dataclass(frozen=True, slots=True)
class RouteStep:
    """A step on the way: where the question is."""

    at: At
    group: Record[Group] | None = None
    """The body that has it."""
    why: Why = ""
    """Why that body: it answers for the agreement, it may, the agreement concerns it, the local forum is linked to it,
    it shall answer for what nobody does, it is above."""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a question from an area on a day."""

    area: Record[Area]
    subject: Subject | None
    contacts: Contacts
    forums: tuple[LocalForum, ...]
    steps: tuple[RouteStep, ...]


def route(registry: Registry, area: Record[Area], subject: Subject | None, on: dt.date) -> Route:
    """The way of a question. Who is asked first keeps it until it is handed over; that is always the first step."""
    governing = subject.agreement.id if subject and subject.agreement else None
    forums = local_forums(registry, area, governing, subject.words if subject else (), on)
    steps = [RouteStep("first"), RouteStep("contacts"), RouteStep("forum")]
    steps += _groups(registry, subject, forums, on)
    return Route(area, subject, contacts_on(registry, area, on), forums, tuple(steps))


def _groups(
    registry: Registry, subject: Subject | None, forums: tuple[LocalForum, ...], on: dt.date
) -> Iterator[RouteStep]:
    """The bodies that have it above the area: who answers for the agreement, and those above them."""
    first = list(_answering(registry, subject, forums))
    first = [step for step in first if step.group and not is_over(step.group.entity, on)] or list(
        _secretariat(registry)
    )
    yield from first
    seen = {step.group.id for step in first if step.group}
    at = first[0].group if first else None
    while at and (upper := above(registry, at.id)) and upper.id not in seen:
        seen.add(upper.id)
        yield RouteStep("steering" if upper.entity.type == "steering" else "group", upper, "above")
        at = upper


def _answering(registry: Registry, subject: Subject | None, forums: tuple[LocalForum, ...]) -> Iterator[RouteStep]:
    answer = subject.answerable if subject else None
    if answer:
        if answer.owner and (owner := registry.get(Group, answer.owner)):
            yield RouteStep("group", owner, "owner")
            return
        for ids, why in ((answer.possible, "may-own"), (answer.concerned, "concerned")):
            found = [record for id in ids if (record := registry.get(Group, id))]
            if found:
                yield from (
                    RouteStep("group", record, "may-own" if why == "may-own" else "concerned") for record in found
                )
                return
    linked = dict.fromkeys(item.forum.entity.group for item in forums if item.forum.entity.group)
    for id in linked:
        if record := registry.get(Group, id):
            yield RouteStep("group", record, "linked")


def _secretariat(registry: Registry) -> Iterator[RouteStep]:
    """Where nobody is known to answer for it: the secretariat, which keeps the whole together."""
    for record in registry.all(Collaboration):
        if group := registry.get(Group, record.entity.secretariat):
            yield RouteStep("secretariat", group, "secretariat")

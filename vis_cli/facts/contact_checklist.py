"""What is required of a KSA and a GSA, and what of it is met, is not, or is not known. (R-KSA-2..4, R-GSA-3..6)"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from vis_cli.errors import N_
from vis_cli.facts.contact_forums import forums_of
from vis_cli.facts.contact_holders import Contacts, Held, Role, contacts_on
from vis_cli.facts.coverage import Expected
from vis_cli.model.area import Area
from vis_cli.model.contact import Gsa, GsaTask, Ksa, KsaDuty, KsaKnowledge, Remuneration
from vis_cli.model.forum import Forum
from vis_cli.registry import Record, Registry

State = Literal["met", "unmet", "unknown"]

DUTIES: Mapping[KsaDuty, str] = {
    "contact": N_("is the contact of other actors with the municipality"),
    "local-meetings": N_("takes part in the local meetings with the coordinating health centre"),
    "questions": N_("carries questions to and from the municipality's services"),
}
"""001:65-71"""
KNOWLEDGE: Mapping[KsaKnowledge, str] = {
    "social-services": N_("knows the organisation and mission of the social services well"),
    "collaboration": N_("knows the current questions of collaboration"),
}
"""001:72-75"""
TASKS: Mapping[GsaTask, str] = {
    "survey": N_("surveys who gives care in the area"),
    "convene": N_("organises and convenes the meetings of the network"),
    "participation": N_("works for wide participation"),
    "local-plans": N_("makes local action plans together with others and carries them out"),
    "area-plan": N_("keeps the area plan (närområdesplan) current"),
    "crisis-support": N_("coordinates crisis support to the population"),
}
"""004:49-55, 65-72"""
BASES: Mapping[str, str] = {
    "fixed": N_("it is known what it is paid a year"),
    "per-inhabitant": N_("it is known what it is paid for each inhabitant"),
    "per-hour": N_("it is known what it is paid for each hour in meetings"),
}
"""002:125-127"""


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that is required, and whether it is met."""

    key: str
    text: str
    """As a template for `N_`."""
    state: State
    basis: str
    """Where it is required."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is required of the KSA or the GSA of an area on a day; of one holder, where several share it."""

    area: Record[Area]
    role: Expected
    held: Held | None
    """Who holds it; None where nobody is known."""
    exempt: str
    items: tuple[Requirement, ...]

    def count(self, state: State) -> int:
        """How many are met, unmet or unknown."""
        return sum(item.state == state for item in self.items)


def checklists(registry: Registry, area: Record[Area], on: dt.date) -> tuple[Checklist, ...]:
    """The checklists of the KSA and the GSA of an area on a day."""
    found = contacts_on(registry, area, on)
    return tuple(
        Checklist(area, role.role, held, role.exempt, tuple(_required(registry, found, role, held, on)))
        for role in found.roles
        for held in (role.held or (None,))
    )


def _required(
    registry: Registry, contacts: Contacts, role: Role, held: Held | None, on: dt.date
) -> Iterator[Requirement]:
    appointed: State = "met" if role.unnamed or (held and held.sure) else "unknown"
    basis = "002:78-80" if role.role == "ksa" else "001:76-77"
    yield Requirement("appointed", N_("is appointed"), appointed, basis)
    if held is None and not role.unnamed:
        return
    holder = held.holder if held else role.unnamed[0]
    reachable: State = "met" if holder.mailbox or holder.phone else "unknown"
    yield Requirement("reachable", N_("has a mailbox or telephone of the function"), reachable, "001:65-67")
    if isinstance(holder, Ksa):
        yield from _of_ksa(holder)
    else:
        yield from _of_gsa(registry, contacts.area, holder, on)
    verified: State = "met" if holder.verified_on and holder.verified_on <= on else "unknown"
    yield Requirement("verified", N_("somebody has made sure that this is right"), verified, "004:83")


def _of_ksa(holder: Ksa) -> Iterator[Requirement]:
    for duty, text in DUTIES.items():
        yield Requirement(f"duty-{duty}", text, _among(duty, holder.duties), "001:65-71")
    for knowledge, text in KNOWLEDGE.items():
        yield Requirement(f"knowledge-{knowledge}", text, _among(knowledge, holder.knowledge), "001:72-75")
    private = _yes(holder.private_providers)
    yield Requirement("private-providers", N_("covers private providers too"), private, "001:63-64")
    adopted: State = "met" if holder.mandate and holder.mandate.adopted else "unknown"
    yield Requirement("mandate", N_("has a mandate that the municipality has adopted"), adopted, "002:84-86")


def _of_gsa(registry: Registry, area: Record[Area], holder: Gsa, on: dt.date) -> Iterator[Requirement]:
    yield Requirement(
        "appointed-by", N_("it is known who appointed it"), "met" if holder.appointed_by else "unknown", "004:45-48"
    )
    yield Requirement("mandate", N_("its mandate is clear"), "met" if holder.mandate else "unknown", "002:131-132")
    for task, text in TASKS.items():
        yield Requirement(f"task-{task}", text, _among(task, holder.tasks), "004:49-72")
    convened: State = "met" if any(_convenes(forum.entity) for forum in forums_of(registry, area, on)) else "unknown"
    text = N_("the local meetings of KSA and GSA have somebody who convenes them")
    yield Requirement("meetings", text, convened, "001:78-79")
    plans = [plan for plan in holder.action_plans if plan.until is None or plan.until.latest >= on]
    planned: State = "met" if plans else "unmet" if holder.action_plans else "unknown"
    yield Requirement("action-plan", N_("has a local action plan that runs"), planned, "004:66-67")
    updated = bool(holder.area_plan and holder.area_plan.updated)
    text = N_("it is known when the area plan (närområdesplan) was updated")
    yield Requirement("area-plan", text, "met" if updated else "unknown", "004:69-70")
    text = N_("its duty in a crisis (krisstöd) is settled")
    yield Requirement("crisis-duty", text, _yes(holder.crisis_duty), "004:71-72")
    for basis, text in BASES.items():
        yield Requirement(f"paid-{basis}", text, _paid(holder.remuneration, basis), "002:125-127")


def _convenes(forum: Forum) -> bool:
    return forum.type == "ksa-gsa" and bool(forum.convener or forum.convening_function)


def _paid(parts: tuple[Remuneration, ...], basis: str) -> State:
    return "met" if any(part.basis == basis and part.kronor is not None for part in parts) else "unknown"


def _among(value: str, acknowledged: tuple[str, ...]) -> State:
    """Whether it is acknowledged; where nothing is, nothing is known."""
    return "met" if value in acknowledged else "unmet" if acknowledged else "unknown"


def _yes(value: bool | None) -> State:
    return "unknown" if value is None else "met" if value else "unmet"

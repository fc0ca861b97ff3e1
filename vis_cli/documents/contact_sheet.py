"""The sheet of a GSA: who it is, its tasks, its actors, its plans, its duty in a crisis and its pay. (D-08)"""

import datetime as dt
from typing import Any

from vis_cli.documents.contact_rows import files, files_of, row
from vis_cli.documents.contact_words import ACTORS, PAY, RUN_BY, TASKS
from vis_cli.documents.document import Document
from vis_cli.facts.contact_forums import forums_of
from vis_cli.facts.contact_holders import Held, contacts_on
from vis_cli.facts.names import full_name
from vis_cli.facts.swedish_dates import in_words
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.contact import Gsa, LocalActionPlan, Remuneration
from vis_cli.model.forum import Forum
from vis_cli.registry import Record, Registry

_MEETINGS = ("ksa-gsa", "gsa-cluster")


def gsa_sheet(registry: Registry, area: Record[Area], on: dt.date) -> Document:
    """The sheet of the GSA of an area on a day."""
    found = contacts_on(registry, area, on)
    own = next((record.entity for record in registry.all(Collaboration)), None)
    name = area.entity.name
    title = f"Geografiskt samordnande vårdcentral (GSA) i {name}"
    forums = [record for record in forums_of(registry, area, on) if record.entity.type in _MEETINGS]
    paths = set(files(registry, [found])).union(*(files_of(registry, record) for record in forums))
    return Document(
        template="gsa-sheet.md.j2",
        title=title,
        subject=f"Uppgifter, aktörer, planer, krisstöd och ersättning, {name}",
        organisation=f"{own.name}, {own.county}" if own else "Vård i samverkan",
        day=on,
        state="Uppdragsblad",
        context={
            "title": title,
            "on": on.isoformat(),
            "exempt": found.gsa.exempt,
            "earlier": [f"{row(registry, one).organisation} ({one.area.entity.name})" for one in found.gsa.earlier],
            "holders": [_holder(registry, held) for held in found.gsa.held],
            "ksa": [_contact(registry, held) for held in found.ksa.held],
            "ksa_unnamed": bool(found.ksa.unnamed),
            "meetings": [_meeting(registry, record.entity) for record in forums],
            "actors": [{"who": who, "which": which} for who, which in ACTORS.items()],
        },
        files=tuple(sorted(paths)),
    )


def _holder(registry: Registry, held: Held) -> dict[str, Any]:
    """What is known of the GSA; None or empty where it is not."""
    one, own = row(registry, held), held.holder
    assert isinstance(own, Gsa)
    return {
        "clinic": own.clinic,
        "provider": one.placement,
        "run_by": RUN_BY[own.run_by] if own.run_by else None,
        "reach": ", ".join(part for part in (one.mailbox, one.phone) if part),
        "person": one.person,
        "since": in_words(own.since) if own.since else None,
        "until": in_words(own.until) if own.until else None,
        "verified": one.verified,
        "assumed": one.assumed,
        "appointed_by": [full_name(registry, id) for id in own.appointed_by],
        "mandate": own.mandate,
        "tasks": [{"text": text, "met": task in own.tasks} for task, text in TASKS.items()],
        "acknowledged": bool(own.tasks),
        "area_plan": in_words(own.area_plan.updated) if own.area_plan and own.area_plan.updated else None,
        "action_plans": [_plan(registry, plan) for plan in own.action_plans],
        "crisis_duty": own.crisis_duty,
        "pay": [_pay(basis, text, own.remuneration) for basis, text in PAY.items()],
        "substitutes": [other.text for other in one.substitutes],
    }


def _plan(registry: Registry, plan: LocalActionPlan) -> dict[str, Any]:
    return {
        "title": plan.title,
        "topics": list(plan.topics),
        "decided": in_words(plan.decided) if plan.decided else None,
        "until": in_words(plan.until) if plan.until else None,
        "partners": [full_name(registry, id) for id in plan.partners],
    }


def _pay(basis: str, text: str, parts: tuple[Remuneration, ...]) -> dict[str, Any]:
    """A part of the pay, with the amounts that are known, the latest year last."""
    of = sorted((part for part in parts if part.basis == basis), key=lambda part: part.year or 0)
    return {"text": text, "amounts": [{"kronor": part.kronor, "year": part.year} for part in of]}


def _contact(registry: Registry, held: Held) -> str:
    one = row(registry, held)
    return ", ".join(part for part in (one.organisation, one.placement, one.mailbox, one.phone, one.person) if part)


def _meeting(registry: Registry, forum: Forum) -> dict[str, Any]:
    convener = full_name(registry, forum.convener) if forum.convener else forum.convening_function
    return {"name": forum.name, "convener": convener, "rhythm": forum.rhythm.text if forum.rhythm else None}

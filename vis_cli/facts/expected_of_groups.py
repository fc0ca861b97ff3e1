"""What every group must have: an annual plan, a mandate, a link to knowledge governance; a BUS group its plan."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.errors import N_
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.expected import Subject, excepted, excused
from vis_cli.facts.terms import holds
from vis_cli.facts.year_plans import PLANNING, plans_of
from vis_cli.model.forum import Forum
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry


def _groups(registry: Registry, on: dt.date, *types: str) -> list[tuple[Record[Group], bool]]:
    """The groups of some types that may be there on a day, each with whether that is certain.

    One that is only proposed is not there, nor one that is discontinued.
    """
    found = []
    for record in registry.all(Group):
        own = record.entity
        held = holds(own, on)
        gone = own.status == "proposed" or (own.status == "discontinued" and own.until is None)
        if own.type in types and held is not False and not gone:
            found.append((record, held is True))
    return sorted(found, key=lambda item: (types.index(item[0].entity.type), alphabetical(item[0].name)))


def with_annual_plan(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The annual plan of each steering and consultation group, for the year of the day. (R-PLA-1, 000:610-611)"""
    reasons, plans = excused(registry, "annual-plan"), {item.entity.group: item for item in plans_of(registry, on.year)}
    for record, certain in _groups(registry, on, *PLANNING[::-1]):
        if plan := plans.get(record.id):
            note = N_("adopted") if plan.entity.status == "adopted" else N_("a draft")
            yield Subject(record, "there", note, certain=certain)
        elif record.id in reasons:
            yield excepted(record, reasons[record.id])
        else:
            yield Subject(record, "missing", certain=certain)


def with_mandate(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The mandate document of each consultation group. (R-GRP-1, 000:295-300)"""
    reasons = excused(registry, "mandate")
    for record, certain in _groups(registry, on, "consultation"):
        mandate = record.entity.mandate
        held = holds(mandate, on) if mandate else False
        note = N_("in version {version}") if mandate and mandate.version else ""
        values = {"version": mandate.version} if mandate else {}
        if mandate and held:
            yield Subject(record, "there", note, values, certain=certain)
        elif record.id in reasons:
            yield excepted(record, reasons[record.id])
        elif mandate:
            note = N_("the mandate does not hold that day") if held is False else N_("the dates do not tell")
            yield Subject(record, "missing" if held is False else "unknown", note, certain=certain)
        else:
            yield Subject(record, "missing", certain=certain)


def with_knowledge_link(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The link of each consultation group to a body of knowledge governance. (R-KUN-1, 000:378-380)

    A group that says why it has none is excepted, as the checklist of establishment and VIS511 have it.
    """
    reasons = excused(registry, "knowledge-link")
    for record, certain in _groups(registry, on, "consultation"):
        known = record.entity.knowledge_governance
        links = [link for link in known.links if holds(link, on)] if known else []
        if links:
            names = [f"{link.body.upper()} {link.name or ''}".strip() for link in links]
            yield Subject(record, "there", "{names}", {"names": names}, certain=certain)
        elif record.id in reasons:
            yield excepted(record, reasons[record.id])
        elif known and known.none:
            yield Subject(record, "excepted", "{reason}", {"reason": known.none.rstrip(".")}, certain=certain)
        else:
            yield Subject(record, "unknown", N_("the register says nothing"), certain=certain)


def with_action_plan(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The joint action plan of each BUS group. (R-LOC-2, 002:308-311)"""
    reasons = excused(registry, "action-plan")
    for record in sorted(registry.all(Forum), key=lambda item: alphabetical(item.name)):
        own = record.entity
        held = holds(own, on)
        if own.type != "bus" or held is False or own.status in ("planned", "discontinued") or own.number == 0:
            continue
        plan, certain = own.plan, held is True
        over = bool(plan and plan.until and plan.until.latest < on)
        if plan and not over and plan.joint is not False:
            note = N_("decided {decided}") if plan.decided else ""
            yield Subject(record, "there", note, {"decided": plan.decided}, certain=certain)
        elif record.id in reasons:
            yield excepted(record, reasons[record.id])
        elif plan and over:
            yield Subject(record, "missing", N_("the plan was until {until}"), {"until": plan.until}, certain=certain)
        elif plan:
            yield Subject(record, "missing", N_("the plan was not made jointly"), certain=certain)
        else:
            yield Subject(record, "unknown", N_("the register says nothing"), certain=certain)

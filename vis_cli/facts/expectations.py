"""Coverage: everything that must exist, and whether it does, on a day. One line for each expectation.

`EXPECTATIONS` is the whole list: whatever else must exist is one more of these, and `OF` says of what it is.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from vis_cli.facts.expected import COVERED, Expectation, Found, Subject
from vis_cli.facts.expected_locally import limits_of_consultation, with_consultation, with_gsa, with_ksa
from vis_cli.facts.expected_of_agreements import with_follow_up, with_owner, with_parties
from vis_cli.facts.expected_of_groups import with_action_plan, with_annual_plan, with_knowledge_link, with_mandate
from vis_cli.model.collaboration import Expected
from vis_cli.registry import Record, Registry

EXPECTATIONS: tuple[Expectation, ...] = (
    Expectation("ksa", "001:61-71, 002:78-80", with_ksa),
    Expectation("gsa", "001:76-77, 002:116-118", with_gsa),
    Expectation("local-consultation", "002:480-481", with_consultation, limits_of_consultation),
    Expectation("owner", "000:338-339", with_owner),
    Expectation("follow-up", "000:347", with_follow_up),
    Expectation("parties", "001:19-20", with_parties),
    Expectation("annual-plan", "000:610-611", with_annual_plan),
    Expectation("mandate", "000:295-300", with_mandate),
    Expectation("knowledge-link", "000:378-380", with_knowledge_link),
    Expectation("action-plan", "002:308-311", with_action_plan),
)


def covered(registry: Registry, on: dt.date, *keys: Expected) -> tuple[Found, ...]:
    """How far everything that must exist does so on a day; only some of it, where keys are given."""
    return tuple(found_of(registry, item, on) for item in EXPECTATIONS if not keys or item.key in keys)


def found_of(registry: Registry, expectation: Expectation, on: dt.date) -> Found:
    """How far one thing that is expected is there on a day."""
    limits = tuple(expectation.limits(registry, on))
    return Found(expectation, on, tuple(expectation.find(registry, on)), limits)


def concerning(found: tuple[Found, ...], record: Record[Any]) -> tuple[Found, ...]:
    """The same, only of one area, agreement, group, forum or party, or of the areas of one municipality."""
    kept = []
    for item in found:
        own = tuple(subject for subject in item.subjects if _is_of(subject, record))
        if own:
            kept.append(Found(item.expectation, item.on, own))
    return tuple(kept)


def _is_of(subject: Subject, record: Record[Any]) -> bool:
    beside = (subject.beside.kind, subject.beside.id) if subject.beside else None
    if (record.kind, record.id) in ((subject.record.kind, subject.record.id), beside):
        return True
    return subject.record.kind == "area" and subject.record.entity.municipality == record.id


def by_agreement(found: Found) -> list[tuple[Record[Any], Found]]:
    """What is expected for several agreements, for each of them."""
    agreements = {item.beside.id: item.beside for item in found.subjects if item.beside}
    parts: list[tuple[Record[Any], Found]] = []
    for id, record in agreements.items():
        own = tuple(item for item in found.subjects if item.beside and item.beside.id == id)
        limits = tuple(item for item in found.limits if item.beside == id)
        parts.append((record, Found(found.expectation, found.on, own, limits)))
    return parts


@dataclass(frozen=True, slots=True)
class ByMunicipality:
    """How far something that areas must have is there, counted by municipality: a divided one by its districts."""

    municipalities: int
    covered: int
    """Those in which at least one area has it."""
    whole: int
    """Those that are one area and have it."""
    districts: int
    """The districts that have it."""
    partly: Mapping[str, tuple[int, int]]
    """Those in which only some of the districts have it: how many, of how many."""
    doubtful: tuple[Subject, ...]
    """The areas of which it is not known whether they were there on the day."""


def by_municipality(found: Found, beside: str | None = None) -> ByMunicipality:
    """The areas of an expectation counted by municipality; those of one agreement, where it is named."""
    own = [item for item in found.subjects if beside is None or (item.beside and item.beside.id == beside)]
    sure = [item for item in own if item.certain]
    has = [item for item in sure if item.state in COVERED]
    wanted: dict[str, list[Subject]] = {}
    for item in sure:
        wanted.setdefault(item.record.entity.municipality, []).append(item)
    stated = {id for limit in found.limits if limit.least and beside in (None, limit.beside) for id in limit.among}
    partly = {}
    for id, items in wanted.items():
        there = sum(1 for item in items if item.state in COVERED)
        asked = sum(1 for item in items if item.state != "excepted")
        if 0 < there < asked:
            partly[id] = (there, asked)
    return ByMunicipality(
        len({item.record.entity.municipality for item in own}),
        len({item.record.entity.municipality for item in sure if item in has or item.record.id in stated}),
        sum(1 for item in has if item.record.entity.type == "municipality"),
        sum(1 for item in has if item.record.entity.type == "district"),
        partly,
        tuple(item for item in own if not item.certain),
    )

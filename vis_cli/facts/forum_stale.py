"""What should be asked of a local forum: its status, who convenes it, how often it meets, whether it is still so."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.forums import may_be_there
from vis_cli.facts.verified import MONTHS, long_ago
from vis_cli.model.forum import Forum, ForumType
from vis_cli.registry import Record, Registry

Question = Literal["status", "convener", "rhythm", "never-verified", "verified-long-ago"]

_SERVICES: frozenset[ForumType] = frozenset({"family-centre", "youth-clinic", "home-visits", "hygiene"})
"""What works in common every day, and is not called to a meeting."""
_VARIES = re.compile(r"\b(?:varierar|varierande|växlar|olika|alternerar|varies|alternates)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stale:
    """A forum and what should be asked of it."""

    forum: Record[Forum]
    questions: tuple[Question, ...]


def stale(registry: Registry, on: dt.date, months: int = MONTHS) -> tuple[Stale, ...]:
    """The forums of a day of which something should be asked, those with the most first."""
    found = [Stale(record, asked) for record in registry.all(Forum) if (asked := questions(record.entity, on, months))]
    return tuple(sorted(found, key=lambda item: (-len(item.questions), alphabetical(item.forum.name), item.forum.id)))


def questions(forum: Forum, on: dt.date, months: int = MONTHS) -> tuple[Question, ...]:
    """What should be asked of a forum on a day."""
    return tuple(_questions(forum, on, months)) if may_be_there(forum, on) else ()


def _questions(forum: Forum, on: dt.date, months: int) -> Iterator[Question]:
    if forum.status is None:
        yield "status"
    if meets(forum) and not has_convener(forum):
        yield "convener"
    if meets(forum) and forum.rhythm is None:
        yield "rhythm"
    if forum.verified is None:
        yield "never-verified"
    elif long_ago(forum.verified, on, months):
        yield "verified-long-ago"


def meets(forum: Forum) -> bool:
    """Whether it is something that somebody must convene. (R-LOC-9, 002:199)"""
    return forum.type not in _SERVICES


def has_convener(forum: Forum) -> bool:
    """Whether it is clear who convenes it; "it varies" leaves it open."""
    return bool(forum.convener or (forum.convening_function and not varies(forum.convening_function)))


def varies(function: str) -> bool:
    """Whether the words for who convenes only say that it is not always the same one."""
    return bool(_VARIES.search(function))

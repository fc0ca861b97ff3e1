"""Establishment: what a consultation group needs to count as established, and who can take over. (000:598-601)"""

from typing import Literal

from vis_cli.facts.statuses import was, ways
from vis_cli.model.group import Group, GroupStatus, Seat
from vis_cli.model.values import Side

Condition = Literal["mandate", "representation", "leadership"]
"""Mandate (*uppdragsbeskrivning*), representation, leadership (*ordförandeskap och processledning*)."""

DECIDED: tuple[GroupStatus, ...] = ("decided", "establishing", "established", "active", "stalled")
"""The statuses of a group that somebody has decided shall be, and that has not ended."""

_SITTING = ("chair", "vice-chair", "member")
SIDES: tuple[Side, ...] = ("region", "municipality")


def binds(group: Group) -> bool:
    """Whether what is asked of an established consultation group is asked of this one."""
    return group.type == "consultation" and group.status == "established"


def missing_conditions(group: Group) -> tuple[Condition, ...]:
    """Which of the three conditions for an established group it does not meet, whatever its status."""
    missing: list[Condition] = []
    if group.mandate is None:
        missing.append("mandate")
    if missing_sides(group):
        missing.append("representation")
    if not has_chair(group) or not has_process_leader(group):
        missing.append("leadership")
    return tuple(missing)


def representatives(group: Group) -> tuple[tuple[int, Seat], ...]:
    """The seats that represent somebody (chair, vice chair, member), each with its number in the list."""
    return tuple((index, seat) for index, seat in enumerate(group.members) if seat.role in _SITTING)


def missing_sides(group: Group) -> tuple[Side, ...]:
    """The sides that have no seat in it; a seat held jointly stands for both."""
    sides = {seat.side for _, seat in representatives(group)}
    if "joint" in sides or not group.joint:
        return () if sides else SIDES
    return tuple(side for side in SIDES if side not in sides)


def has_chair(group: Group) -> bool:
    """Whether there is a chair, or it is said how there comes to be one."""
    return bool(group.chairing or group.alternates or any(seat.role == "chair" for seat in group.members))


def has_process_leader(group: Group) -> bool:
    """Whether somebody leads its process."""
    return any(seat.role == "process-leader" for seat in group.members)


def can_take_over(group: Group) -> bool:
    """Whether a responsibility can rest on it, or could: an established group, the secretariat at work. (000:544-547)

    What a group that has been established took over is its own matter when it ends in its turn.
    """
    return was(group, "established") or (group.type == "secretariat" and was(group, "active"))


def takes_over_too_late(group: Group, taker: Group) -> bool:
    """Whether the taker was certainly established only after the group had ended."""
    ready = ("established", "active") if taker.type == "secretariat" else ("established",)
    reached = next((decided.on for status, decided in ways(taker) if decided and status in ready), None)
    began = max((when.earliest for when in (reached, taker.since) if when is not None), default=None)
    return bool(group.until and began and began > group.until.latest)

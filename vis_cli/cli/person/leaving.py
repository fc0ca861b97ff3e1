"""The seats that end with a post: as named, all, or chosen in a terminal; and the decision behind that."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.touched import Touch
    from vis_cli.model.citing import AtItem
    from vis_cli.model.person import Post
    from vis_cli.registry import Registry

Chosen = Mapping[str, Sequence[int]]
"""The numbers of the seats by group."""


def chosen(touches: "Sequence[Touch]", groups: Collection[str], *, every: bool, of: str) -> Chosen:
    """The seats of the groups that are named, or all. Raises Failure where there is no seat in one of them."""
    found: dict[str, list[int]] = {}
    for item in touches:
        if item.work == "seat" and (every or item.source.id in groups):
            found.setdefault(item.source.id, []).append(item.index)
    for id in sorted(set(groups) - set(found)):
        raise Failure(
            N_("{name} has no seat in `{group}` that goes on"),
            hint=N_("`vis person show` shows the seats"),
            name=of,
            group=id,
        )
    return found


def is_contact(item: "Touch") -> bool:
    """Whether it is a task as KSA or substitute that can end; a health centre goes on as GSA without its head."""
    from vis_cli.model.contact import Ksa, Substitute

    return item.work in ("ksa", "substitute") and isinstance(item.part, Ksa | Substitute)


def ask(registry: "Registry", touches: "Sequence[Touch]", old: "Post | None") -> Chosen:
    """Those that are marked; those of the old post's organisation are to begin with.

    Raises KeyboardInterrupt.
    """
    from vis_cli.cli import questions
    from vis_cli.cli.person import lines

    seats = [item for item in touches if item.work == "seat"]
    if not seats:
        return {}
    choices = {str(number): lines.touch(registry, item) for number, item in enumerate(seats)}
    with_post = [number for number, item in zip(choices, seats, strict=True) if _came_with(item, old)]
    marked = questions.many(N_("Which seats end with the old post?"), choices, with_post)
    groups: dict[str, list[int]] = {}
    for number in marked:
        groups.setdefault(seats[int(number)].source.id, []).append(seats[int(number)].index)
    return groups


def _came_with(item: "Touch", old: "Post | None") -> bool:
    """Whether a seat is that of the organisation of the old post."""
    from vis_cli.model.group import Seat

    seat = item.part
    return isinstance(seat, Seat) and old is not None and old.organisation == seat.organisation


def decided(registry: "Registry", where: Where, groups: Chosen) -> "AtItem | None":
    """The item that decided it, asked for where a seat needs one; None where none does."""
    from vis_cli.cli.group.deciding import decision
    from vis_cli.facts.bodies import staffed_by_decision
    from vis_cli.model.group import Group

    for id in groups:
        record = registry.get(Group, id)
        if record and staffed_by_decision(record.entity):
            return decision(registry, where, record, None, None, ask=True)
    return None

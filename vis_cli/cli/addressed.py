"""What stands in a meeting and is named by it: a decision, an assignment. `exempelgruppen-2031-02-20#beslut-1`."""

import difflib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure, Word

if TYPE_CHECKING:
    from vis_cli.registry import Registry


class Addressed(Protocol):
    """Something with an address."""

    @property
    def address(self) -> str:
        """The id of its meeting, `#`, and its own id."""


A = TypeVar("A", bound=Addressed)


def the_one(registry: "Registry", given: str, things: Iterable[A], what: str, where: Where | None = None) -> A:
    """The one that was meant: by its address, by a name of its meeting and its id, or by its id if that is enough.

    `what` is what they are, as a template for `N_`. Raises Failure with what is near.
    """
    known = {thing.address: thing for thing in things}
    meeting, _sign, id = given.strip().rpartition("#")
    if meeting and given not in known:
        from vis_cli.cli.meeting import named

        meeting = named.meeting(registry, meeting, where).id
    address = f"{meeting}#{id}" if meeting else ""
    found = [address] if address in known else []
    if not meeting:
        found = [each for each in known if each.endswith(f"#{id}")]
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise Failure(
            N_("`{given}` can be several: {ids}"),
            hint=N_("write the whole address of the one that you mean"),
            given=given,
            ids=", ".join(f"`{each}`" for each in found[:6]) + (" …" if len(found) > 6 else ""),
        )
    raise _nothing(given, meeting, id, list(known), what)


def _nothing(given: str, meeting: str, id: str, known: list[str], what: str) -> Failure:
    within = [each for each in known if not meeting or each.startswith(f"{meeting}#")]
    by_id = {each.rpartition("#")[2]: each for each in reversed(within or known)}
    near = [by_id[each] for each in difflib.get_close_matches(id, by_id, 3, 0.75)] or within[:3] * bool(meeting)
    return Failure(
        N_("there is no {what} `{given}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis {command} list` shows what there is"),
        what=Word(what),
        command=what,
        given=given,
        near=", ".join(f"`{each}`" for each in near),
    )

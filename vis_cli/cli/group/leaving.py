"""The seat that is to end: the one that was named, or one chosen in a terminal."""

from typing import TYPE_CHECKING

from vis_cli.cli.group import named, words
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.group import Group
    from vis_cli.model.values import When
    from vis_cli.registry import Record, Registry

Wanted = tuple[str | None, str | None, str | None, str | None]
"""Person, organisation, function and role, as they were given."""


def find(registry: "Registry", group: "Record[Group]", given: Wanted, until: "When") -> int:
    """The number of the only seat that it can be, one that goes on before others. Raises Failure."""
    from vis_cli.facts.stems import fold

    person, organisation, function, role = given
    who = named.person(registry, person) if person else None
    whose = named.organisation(registry, organisation) if organisation else None
    as_what = named.role(role) if role else None
    found = [
        index
        for index, seat in enumerate(group.entity.members)
        if who in (None, seat.person)
        and whose in (None, seat.organisation)
        and as_what in (None, seat.role)
        and (function is None or fold(function) == fold(seat.function or ""))
    ]
    found = [index for index in found if _goes_on(group, index, until)] or found
    if len(found) == 1:
        return found[0]
    several = "; ".join(words.seat(registry, group.entity.members[index]) for index in found[:6])
    raise Failure(
        N_("that can be several seats of `{group}`: {seats}") if found else N_("`{group}` has no such seat"),
        hint=N_("name the --person, --organisation, --function and --role of the one that you mean")
        if found
        else N_("`vis group show {group}` shows its seats"),
        group=group.id,
        seats=several,
    )


def ask(registry: "Registry", group: "Record[Group]", until: "When") -> int:
    """The seat that is chosen among those that go on. Raises Failure where there is none, KeyboardInterrupt."""
    from vis_cli.cli import questions

    open = [index for index in range(len(group.entity.members)) if _goes_on(group, index, until)]
    if not open:
        raise Failure(N_("`{group}` has no seat that could end"), group=group.id)
    choices = {str(index): words.seat(registry, group.entity.members[index]) for index in open}
    return int(questions.one(N_("Whose seat ends?"), choices))


def _goes_on(group: "Record[Group]", index: int, until: "When") -> bool:
    from vis_cli.facts.terms import possible

    return possible(group.entity.members[index]).last > until.earliest

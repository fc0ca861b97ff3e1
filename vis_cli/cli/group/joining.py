"""What is known of a new seat before it is written, and the interview for what is not."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vis_cli.cli.group import named
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.group import Group, Seat
    from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose seat it is to be, as what, on which side."""

    person: str | None = None
    organisation: str | None = None
    function: str | None = None
    role: str = ""
    side: str | None = None

    @property
    def holder(self) -> str | None:
        """Whether anybody is named."""
        return self.person or self.organisation or self.function


def read(
    registry: "Registry",
    person: str | None,
    organisation: str | None,
    function: str | None,
    role: str | None,
    side: str | None,
) -> Wish:
    """The options as a wish; the side follows from the organisation or the post. Raises Failure."""
    from vis_cli.actions.step import line

    return Wish(
        person=named.person(registry, person) if person else None,
        organisation=named.organisation(registry, organisation) if organisation else None,
        function=line(function) if function else None,
        role=named.role(role) if role else "",
        side=named.side(side) if side else None,
    )


def seat(
    registry: "Registry",
    where: Where,
    group: "Record[Group]",
    wish: Wish,
    extra: dict[str, Any],
    term: tuple[str | None, str | None],
    decided: tuple[str | None, str | None],
    source: list[str] | None,
) -> "Seat":
    """The whole seat; what is missing is asked for in a terminal. Raises Failure where nobody can be asked."""
    from vis_cli.actions.step import when
    from vis_cli.cli import asking
    from vis_cli.cli.group.deciding import decision
    from vis_cli.model.group import Seat

    since, until = term
    sources = named.sources(registry, source)
    ask = asking.lacks(**{"person, --organisation or --function": wish.holder})
    with asking.interview():
        if ask:
            wish = _ask(registry, wish)
        wish = replace(wish, side=wish.side or side_of(registry, wish))
        if asking.lacks(side=wish.side):
            wish = replace(wish, side=_side())
        at = decision(registry, where, group, *decided, ask=asking.in_terminal(), documented=bool(sources))
        if ask and not since:
            from vis_cli.cli import questions

            since = questions.text(N_("From which day?"), str(named.day(registry, where, None, at)))
    first = named.day(registry, where, since, at)
    values = {
        "role": wish.role or "member",
        "side": wish.side,
        "person": wish.person,
        "organisation": wish.organisation,
        "function": wish.function,
        **extra,
        "since": first,
        "until": when(until) if until else None,
        "seated": at,
        "sources": sources,
    }
    return Seat.model_construct(**{key: value for key, value in values.items() if value not in (None, "")})


def side_of(registry: "Registry", wish: Wish) -> str | None:
    """The side of the organisation that is named, or of the one where the person has a post; None where unclear."""
    from vis_cli.facts.sides import side_of

    return side_of(registry, wish.organisation, wish.person)


def _ask(registry: "Registry", wish: Wish) -> Wish:
    """Who, and as what. Raises KeyboardInterrupt."""
    from vis_cli.cli import asking, questions
    from vis_cli.documents.swedish import sort_key
    from vis_cli.model.organisation import Organisation
    from vis_cli.model.person import Person

    people = sorted(registry.all(Person), key=lambda item: sort_key(item.name))
    choices = {"": _(N_("nobody by name"))} | {item.id: item.name for item in people}
    wish = replace(wish, person=questions.one(N_("Who?"), choices) or None)
    if wish.person is None:
        every = sorted(registry.all(Organisation), key=lambda item: sort_key(item.name))
        choices = {"": _(N_("not known"))} | {item.id: item.name for item in every}
        wish = replace(wish, organisation=questions.one(N_("Whose seat is it?"), choices) or None)
        check = (lambda answer: "") if wish.organisation else asking.something
        function = questions.text(N_("Which function?"), hint=N_("may be empty"), check=check)
        wish = replace(wish, function=function or None)
    if not wish.role:
        wish = replace(wish, role=questions.one(N_("As what?"), {each: _(each) for each in named.roles()}, "member"))
    return wish


def _side() -> str:
    from vis_cli.cli import questions

    return questions.one(
        N_("For which side?"), {each: _(each) for each in ("region", "municipality", "joint", "external")}
    )

"""The interview of `vis agreement new`: what is not known of it is asked, from lists where there are any."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, get_args

from vis_cli.actions.agreement.wish import Wish, suggested_id, why_not_id, why_not_title
from vis_cli.cli import questions
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.documents.swedish import sort_key
from vis_cli.errors import N_, Failure
from vis_cli.facts.agreements import ABOVE, ALONE, BELONGING
from vis_cli.facts.versions import principals
from vis_cli.model.agreement import Agreement, AgreementKind
from vis_cli.model.group import Group
from vis_cli.model.organisation import Organisation
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

_RULES = {
    "all-parties": N_("when all parties have adopted it"),
    "each-party": N_("for each party when it has adopted it"),
    "at-least": N_("when a number of the parties have adopted it"),
    "fixed-date": N_("on a fixed date, whatever the parties have decided"),
}
_EFFECTS = {
    "rest-continues": N_("the agreement goes on between the others"),
    "all-ends": N_("the agreement ends for all"),
}


def interview(registry: Registry, given: Wish) -> Wish | None:
    """The whole wish, or None where it is given up. What was given as an option is not asked.

    Raises KeyboardInterrupt.
    """
    asked = _Interview(registry, given.given())
    wish = given
    with questions.on_standard_error():
        while True:
            wish = asked.all(wish)
            choices = {
                "make": _(N_("make the files")),
                "again": _(N_("go through the answers again")),
                "stop": _(N_("give up")),
            }
            answer = questions.one(N_("Is it right?"), choices)
            if answer != "again":
                return wish if answer == "make" else None


class _Interview:
    def __init__(self, registry: Registry, given: frozenset[str]) -> None:
        self.registry = registry
        self.given = given

    def all(self, wish: Wish) -> Wish:
        """Every question once, with the answers in `wish` as what stands there."""
        asks: tuple[tuple[str, Callable[[Wish], Any]], ...] = (
            ("title", self.title),
            ("id", self.id),
            ("type", self.type),
            ("parent", self.parent),
            ("owner", self.owner),
            ("concerned", self.concerned),
            ("target_groups", self.target_groups),
            ("parties", self.parties),
            ("rule", self.rule),
            ("at_least", self.at_least),
            ("date", self.date),
            ("not_before", self.not_before),
            ("until", self.until),
            ("notice_months", self.notice_months),
            ("notice_effect", self.notice_effect),
        )
        for name, ask in asks:
            if name not in self.given:
                wish = replace(wish, **{name: ask(wish)})
        return wish

    def title(self, wish: Wish) -> str:
        return questions.text(N_("Title"), wish.title, check=lambda answer: _why(why_not_title(self.registry, answer)))

    def id(self, wish: Wish) -> str:
        return questions.text(
            N_("Id"),
            wish.id or suggested_id(wish.title),
            check=lambda answer: _why(why_not_id(self.registry, answer)),
            hint=N_("the name of its folder; it never changes"),
        )

    def type(self, wish: Wish) -> str:
        choices = {kind: _(kind) for kind in get_args(AgreementKind)}
        return questions.one(N_("Type"), choices, wish.type or "agreement")

    def parent(self, wish: Wish) -> str | None:
        if wish.type in ALONE:
            return None
        wanted = ABOVE.get(wish.type or "")
        found = [item for item in self.registry.all(Agreement) if not wanted or item.entity.type in wanted]
        choices = ({} if wish.type in BELONGING else _none()) | _names(found, lambda item: item.entity.title)
        if not choices:
            raise Failure(
                N_("there is no agreement that one of the type `{type}` can belong to"),
                hint=N_("make that one first, or choose another type"),
                type=wish.type,
            )
        return questions.one(N_("Belongs to"), choices, wish.parent or "") or None

    def owner(self, wish: Wish) -> str | None:
        return questions.one(N_("Owner group"), _none() | self._groups(), wish.owner or "") or None

    def concerned(self, wish: Wish) -> tuple[str, ...]:
        choices = {id: name for id, name in self._groups().items() if id != wish.owner}
        return questions.many(N_("Other groups that it concerns"), choices, wish.concerned) if choices else ()

    def target_groups(self, wish: Wish) -> tuple[str, ...]:
        known = {name for record in self.registry.all(Agreement) for name in record.entity.target_groups}
        choices = {name: name for name in sorted(known, key=sort_key)}
        chosen = questions.many(N_("Target groups"), choices, wish.target_groups) if choices else ()
        own = ", ".join(name for name in wish.target_groups if name not in choices)
        more = questions.text(N_("Other target groups"), own, hint=N_("with a comma between; may be empty"))
        return (*chosen, *dict.fromkeys(name for part in more.split(",") if (name := " ".join(part.split()))))

    def parties(self, wish: Wish) -> tuple[str, ...]:
        everyone = principals(self.registry, None)
        records = [item for id in everyone if (item := self.registry.get(Organisation, id))]
        if not records:
            return ()
        records.sort(key=lambda item: (item.entity.side != "region", sort_key(item.entity.name)))
        choices = {item.id: item.entity.name for item in records}
        region = tuple(item.id for item in records if item.entity.side == "region")
        marked = wish.parties or (region if wish.type == "optional" else everyone)

        def check(answers: object) -> str:
            return "" if answers else _(N_("an agreement has parties"))

        return questions.many(N_("Parties"), choices, marked, check=check)

    def rule(self, wish: Wish) -> str:
        choices = {rule: _(words) for rule, words in _RULES.items()}
        return questions.one(N_("Enters into force"), choices, wish.rule or "")

    def at_least(self, wish: Wish) -> int | None:
        if wish.rule != "at-least":
            return None
        most = len(wish.parties) or len(principals(self.registry, None))
        default = str(wish.at_least or "")
        return int(questions.text(N_("How many parties"), default, check=lambda answer: _whole(answer, 2, most)))

    def date(self, wish: Wish) -> When | None:
        return self._when(N_("On which day"), wish.date, needed=True) if wish.rule == "fixed-date" else None

    def not_before(self, wish: Wish) -> When | None:
        return self._when(N_("Not before"), wish.not_before) if wish.rule != "fixed-date" else None

    def until(self, wish: Wish) -> When | None:
        return self._when(N_("Last day"), wish.until, hint=N_("a date; empty: until further notice"))

    def notice_months(self, wish: Wish) -> int | None:
        default = "" if wish.notice_months is None else str(wish.notice_months)
        hint = N_("in months; empty: not settled")
        question = N_("Period of notice")
        answer = questions.text(question, default, hint=hint, check=lambda answer: answer and _whole(answer, 0, 120))
        return int(answer) if answer else None

    def notice_effect(self, wish: Wish) -> str | None:
        if wish.notice_months is None:
            return None
        choices = {effect: _(words) for effect, words in _EFFECTS.items()}
        return questions.one(N_("When a party gives notice"), choices, wish.notice_effect or "")

    def _when(
        self, question: str, was: When | None, *, needed: bool = False, hint: str = N_("a date; may be empty")
    ) -> When | None:
        hint = N_("a date, 2031-07-01") if needed else hint
        answer = questions.text(question, str(was or ""), hint=hint, check=lambda answer: _date(answer, needed))
        return When.parse(answer) if answer else None

    def _groups(self) -> dict[str, str]:
        kinds = ("consultation", "steering")
        there = [
            item
            for item in self.registry.all(Group)
            if item.entity.type in kinds and item.entity.status != "discontinued"
        ]
        return _names(there, lambda item: item.entity.name)


def _none() -> dict[str, str]:
    return {"": _(N_("none yet"))}


def _names(records: list[Record[Any]], name: Callable[[Record[Any]], str]) -> dict[str, str]:
    return {item.id: name(item) for item in sorted(records, key=lambda item: sort_key(name(item)))}


def _why(failure: Failure | None) -> str:
    return fill(failure.message, failure.values, _) if failure else ""


def _whole(answer: str, least: int, most: int) -> str:
    if answer.isdecimal() and least <= int(answer) <= most:
        return ""
    return _(N_("a whole number from {least} to {most}")).format(least=least, most=most)


def _date(answer: str, needed: bool) -> str:
    if not answer and not needed:
        return ""
    try:
        When.parse(answer)
    except ValueError:
        return _(N_("a date as 2031-07-01, or a part of one as 2031-07 or 2031"))
    return ""

"""The interviews of `vis meeting new` and `add`: what was not given is asked, from lists where there are any."""

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any, get_args

from vis_cli.actions.meeting.new import Wish, why_not_date, with_defaults
from vis_cli.cli.asking import interview, something
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.documents.swedish import sort_key
from vis_cli.errors import N_, Failure
from vis_cli.facts.responsibility import is_over
from vis_cli.model.group import Group
from vis_cli.model.item import Item, ItemType
from vis_cli.registry import Record, Registry

if TYPE_CHECKING:
    from collections.abc import Mapping

_FORMS = ("in-person", "digital", "hybrid")


def plan(
    registry: Registry,
    group: Record[Group] | None,
    day: dt.date | None,
    given: "Mapping[str, str | None]",
    compose: bool | None,
    today: dt.date,
) -> tuple[Record[Group], Wish, bool]:
    """The group, when and where it meets, and whether the agenda is to be filled. What was given is not asked."""
    with interview():
        chosen = group or _group(registry, today)
        wish = _wish(chosen, Wish(day or _day(registry, chosen), **given))
        return chosen, wish, _whether_to_fill() if compose is None else compose


def describe(registry: Registry, item: Item, *, heading: bool, type: bool) -> Item:
    """The item with its heading and type, and who presents it; `heading` and `type` say which were given."""
    with interview():
        return _describe(registry, item, heading, type)


def _wish(group: Record[Group], wish: Wish) -> Wish:
    """When and where, with what is usual as what stands there."""
    from vis_cli.cli import questions

    usual = with_defaults(group.entity, wish)
    if not wish.start:
        wish = replace(wish, start=_clock(N_("Begins"), usual.start))
    if not wish.end:
        wish = replace(wish, end=_clock(N_("Ends"), usual.end))
    if not wish.form:
        choices = {form: _(form) for form in _FORMS} | {"": _(N_("not known yet"))}
        wish = replace(wish, form=questions.one(N_("Form"), choices, usual.form or "") or None)
    if not wish.place:
        wish = replace(wish, place=questions.text(N_("Place"), usual.place or "", hint=N_("may be empty")) or None)
    return wish


def _whether_to_fill() -> bool:
    from vis_cli.cli import questions

    answers = {"yes": _(N_("yes, with what is due")), "no": _(N_("no, only plan the meeting"))}
    return questions.one(N_("Fill the agenda"), answers) == "yes"


def _describe(registry: Registry, item: Item, heading: bool, type: bool) -> Item:
    from vis_cli.cli import questions
    from vis_cli.cli.meant import one_of
    from vis_cli.facts.names import ACTORS

    found: dict[str, Any] = {}
    if not heading:
        found["heading"] = questions.text(N_("Heading"), check=something)
    if not type:
        found["type"] = questions.one(N_("Type"), {each: _(each) for each in get_args(ItemType)}, item.type)
    if not item.presenters:
        who = questions.text(
            N_("Who presents it"),
            hint=N_("a person, a group or an organisation; several with a comma between; may be empty"),
            check=lambda answer: _actors(registry, answer),
        )
        found["presenters"] = tuple(one_of(registry, each.strip(), ACTORS) for each in who.split(",") if each.strip())
    return item.model_copy(update=found)


def _group(registry: Registry, today: dt.date) -> Record[Group]:
    from vis_cli.cli import questions

    there = [item for item in registry.all(Group) if not is_over(item.entity, today)]
    if not there:
        raise Failure(N_("there is no group that could meet"))
    names = {item.id: item.entity.name for item in sorted(there, key=lambda item: sort_key(item.entity.name))}
    id = questions.one(N_("Group"), names)
    return next(item for item in there if item.id == id)


def _day(registry: Registry, group: Record[Group]) -> dt.date:
    from vis_cli.cli import questions

    hint = N_("as 2031-05-20; its id has it for ever")
    return _read(questions.text(N_("Day"), check=lambda answer: _why_not(registry, group, answer), hint=hint))


def _why_not(registry: Registry, group: Record[Group], answer: str) -> str:
    try:
        why = why_not_date(registry, group, _read(answer))
    except ValueError:
        return _(N_("a day as 2031-05-20"))
    return fill(why.message, why.values, _) if why else ""


def _read(day: str) -> dt.date:
    return dt.datetime.strptime(day, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone


def _clock(question: str, usual: str | None) -> str | None:
    from vis_cli.cli import questions
    from vis_cli.cli.meeting.new import clock

    def check(answer: str) -> str:
        try:
            clock(answer or None)
        except Failure:
            return _(N_("a time as 14:00"))
        return ""

    return clock(questions.text(question, usual or "", hint=N_("as 14:00; may be empty"), check=check) or None)


def _actors(registry: Registry, answer: str) -> str:
    from vis_cli.cli.meant import one_of
    from vis_cli.facts.names import ACTORS

    try:
        for each in answer.split(","):
            if each.strip():
                one_of(registry, each.strip(), ACTORS)
    except Failure as failure:
        return fill(failure.message, failure.values, _)
    return ""

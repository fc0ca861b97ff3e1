"""What is known of a new group before it has a file, and the interview for what is not."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, get_args

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.citing import AtItem
    from vis_cli.registry import Registry

Wish = dict[str, Any]
"""The keys of its file that are known, plain."""
_WHAT = {"type": N_("type"), "level": N_("level"), "status": N_("status")}


def read(
    registry: "Registry",
    where: Where,
    texts: Mapping[str, str | None],
    closed: Mapping[str, str | None],
    others: Mapping[str, Any],
) -> Wish:
    """The options as a wish. Raises Failure."""
    from vis_cli.actions.step import line, when
    from vis_cli.cli.group import named
    from vis_cli.cli.meant import choice

    wish: Wish = {key: line(value) for key, value in texts.items() if value}
    wish |= {key: choice(value, choices(key), _WHAT[key]) for key, value in closed.items() if value}
    wish |= {key: str(when(others[key])) for key in ("from", "until") if others.get(key)}
    if others.get("reports_to"):
        wish["reports_to"] = named.group(registry, others["reports_to"], where).id
    found = (named.group(registry, each, where).id for each in others.get("predecessors") or ())
    wish["predecessors"] = list(dict.fromkeys(found))
    return wish


def choices(key: str) -> tuple[str, ...]:
    """The words of a closed vocabulary of groups."""
    from vis_cli.model.group import Group

    return get_args(Group.model_fields[key].annotation)


def ask(registry: "Registry", given: Wish) -> Wish:
    """The whole wish. What was given as an option is not asked. Raises KeyboardInterrupt."""
    from vis_cli.cli import asking, questions
    from vis_cli.cli.question.named import groups

    wish = dict(given)
    names = groups(registry)

    def one(key: str, question: str, default: str) -> None:
        if not wish.get(key):
            wish[key] = questions.one(question, {word: _(word) for word in choices(key)}, default)

    if not wish.get("name"):
        wish["name"] = questions.text(N_("What is the group called?"), check=asking.something)
    one("type", N_("What sort of group is it?"), "consultation")
    one("level", N_("At which level is it?"), "regional")
    one("status", N_("Where is it in its life?"), "proposed")
    if not wish.get("subject"):
        wish["subject"] = questions.text(N_("Which is its subject area?"), hint=N_("may be empty"))
    if not wish.get("target_group"):
        wish["target_group"] = questions.text(N_("Whom is its work for?"), hint=N_("may be empty"))
    if not wish.get("reports_to") and names:
        likely = _officials(registry) if wish["type"] == "consultation" else ""
        shown = {"": _(N_("not known"))} | names
        wish["reports_to"] = questions.one(N_("To which body does it report?"), shown, likely) or None
    if not wish.get("predecessors") and names:
        wish["predecessors"] = list(questions.many(N_("Whose work does it continue?"), names))
    if not wish.get("until") and wish["type"] in ("working", "project"):
        needed = wish["type"] == "working" and wish["status"] != "proposed"
        wish["until"] = _until(needed)
    return wish


def _until(needed: bool) -> str:
    from vis_cli.cli import questions

    hint = N_("2031-06-30, or as much as is known") if needed else N_("may be empty")
    return questions.text(N_("When does it end?"), hint=hint, check=_wrong_date if needed else _wrong_if_any)


def _wrong_date(answer: str) -> str:
    """What is wrong with a date, if anything."""
    from vis_cli.model.values import When

    try:
        When.parse(answer)
    except ValueError:
        return _(N_("write it as 2031-02-03, or as much as is known: 2031-02, 2031"))
    return ""


def _wrong_if_any(answer: str) -> str:
    return _wrong_date(answer) if answer else ""


def _officials(registry: "Registry") -> str:
    from vis_cli.facts.bodies import is_officials
    from vis_cli.model.group import Group

    found = [record.id for record in registry.all(Group) if is_officials(record.entity)]
    return found[0] if len(found) == 1 else ""


def data(wish: Wish, sources: Sequence[str], *, elected: bool, one_sided: bool) -> Wish:
    """What its file says, beside its id and how its status was reached."""
    own = {**wish, "level": wish.get("level") or "regional", "status": wish.get("status") or "proposed"}
    if elected:
        own["elected"] = True
    if one_sided:
        own["joint"] = False
    return {**own, "sources": list(sources)}


def reached(registry: "Registry", where: Where, on: str | None, at: "AtItem | None", decision: str | None) -> Wish:
    """When and by what its status was reached, plain; empty where nothing was said of it."""
    from vis_cli.actions.step import line, plain
    from vis_cli.cli.group import named
    from vis_cli.model.group import Decided

    if not (on or at or decision):
        return {}
    day = named.day(registry, where, on, at) if on or at else None
    return plain(Decided.model_construct(on=day, decision=line(decision) if decision else None, at=at))

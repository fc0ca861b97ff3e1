"""The interview of `vis contact set`: what is not given is asked."""

from typing import TYPE_CHECKING, Any

from vis_cli.cli import asking, questions
from vis_cli.cli.language import _
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.facts.coverage import Expected
    from vis_cli.registry import Registry


def ask(registry: "Registry", role: "Expected", wish: dict[str, Any], today: "dt.date") -> tuple[dict[str, Any], str]:
    """(what the file shall say, from when). What was given is not asked. Raises KeyboardInterrupt."""
    wish = dict(wish)
    if role == "gsa" and "clinic" not in wish:
        wish["clinic"] = questions.text(N_("Which health centre is it?"), check=asking.something)
    if "organisation" not in wish:
        question = N_("Where is it placed?") if role == "ksa" else N_("Who runs the health centre?")
        wish["organisation"] = questions.one(question, {"": _(N_("not known"))} | _organisations(registry, role))
    for key, question in (
        ("placement", N_("Where in the organisation?")),
        ("mailbox", N_("Which mailbox has the function?")),
        ("phone", N_("Which telephone has the function?")),
    ):
        if key not in wish and (key != "placement" or role == "ksa"):
            wish[key] = questions.text(question, hint=N_("may be empty"))
    if "person" not in wish and (people := _people(registry)):
        wish["person"] = questions.one(N_("Who holds it?"), {"": _(N_("not said"))} | people)
    since = questions.text(N_("From when?"), today.isoformat(), check=_a_date)
    return {key: value for key, value in wish.items() if value not in ("", None)}, since


def _a_date(answer: str) -> str:
    from vis_cli.actions.step import when
    from vis_cli.errors import Failure

    try:
        when(answer)
    except Failure:
        return _(N_("write it as 2031-02-03, or as much as is known: 2031-02, 2031"))
    return ""


def _organisations(registry: "Registry", role: "Expected") -> dict[str, str]:
    from vis_cli.documents.swedish import sort_key
    from vis_cli.model.organisation import Organisation

    kinds = ("provider", "private-provider") if role == "gsa" else ("principal", "administration")
    found = [item for item in registry.all(Organisation) if item.entity.type in kinds]
    return {item.id: item.entity.name for item in sorted(found, key=lambda item: sort_key(item.entity.name))}


def _people(registry: "Registry") -> dict[str, str]:
    from vis_cli.documents.swedish import sort_key
    from vis_cli.model.person import Person

    found = sorted(registry.all(Person), key=lambda item: sort_key(item.entity.name))
    return {item.id: item.entity.name for item in found}

"""The interview of `vis meeting record`: what kind of thing it was, its words, and what belongs to it."""

from typing import TYPE_CHECKING, Any

from vis_cli.cli import asking, questions
from vis_cli.cli.language import _
from vis_cli.cli.meant import one_of
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Failure
from vis_cli.facts.names import ACTORS, name_of
from vis_cli.model.group import Group

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

_KINDS = {
    "text": N_("what was said"),
    "decides": N_("a decision"),
    "recommends": N_("a recommendation"),
    "assign": N_("an assignment"),
    "contribution": N_("a contribution"),
}
_OWN_WORDS = {
    "decides": N_("What was decided, after “decides to”"),
    "recommends": N_("What was recommended, after “recommends … to”"),
    "assign": N_("What shall be done"),
}


def ask(registry: "Registry", meeting: "Record[Meeting]") -> dict[str, Any]:
    """The answers as the options that say the same; the program ends where it is given up."""
    with asking.interview():
        kind = questions.one(N_("What is recorded"), {kind: _(words) for kind, words in _KINDS.items()})
        words = questions.text(_OWN_WORDS.get(kind, N_("The words")), check=asking.something)
        found: dict[str, Any] = {kind: words if kind == "text" else [words]}
        if kind in ("decides", "recommends"):
            found |= _basis(meeting)
        elif kind == "assign":
            found |= _assignment(registry, meeting)
        elif kind == "contribution" and (by := questions.text(N_("By whom"), hint=N_("may be empty"))):
            found["by"] = by
    return found


def _basis(meeting: "Record[Meeting]") -> dict[str, Any]:
    papers = {paper.id: paper.title for paper in meeting.entity.attachments}
    chosen = questions.many(N_("Which papers it rests on"), papers) if papers else ()
    return {"basis": list(chosen)} if chosen else {}


def _assignment(registry: "Registry", meeting: "Record[Meeting]") -> dict[str, Any]:
    def check(answer: str) -> str:
        try:
            for name in _names(answer):
                one_of(registry, name, ACTORS)
        except Failure as failure:
            return fill(failure.message, failure.values, _)
        return ""

    owners = questions.text(N_("Who shall do it"), hint=N_("with a comma between; may be empty"), check=check)
    group = registry.get(Group, meeting.entity.group)
    above = group.entity.reports_to if group else None
    bodies = {id: name_of(registry, id, "group") for id in (meeting.entity.group, above) if id}
    back = questions.one(N_("Which body it comes back to"), bodies)
    found: dict[str, Any] = {"owner": _names(owners), "return_to": back}
    return {key: value for key, value in found.items() if value}


def _names(answer: str) -> list[str]:
    return [name for part in answer.split(",") if (name := part.strip())]

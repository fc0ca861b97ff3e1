"""The way of a question in lines: each step with who has it, and why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.contact import answered, lines
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_route import Route, RouteStep
    from vis_cli.registry import Registry

_IN = "   "
_WHY = {
    "owner": N_("it answers for the agreement"),
    "may-own": N_("it may answer for the agreement; who does is not known"),
    "concerned": N_("the agreement concerns it; nobody is known to answer for it"),
    "linked": N_("the local forum is linked to it"),
    "secretariat": N_("no group is known to answer for the question; the secretariat keeps the whole together"),
    "above": N_("what the body below cannot settle goes there"),
    "": "",
}


def way(registry: "Registry", found: "Route") -> Iterator[str]:
    """Every line of it."""
    yield heading(lines.titled(registry, found.area))
    for number, step in enumerate(found.steps, 1):
        yield ""
        yield from _step(registry, found, step, number)


def _step(registry: "Registry", found: "Route", step: "RouteStep", number: int) -> Iterator[str]:
    first = f"{number}. "
    if step.at == "first":
        yield from wrapped(_(N_("Whoever is asked first")), _IN, first=first)
        text = _(
            N_("keeps the responsibility until it has been handed over to somebody who has taken it (002:660-661)")
        )
        yield from wrapped(text, _IN)
    elif step.at == "contacts":
        yield from wrapped(_(N_("The contacts of the area")), _IN, first=first)
        yield from lines.page(registry, found.contacts, frozenset(("ksa", "gsa")))
    elif step.at == "forum":
        yield from wrapped(_(N_("The local forum")), _IN, first=first)
        forums = [answered.forum_line(registry, forum) for forum in found.forums]
        for text in forums or [_(N_("no local forum for it is known"))]:
            yield from wrapped(text, f"{_IN}  ", first=_IN)
        yield from _governs(registry, found)
    elif step.group:
        yield from wrapped(step.group.entity.name, _IN, first=first)
        yield from wrapped(_(_WHY[step.why]), _IN)


def _governs(registry: "Registry", found: "Route") -> Iterator[str]:
    """Which agreement the forum and the groups go by."""
    subject = found.subject
    if subject and subject.agreement:
        values = {"agreement": called(subject.agreement)}
        yield from wrapped(fill(N_("it is governed by {agreement}"), values, _), f"{_IN}  ", first=_IN)
        yield from wrapped(answered.owners(registry, subject), f"{_IN}  ", first=_IN)
        if handled := subject.agreement.entity.deviations:
            yield from wrapped(f"{_(N_('deviations'))}: {handled.text}", f"{_IN}  ", first=_IN)
    elif subject:
        values = {"words": " ".join(subject.words)}
        yield from wrapped(fill(N_("No agreement speaks of {words}."), values, _), f"{_IN}  ", first=_IN)

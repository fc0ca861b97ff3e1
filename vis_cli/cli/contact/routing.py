"""`vis contact route`: the way of a question from an area. (003:73)"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.contact import answered, lines
from vis_cli.cli.contact.named import KINDS
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, wrapped
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
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


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("route", help=_(N_("Show the way of a question: who takes it, where, and who after that.")))(route)


def route(
    context: typer.Context,
    area: Annotated[str, typer.Option("--area", metavar=_(N_("AREA")), help=_(N_("Where the question has come up.")))],
    subject: Annotated[
        str, typer.Option("--subject", metavar=_(N_("WORDS")), help=_(N_("What it is about, in your own words.")))
    ],
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.contact import named
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.contact_find import about
    from vis_cli.facts.contact_route import route as way

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    record = named.area(registry, area, where)
    found = way(registry, _there(registry, record, day), about(registry, subject.split(), day), day)
    if json:
        named.print_json({"on": day.isoformat(), **_data(registry, found)})
    else:
        typer.echo("\n".join(_lines(registry, found)))


def _there(registry: "Registry", area: Any, day: Any) -> Any:
    """The area that is there on the day. Raises Failure where the one of that name has become several."""
    from vis_cli.errors import Failure
    from vis_cli.facts.contact_holders import areas_after

    after = areas_after(registry, area, day)
    if len(after) == 1:
        return after[0]
    raise Failure(
        N_("{area} has become several: {areas}"),
        hint=N_("name the one that you mean"),
        area=area.entity.name,
        areas=", ".join(f"`{one.id}`" for one in after),
    )


def _lines(registry: "Registry", found: "Route") -> Iterator[str]:
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


def _data(registry: "Registry", found: "Route") -> dict[str, Any]:
    from vis_cli.cli.contact.data import contacts_data, forum_data

    steps = [{"at": step.at, "group": step.group.id if step.group else None, "why": step.why} for step in found.steps]
    agreement = found.subject.agreement.id if found.subject and found.subject.agreement else None
    return {
        **contacts_data(registry, found.contacts),
        "agreement": agreement,
        "forums": [forum_data(forum) for forum in found.forums],
        "steps": steps,
    }

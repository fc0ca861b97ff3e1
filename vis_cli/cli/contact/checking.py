"""`vis contact checklist`: what is required of a KSA and a GSA, and what of it is met. (003:67)"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.contact.named import KINDS, READ, MaybeNamed, Municipality, Subregion
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.cli.options import At, Json, On
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_checklist import Checklist
    from vis_cli.registry import Registry

_SIGNS = {"met": "[x]", "unmet": "[ ]", "unknown": "[?]"}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("checklist", help=_(N_("Check what is required of KSA and GSA: met, not met, not known.")))(checklist)


def checklist(
    context: typer.Context,
    area: MaybeNamed = None,
    subregion: Subregion = None,
    municipality: Municipality = None,
    on: On = None,
    at: At = None,
    json: Json = False,
) -> None:
    from vis_cli.cli.contact import named
    from vis_cli.cli.texts import say_known
    from vis_cli.facts.areas import areas_on
    from vis_cli.facts.contact_checklist import checklists

    where: Where = context.obj
    loaded, known = where.load_at(at, READ)
    say_known(known)
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    only = named.kept(registry, subregion, municipality)
    chosen = [named.area(registry, area, where)] if area else areas_on(registry, day)
    found = [item for one in chosen if only is None or one.id in only for item in checklists(registry, one, day)]
    if json:
        print_json({"on": day.isoformat(), "items": [_data(item) for item in found]})
    elif area:
        for number, item in enumerate(found):
            typer.echo("\n".join([*([""] if number else []), *checklist_lines(registry, item)]))
        typer.echo(_(N_("[x] met, [ ] not met, [?] not known")), err=True)
    else:
        typer.echo("\n".join(_sums(found)))


def checklist_lines(registry: "Registry", item: "Checklist") -> Iterator[str]:
    """The checklist of one holder."""
    from vis_cli.cli.contact.lines import who

    none = _(N_("not known who")) if any(one.state == "met" for one in item.items) else _(N_("not known"))
    name = who(registry, item.held.holder) if item.held else none
    yield heading(f"{item.role.upper()} {item.area.entity.name}: {name}")
    if item.exempt and not item.held:
        yield from wrapped(item.exempt, "   ")
        return
    for required in item.items:
        text = f"{_(required.text)} ({required.basis})"
        yield from wrapped(text, "       ", first=f"   {_SIGNS[required.state]} ")


def _sums(found: "list[Checklist]") -> Iterator[str]:
    """How many areas meet each requirement, in a table."""
    from vis_cli.cli.table import table

    states = ("met", "unmet", "unknown")
    sums: dict[tuple[str, str], dict[str, int]] = {}
    for item in found:
        if item.held or not item.exempt:
            for required in item.items:
                counts = sums.setdefault((item.role, required.text), dict.fromkeys(states, 0))
                counts[required.state] += 1
    rows = [[role.upper(), _(text), *(str(counts[state]) for state in states)] for (role, text), counts in sums.items()]
    names = ["", _(N_("requirement")), _(N_("met")), _(N_("not met")), _(N_("not known"))]
    yield table(names, sorted(rows, key=lambda row: row[0] != "KSA"), wrap=True)


def _data(item: "Checklist") -> dict[str, Any]:
    return {
        "area": item.area.id,
        "role": item.role,
        "holder": item.held.index if item.held else None,
        "exempt": item.exempt or None,
        "items": [{"key": one.key, "state": one.state, "basis": one.basis} for one in item.items],
    }

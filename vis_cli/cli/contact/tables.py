"""Contacts in rows: an area and whom to turn to there, and the sum of it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.contact import lines
from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_holders import Contacts, Role
    from vis_cli.facts.contact_stale import Stale
    from vis_cli.registry import Registry


def columns() -> tuple[str, ...]:
    """What the columns are called, as templates."""
    return N_("area"), "KSA", "GSA", N_("since"), N_("verified")


def row(registry: "Registry", contacts: "Contacts") -> list[str]:
    """An area: its KSA, its GSA, since when and when verified, first of the KSA and then of the GSA."""
    cells = [_cell(registry, role) for role in contacts.roles]
    begun = [_days(str(one.holder.since or "") for one in role.held) for role in contacts.roles]
    checked = [_days(str(one.holder.verified_on or "") for one in role.held) for role in contacts.roles]
    return [contacts.area.entity.name, *cells, _pair(begun), _pair(checked)]


def _cell(registry: "Registry", role: "Role") -> str:
    if role.held:
        return "; ".join(lines.who(registry, one.holder) + ("" if one.sure else " ?") for one in role.held)
    if role.exempt:
        return _(N_("(none is expected)"))
    if role.unnamed:
        return lines.appointed(role)
    before = "; ".join(lines.who(registry, one.holder) for one in role.earlier)
    return fill(N_("? (before: {holders})"), {"holders": before}, _) if before else "–"


def _days(texts: "Iterator[str]") -> str:
    return "; ".join(in_words(text) if text else "–" for text in texts)


def _pair(values: Sequence[str]) -> str:
    """`2031-02-01 / –`: of the KSA and of the GSA; one dash where nothing is known of either."""
    return " / ".join(value or "–" for value in values) if any(value.strip("–; ") for value in values) else "–"


def counted(found: "Sequence[Contacts]") -> Iterator[str]:
    """`GSA: 37 areas have one (24 municipalities, 13 districts); 1 is not expected to; 0 lack one`."""
    for index, name in enumerate(("KSA", "GSA")):
        have = [item for item in found if item.roles[index].held]
        excused = [item for item in found if not item.roles[index].held and item.roles[index].exempt]
        unnamed = [item for item in found if item.roles[index].unnamed and not item.roles[index].exempt]
        values = {
            "role": name,
            "have": len(have),
            "municipalities": sum(item.area.entity.type == "municipality" for item in have),
            "districts": sum(item.area.entity.type == "district" for item in have),
            "areas": len(found),
            "excused": len(excused),
            "unnamed": len(unnamed),
            "lack": len(found) - len(have) - len(excused) - len(unnamed),
        }
        known = N_("{role}: known in {have} of {areas} areas ({municipalities} municipalities, {districts} districts)")
        appointed = [fill(N_("appointed, not known who, in {unnamed}"), values, _)] if unnamed else []
        rest = fill(N_("not expected in {excused}; not known in {lack}"), values, _)
        yield "; ".join((fill(known, values, _), *appointed, rest))


def stale_row(registry: "Registry", item: "Stale") -> list[str]:
    """What somebody should look at."""
    what = {
        "never-verified": N_("never verified"),
        "verified": N_("verified long ago"),
        "plan-unknown": N_("when the area plan was updated is not known"),
        "plan": N_("the area plan was updated long ago"),
    }
    name = f"{item.held.role.upper()}: {lines.who(registry, item.held.holder)}"
    return [item.held.area.entity.name, name, _(what[item.what]), in_words(item.last) if item.last else "–"]

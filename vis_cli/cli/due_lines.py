"""What is due in lines, for `vis check --due`: when, what, of what, whose."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading
from vis_cli.cli.plan.words import KINDS as YEAR
from vis_cli.cli.plan.words import body
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.facts.due_values import folded
from vis_cli.facts.titles import brief

if TYPE_CHECKING:
    from vis_cli.facts.due import Agenda
    from vis_cli.facts.due_values import Due
    from vis_cli.registry import Registry

_KINDS = {
    **YEAR,
    "meeting": N_("Meeting, not said whether it was held"),
    "notice": N_("Notice of the meeting"),
    "papers": N_("Papers for the meeting"),
    "minutes": N_("Minutes"),
    "review": N_("Review of the agreement"),
    "follow-up": N_("Follow-up of the agreement"),
    "referral": N_("Reply to the referral"),
    "assignment": N_("Assignment"),
    "duty": N_("Report to whoever gave the money"),
    "plan-by": N_("Planning has to begin"),
    "activity": N_("Activity ends"),
    "contact": N_("Contact to verify again"),
    "forum": N_("Forum to verify again"),
    "measure": N_("Measure on a deviation"),
    "retention": N_("Name to be replaced by the role"),
}


_FEW = 4
"""Of what is alike so many are named."""


def as_lines(registry: "Registry", found: "Agenda") -> Iterator[str]:
    """What is late, then what comes; then how many of each, and of what waits without a last day."""
    for title, items in (
        (N_("Late"), found.late),
        (N_("Due by {until}"), found.coming),
    ):
        if items:
            yield heading(fill(title, {"until": found.until.isoformat()}, _))
            columns = [_(N_("last day")), _(N_("what")), _(N_("of")), _(N_("owner"))]
            yield from (f"  {line}" for line in table(columns, _rows(registry, items), wrap=True).splitlines())
            yield ""
    values = {"late": len(found.late), "coming": len(found.coming), "waits": len(found.waits)}
    text = N_("late: {late}, due soon: {coming}, waiting without a last day: {waits}")
    more = _(N_("`vis report due` lists all of it"))
    counted = fill(text, values, _)
    yield f"{counted}  ·  {more}" if found.late or found.coming or found.waits else counted


def _rows(registry: "Registry", items: "Sequence[Due]") -> list[list[str]]:
    return [
        [spoken(alike[0].when), _(_KINDS[alike[0].kind]), _titles(registry, alike), _owners(registry, alike[0])]
        for alike in folded(items)
    ]


def _titles(registry: "Registry", items: "tuple[Due, ...]") -> str:
    names = [_title(registry, item) for item in items]
    if len(names) <= _FEW:
        return ", ".join(names)
    more = fill(N_("and {count} more"), {"count": len(names) - _FEW + 1}, _)
    return f"{', '.join(names[: _FEW - 1])} {more}"


def _title(registry: "Registry", item: "Due") -> str:
    if item.record.kind == "agreement":
        return brief(item.record)
    if item.record.kind == "contact":
        return f"{_area(registry, item.record.id)}, {item.title}"
    if item.record.kind == "meeting" and item.kind != "assignment":
        return f"{body(registry, item.record.entity.group)} {item.record.entity.date}"
    if item.record.kind in ("fund", "deviation") and item.title:
        return f"{item.record.name}: {item.title}"
    return item.title or item.record.name


def _area(registry: "Registry", id: str) -> str:
    found = registry.find(id, ("area",))
    return found.name if found else id


def _owners(registry: "Registry", item: "Due") -> str:
    return ", ".join(body(registry, id) for id in item.owners) or body(registry, None)

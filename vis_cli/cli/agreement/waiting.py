"""`vis agreement status` in lines: the parties of a version one by one, or all that waits for someone."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.agreement import words
from vis_cli.cli.agreement.page import bar
from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.waiting import Waiting
    from vis_cli.model.agreement import Agreement
    from vis_cli.registry import Record, Registry


def parties(registry: "Registry", agreement: "Record[Agreement]", day: dt.date) -> Iterator[str]:
    """Each version with the standing of each of its parties, the newest first."""
    from vis_cli.facts.binding import applied
    from vis_cli.facts.entry import entry, everyone
    from vis_cli.facts.overview import STATUSES, name_of
    from vis_cli.facts.stage import stage_of
    from vis_cli.facts.versions import versions

    every = versions(registry, agreement.id)
    if not every:
        yield fill(N_("no version of `{id}` is registered"), {"id": agreement.id}, _)
    for version in reversed(every):
        made = entry(registry, version, day)
        times = applied(registry, version)
        over = bool(times) and all(item.until and item.until.latest < day for item in times)
        stage = _(STATUSES["ended" if over else stage_of(registry, version, day)])
        yield f"{agreement.name} {version.entity.version} · {stage}"
        yield f"{bar(made, 54)} {words.progress(registry, made, day)}" if made.total else ""
        rows = []
        for item in everyone(registry, version, day):
            decision = item.entry.decision if item.entry else None
            about = ", ".join(filter(None, (decision.body, decision.reference))) if decision else ""
            rows.append(
                [
                    name_of(registry, item.party, "organisation"),
                    _(item.status),
                    spoken(item.since) if item.since else "",
                    about,
                ]
            )
        if any(row[1] != _("pending") for row in rows):
            yield table([_(N_("party")), _(N_("status")), _(N_("date")), _(N_("decided by"))], rows)
        yield ""


def overview(registry: "Registry", found: "Sequence[Waiting]", day: dt.date, party: str | None) -> Iterator[str]:
    """What waits: for one party its agreements, else each version with those that it waits for."""
    if not found:
        yield (
            _(N_("Nothing waits for a decision."))
            if party is None
            else fill(N_("Nothing waits for {party}."), {"party": words.names(registry, [party])}, _)
        )
        return
    seen: dict[str, list[Waiting]] = {}
    for item in found:
        seen.setdefault(item.version.id, []).append(item)
    for items in seen.values():
        first = items[0]
        head = f"{first.agreement.name} {first.version.entity.version}"
        if first.since:
            values = {"date": spoken(first.since), "days": (day - first.since.latest).days}
            head += " · " + fill(N_("since {date} ({days} days)"), values, _)
        yield head
        who = words.names(registry, [item.standing.party for item in items], 30)
        prepared = [item.standing.party for item in items if item.standing.status == "prepared"]
        yield "  " + fill(N_("waits for {parties}"), {"parties": who}, _)
        if prepared:
            yield "  " + fill(N_("prepared by {parties}"), {"parties": words.names(registry, prepared, 30)}, _)

"""`vis agreement status` in lines: the parties of a version one by one, or all that waits for someone."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.agreement import phrases
from vis_cli.cli.agreement.page import bar
from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.force import Answer
    from vis_cli.facts.hearing import Hearing
    from vis_cli.facts.waiting import Waiting
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.values import When
    from vis_cli.model.version import Version
    from vis_cli.registry import Record, Registry


def parties(registry: "Registry", agreement: "Record[Agreement]", day: dt.date) -> Iterator[str]:
    """Each version with the standing of each of its parties, the newest first."""
    from vis_cli.cli.agreement.now import headline, replies
    from vis_cli.facts.entry import entry, everyone
    from vis_cli.facts.hearing import hearing
    from vis_cli.facts.names import name_of
    from vis_cli.facts.versions import versions

    every = versions(registry, agreement.id)
    if not every:
        yield fill(N_("no version of `{id}` is registered"), {"id": agreement.id}, _)
    for version in reversed(every):
        made = entry(registry, version, day)
        yield headline(registry, agreement, version, day)
        if heard := hearing(registry, agreement, version, day):
            yield replies(registry, heard)
        yield f"{bar(made, 54)} {phrases.progress(registry, made, day)}" if made.total else ""
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


def overview(
    registry: "Registry",
    found: "Sequence[Waiting]",
    unheard: "Sequence[Hearing]",
    stuck: "Sequence[Answer]",
    day: dt.date,
    party: str | None,
) -> Iterator[str]:
    """What waits, for whom: decisions, then replies to referrals, then what no waiting helps."""
    if not (found or unheard or stuck):
        yield (
            _(N_("Nothing waits for a decision."))
            if party is None
            else fill(N_("Nothing waits for {party}."), {"party": phrases.names(registry, [party])}, _)
        )
    seen: dict[str, list[Waiting]] = {}
    for item in found:
        seen.setdefault(item.version.id, []).append(item)
    for items in seen.values():
        yield from _decisions(registry, items, day)
    for heard in unheard:
        yield from _replies(registry, heard, day)
    for answer in stuck:
        yield from _stuck(registry, answer)


def _decisions(registry: "Registry", items: "Sequence[Waiting]", day: dt.date) -> Iterator[str]:
    first = items[0]
    yield _head(first.agreement, first.version, first.since, day)
    who = phrases.names(registry, [item.standing.party for item in items], 30)
    prepared = [item.standing.party for item in items if item.standing.status == "prepared"]
    yield "  " + fill(N_("waits for {parties}"), {"parties": who}, _)
    if prepared:
        yield "  " + fill(N_("prepared by {parties}"), {"parties": phrases.names(registry, prepared, 30)}, _)


def _replies(registry: "Registry", heard: "Hearing", day: dt.date) -> Iterator[str]:
    yield _head(heard.agreement, heard.version, heard.referral.since, day)
    template = N_("out for comment: waits for replies from {parties}")
    if heard.referral.until:
        template = N_("out for comment until {until}: waits for replies from {parties}")
    until = spoken(heard.referral.until) if heard.referral.until else ""
    yield "  " + fill(template, {"until": until, "parties": phrases.names(registry, heard.silent, 30)}, _)


def _stuck(registry: "Registry", answer: "Answer") -> Iterator[str]:
    from vis_cli.cli.agreement.words import answer as in_words

    version = answer.coming.version if answer.coming else answer.version
    if version:
        yield _head(answer.agreement, version, None, answer.on)
    yield from (f"  {sentence}" for sentence in in_words(registry, answer))


def _head(agreement: "Record[Agreement]", version: "Record[Version]", since: "When | None", day: dt.date) -> str:
    """`Exempelavtalet 1.0 · since 4 March 2031 (17 days)`."""
    head = f"{agreement.name} {version.entity.version}"
    if since is None:
        return head
    values = {"date": spoken(since), "days": (day - since.latest).days}
    return f"{head} · " + fill(N_("since {date} ({days} days)"), values, _)

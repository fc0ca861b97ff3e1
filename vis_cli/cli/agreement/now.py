"""How an agreement stands now, in words: for those who ask and for those who have just recorded a step."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.agreement import words
from vis_cli.cli.agreement.phrases import names, progress, said
from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.hearing import Hearing
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version
    from vis_cli.registry import Record, Registry


def standing(
    registry: "Registry",
    agreement: "Record[Agreement]",
    version: "Record[Version] | None",
    day: dt.date,
    party: str | None = None,
) -> Iterator[str]:
    """What a step about a version, or about the whole agreement, has come to: its stage, and what applies.

    With `party`, also what applies for it, where that is something else.
    """
    from vis_cli.facts.entry import entry
    from vis_cli.facts.force import applies
    from vis_cli.facts.hearing import hearing

    answer = applies(registry, agreement, day)
    if version:
        yield headline(registry, agreement, version, day)
        if open_referral := hearing(registry, agreement, version, day):
            yield replies(registry, open_referral)
    yield from words.answer(registry, answer)
    spoken_of = {item.id for item in (answer.version, answer.coming and answer.coming.version) if item}
    if version and version.id not in spoken_of:
        yield said(
            N_("Version {version}: {progress}."),
            version=version.entity.version,
            progress=progress(registry, entry(registry, version), day),
        )
    own = applies(registry, agreement, day, party) if party else answer
    if (own.state, own.version, own.since, own.until) != (answer.state, answer.version, answer.since, answer.until):
        for sentence in words.state(registry, own):
            yield f"{names(registry, [party or ''])}: {sentence}"


def headline(registry: "Registry", agreement: "Record[Agreement]", version: "Record[Version]", day: dt.date) -> str:
    """`Exempelavtalet 1.0 · being adopted`."""
    from vis_cli.facts.binding import applied
    from vis_cli.facts.overview import STATUSES
    from vis_cli.facts.stage import stage_of

    times = applied(registry, version)
    over = bool(times) and all(item.until and item.until.latest < day for item in times)
    stage = STATUSES["ended" if over else stage_of(registry, version, day)]
    return f"{agreement.name} {version.entity.version} · {_(stage)}"


def replies(registry: "Registry", heard: "Hearing") -> str:
    """How far a referral has come: who has not replied, and until when they may."""
    values = {"replied": len(heard.asked) - len(heard.silent), "asked": len(heard.asked)}
    until = heard.referral.until
    if not heard.silent:
        return said(N_("Replies to the referral: {replied} of {asked}."), **values)
    missing = names(registry, heard.silent, 30)
    if until is None:
        return said(N_("Replies to the referral: {replied} of {asked}; missing: {missing}."), missing=missing, **values)
    return said(
        N_("Replies to the referral: {replied} of {asked}; missing: {missing}; the last day is {until}."),
        missing=missing,
        until=spoken(until),
        **values,
    )

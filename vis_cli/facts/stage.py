"""Where an agreement, or a version of it, is in its life: computed from what is recorded, never stored."""

import datetime as dt
from typing import Literal

from vis_cli.facts.entry import entry
from vis_cli.facts.force import applies, unreadable
from vis_cli.facts.standing import ADOPTED, effective
from vis_cli.facts.versions import adoptions, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

Stage = Literal[
    "unknown", "draft", "referral", "published", "recommended", "adoption", "adopted", "in-force", "replaced", "ended"
]
"""Not known; draft (*utkast*); out for comment (*på remiss*); its text published; recommended (*rekommenderad*); before
the parties (*under antagande*); adopted by as many as it takes (*antagen*); in force (*i kraft*); replaced; ended."""

ORDER: tuple[Stage, ...] = (
    "draft",
    "referral",
    "published",
    "recommended",
    "adoption",
    "adopted",
    "in-force",
    "replaced",
    "ended",
)
"""The way through life."""

_DECIDED = ADOPTED | {"rejected", "referred-back", "appealed", "upheld", "revoked", "withdrawn"}


def stage(registry: Registry, agreement: Record[Agreement], on: dt.date | None = None) -> Stage:
    """Where an agreement is; with `on`, on that day. One that is being revised is in force until the new one is."""
    every = versions(registry, agreement.id)
    ended = agreement.entity.ended
    if ended and (on is None or ended.last_day.latest < on):
        return "replaced" if ended.successor else "ended"
    if unreadable(registry, agreement.id):
        return "unknown"
    if on is not None and every:
        state = applies(registry, agreement, on).state
        if state in ("applies", "stated"):
            return "in-force"
        if state == "ended":
            return "ended"
    if not every:
        return "unknown" if agreement.entity.text_state == "not-transcribed" else "draft"
    found = [stage_of(registry, version, on) for version in every]
    return "in-force" if "in-force" in found else found[-1]


def stage_of(registry: Registry, version: Record[Version], on: dt.date | None = None) -> Stage:
    """Where one version is; that it has been superseded or has run out is not asked."""
    own = version.entity
    made = entry(registry, version, on)
    if made.entered and (made.adopted or (made.rule and made.rule.rule == "fixed-date")):
        return "in-force" if on is None or made.entered.latest <= on else "adopted"
    if own.stated_in_force:
        return "in-force"
    taken = [item.decision for record in adoptions(registry, version).values() for item in effective(record.entity)]
    if any(item.outcome in _DECIDED and _by(item.date, on) for item in taken):
        return "adoption"
    if any(_by(item.date, on) for item in own.recommendations):
        return "recommended"
    if own.publication and (on is None or own.publication.date <= on):
        return "published"
    return "referral" if any(_by(item.since, on) for item in own.referrals) else "draft"


def _by(date: When | None, on: dt.date | None) -> bool:
    return on is None or date is None or date.earliest <= on

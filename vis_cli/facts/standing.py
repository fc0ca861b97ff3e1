"""Where a party stands to a version of an agreement: what follows from the decisions that it has recorded."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from vis_cli.facts.days import UNKNOWN, day_after, months_after, or_never
from vis_cli.facts.versions import adoptions
from vis_cli.model.adoption import Adoption, PartyDecision
from vis_cli.model.values import When
from vis_cli.model.version import NoticeRule, Version
from vis_cli.registry import Record, Registry

Status = Literal[
    "pending",
    "prepared",
    "adopted",
    "adopted-with-reservation",
    "rejected",
    "referred-back",
    "appealed",
    "revoked",
    "withdrawn",
]
ADOPTED: frozenset[str] = frozenset({"adopted", "adopted-with-reservation"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as it holds after corrections, and which entry of its file says so, counted from 1."""

    index: int
    decision: PartyDecision


@dataclass(frozen=True, slots=True)
class Consent:
    """A time during which a party has said yes: from its decision until its notice has run out."""

    since: When
    until: When | None
    entry: Entry
    disputed: bool = False
    """Appealed and not settled: it may turn out never to have been."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a party stands: its status, since when, by which entry, and the times for which it has consented."""

    party: str
    status: Status
    since: When | None = None
    entry: Entry | None = None
    consents: tuple[Consent, ...] = ()

    @property
    def consent(self) -> Consent | None:
        """The consent that it stands by, or last stood by."""
        return self.consents[-1] if self.consents else None


def effective(adoption: Adoption) -> tuple[Entry, ...]:
    """The decisions as they hold: each with its last correction in its place, without those entered in error.

    In the order of their dates; one without a date stands where it was recorded.
    """
    places: dict[int, Entry] = {}
    root: dict[int, int] = {}
    for index, decision in enumerate(adoption.decisions, 1):
        place = root.get(decision.corrects, index) if decision.corrects else index
        root[index] = place
        places[place] = Entry(index, decision)
    found = [entry for _, entry in sorted(places.items()) if entry.decision.outcome != "entered-in-error"]
    keys: list[dt.date] = []
    for entry in found:
        known = entry.decision.date
        keys.append(known.earliest if known else (keys[-1] if keys else dt.date.min))
    return tuple(entry for _, entry in sorted(zip(keys, found, strict=True), key=lambda pair: pair[0]))


def standing(registry: Registry, version: Record[Version], party: str, on: dt.date | None = None) -> Standing:
    """Where a party stands; with `on`, as of that day: decisions of later days are left out."""
    record = adoptions(registry, version).get(party)
    if record is None:
        return Standing(party, "pending")
    entries = [entry for entry in effective(record.entity) if _known_by(entry.decision, on)]
    *_, last = Standing(party, "pending"), *course(party, entries, version.entity.notice)
    return last


def course(party: str, entries: Iterable[Entry], notice: NoticeRule | None = None) -> Iterator[Standing]:
    """Where a party stands after each of its decisions, as they hold."""
    now = Standing(party, "pending")
    for entry in entries:
        now = _after(now, entry, notice)
        yield now


def _known_by(decision: PartyDecision, on: dt.date | None) -> bool:
    return on is None or decision.date is None or decision.date.earliest <= on


def _after(before: Standing, entry: Entry, notice: NoticeRule | None) -> Standing:
    """The standing after one more decision."""
    decision = entry.decision
    outcome, date = decision.outcome, decision.date
    consents = before.consents
    if outcome == "prepared":
        if before.status not in ("pending", "prepared", "referred-back"):
            return before
        return replace(before, status="prepared", since=date, entry=entry)
    if outcome in ADOPTED:
        since = date or UNKNOWN
        last = before.consent
        if last and before.status == "withdrawn" and last.until and since.latest <= last.until.earliest:
            consents = (*consents[:-1], replace(last, until=None, entry=entry))  # the notice is taken back in time
        elif not last or before.status == "withdrawn" or before.status in ("rejected", "revoked", "referred-back"):
            consents = (*consents, Consent(since, None, entry))
        return Standing(before.party, outcome, date, entry, consents)  # type: ignore[arg-type]  # narrowed by ADOPTED
    if outcome == "appealed":
        return Standing(before.party, "appealed", date, entry, _last(consents, disputed=True))
    if outcome == "upheld":
        consents = _last(consents, disputed=False)
        if not consents:
            return Standing(before.party, "rejected", date, entry)
        kept = consents[-1].entry
        return Standing(before.party, kept.decision.outcome, kept.decision.date, kept, consents)  # type: ignore[arg-type]
    if outcome == "withdrawn":
        return Standing(before.party, "withdrawn", date, entry, _last(consents, until=_leaves(decision, notice)))
    if outcome in ("rejected", "referred-back", "revoked"):
        return Standing(before.party, outcome, date, entry, consents[:-1])
    return before


def _last(consents: tuple[Consent, ...], **changes: object) -> tuple[Consent, ...]:
    return (*consents[:-1], replace(consents[-1], **changes)) if consents else ()  # type: ignore[arg-type]


def _leaves(decision: PartyDecision, notice: NoticeRule | None) -> When:
    """The last day of a party that gave notice: as stated, or by the period of notice; else not known."""
    if decision.last_day:
        return decision.last_day
    if decision.date is None:
        return UNKNOWN
    if notice and notice.months is not None:
        return months_after(decision.date, notice.months)
    return or_never(day_after(decision.date))

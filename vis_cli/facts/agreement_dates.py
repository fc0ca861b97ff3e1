"""The dates that an agreement brings: review, follow-up, the end of its term, and the last day of a referral."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.facts.agreements import has_ended, owner
from vis_cli.facts.alphabet import in_order
from vis_cli.facts.dated import Dated, touches
from vis_cli.facts.days import months_after
from vis_cli.facts.follow_ups import next_follow_up
from vis_cli.facts.stage import stage_of
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.model.version import Version, VersionTerm
from vis_cli.registry import Record, Registry

_PASSED = frozenset({"review", "follow-up"})
"""What is to be done, and is left undone when its day passes; a term that has run out is over."""


def dates_of(registry: Registry, record: Record[Agreement], year: int) -> Iterator[Dated]:
    """What an agreement has to do in a year, or may have."""
    return (item for item in _all(registry, record, year) if touches(item.when, year))


def left_over(registry: Registry, year: int) -> tuple[Dated, ...]:
    """Reviews and follow-ups that the register still has as the next, though their day was before the year."""
    found = [
        item
        for record in registry.all(Agreement)
        for item in _all(registry, record, year)
        if item.kind in _PASSED and item.when.latest < dt.date(year, 1, 1)
    ]
    return tuple(sorted(found, key=lambda item: item.order))


def without_next(registry: Registry, year: int) -> tuple[Record[Agreement], ...]:
    """The agreements that are to be followed up every so many months, with no date for the next time."""
    return tuple(
        record
        for record in in_order(registry.all(Agreement))
        if (own := record.entity).follow_up
        and own.follow_up.interval_months
        and next_follow_up(registry, record) is None
        and not has_ended(own, dt.date(year, 1, 1))
    )


def under_review(registry: Registry, year: int) -> tuple[Record[Agreement], ...]:
    """The agreements that are being overhauled (*översyn*), as far as the register knows."""
    return tuple(
        record
        for record in in_order(registry.all(Agreement))
        if (own := record.entity).review
        and not (own.review.since and own.review.since.earliest > dt.date(year, 12, 31))
        and not has_ended(own, dt.date(year, 1, 1))
    )


def _all(registry: Registry, record: Record[Agreement], year: int) -> Iterator[Dated]:
    own = record.entity
    if has_ended(own, dt.date(year, 1, 1)):
        return

    def dated(kind: str, when: When, group: str | None = None) -> Dated:
        return Dated(when, kind, record.name, group or owner(registry, record, _on(when, year)), record)  # type: ignore[arg-type]

    if own.follow_up and (coming := next_follow_up(registry, record)):
        yield dated("follow-up", coming, own.follow_up.responsible)
    if own.next_review:
        yield dated("review", own.next_review)
    if own.ended:
        yield dated("ending", own.ended.last_day)
    for version in versions(registry, record.id):
        for referral in version.entity.referrals:
            if referral.until:
                yield dated("referral", referral.until)
    term = _standing_term(registry, versions(registry, record.id))
    if term and not own.ended and (end := _end(term, year)):
        yield dated("renewal" if term.renewal_months else "expiry", end)


def _on(when: When, year: int) -> dt.date:
    """The day on which to ask whose it is: the first that it can mean, in the year."""
    return max(when.earliest, dt.date(year, 1, 1)) if when.latest.year >= year else dt.date(year, 1, 1)


def _standing_term(registry: Registry, every: tuple[Record[Version], ...]) -> VersionTerm | None:
    """The term of the newest version that is in force, or is to be: a later one takes the place of those before it."""
    for version in reversed(every):
        if stage_of(registry, version) in ("in-force", "adopted"):
            return version.entity.term
    return None


def _end(term: VersionTerm, year: int) -> When | None:
    """The end of the term; where it goes on by itself, the end that comes in the year or after it."""
    end = term.extensions[-1].until if term.extensions else term.until
    while end and term.renewal_months and end.latest < dt.date(year, 1, 1):
        end = months_after(end, term.renewal_months)
    return end

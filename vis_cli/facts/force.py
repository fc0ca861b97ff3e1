"""What applied on a day (*vad som gällde*): which version of an agreement, for the county or for one party, and why."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.agreements import has_ended
from vis_cli.facts.binding import Stretch, applied, bound, predecessors
from vis_cli.facts.entry import Entry, entry
from vis_cli.facts.terms import holds
from vis_cli.facts.versions import parties, versions
from vis_cli.model.agreement import Agreement, Ending
from vis_cli.model.organisation import Organisation
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of

State = Literal["applies", "stated", "not-yet", "gap", "ended", "unknown", "no-version", "not-a-party"]


@dataclass(frozen=True, slots=True)
class Answer:
    """What applied on a day.

    `applies`; `stated`: a source says so, the decisions are not recorded; `not-yet`; `gap`: between its term and an
    extension that came late; `ended`; `unknown`: what is recorded does not tell; `no-version`: nothing is recorded;
    `not-a-party`. `version` is the one that the state is said of, `since` and `until` are its time.
    """

    agreement: Record[Agreement]
    on: dt.date
    party: str | None
    state: State
    version: Record[Version] | None = None
    since: When | None = None
    until: When | None = None
    entry: Entry | None = None
    """How that version came into force, or how far it has come."""
    beside: tuple[Record[Version], ...] = ()
    """For the county: other versions that bind some of the parties on that day."""
    coming: Entry | None = None
    """A later version that has not entered into force on that day."""
    inherited: tuple[str, ...] = ()
    """For a party that has come in the place of others: theirs are the decisions."""
    unreadable: tuple[str, ...] = ()
    """Files of it that could not be understood, so that nothing follows from what is not there."""

    @property
    def ending(self) -> Ending | None:
        """How the agreement was ended, where it was."""
        return self.agreement.entity.ended


def applies(registry: Registry, agreement: Record[Agreement], on: dt.date, party: str | None = None) -> Answer:
    """What applied on a day, of the whole agreement or for one party."""
    if lost := unreadable(registry, agreement.id):
        return Answer(agreement, on, party, "unknown", unreadable=lost)
    every = versions(registry, agreement.id)
    if not every:
        return Answer(agreement, on, party, "no-version")
    if party is not None and not any(_concerns(registry, version, party) for version in every):
        return Answer(agreement, on, party, "not-a-party")
    times = {version.id: bound(registry, version, party) if party else applied(registry, version) for version in every}
    current = [version for version in every if _on(times[version.id], on) is True]
    if current:
        chosen = current[-1]
        stretch = next(item for item in times[chosen.id] if holds(item, on))
        return _answer(registry, agreement, on, party, "applies", chosen, stretch, beside=tuple(current[:-1]))
    doubtful = [version for version in every if _on(times[version.id], on) is None]
    if doubtful:
        chosen = doubtful[-1]
        stretch = next(item for item in times[chosen.id] if holds(item, on) is None)
        return _answer(registry, agreement, on, party, "unknown", chosen, stretch)
    return _otherwise(registry, agreement, on, party, every, times)


def unreadable(registry: Registry, agreement: str) -> tuple[str, ...]:
    """The files with what an agreement's answers follow from that could not be understood."""
    paths = [path_of(kind, id) for kind, id in registry.broken if kind in ("version", "adoption")]
    lists = [Organisation.path] if registry.has_broken("organisation") else []
    return tuple(sorted({path for path in paths if path.startswith(f"agreements/{agreement}/")} | {*lists}))


def _otherwise(
    registry: Registry,
    agreement: Record[Agreement],
    on: dt.date,
    party: str | None,
    every: tuple[Record[Version], ...],
    times: dict[str, tuple[Stretch, ...]],
) -> Answer:
    """What can be said where nothing that was computed holds or may hold on the day."""
    past = [version for version in every if any(item.until and item.until.latest < on for item in times[version.id])]
    if past:
        chosen = past[-1]
        before = [item for item in times[chosen.id] if item.until and item.until.latest < on]
        after = any(item.since and item.since.earliest > on for item in times[chosen.id])
        return _answer(registry, agreement, on, party, "gap" if after else "ended", chosen, before[-1])
    for version in reversed(every):
        stated = version.entity.stated_in_force
        if stated is None or times[version.id]:
            continue
        stretch = Stretch(stated.date, agreement.entity.ended.last_day if agreement.entity.ended else None)
        if held := holds(stretch, on):
            return _answer(registry, agreement, on, party, "stated", version, stretch)
        if held is None:
            return _answer(registry, agreement, on, party, "unknown", version, stretch)
        if stretch.until and stretch.until.latest < on:
            return _answer(registry, agreement, on, party, "ended", version, stretch)
    coming = next((version for version in every if times[version.id]), every[-1])
    stretch = times[coming.id][0] if times[coming.id] else Stretch(None, None)
    if coming.entity.entry_into_force is None and not coming.entity.stated_in_force:
        return _answer(registry, agreement, on, party, "unknown", coming, stretch)
    state: State = "ended" if has_ended(agreement.entity, on) else "not-yet"
    return _answer(registry, agreement, on, party, state, coming, stretch)


def _answer(
    registry: Registry,
    agreement: Record[Agreement],
    on: dt.date,
    party: str | None,
    state: State,
    version: Record[Version],
    stretch: Stretch,
    beside: tuple[Record[Version], ...] = (),
) -> Answer:
    every = versions(registry, agreement.id)
    later = [item for item in every[every.index(version) + 1 :] if item not in beside]
    waiting = next((made for item in later if begun(item, on) and _waits(made := entry(registry, item, on), on)), None)
    own = party is None or party in {*parties(registry, version), *(item.party for item in version.entity.accessions)}
    before = () if own else tuple(item.id for item in predecessors(registry, party or ""))
    made = entry(registry, version, on if state == "not-yet" else None)
    return Answer(agreement, on, party, state, version, stretch.since, stretch.until, made, beside, waiting, before)


def begun(version: Record[Version], on: dt.date) -> bool:
    """Whether a version had been begun by a day, as far as it has dates: sent out, published or recommended."""
    own = version.entity
    dates = [item.since for item in own.referrals] + [item.date for item in own.recommendations]
    known = [date.earliest for date in dates if date] + ([own.publication.date] if own.publication else [])
    return not known or min(known) <= on


def _waits(made: Entry, on: dt.date) -> bool:
    return made.entered is None or made.entered.earliest > on


def _on(stretches: tuple[Stretch, ...], on: dt.date) -> bool | None:
    """Whether one of them holds on a day; None where one may."""
    found = [holds(item, on) for item in stretches]
    return True if True in found else None if None in found else False


def _concerns(registry: Registry, version: Record[Version], party: str) -> bool:
    """Whether a party, or one whose place it took, is a party of the version."""
    named = {*parties(registry, version), *(item.party for item in version.entity.accessions)}
    return party in named or any(item.id in named for item in predecessors(registry, party))

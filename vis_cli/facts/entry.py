"""Entry into force (*ikraftträdande*), computed from the rule of a version and the decisions of its parties."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from vis_cli.facts.days import latest_of, nth_of, or_never
from vis_cli.facts.standing import Consent, Standing, standing
from vis_cli.facts.terms import holds
from vis_cli.facts.versions import parties
from vis_cli.model.organisation import Organisation
from vis_cli.model.values import When
from vis_cli.model.version import EntryRule, Version
from vis_cli.registry import Record, Registry

FEWEST = 2
"""An agreement is between at least so many."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How far a version has come towards its entry into force; `entered` is None while it waits.

    `missing` have not decided, `refused` have said no, or taken back a yes; silence is not refusal. `disputed` have
    adopted, but the decision is appealed. `earliest` is the first day that it can still enter into force.
    """

    version: Record[Version]
    rule: EntryRule | None
    entered: When | None
    standings: tuple[Standing, ...]
    adopted: tuple[str, ...]
    missing: tuple[str, ...]
    refused: tuple[str, ...]
    disputed: tuple[str, ...]
    needed: int
    """How many parties have to adopt it."""
    earliest: dt.date | None

    @property
    def total(self) -> int:
        """How many parties there are."""
        return len(self.adopted) + len(self.missing) + len(self.refused)

    @property
    def barred(self) -> bool:
        """Whether so many have said no that it cannot enter into force."""
        open_to_it = len(self.adopted) + len(self.missing)
        return self.entered is None and self.rule is not None and bool(self.refused) and open_to_it < self.needed

    @property
    def undated(self) -> tuple[str, ...]:
        """Those who have adopted on a day that is not known."""
        return tuple(
            item.party
            for item in self.standings
            if item.party in self.adopted and item.consent and item.consent.entry.decision.date is None
        )


def entry(registry: Registry, version: Record[Version], on: dt.date | None = None) -> Entry:
    """How far a version has come; with `on`, by the decisions of that day and before."""
    return registry.once_for(_entry_of, version.id) if on is None else _entry(registry, version, on)


def _entry_of(registry: Registry, id: str) -> Entry:
    return _entry(registry, registry.records[Version.kind, id], None)


def _entry(registry: Registry, version: Record[Version], on: dt.date | None) -> Entry:
    found = tuple(_slots(registry, version, on))
    rule = version.entity.entry_into_force
    chosen, entered = _settled(rule, found)
    refused = [item for item in found if item.status in ("rejected", "revoked") or item.consents]
    refused = [item for item in refused if item.party not in chosen]
    waiting = [item for item in found if item.party not in chosen and item not in refused]
    return Entry(
        version,
        rule,
        entered,
        found,
        tuple(chosen),
        tuple(item.party for item in waiting),
        tuple(item.party for item in refused),
        tuple(party for party, consent in chosen.items() if consent.disputed),
        _needed(rule, len(found)),
        _earliest(rule, chosen.values()),
    )


def everyone(registry: Registry, version: Record[Version], on: dt.date | None = None) -> tuple[Standing, ...]:
    """Where all stand that it is made between, or their successors, then those who joined later."""
    found = entry(registry, version, on).standings
    named = {item.party for item in found}
    joined = dict.fromkeys(item.party for item in version.entity.accessions if item.party not in named)
    return (*found, *(standing(registry, version, party, on) for party in joined))


def _settled(rule: EntryRule | None, found: Sequence[Standing]) -> tuple[dict[str, Consent], When | None]:
    """(the consent of each party that counts, the entry into force that follows)."""
    left = {item.party: list(item.consents) for item in found if item.consents}
    while True:
        chosen = {party: consents[0] for party, consents in left.items() if consents}
        entered = _entered(rule, [since_of(consent) for consent in chosen.values()], len(found))
        if entered is None:
            return chosen, None
        # Whoever left before that day was not there when it came; it may have come back.
        gone = [party for party, item in chosen.items() if item.until and item.until.latest < entered.earliest]
        if not gone:
            return chosen, entered
        for party in gone:
            left[party].pop(0)


def _slots(registry: Registry, version: Record[Version], on: dt.date | None) -> Iterator[Standing]:
    """Where each party stands; one that was merged or split before it decided is stood for by its successors."""
    seen: set[str] = set()
    for party in parties(registry, version):
        own = standing(registry, version, party, on)
        stand_ins = [own] if own.entry else _successors(registry, version, own, on)
        for item in stand_ins:
            if item.party not in seen:
                seen.add(item.party)
                yield item


def _successors(registry: Registry, version: Record[Version], own: Standing, on: dt.date | None) -> list[Standing]:
    found = registry.get(Organisation, own.party)
    if found is None or found.entity.until is None or not found.entity.successors:
        return [own]
    if on is not None and holds(found.entity, on) is not False:
        return [own]
    return [standing(registry, version, party, on) for party in found.entity.successors]


def since_of(consent: Consent) -> When:
    """From when a party that has consented is reckoned to have done so."""
    own = consent.entry.decision.applies_from
    since = latest_of([consent.since, own]) if own else consent.since
    return or_never(since) if consent.disputed else since


def _entered(rule: EntryRule | None, yes: Sequence[When], total: int) -> When | None:
    if rule is None:
        return None
    if rule.rule == "fixed-date":
        return rule.date
    needed = _needed(rule, total)
    if not needed or len(yes) < needed:
        return None
    reached = nth_of(yes, needed)
    return latest_of([reached, rule.not_before]) if rule.not_before else reached


def _needed(rule: EntryRule | None, total: int) -> int:
    if rule is None or rule.rule == "all-parties":
        return total
    if rule.rule == "fixed-date":
        return 0
    if rule.rule == "at-least":
        return rule.at_least or total
    return min(FEWEST, total)


def _earliest(rule: EntryRule | None, yes: Iterable[Consent]) -> dt.date | None:
    if rule is None or rule.rule == "fixed-date":
        return None
    dates = [since_of(item).earliest for item in yes]
    if rule.not_before:
        dates.append(rule.not_before.earliest)
    return max(dates, default=None)

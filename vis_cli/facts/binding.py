"""When a version binds a party: from its entry into force until its term, a notice, an ending or a later version."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vis_cli.facts.days import UNKNOWN, between, day_after, day_before, earliest_of, latest_of, or_never
from vis_cli.facts.entry import Entry, entry, since_of
from vis_cli.facts.standing import Standing, standing
from vis_cli.facts.versions import adoptions, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.values import When
from vis_cli.model.version import Extension, Version
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time during which a version binds, both days included; an empty `since` is not known, an empty `until` open."""

    since: When | None
    until: When | None

    def ends(self, last: When | None) -> "Stretch | None":
        """What is left of it when it ends on a day at the latest; None where nothing can be."""
        if last is None:
            return self
        if self.since and last.latest < self.since.earliest:
            return None
        return Stretch(self.since, earliest_of([self.until, last]) if self.until else last)

    def begins(self, first: When) -> "Stretch | None":
        """What is left of it when it begins on a day at the earliest; None where nothing can be."""
        if self.until and first.earliest > self.until.latest:
            return None
        return Stretch(latest_of([self.since, first]) if self.since else first, self.until)


def bound(registry: Registry, version: Record[Version], party: str) -> tuple[Stretch, ...]:
    """When the version binds the party; nothing where it never has, as far as is recorded."""
    found = registry.once_for(_all_bound, version.entity.agreement).get((version.id, party), ())
    if found or party in adoptions(registry, version):
        return found
    return _inherited(registry, version, party)


def last_day(agreement: Record[Agreement], version: Version | None) -> When | None:
    """The last day that is decided, of a version or of the agreement, whether or not it ever enters into force."""
    ended = [agreement.entity.ended.last_day] if agreement.entity.ended else []
    term = version.term if version else None
    if term and term.until and not term.renewal_months:
        ended.append(term.extensions[-1].until if term.extensions else term.until)
    return earliest_of(ended) if ended else None


def applied(registry: Registry, version: Record[Version]) -> tuple[Stretch, ...]:
    """When the version applies in the county: from its entry into force, as long as anyone is bound by it."""
    made = entry(registry, version)
    if made.entered is None:
        return ()
    found = _cut(_terms(version.entity, made.entered), [_ending(registry, version), _superseded(registry, version)])
    ends = [stretches[-1].until for party in _everyone(version, made) if (stretches := bound(registry, version, party))]
    if ends and all(ends):
        found = _cut(found, [latest_of([end for end in ends if end])])
    return found


def _all_bound(registry: Registry, agreement: str) -> dict[tuple[str, str], tuple[Stretch, ...]]:
    """By version and party, of all versions of an agreement."""
    found: dict[tuple[str, str], tuple[Stretch, ...]] = {}
    if registry.get(Agreement, agreement) is None:
        return found
    for version in reversed(versions(registry, agreement)):  # a later one ends an earlier one
        made = entry(registry, version)
        for party in _everyone(version, made):
            found[version.id, party] = _bound(registry, version, made, party, found)
    return found


def _everyone(version: Record[Version], made: Entry) -> tuple[str, ...]:
    named = [item.party for item in made.standings]
    return tuple(dict.fromkeys((*named, *(item.party for item in version.entity.accessions))))


def _bound(
    registry: Registry,
    version: Record[Version],
    made: Entry,
    party: str,
    later: dict[tuple[str, str], tuple[Stretch, ...]],
) -> tuple[Stretch, ...]:
    stands = standing(registry, version, party)
    newer = [later[item.id, party] for item in _newer(registry, version) if later.get((item.id, party))]
    ends = [
        _ending(registry, version),
        _superseded(registry, version),
        all_end(version, made),
        _gone(registry, party),
        *map(_before, newer),
    ]
    return tuple(
        stretch
        for begins, until in _times(version, made, stands)
        for stretch in _cut(_terms(version.entity, begins), [*ends, until])
    )


def _times(version: Record[Version], made: Entry, stands: Standing) -> Iterator[tuple[When, When | None]]:
    """(first day, last day) of each time for which the party is bound; none where no decision of it is recorded."""
    rule = made.rule
    if rule is None or made.entered is None:
        return
    joined = next((item for item in version.entity.accessions if item.party == stands.party), None)
    if rule.rule == "fixed-date" and joined is None:
        if stands.status not in ("rejected", "revoked"):
            yield made.entered, stands.consent.until if stands.consent else None
        return
    for consent in stands.consents:
        own = since_of(consent)
        if joined is not None:
            begins = latest_of([made.entered, own, *([joined.date] if joined.date else [])])
        elif rule.rule == "each-party":
            begins = latest_of([own, rule.not_before]) if rule.not_before else own
        else:
            begins = latest_of([made.entered, own])
        yield begins, consent.until


def _terms(version: Version, begins: When) -> tuple[Stretch, ...]:
    """The stretches of the term, extensions included; an extension that came too late leaves a gap."""
    term = version.term
    if term is None or term.until is None or term.renewal_months:
        return (Stretch(begins, None),)
    found = [Stretch(begins, term.until)]
    for extension in term.extensions:
        last = found[-1].until
        assert last is not None  # only extensions follow, and each has an end
        since = _extended(extension, last)
        if since.latest <= day_after(last).latest:
            found[-1] = Stretch(found[-1].since, extension.until)
        else:
            found.append(Stretch(since, extension.until))
    return tuple(item for item in found if not item.since or not item.until or item.until.latest >= item.since.earliest)


def _extended(extension: Extension, last: When) -> When:
    """From when an extension holds."""
    following = day_after(last)
    if extension.since:
        return extension.since
    if extension.decided is None:
        return between(following.earliest, max(following.earliest, extension.until.latest))
    if extension.decided.latest <= last.earliest:
        return following
    if extension.decided.earliest > last.latest:
        return extension.decided
    return between(following.earliest, max(following.latest, extension.decided.latest))


def _cut(stretches: Iterable[Stretch], ends: Iterable[When | None]) -> tuple[Stretch, ...]:
    limits = list(ends)
    found = []
    for stretch in stretches:
        left: Stretch | None = stretch
        for end in limits:
            left = left.ends(end) if left else None
        if left:
            found.append(left)
    return tuple(found)


def _ending(registry: Registry, version: Record[Version]) -> When | None:
    agreement = registry.get(Agreement, version.entity.agreement)
    return agreement.entity.ended.last_day if agreement and agreement.entity.ended else None


def all_end(version: Record[Version], made: Entry) -> When | None:
    """The last day for all, where notice by one ends it for all."""
    notice = version.entity.notice
    if notice is None or notice.effect != "all-ends":
        return None
    left = [
        item.consents[-1].until or UNKNOWN for item in made.standings if item.status == "withdrawn" and item.consents
    ]
    return earliest_of(left) if left else None


def _newer(registry: Registry, version: Record[Version]) -> tuple[Record[Version], ...]:
    every = versions(registry, version.entity.agreement)
    return every[every.index(version) + 1 :]


def _superseded(registry: Registry, version: Record[Version]) -> When | None:
    """The last day before a later version that takes the place of this one for all at once."""
    for newer in _newer(registry, version):
        made = entry(registry, newer)
        if made.entered and made.rule and made.rule.rule in ("all-parties", "fixed-date"):
            return day_before(made.entered)
    return None


def _before(stretches: tuple[Stretch, ...]) -> When | None:
    since = stretches[0].since
    return day_before(since) if since else None


def _gone(registry: Registry, party: str) -> When | None:
    """The last day of a party that was merged or split; its successors go on in its place."""
    found = registry.get(Organisation, party)
    return found.entity.until if found and found.entity.successors else None


def predecessors(registry: Registry, party: str) -> tuple[Record[Organisation], ...]:
    """Those in whose place a party has come."""
    return registry.once(_predecessors).get(party, ())


def _predecessors(registry: Registry) -> dict[str, tuple[Record[Organisation], ...]]:
    found: dict[str, list[Record[Organisation]]] = {}
    for record in registry.all(Organisation):
        for successor in record.entity.successors:
            found.setdefault(successor, []).append(record)
    return {party: tuple(records) for party, records in found.items()}


def _inherited(registry: Registry, version: Record[Version], party: str) -> tuple[Stretch, ...]:
    """What a party has taken over from those whose place it took, who were bound on their last day.

    Where only some of them were, nobody can say: the first day is then unknown, and may be none.
    """
    made = entry(registry, version)
    before = [(item, item.entity.until) for item in predecessors(registry, party)]
    ended = [day_after(until) for _, until in before if until]
    took = [bool(own := bound(registry, version, item.id)) and own[-1].until == until for item, until in before]
    if made.entered is None or not ended or not any(took):
        return ()
    begins = latest_of(ended)
    begins = begins if all(took) else or_never(begins)
    ends = [_ending(registry, version), _superseded(registry, version), all_end(version, made)]
    left = [item.begins(begins) for item in _cut(_terms(version.entity, made.entered), ends)]
    newer = [bound(registry, item, party) for item in _newer(registry, version)]
    return _cut([item for item in left if item], [_before(item) for item in newer if item])

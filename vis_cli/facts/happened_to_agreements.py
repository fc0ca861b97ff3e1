"""What happened to agreements: from referral to entry into force, what each party decided, follow-up, and ending."""

from collections.abc import Iterator

from vis_cli.facts.binding import Stretch, applied, bound
from vis_cli.facts.days import day, day_after
from vis_cli.facts.entry import entry, everyone
from vis_cli.facts.follow_ups import reports
from vis_cli.facts.force import unreadable
from vis_cli.facts.happening import Happening, OfAgreement
from vis_cli.facts.standing import effective
from vis_cli.facts.versions import adoptions, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


def happened(registry: Registry) -> Iterator[Happening]:
    """All that has a date, agreement by agreement; of one that cannot be read in full, nothing that is computed."""
    for agreement in registry.all(Agreement):
        yield from _ending(agreement)
        for report in reports(registry, agreement.id):
            yield Happening("followed-up", day(report.entity.date), OfAgreement(agreement, follow_up=report))
        for version in versions(registry, agreement.id):
            yield from _on_its_way(agreement, version)
            yield from _by_parties(registry, agreement, version)
            if not unreadable(registry, agreement.id):
                yield from _in_force(registry, agreement, version)


def _ending(agreement: Record[Agreement]) -> Iterator[Happening]:
    if ended := agreement.entity.ended:
        if ended.decided:
            yield Happening("ending-decided", ended.decided, OfAgreement(agreement, until=ended.last_day))
        yield Happening("ended", ended.last_day, OfAgreement(agreement))


def _on_its_way(agreement: Record[Agreement], version: Record[Version]) -> Iterator[Happening]:
    """Sent for comment, published, recommended, extended."""
    own = version.entity
    for referral in own.referrals:
        if referral.since:
            yield Happening("referral-began", referral.since, OfAgreement(agreement, version, referral=referral))
        if referral.until and referral.until != referral.since:
            yield Happening("referral-ended", referral.until, OfAgreement(agreement, version, referral=referral))
    if own.publication:
        yield Happening("published", day(own.publication.date), OfAgreement(agreement, version))
    for item in own.recommendations:
        if item.date:
            yield Happening("recommended", item.date, OfAgreement(agreement, version, recommendation=item))
    for extension in own.term.extensions if own.term else ():
        if extension.decided:
            yield Happening("extended", extension.decided, OfAgreement(agreement, version, until=extension.until))


def _by_parties(registry: Registry, agreement: Record[Agreement], version: Record[Version]) -> Iterator[Happening]:
    """What each party decided, as it holds after corrections."""
    for party, record in sorted(adoptions(registry, version).items()):
        for made in effective(record.entity):
            if date := made.decision.date:
                what = OfAgreement(agreement, version, party=party, decision=made.decision)
                yield Happening("party-decided", date, what)


def _in_force(registry: Registry, agreement: Record[Agreement], version: Record[Version]) -> Iterator[Happening]:
    """From when to when it applied, computed; of a party only where it differs from the others."""
    since, stretches = _entered(registry, version), applied(registry, version)
    last = stretches[-1].until if stretches else None
    if since:
        yield Happening("entered-into-force", since, OfAgreement(agreement, version))
    if last and not agreement.entity.ended and not _followed(registry, version, last):
        yield Happening("ran-out", last, OfAgreement(agreement, version))
    for standing in everyone(registry, version):
        own = bound(registry, version, standing.party)
        if own and own[0].since and since and own[0].since.earliest > since.latest:
            yield Happening("bound", own[0].since, OfAgreement(agreement, version, party=standing.party))
        if standing.status == "withdrawn" and (until := _left(own, last)):
            yield Happening("left", until, OfAgreement(agreement, version, party=standing.party))


def _entered(registry: Registry, version: Record[Version]) -> When | None:
    """When it entered into force: as computed, or else as a source states."""
    made = entry(registry, version)
    if made.entered and (made.adopted or (made.rule and made.rule.rule == "fixed-date")):
        return made.entered
    stated = version.entity.stated_in_force
    return stated.date if stated else None


def _followed(registry: Registry, version: Record[Version], last: When) -> bool:
    """Whether a later version had taken its place by the day after its last, so that nothing ran out."""
    every = versions(registry, version.entity.agreement)
    later = [_entered(registry, item) for item in every[every.index(version) + 1 :]]
    return any(item and item.earliest <= day_after(last).latest for item in later)


def _left(stretches: tuple[Stretch, ...], last: When | None) -> When | None:
    """The last day of a party that left before the end for all."""
    until = stretches[-1].until if stretches else None
    return until if until and until != last else None

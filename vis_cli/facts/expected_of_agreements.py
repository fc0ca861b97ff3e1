"""What every agreement must have: a group that answers for it, a follow-up, the decisions of its parties. (P-04)"""

import datetime as dt
from collections.abc import Iterator

from vis_cli.errors import N_, Word
from vis_cli.facts.agreements import FOLLOWED, OWNED, binds
from vis_cli.facts.beginning import live
from vis_cli.facts.entry import everyone
from vis_cli.facts.expected import Subject, excepted, excused
from vis_cli.facts.follow_ups import next_follow_up
from vis_cli.facts.force import begun
from vis_cli.facts.responsibility import answerable
from vis_cli.facts.stage import ORDER, stage_of
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Exemption
from vis_cli.model.group import Group
from vis_cli.model.organisation import Organisation
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


def with_owner(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """The group that answers for each agreement. (R-AGR-1, 000:338-339)"""
    reasons = excused(registry, "owner")
    for record in live(registry, on):
        if record.entity.type not in OWNED:
            continue
        who = answerable(registry, record, on)
        if who.owner:
            note = N_("{names}, as of the agreement that it belongs to") if who.inherited else "{names}"
            yield Subject(record, "there", note, {"names": [_group(registry, who.owner)]})
        elif record.id in reasons:
            yield excepted(record, reasons[record.id])
        elif who.possible:
            yield Subject(
                record,
                "unknown",
                N_("not certain which: {names}"),
                {"names": [_group(registry, id) for id in who.possible]},
            )
        elif past := [item for item in record.entity.owners if item.until and item.until.latest < on]:
            last = max(past, key=lambda item: item.until.latest if item.until else on)
            yield Subject(
                record,
                "missing",
                N_("{names} until {until}, nobody after"),
                {"names": [_group(registry, last.group)], "until": last.until},
            )
        else:
            yield Subject(record, "missing")


def with_follow_up(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """By what each agreement is judged, and when that is next. (R-UPP-1, 000:347)"""
    reasons = excused(registry, "follow-up")
    for record in live(registry, on):
        if record.entity.type not in FOLLOWED:
            continue
        own = record.entity.follow_up
        # a date that was kept stands, where nobody has said when the next one is
        coming = next_follow_up(registry, record, on) or (own.next if own else None)
        late = bool(coming and coming.latest < on and next_follow_up(registry, record, on))
        if own and own.criteria and coming and not late:
            yield Subject(record, "there", N_("next {date}"), {"date": coming})
        elif record.id in reasons:
            yield excepted(record, reasons[record.id])
        elif late:
            yield Subject(record, "missing", N_("was to be followed up {date}"), {"date": coming})
        elif own and own.criteria:
            yield Subject(record, "missing", N_("has criteria, but no date for the next time"))
        elif coming:
            yield Subject(record, "missing", N_("next {date}, but without criteria"), {"date": coming})
        else:
            yield Subject(record, "missing")


def with_parties(registry: Registry, on: dt.date) -> Iterator[Subject]:
    """What each party of the latest version that was sent to them has decided. (R-ADP-1)

    A version that a source says is in force, without the decisions, leaves them unknown; it waits for nobody.
    """
    reasons = excused(registry, "parties")
    for record in live(registry, on):
        version = _latest(registry, record, on)
        if version is None:
            yield from _unsent(registry, record, reasons.get(record.id))
            continue
        for item in everyone(registry, version, on):
            party = registry.get(Organisation, item.party)
            if party is None:
                continue
            values = {"version": version.entity.version, "status": Word(item.status), "date": item.since}
            if item.status not in ("pending", "prepared"):
                note = (
                    N_("{status} {date}, in version {version}") if item.since else N_("{status}, in version {version}")
                )
                yield Subject(record, "there", note, values, party)
            elif record.id in reasons:
                yield excepted(record, reasons[record.id], party)
            elif version.entity.stated_in_force or _by_itself(version):
                yield Subject(
                    record,
                    "unknown",
                    N_("a source says that version {version} is in force; the decision is not recorded"),
                    values,
                    party,
                )
            else:
                yield Subject(record, "missing", N_("version {version} waits for the decision"), values, party)


def _unsent(registry: Registry, record: Record[Agreement], exemption: Exemption | None) -> Iterator[Subject]:
    """The parties of an agreement of which no version is known that they had before them."""
    for id in binds(registry, record):
        if party := registry.get(Organisation, id):
            if exemption:
                yield excepted(record, exemption, party)
            else:
                yield Subject(record, "unknown", N_("no version is known that was before the parties"), {}, party)


def _latest(registry: Registry, agreement: Record[Agreement], on: dt.date) -> Record[Version] | None:
    """The latest version that the parties had before them, or that a source says is in force."""
    for version in reversed(versions(registry, agreement.id)):
        stage = stage_of(registry, version, on)
        sent = stage not in ORDER or ORDER.index(stage) >= ORDER.index("published")
        if begun(version, on) and (sent or version.entity.stated_in_force):
            return version
    return None


def _by_itself(version: Record[Version]) -> bool:
    rule = version.entity.entry_into_force
    return bool(rule and rule.rule == "fixed-date")


def _group(registry: Registry, id: str) -> str:
    found = registry.get(Group, id)
    return found.name if found else id

"""Referrals for comment (*remisser*) that go on: who was asked, who has replied, and who has not. (001:50-52)"""

import datetime as dt
from dataclasses import dataclass

from vis_cli.facts.stage import stage_of
from vis_cli.facts.versions import parties, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Referral, Version
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Hearing:
    """A version that is out for comment: `asked` are all who were asked, `silent` those who have not replied."""

    agreement: Record[Agreement]
    version: Record[Version]
    referral: Referral
    asked: tuple[str, ...]
    silent: tuple[str, ...]


def hearing(registry: Registry, agreement: Record[Agreement], version: Record[Version], on: dt.date) -> Hearing | None:
    """The referral that goes on, on a day; None once the version is past it, or where there is none."""
    sent = [item for item in version.entity.referrals if item.since is None or item.since.earliest <= on]
    if not sent or stage_of(registry, version, on) != "referral":
        return None
    asked = sent[-1].recipients or parties(registry, version)
    heard = {item.organisation for item in sent[-1].replies if item.date is None or item.date.earliest <= on}
    return Hearing(agreement, version, sent[-1], asked, tuple(party for party in asked if party not in heard))


def waiting_for_replies(
    registry: Registry, on: dt.date, agreement: str | None = None, party: str | None = None
) -> list[Hearing]:
    """The referrals that replies are missing to, on a day; of one agreement, or those that one party has to answer."""
    found = [
        hearing(registry, record, version, on)
        for record in registry.all(Agreement)
        if agreement in (None, record.id) and record.entity.ended is None
        for version in versions(registry, record.id)
    ]
    return [item for item in found if item and (party in item.silent if party else item.silent)]

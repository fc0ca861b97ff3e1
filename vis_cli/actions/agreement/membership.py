"""Parties that come and go: one that joins later (*anslutning*), and one that gives notice (*uppsägning*)."""

import datetime as dt

from vis_cli.actions.agreement.decisions import decide, everyone
from vis_cli.actions.step import Forbidden, Step, detail, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.binding import bound
from vis_cli.facts.days import months_after
from vis_cli.facts.names import full_name
from vis_cli.facts.standing import standing
from vis_cli.model.adoption import PartyDecision
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.model.version import Accession, Version
from vis_cli.registry import Record, Registry


def join(registry: Registry, version: Record[Version], accession: Accession) -> Step:
    """Let a party join. It is bound when it has adopted the version itself. Raises Failure where it is one already."""
    party, agreement, number = accession.party, version.entity.agreement, version.entity.version
    if party in everyone(registry, version):
        raise Forbidden(
            N_("{party} is a party of version {version} of `{agreement}` already"),
            hint=N_("its decision is recorded with `vis agreement adopt {agreement} {version} --party {id}`"),
            party=full_name(registry, party),
            id=party,
            agreement=agreement,
            version=number,
        )
    who = " ".join(filter(None, (accession.body, accession.reference)))
    next_step = Notice(
        N_("it is bound when it has adopted: `vis agreement adopt {agreement} {version} --party {party}`"),
        {"agreement": agreement, "version": number, "party": party},
    )
    return Step(
        {version.file.path: with_item(version, (), "accessions", accession)},
        f"{agreement} {number}: {full_name(registry, party)} ansluter sig{detail(who, accession.date)}",
        (next_step,),
    )


def withdraw(registry: Registry, version: Record[Version], party: str, notice: PartyDecision, today: dt.date) -> Step:
    """Record that a party gives notice; without a last day, it is the first that the period of notice allows.

    Raises Failure where the last day comes before that, where no period is known and no day given, or where the party
    has not adopted the version, or was bound no longer.
    """
    _refuse_over(registry, version, party, notice)
    rule = version.entity.notice
    months = rule.months if rule else None
    first = months_after(notice.date, months) if notice.date and months is not None else None
    last = notice.last_day or first
    if last is None:
        raise Forbidden(
            N_("version {version} of `{agreement}` says nothing of a period of notice, so the last day is not known"),
            hint=N_("give it with --last-day, or write `notice: {{months: …}}` in {path}"),
            version=version.entity.version,
            agreement=version.entity.agreement,
            path=version.file.path,
        )
    if first and last.latest < first.earliest:
        raise Forbidden(
            N_("the last day {last} comes before the period of notice of {months} months has run out"),
            hint=N_("the earliest last day is {first}"),
            last=last,
            months=months,
            first=first,
        )
    return decide(registry, version, party, notice.model_copy(update={"last_day": last}), today)


def _refuse_over(registry: Registry, version: Record[Version], party: str, notice: PartyDecision) -> None:
    """Raise Failure where notice is given when the party's time is certainly over."""
    if standing(registry, version, party).status == "withdrawn":
        return  # `decide` says so
    until = _over(registry, version, party)
    if until and notice.date and until.latest < notice.date.earliest:
        raise Forbidden(
            N_("notice is given {date}, but version {version} of `{agreement}` bound {party} only until {until}"),
            hint=N_("`vis agreement status {agreement}` shows what applies now"),
            date=notice.date,
            version=version.entity.version,
            agreement=version.entity.agreement,
            party=full_name(registry, party),
            until=until,
        )


def _over(registry: Registry, version: Record[Version], party: str) -> When | None:
    """The last day of a party's time, or else of the agreement's; None where it goes on, or nobody knows."""
    if times := bound(registry, version, party):
        return times[-1].until
    agreement = registry.get(Agreement, version.entity.agreement)
    return agreement.entity.ended.last_day if agreement and agreement.entity.ended else None

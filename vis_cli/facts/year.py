"""A year on one page (*sammanhållande årsplanering*): all that is dated in it, for all bodies or one. (000:405-411)"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vis_cli.facts.agreement_dates import dates_of, left_over, under_review, without_next
from vis_cli.facts.agreements import owner as owner_of
from vis_cli.facts.chains import chain
from vis_cli.facts.dated import OF_AGREEMENTS, Dated, month_of, touches
from vis_cli.facts.days import day
from vis_cli.facts.deadlines import deadlines
from vis_cli.facts.fund_dates import from_funds
from vis_cli.facts.year_plans import (
    GoalAreaWork,
    Undated,
    bodies,
    from_plans,
    plans_of,
    undated,
    without_plan,
    work,
    year_of,
)
from vis_cli.model.agreement import Agreement
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.deviation import Deviation
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Chain:
    """A meeting, and the meetings of the bodies above at which what leaves it can be taken up."""

    meeting: Record[Meeting]
    onward: tuple[Record[Meeting], ...]


@dataclass(frozen=True, slots=True)
class Year:
    """All that is known of a year, for all bodies or for one."""

    year: int
    group: Record[Group] | None
    dated: tuple[Dated, ...]
    """Everything with a date, in order."""
    left: tuple[Dated, ...]
    """Reviews and follow-ups that should have been before the year."""
    under_review: tuple[Record[Agreement], ...]
    """The agreements that are being overhauled."""
    without_next: tuple[Record[Agreement], ...]
    """The agreements that are to be followed up now and then, without a date for the next time."""
    meetings: tuple[Record[Meeting], ...]
    """The meetings, cancelled ones too, by day."""
    bodies: tuple[str, ...]
    """The groups that have a meeting, from the top down."""
    chains: tuple[Chain, ...]
    """For every meeting of a body that reports to another: where what leaves it goes on to."""
    undated: tuple[Undated, ...]
    """Decision points that nobody has said when to take up."""
    work: tuple[GoalAreaWork, ...]
    """The activities by goal area."""
    plans: tuple[Record[AnnualPlan], ...]
    """The annual plans."""
    without_plan: tuple[Record[Group], ...]
    """The groups whose annual plan is missing."""

    def of(self, *kinds: str) -> tuple[Dated, ...]:
        """What is of some kinds, in order."""
        return tuple(item for item in self.dated if item.kind in kinds)

    @property
    def agreements(self) -> tuple[Dated, ...]:
        """The agreements to look at."""
        return self.of(*OF_AGREEMENTS)

    def month(self, number: int) -> tuple[Dated, ...]:
        """What is in a month for certain."""
        return tuple(item for item in self.dated if month_of(item.when, self.year) == number)

    @property
    def imprecise(self) -> tuple[Dated, ...]:
        """What is some time in the year, and nobody knows in which month."""
        return tuple(item for item in self.dated if month_of(item.when, self.year) is None)


def year(registry: Registry, number: int, group: Record[Group] | None = None) -> Year:
    """The year for all bodies, or for one."""
    mine = group.id if group else None

    def wanted(owner: str | None) -> bool:
        return mine is None or owner == mine

    def ours(agreement: Record[Agreement]) -> bool:
        return mine is None or owner_of(registry, agreement, year_of(number).last) == mine

    found = [item for source in SOURCES for item in source(registry, number)]
    meetings = tuple(
        record
        for record in sorted(registry.all(Meeting), key=lambda item: (item.entity.date, item.id))
        if record.entity.date.year == number and wanted(record.entity.group)
    )
    chains = [Chain(record, chain(registry, record)) for record in meetings if record.entity.status != "cancelled"]
    return Year(
        year=number,
        group=group,
        dated=tuple(sorted((i for i in found if wanted(i.group) and touches(i.when, number)), key=lambda i: i.order)),
        left=tuple(item for item in left_over(registry, number) if wanted(item.group)),
        under_review=tuple(item for item in under_review(registry, number) if ours(item)),
        without_next=tuple(item for item in without_next(registry, number) if ours(item)),
        meetings=meetings,
        bodies=bodies(registry, (record.entity.group for record in meetings)),
        chains=tuple(item for item in chains if item.onward),
        undated=tuple(item for item in undated(registry, number) if wanted(item.plan.entity.group)),
        work=work(registry, number, mine),
        plans=tuple(plan for plan in plans_of(registry, number) if wanted(plan.entity.group)),
        without_plan=tuple(item for item in without_plan(registry, number) if wanted(item.id)),
    )


def _meetings(registry: Registry, number: int) -> Iterator[Dated]:
    """The meetings, and the last days for their notices, papers and minutes, whatever year the meeting is in."""
    for record in registry.all(Meeting):
        own = record.entity
        yield Dated(day(own.date), "meeting", "", own.group, record, cancelled=own.status == "cancelled")
        for item in deadlines(registry, record):
            yield Dated(day(item.day), item.duty, "", own.group, record, done=item.done is not None)


def _agreements(registry: Registry, number: int) -> Iterator[Dated]:
    for record in registry.all(Agreement):
        yield from dates_of(registry, record, number)


def _groups(registry: Registry, number: int) -> Iterator[Dated]:
    """The groups whose time is up: working groups and projects, as a rule. (000:301-302)"""
    for record in registry.all(Group):
        if until := record.entity.until:
            done = record.entity.status == "discontinued"
            yield Dated(until, "group-ends", record.name, record.id, record, done=done)


def _measures(registry: Registry, number: int) -> Iterator[Dated]:
    """What is to be done about deviations, for the group that sees to it or answers for the agreement."""
    for record in registry.all(Deviation):
        agreement = registry.get(Agreement, record.entity.agreement)
        for measure in record.entity.measures:
            if measure.due:
                own = registry.get(Group, measure.by)
                answers = owner_of(registry, agreement, measure.due) if agreement else None
                group = own.id if own else answers
                yield Dated(day(measure.due), "measure", measure.text, group, record, done=measure.done is not None)


SOURCES: tuple[Callable[[Registry, int], Iterator[Dated]], ...] = (
    _meetings,
    _agreements,
    _groups,
    from_plans,
    from_funds,
    _measures,
)
"""Where dates come from: each answers with what may be in a year. Whatever else has dates is one more of these."""

"""What happened in a period: everything that the register has a date for, in order. (D-21)"""

from collections.abc import Callable, Iterator

from vis_cli.facts.days import day
from vis_cli.facts.happened_at_meetings import decided, meetings, taken_on, tasks
from vis_cli.facts.happened_to_agreements import happened as to_agreements
from vis_cli.facts.happened_to_groups import happened as to_groups
from vis_cli.facts.happening import Asked, Entered, Happening, Planned
from vis_cli.facts.meetings import is_held
from vis_cli.facts.questions import came
from vis_cli.facts.terms import Period
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.fund import Fund
from vis_cli.model.meeting import Meeting
from vis_cli.model.plan import Plan
from vis_cli.model.question import DevelopmentQuestion
from vis_cli.registry import Registry


def happenings(registry: Registry, period: Period) -> tuple[Happening, ...]:
    """All that happened in the period or may have, by date; what is of one day in the order of the register.

    What has no date at all is not told: nobody can say in which period it was.
    """
    found = [item for source in SOURCES for item in source(registry) if item.possibly_in(period)]
    return tuple(sorted(found, key=lambda item: (item.when.earliest, item.when.latest)))


def _questions(registry: Registry) -> Iterator[Happening]:
    """Development questions that were raised, moved or closed."""
    for record in registry.all(DevelopmentQuestion):
        steps, outcome = record.entity.steps, record.entity.outcome
        for index, step in enumerate(steps):
            if when := came(registry, step):
                yield Happening("question-moved" if index else "question-raised", when, Asked(record, step))
        if outcome and (when := came(registry, outcome)):
            yield Happening("question-closed", when, Asked(record, steps[-1], outcome))


def _plans(registry: Registry) -> Iterator[Happening]:
    """Plans that were adopted: the county's, and those of groups for a year."""
    for record in registry.all(Plan):
        for adoption in record.entity.adoptions:
            meeting = registry.get(Meeting, adoption.meeting)
            when = adoption.date or (day(meeting.entity.date) if meeting else None)
            if when:
                yield Happening("plan-adopted", when, Planned(record, adoption, meeting))
    for annual in registry.all(AnnualPlan):
        held = registry.get(Meeting, annual.entity.adopted_at)
        if held and is_held(held.entity):
            yield Happening("plan-adopted", day(held.entity.date), Planned(annual, meeting=held))


def _money(registry: Registry) -> Iterator[Happening]:
    """Money received, reported or paid back; a decision of a meeting is told as one, and not each use."""
    for record in registry.all(Fund):
        for entry in record.entity.account:
            if entry.type in ("received", "reported", "returned") or (entry.type == "decided" and entry.at is None):
                yield Happening("money-entered", day(entry.date), Entered(record, entry))


SOURCES: tuple[Callable[[Registry], Iterator[Happening]], ...] = (
    decided,
    taken_on,
    tasks,
    to_agreements,
    _questions,
    _plans,
    to_groups,
    _money,
    meetings,
)

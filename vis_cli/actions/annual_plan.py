"""A group's annual plan (*årsplan*): begun, given decision points (*beslutspunkter*) and events, and adopted."""

from vis_cli.actions.agreement.wish import suggested_id
from vis_cli.actions.step import Forbidden, Step, put_in, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure, Word
from vis_cli.facts.dated import touches
from vis_cli.facts.meetings import is_held
from vis_cli.facts.names import name_of
from vis_cli.facts.spelling import words
from vis_cli.facts.year_plans import is_there
from vis_cli.model.annual_plan import AnnualPlan, DecisionPoint, Event
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.emit import emit


def new(registry: Registry, group: Record[Group], year: int) -> Step:
    """Begin the plan of a group for a year, as a draft. Raises Failure where there is one."""
    path = path_of(AnnualPlan.kind, f"{group.id}-{year}")
    if registry.get(AnnualPlan, f"{group.id}-{year}") or path in registry.files:
        raise Forbidden(
            N_("{group} has an annual plan for {year} already: {path}"), group=group.name, year=year, path=path
        )
    notices = []
    if not is_there(group.entity, year):
        notices.append(Notice(N_("as far as the register knows, {group} is not there in {year}"), _named(group, year)))
    text = emit({"group": group.id, "year": year, "status": "draft"})
    return Step({path: text}, f"{group.name}: årsplan {year} påbörjad", tuple(notices))


def plan_of(registry: Registry, group: Record[Group], year: int) -> Record[AnnualPlan]:
    """The plan of a group for a year. Raises Failure where there is none."""
    if found := registry.get(AnnualPlan, f"{group.id}-{year}"):
        return found
    raise Failure(
        N_("{group} has no annual plan for {year}"),
        hint=N_("`vis plan new {id} {year}` begins one"),
        group=group.name,
        year=year,
        id=group.id,
    )


def add(registry: Registry, plan: Record[AnnualPlan], point: DecisionPoint) -> Step:
    """One more decision point. Raises Failure where its meeting is another body's or not of the year."""
    own = plan.entity
    meeting = registry.get(Meeting, point.meeting)
    if meeting and meeting.entity.group != own.group:
        raise Forbidden(
            N_("{meeting} is a meeting of `{other}`"),
            about="meeting",
            meeting=meeting.id,
            other=meeting.entity.group,
        )
    if meeting and meeting.entity.date.year != own.year:
        raise Forbidden(
            N_("{meeting} is on {day}, not in {year}"),
            about="meeting",
            meeting=meeting.id,
            day=meeting.entity.date,
            year=own.year,
        )
    if meeting and point.when and not point.when.earliest <= meeting.entity.date <= point.when.latest:
        raise Forbidden(
            N_("{meeting} is on {day}, and not {when}"),
            hint=N_("give the meeting or the time, not both"),
            about="when",
            meeting=meeting.id,
            day=meeting.entity.date,
            when=point.when,
        )
    _in_year(own, point)
    if any(_same(other, point) for other in own.decision_points):
        raise Forbidden(
            N_("the annual plan has `{title}` at that time already"),
            hint=N_("say another time for it, or another title"),
            about="title",
            title=point.title,
        )
    notices = []
    if meeting is None and point.when is None:
        notices.append(Notice(N_("it is not said when it is to be taken up"), {}))
    return _step(registry, plan, "decision_points", point, "beslutspunkt", notices)


def event(registry: Registry, plan: Record[AnnualPlan], made: Event) -> Step:
    """One more event. Raises Failure where it is not in the year."""
    _in_year(plan.entity, made)
    return _step(registry, plan, "events", made, "händelse", [])


def adopt(registry: Registry, plan: Record[AnnualPlan], meeting: Record[Meeting]) -> Step:
    """Record that the group adopted its plan at a meeting. Raises Forbidden where it cannot have, or has already."""
    own, held = plan.entity, meeting.entity
    if own.status == "adopted":
        before = registry.get(Meeting, own.adopted_at)
        raise Forbidden(
            N_("the plan is adopted already, on {day}") if before else N_("the plan is adopted already"),
            hint=N_("what is wrong of it is corrected in {path}"),
            about="adopted_at",
            day=before.entity.date if before else "",
            path=plan.file.path,
        )
    if held.group != own.group:
        raise Forbidden(
            N_("{meeting} is a meeting of `{other}`"), about="adopted_at", meeting=meeting.id, other=held.group
        )
    if not is_held(held):
        raise Forbidden(
            N_("the meeting has the status {status}"),
            hint=N_("`vis meeting hold {meeting}` records that it was held"),
            about="adopted_at",
            status=Word(held.status),
            meeting=meeting.id,
        )
    text = put_in(plan.file.text, AnnualPlan, ("status",), "adopted")
    text = put_in(text, AnnualPlan, ("adopted_at",), meeting.id)
    name = name_of(registry, own.group, "group")
    return Step({plan.file.path: text}, f"{name}: årsplan {own.year} antagen {held.date}")


def point_id(plan: AnnualPlan, title: str) -> str:
    """An id for a new decision point or event: of its title, and not one that the plan has."""
    taken = {item.id for item in plan.decision_points} | {item.id for item in plan.events}
    made = suggested_id(title) or "punkt"
    return next(id for id in (made, *(f"{made[:56]}-{number}" for number in range(2, 1000))) if id not in taken)


def _same(one: DecisionPoint, other: DecisionPoint) -> bool:
    return words(one.title) == words(other.title) and (one.when, one.meeting) == (other.when, other.meeting)


def _in_year(plan: AnnualPlan, made: DecisionPoint | Event) -> None:
    if made.when and not touches(made.when, plan.year):
        raise Forbidden(N_("{when} is not in {year}"), about="when", when=made.when, year=plan.year)


def _step(
    registry: Registry,
    plan: Record[AnnualPlan],
    key: str,
    made: DecisionPoint | Event,
    word: str,
    notices: list[Notice],
) -> Step:
    name = name_of(registry, plan.entity.group, "group")
    text = with_item(plan, (), key, made)
    return Step({plan.file.path: text}, f"{name}, årsplan {plan.entity.year}: {word} {made.title}", tuple(notices))


def _named(group: Record[Group], year: int) -> dict[str, object]:
    return {"group": group.name, "year": year}

"""`vis plan new`, `add`, `event` and `adopt`: a group's annual plan, begun, filled and adopted."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.meeting.named import NamedGroup
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.plan.showing import Named
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.annual_plan import AnnualPlan
    from vis_cli.registry import Loaded, Record

Title = Annotated[str | None, typer.Option("--title", metavar=_(N_("TEXT")), help=_(N_("What it is called.")))]
When = Annotated[
    str | None,
    typer.Option("--when", metavar=_(N_("DATE")), help=_(N_("When: a day, a month (2031-03), a season (2031-23)."))),
]
Type = Annotated[
    str | None,
    typer.Option(
        "--type",
        metavar=_(N_("TYPE")),
        help=_(N_("What it becomes: information, decision, recommendation, dialogue, discussion.")),
    ),
]
Meeting = Annotated[
    str | None, typer.Option("--meeting", metavar=_(N_("MEETING")), help=_(N_("At which of the group's meetings.")))
]
Adopting = Annotated[
    str | None, typer.Option("--meeting", metavar=_(N_("MEETING")), help=_(N_("The meeting that adopted it.")))
]
About = Annotated[
    list[str] | None,
    typer.Option(
        "--about",
        metavar=_(N_("ID")),
        help=_(N_("What it is about, once for each: an agreement, a question, an activity, a project, a plan.")),
    ),
]
ForwardTo = Annotated[
    str | None,
    typer.Option("--forward-to", metavar=_(N_("GROUP")), help=_(N_("The body above that it is to go on to."))),
]
Kind = Annotated[
    str, typer.Option("--kind", metavar=_(N_("KIND")), help=_(N_("pre-meeting, report, follow-up, funds, other.")))
]
_TYPES = (N_("information"), N_("decision"), N_("recommendation"), N_("dialogue"), N_("discussion"))
_KINDS = (N_("pre-meeting"), N_("report"), N_("follow-up"), N_("funds"), N_("other"))


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("new", help=_(N_("Begin a group's annual plan (årsplan) for a year.")))(new)
    app.command("add", help=_(N_("Add a decision point (beslutspunkt) to a group's annual plan.")))(add_point)
    app.command("event", help=_(N_("Add a report due, funds, a preparatory meeting or another date.")))(event)
    app.command("adopt", help=_(N_("Record that the group adopted its annual plan at a meeting.")))(adopt)


def new(
    context: typer.Context, group: NamedGroup, year: Named, commit: Commit = False, dry_run: DryRun = False
) -> None:
    from vis_cli.actions import annual_plan
    from vis_cli.cli.meeting import named
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    step = annual_plan.new(loaded.registry, named.group(loaded.registry, group, where), year)
    take(where, loaded, step, commit=commit, dry_run=dry_run)


def add_point(
    context: typer.Context,
    group: NamedGroup,
    year: Named,
    title: Title = None,
    type: Type = None,
    when: When = None,
    meeting: Meeting = None,
    about: About = None,
    forward_to: ForwardTo = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions import annual_plan
    from vis_cli.cli.asking import demand
    from vis_cli.cli.meant import one_of
    from vis_cli.cli.meeting import named
    from vis_cli.cli.record import take
    from vis_cli.facts.names import MATTERS
    from vis_cli.model.annual_plan import DecisionPoint

    where: Where = context.obj
    demand(title=title, type=type)
    loaded, plan, said = _given(where, group, year, title or "", when)
    said["type"] = _one(type or "", _TYPES)
    said["about"] = tuple(one_of(loaded.registry, item, MATTERS) for item in about or ())
    if meeting:
        said["meeting"] = named.meeting(loaded.registry, meeting, where).id
    if forward_to:
        said["forward_to"] = named.group(loaded.registry, forward_to, where).id
    step = annual_plan.add(loaded.registry, plan, DecisionPoint.model_construct(**said))
    take(where, loaded, step, commit=commit, dry_run=dry_run)


def event(
    context: typer.Context,
    group: NamedGroup,
    year: Named,
    title: Title = None,
    when: When = None,
    kind: Kind = "other",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions import annual_plan
    from vis_cli.cli.asking import demand
    from vis_cli.cli.record import take
    from vis_cli.model.annual_plan import Event

    where: Where = context.obj
    demand(title=title, when=when)
    loaded, plan, said = _given(where, group, year, title or "", when)
    said["kind"] = _one(kind, _KINDS)
    made = Event.model_construct(**said)
    take(where, loaded, annual_plan.event(loaded.registry, plan, made), commit=commit, dry_run=dry_run)


def adopt(
    context: typer.Context,
    group: NamedGroup,
    year: Named,
    meeting: Adopting = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions import annual_plan
    from vis_cli.cli.asking import demand
    from vis_cli.cli.dates import spoken
    from vis_cli.cli.meeting import named
    from vis_cli.cli.record import answer, take

    where: Where = context.obj
    demand(meeting=meeting)
    loaded = where.load()
    whose = named.group(loaded.registry, group, where)
    held = named.meeting(loaded.registry, meeting or "", where)
    step = annual_plan.adopt(loaded.registry, annual_plan.plan_of(loaded.registry, whose, year), held)
    take(where, loaded, step, commit=commit, dry_run=dry_run)
    said = _(N_("{group}: the annual plan for {year} was adopted on {day}"))
    answer([said.format(group=whose.name, year=year, day=spoken(held.entity.date))], dry_run=dry_run)


def _given(
    where: Where, group: str, year: int, title: str, when: str | None
) -> "tuple[Loaded, Record[AnnualPlan], dict[str, Any]]":
    """The register, the plan that was named, and what both kinds of entries have."""
    from vis_cli.actions import annual_plan, step
    from vis_cli.cli.meeting import named

    loaded = where.load()
    plan = annual_plan.plan_of(loaded.registry, named.group(loaded.registry, group, where), year)
    line = step.line(title)
    said: dict[str, Any] = {"id": annual_plan.point_id(plan.entity, line), "title": line}
    return loaded, plan, said | ({"when": step.when(when)} if when else {})


def _one(given: str, choices: tuple[str, ...]) -> str:
    from vis_cli.cli.meant import choice

    return choice(given, choices, N_("type"))

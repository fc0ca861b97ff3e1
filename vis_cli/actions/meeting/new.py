"""A new meeting: planned for a day, with the times and the place that the body's meetings have."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from vis_cli.actions.meeting.agenda import Agenda
from vis_cli.actions.meeting.compose import Composed, chaired, composed, counted
from vis_cli.actions.meeting.day import of_day
from vis_cli.actions.meeting.texts import head, why_impossible
from vis_cli.actions.step import Forbidden, Step, order
from vis_cli.errors import N_
from vis_cli.facts.meetings import timelines
from vis_cli.facts.responsibility import is_over
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.emit import emit


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted of a new meeting; what is not said is as the body's meetings are."""

    date: dt.date
    start: str | None = None
    end: str | None = None
    form: str | None = None
    place: str | None = None


def with_defaults(group: Group, wish: Wish) -> Wish:
    """The wish with the times, the form and the place of the body's rules of procedure (*arbetsordning*)."""
    usual = group.procedure
    if usual is None:
        return wish
    end = wish.end if wish.end or wish.start else usual.end
    return replace(
        wish,
        start=wish.start or usual.start,
        end=end,
        form=wish.form or usual.form,
        place=wish.place or (usual.place if wish.form in (None, usual.form) else None),
    )


def new(
    registry: Registry, group: Record[Group], wish: Wish, today: dt.date, *, compose: bool
) -> tuple[Step, Meeting, Composed]:
    """The step that plans the meeting, the meeting, and what was put on its agenda. Raises Forbidden."""
    _judge(registry, group, wish)
    wish = with_defaults(group.entity, wish)
    if wish.start and wish.end and wish.end <= wish.start:
        raise Forbidden(N_("the meeting ends at {end}, but begins at {start}"), start=wish.start, end=wish.end)
    id = f"{group.id}-{wish.date}"
    given: dict[str, Any] = {"id": id, "group": group.id, "status": "planned", "date": wish.date}
    given |= {key: value for key in ("start", "end", "form", "place") if (value := getattr(wish, key))}
    meeting = Meeting.model_construct(**given)
    text = emit({key: str(given[key]) for key in order(Meeting, ()) if key in given})
    made = composed(registry, meeting, text) if compose else _bare(registry, meeting, text)
    message = f"Nytt möte: {head(registry, meeting)}"
    if made.added:
        message += f", med {counted(made)} på dagordningen"
    return Step({path_of("meeting", id): made.text}, message, of_day(registry, meeting, today)), meeting, made


def _bare(registry: Registry, meeting: Meeting, text: str) -> Composed:
    """A meeting without an agenda yet, with who chairs."""
    agenda = Agenda(registry, meeting, text)
    chairing = chaired(registry, agenda)
    return Composed(agenda.text, (), chairing)


def why_not_date(registry: Registry, group: Record[Group], date: dt.date) -> Forbidden | None:
    """Why the body can have no new meeting on a day; None where it can."""
    if impossible := why_impossible(date):
        return impossible
    own = group.entity
    taken = [item for item in timelines(registry).get(group.id, ()) if item.entity.date == date]
    id = f"{group.id}-{date}"
    if taken:
        return Forbidden(
            N_("`{group}` has a meeting on {date} already"),
            hint=N_("it is `{id}`"),
            about="date",
            group=group.id,
            date=date,
            id=taken[0].id,
        )
    if registry.get(Meeting, id) or registry.is_broken(id, ("meeting",)):
        return Forbidden(
            N_("a meeting that was first planned for {date} is in the register already"),
            hint=N_("`vis meeting show {id}` shows it; a meeting that was moved keeps its id"),
            about="date",
            date=date,
            id=id,
        )
    if own.since and date < own.since.earliest:
        return Forbidden(
            N_("`{group}` begins {since}, after {date}"), about="date", group=group.id, since=own.since, date=date
        )
    if is_over(own, date):
        return Forbidden(N_("`{group}` is discontinued on {date}"), about="date", group=group.id, date=date)
    return None


def _judge(registry: Registry, group: Record[Group], wish: Wish) -> None:
    if why := why_not_date(registry, group, wish.date):
        raise why

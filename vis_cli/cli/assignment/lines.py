"""Assignments in lines, and as data: what, who, when it comes back, how late it is."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.assignments import Task
    from vis_cli.registry import Registry

_IN = "   "


def every(registry: "Registry", found: "Sequence[Task]") -> Iterator[str]:
    """Each assignment with its address, its text, its owners, and how it stands."""
    for number, task in enumerate(found):
        if number:
            yield ""
        yield heading(task.address)
        yield from wrapped(task.given.assignment.text, _IN)
        yield from wrapped(who(registry, task), _IN)
        yield from wrapped(state(registry, task), _IN)


def who(registry: "Registry", task: "Task") -> str:
    """Who shall do it, and since when."""
    from vis_cli.facts.names import name_of

    names = [name_of(registry, owner) for owner in task.given.assignment.owners]
    values = {"owners": ", ".join(names) or _(N_("no owner")), "date": task.given.meeting.entity.date, "days": task.age}
    if task.age == 0:
        return fill(N_("{owners}; given {date}, today"), values, _)
    if task.age == 1:
        return fill(N_("{owners}; given {date}, yesterday"), values, _)
    return fill(N_("{owners}; given {date}, {days} days ago"), values, _)


def state(registry: "Registry", task: "Task") -> str:
    """How it stands: `late: was to come back 2031-05-20; postponed twice`."""
    from vis_cli.facts.assignments import day_of

    values: dict[str, object] = {"delays": task.delays, "due": task.given.assignment.due or ""}
    if task.state != "open":
        day = day_of(registry, task.log[-1])
        template = N_("reported back {day}") if task.state == "reported" else N_("closed {day}")
        if day is None:
            template = N_("reported back") if task.state == "reported" else N_("closed")
        return fill(template, values | {"day": day}, _)
    due = [fill(N_("last day {due}"), values, _)] if task.given.assignment.due and not task.delays else []
    parts = [*due, _when(registry, task)]
    if task.delays:
        template = N_("postponed once") if task.delays == 1 else N_("postponed {delays} times")
        parts.append(fill(template, values, _))
    return f"{_(_URGENCIES[task.urgency])}: {'; '.join(parts)}"


def _when(registry: "Registry", task: "Task") -> str:
    from vis_cli.facts.meetings import is_held
    from vis_cli.facts.names import name_of

    back = task.returns
    body = back.entity.group if back else task.given.assignment.return_to
    values = {
        "body": name_of(registry, body, "group") if body else "",
        "date": back.entity.date if back else "",
    }
    if back is None:
        return fill(N_("comes back to {body}, no meeting is planned") if body else N_("comes back nowhere"), values, _)
    if not task.said:
        return fill(N_("comes back to {body}, at the next meeting {date}"), values, _)
    over = is_held(back.entity) and back.entity.date <= task.on
    return fill(N_("was to come back to {body} {date}") if over else N_("comes back to {body} {date}"), values, _)


_URGENCIES = {"none": N_("open"), "due": N_("due today"), "late": N_("late")}


def as_data(registry: "Registry", task: "Task") -> dict[str, Any]:
    """The assignment as it stood, for programs."""
    given = task.given
    own = given.assignment.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    taken = task.taken_up
    return {
        "address": task.address,
        "meeting": given.meeting.id,
        "group": given.meeting.entity.group,
        "given": given.meeting.entity.date.isoformat(),
        "item": given.item.id,
        **own,
        "computed": {
            "state": task.state,
            "urgency": task.urgency,
            "late": task.late,
            "age_days": task.age,
            "delays": task.delays,
            "returns_at": task.returns.id if task.returns else None,
            "returns_on": task.returns.entity.date.isoformat() if task.returns else None,
            "return_was_said": task.said,
            "last_on_agenda_of": taken.meeting.id if taken else None,
        },
    }

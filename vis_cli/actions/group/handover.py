"""A handover (*överlämning*): something that a group answers for has passed to another. (000:540-547)"""

import datetime as dt

from vis_cli.actions.group.citing import cited, there
from vis_cli.actions.step import Forbidden, Step, detail, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Word
from vis_cli.facts.statuses import status_on
from vis_cli.facts.transition import takes_over
from vis_cli.model.group import Group, Handover
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


def hand_over(registry: Registry, group: Record[Group], index: int, to: Handover, on: dt.date) -> Step:
    """Log that a responsibility has passed to another group. Raises Forbidden where that cannot be."""
    own, taker = group.entity.responsibilities[index], registry.get(Group, to.to)
    assert taker, "found before"
    if taker.id == group.id:
        raise Forbidden(N_("`{group}` cannot take over from itself"), about="to", group=group.id)
    status = status_on(taker.entity, on)
    if not takes_over(taker.entity, on):
        raise Forbidden(
            N_("`{taker}` is not established on {date}, and can take over nothing: it is {status}"),
            hint=N_("`vis group establish {taker}` once its conditions are met"),
            about="to",
            taker=taker.id,
            date=on,
            status=Word(status[0] if status else N_("not there yet")),
        )
    if any(entry.to == taker.id for entry in own.handovers):
        raise Forbidden(
            N_("`{taker}` has taken over `{responsibility}` already"),
            hint=N_("if that is wrong, correct it in {path}"),
            about="to",
            taker=taker.id,
            responsibility=own.id,
            path=group.file.path,
        )
    notices: list[Notice] = []
    record = registry.get(Meeting, to.at.meeting) if to.at else None
    if record and to.at:
        notices += there(record, to.at)
    if own.takers and taker.id not in own.takers:
        named = ", ".join(f"`{id}`" for id in own.takers)
        notices.append(Notice(N_("it was to be taken over by {takers}"), {"takers": named}))
    text = with_item(group, ("responsibilities", index), "handovers", to)
    message = f"{group.name}: {own.text} går över till {taker.name}"
    return Step({group.file.path: text}, f"{message}{detail(to.on, cited(registry, to.at))}", tuple(notices))

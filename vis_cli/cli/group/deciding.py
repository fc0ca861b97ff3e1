"""The decision behind a change of who sits in a group: as given, or asked for in a terminal. (000:621-622)"""

from typing import TYPE_CHECKING

from vis_cli.cli.group import named
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.citing import AtItem
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def decision(
    registry: "Registry",
    where: Where,
    group: "Record[Group]",
    meeting: str | None,
    item: str | None,
    *,
    ask: bool = False,
    documented: bool = False,
) -> "AtItem | None":
    """The item that decided it. With `ask` it is chosen among those of the steering group of officials, where one is
    needed, not `documented` by a source instead, and not given. Raises Failure, KeyboardInterrupt.
    """
    from vis_cli.cli import questions
    from vis_cli.facts.bodies import officials, staffed_by_decision
    from vis_cli.facts.names import name_of
    from vis_cli.model.citing import AtItem
    from vis_cli.model.meeting import Meeting

    found = named.at_item(registry, where, meeting, item)
    if not ask or documented or (found and found.item) or not staffed_by_decision(group.entity):
        return found
    if found is None:
        held = named.meetings(registry, officials(registry, group.id))
        if not held:
            return None
        # Bodies may meet on one day, so that the day alone does not tell which is meant.
        days = {record.id: f"{record.entity.date} {name_of(registry, record.entity.group, 'group')}" for record in held}
        found = AtItem.model_construct(meeting=questions.one(N_("Which meeting decided it?"), days), item=None)
    record = registry.get(Meeting, found.meeting)
    items = {each.id: f"{each.number or '–'}. {each.heading}" for each in record.entity.items} if record else {}
    if not items:
        return found
    return AtItem.model_construct(meeting=found.meeting, item=questions.one(N_("Which item?"), items))

"""A new group. A working group or a project has an end from its beginning. (000:301-302)"""

from typing import Any

from vis_cli.actions.agreement.wish import suggested_id
from vis_cli.actions.filed import refuse_id
from vis_cli.actions.group.citing import cited, there
from vis_cli.actions.step import Forbidden, Step, detail
from vis_cli.errors import N_, Failure
from vis_cli.facts.stems import fold
from vis_cli.model.citing import AtItem
from vis_cli.model.fields import keys_of
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.emit import emit


def new(registry: Registry, id: str, group: dict[str, Any], at: AtItem | None = None) -> Step:
    """A file for a group; `group` holds what it says, plain. Raises Failure where the id or the name is taken."""
    name = str(group["name"])
    id = id or suggested_id(str(group.get("short_name") or name))
    if not id:
        raise Failure(N_("no id can be made of the name {name}"), hint=N_("say which with --id"), name=name)
    refuse_id(registry, Group, id)
    for other in registry.all(Group):
        if fold(name) in {fold(known) for known in (other.entity.name, *other.entity.aliases)}:
            raise Failure(
                N_("there is a group of that name: `{id}`"), hint=N_("`vis group show {id}` shows it"), id=other.id
            )
    if group["type"] == "working" and group["status"] != "proposed" and not group.get("until"):
        raise Forbidden(
            N_("a working group is for a time, and no end is given"),
            hint=N_("--until says when, as precisely as it is decided: 2031 will do"),
            about="until",
        )
    record = registry.get(Meeting, at.meeting) if at else None
    notices = there(record, at) if record and at else ()
    data = {"id": id, **group}
    text = emit({key: data[key] for key in keys_of(Group) if data.get(key) not in (None, "", [], {})})
    message = f"Ny grupp: {name}{detail(cited(registry, at))}"
    return Step({path_of(Group.kind, id): text}, message, notices)

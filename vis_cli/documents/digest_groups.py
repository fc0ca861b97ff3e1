"""The newsletter's words on groups: which statuses they reached, who came and who left."""

from collections.abc import Iterable

from vis_cli.documents.digest_rows import Part, Telling, part, sentences
from vis_cli.documents.roles import ROLES
from vis_cli.facts.happening import Happening, OfGroup

_REACHED = {
    "proposed": "föreslogs",
    "decided": "beslutades",
    "establishing": "började etableras",
    "established": "etablerades",
    "active": "kom i gång",
    "stalled": "avstannade",
    "discontinued": "avvecklades",
}


def groups(telling: Telling, happened: Iterable[Happening]) -> list[Part]:
    """A row for each status that was reached, and for each seat that was taken or left."""
    return part(
        None,
        (
            telling.row(item, _told(telling, item.kind, item.what), item.what.group.id)
            for item in happened
            if isinstance(item.what, OfGroup)
        ),
    )


def _told(telling: Telling, kind: str, what: OfGroup) -> str:
    name = str(what.group.entity.name)
    if what.seat and what.seat.person:
        who, role = telling.names.of(what.seat.person, "person"), ROLES[what.seat.role]
        return f"{who} {'lämnade' if kind == 'left-group' else 'kom till'} {name} som {role}."
    decision = what.reached.decision if what.reached else None
    by = f" ({decision})" if decision else ""
    return sentences(f"{name} {_REACHED[what.status or 'active']}{by}")

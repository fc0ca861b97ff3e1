"""The columns by which people recognise the entities of a kind."""

from typing import Any

from vis_cli.errors import N_, Word
from vis_cli.registry import Record, Registry

_COLUMNS = {
    "agreement": (N_("id"), N_("number"), N_("type"), N_("title")),
    "adoption": (N_("agreement"), N_("version"), N_("party"), N_("outcome"), N_("date")),
    "area": (N_("id"), N_("name"), N_("type"), N_("from"), N_("until")),
    "collaboration": (N_("id"), N_("name"), N_("county")),
    "contact": (N_("id"), N_("KSA"), N_("GSA")),
    "group": (N_("id"), N_("type"), N_("status"), N_("name")),
    "meeting": (N_("id"), N_("date"), N_("status"), N_("group")),
    "organisation": (N_("id"), N_("type"), N_("side"), N_("name")),
    "person": (N_("id"), N_("name"), N_("title"), N_("organisation")),
    "plan": (N_("id"), N_("title")),
    "source": (N_("id"), N_("date"), N_("title")),
    "version": (N_("agreement"), N_("version"), N_("rule"), N_("published")),
}
_WORDS = {"type", "status", "side"}
_RULES = {
    "all-parties": N_("all parties"),
    "each-party": N_("each party"),
    "at-least": N_("at least so many"),
    "fixed-date": N_("a fixed date"),
}


def overview(registry: Registry, kind: str) -> tuple[list[str], list[list[Any]]]:
    """(columns, rows) of a kind; a cell that is a `Word` is to be translated."""
    columns = list(_COLUMNS.get(kind, ("id",)))
    return columns, [[_cell(registry, record, column) for column in columns] for record in registry.of_kind(kind)]


def _cell(registry: Registry, record: Record[Any], column: str) -> Any:
    entity = record.entity
    if column == "id":
        return record.id
    if record.kind == "person" and column in ("title", "organisation"):
        post = entity.posts[-1]
        return post.title if column == "title" else name_of(registry, post.organisation, "organisation")
    if record.kind == "contact" and column in ("KSA", "GSA"):
        if column == "KSA":
            return ", ".join(_holder(registry, item) for item in entity.ksa)
        return ", ".join(item.clinic for item in entity.gsa)
    if record.kind == "adoption" and column in ("outcome", "date"):
        last = entity.decisions[-1]
        return Word(last.outcome) if column == "outcome" else last.date
    if column == "party":
        return name_of(registry, entity.party, "organisation")
    if column == "rule":
        return Word(_RULES[entity.entry_into_force.rule]) if entity.entry_into_force else None
    if column == "published":
        return entity.publication.date if entity.publication else None
    if column == "group":
        return name_of(registry, entity.group, "group")
    value = getattr(entity, "since" if column == "from" else column, None)
    return Word(value) if column in _WORDS and value else value


def _holder(registry: Registry, ksa: Any) -> str:
    if ksa.person:
        return name_of(registry, ksa.person, "person")
    return ksa.mailbox or name_of(registry, ksa.organisation or "", "organisation")


def name_of(registry: Registry, id: str, *kinds: str) -> str:
    """What people call the entity with that id; the id itself where it is not known."""
    record = registry.find(id, kinds)
    return record.name if record else id

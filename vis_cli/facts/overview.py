"""The columns by which people recognise the entities of a kind."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.errors import N_, Word
from vis_cli.facts.alphabet import in_order
from vis_cli.facts.force import applies
from vis_cli.facts.names import name_of
from vis_cli.facts.responsibility import answerable
from vis_cli.facts.stage import stage
from vis_cli.facts.stated import signed
from vis_cli.facts.titles import brief
from vis_cli.model.agreement import Agreement, AgreementKind
from vis_cli.model.version import EntryRuleName
from vis_cli.registry import Record, Registry

_COLUMNS = {
    "activity": (N_("id"), N_("status"), N_("title")),
    "adoption": (N_("agreement"), N_("version"), N_("party"), N_("outcome"), N_("date")),
    "annual-plan": (N_("id"), N_("group"), N_("year"), N_("status")),
    "area": (N_("id"), N_("name"), N_("type"), N_("from"), N_("until")),
    "collaboration": (N_("id"), N_("name"), N_("county")),
    "contact": (N_("id"), N_("KSA"), N_("GSA")),
    "deviation": (N_("id"), N_("date"), N_("type"), N_("title")),
    "figure": (N_("id"), N_("as of"), N_("value"), N_("title")),
    "follow-up": (N_("id"), N_("date"), N_("agreement")),
    "forum": (N_("id"), N_("type"), N_("status"), N_("name")),
    "fund": (N_("id"), N_("type"), N_("name")),
    "group": (N_("id"), N_("type"), N_("status"), N_("name")),
    "local-agreement": (N_("id"), N_("type"), N_("title")),
    "meeting": (N_("id"), N_("date"), N_("status"), N_("group")),
    "organisation": (N_("id"), N_("type"), N_("side"), N_("name")),
    "person": (N_("id"), N_("name"), N_("title"), N_("organisation")),
    "plan": (N_("id"), N_("title")),
    "project": (N_("id"), N_("title")),
    "question": (N_("id"), N_("level"), N_("title")),
    "source": (N_("id"), N_("date"), N_("title")),
    "version": (N_("agreement"), N_("version"), N_("rule"), N_("published")),
}
_WORDS = {"type", "status", "side", "level"}
RULES: Mapping[EntryRuleName, str] = {
    "all-parties": N_("all parties"),
    "each-party": N_("each party"),
    "at-least": N_("at least so many"),
    "fixed-date": N_("a fixed date"),
}
"""The rules of entry into force in brief."""

STATUSES: Mapping[str, str] = {
    "unknown": N_("not known"),
    "draft": N_("draft"),
    "referral": N_("out for comment"),
    "published": N_("published"),
    "recommended": N_("recommended"),
    "adoption": N_("being adopted"),
    "adopted": N_("adopted, not yet in force"),
    "in-force": N_("in force"),
    "stated": N_("in force by a source"),
    "replaced": N_("replaced"),
    "ended": N_("ended"),
}
"""The status of an agreement in words: its stage, and whether it is only a source that says that it is in force."""

TYPES: Mapping[AgreementKind, str] = {
    "main": N_("main one"),
    "supplementary": N_("supplement"),
    "partial": N_("part"),
    "optional": N_("optional one"),
}
"""Types in brief, for a narrow column; the others are short as they are."""


@dataclass(frozen=True, slots=True)
class Line:
    """An agreement in a list, with what is computed of it for a day."""

    agreement: Record[Agreement]
    status: str
    """A key of `STATUSES`."""
    owner: str | None
    may_own: tuple[str, ...]
    """The groups that may answer for it, where it is not certain which one does."""


def agreements(registry: Registry, on: dt.date) -> tuple[Line, ...]:
    """The agreements by number and name."""
    found = []
    for record in in_order(registry.all(Agreement)):
        who = answerable(registry, record, on)
        status: str = stage(registry, record, on)
        state = applies(registry, record, on).state
        if status == "in-force" and state == "stated":
            status = "stated"
        elif status in ("adopted", "adoption") and state == "unknown":
            status = "unknown"
        found.append(Line(record, status, who.owner, who.possible))
    return tuple(found)


def rows(registry: Registry, lines: Sequence[Line]) -> tuple[list[str], list[list[Any]]]:
    """(columns, rows) of a list of agreements."""
    cells = [
        [
            line.agreement.entity.number,
            brief(line.agreement),
            Word(TYPES.get(line.agreement.entity.type, line.agreement.entity.type)),
            Word(STATUSES[line.status]),
            " / ".join(name_of(registry, id, "group") for id in ((line.owner,) if line.owner else line.may_own)),
        ]
        for line in lines
    ]
    return [N_("no."), N_("agreement"), N_("type"), N_("status"), N_("answered for by")], cells


def overview(registry: Registry, kind: str, on: dt.date) -> tuple[list[str], list[list[Any]]]:
    """(columns, rows) of a kind; a cell that is a `Word` is to be translated. What is computed is of a day."""
    if kind == "agreement":
        return rows(registry, agreements(registry, on))
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
        return Word(RULES[entity.entry_into_force.rule]) if entity.entry_into_force else None
    if column == "published":
        return entity.publication.date if entity.publication else None
    if column == "group":
        return name_of(registry, entity.group, "group")
    if record.kind == "figure" and column == "value":
        return signed(entity)
    if record.kind == "question" and column == "level":
        return Word(entity.steps[-1].level)
    value = getattr(entity, {"from": "since", "as of": "as_of"}.get(column, column), None)
    return Word(value) if column in _WORDS and value else value


def _holder(registry: Registry, ksa: Any) -> str:
    if ksa.person:
        return name_of(registry, ksa.person, "person")
    return ksa.mailbox or name_of(registry, ksa.organisation or "", "organisation")

"""The list of what is due (*att göra*): what is late, what comes, and what waits without a last day; with its owner."""

from collections.abc import Iterable
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.matter import sentence
from vis_cli.documents.names import Names
from vis_cli.documents.register import files_of, organisation_of
from vis_cli.documents.year_words import KINDS as YEAR
from vis_cli.documents.year_words import group_name
from vis_cli.facts.due import Agenda, urgency
from vis_cli.facts.due_values import Due, DueKind, Waits, folded
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.model.area import Area
from vis_cli.registry import Registry

KINDS = (
    *("agreement", "version", "adoption", "meeting", "group", "annual-plan", "activity", "fund", "forum", "contact"),
    *("deviation", "area", "follow-up", "organisation", "collaboration", "person"),
)
WORDS: dict[DueKind, str] = {
    **YEAR,  # type: ignore[dict-item]  # the same kinds
    "meeting": "Möte som ingen har sagt om det hölls",
    "notice": "Kallelse",
    "papers": "Handlingar",
    "minutes": "Minnesanteckningar",
    "referral": "Remissvar",
    "assignment": "Uppdrag",
    "duty": "Återredovisning",
    "plan-by": "Planering ska ha börjat",
    "activity": "Aktivitet ska vara klar",
    "contact": "Kontakt att kontrollera igen",
    "forum": "Forum att kontrollera igen",
    "measure": "Åtgärd efter avvikelse",
    "retention": "Namn att gallra",
}
_MOST = 6


def due_list(registry: Registry, found: Agenda) -> Document:
    """The list of a day."""
    return _List(registry, found).document()


class _List:
    def __init__(self, registry: Registry, found: Agenda) -> None:
        self.registry = registry
        self.found = found
        self.names = Names(registry)

    def document(self) -> Document:
        found, day = self.found, swedish.short_date(self.found.on)
        title = f"Att göra {day}"
        decisions = [item for item in found.waits if item.kind == "decision"]
        unverified = {kind: [self.place(i) for i in found.waits if i.kind == kind] for kind in ("contact", "forum")}
        return Document(
            template="due.md.j2",
            title=title,
            subject=f"Det som är försenat, det som kommer och det som väntar, {swedish.long_date(found.on)}",
            organisation=organisation_of(self.registry),
            day=found.on,
            state="Att göra-lista",
            context={
                "title": title,
                "until": found.until.isoformat(),
                "late": [self.row(items) for items in folded(found.late)],
                "coming": [self.row(items) for items in folded(found.coming)],
                "decisions": [self.decision(item) for item in decisions],
                "assignments": [
                    {
                        "text": sentence(i.part),
                        "since": in_words(i.since) if i.since else "",
                        "owner": self.owners(i.owners),
                    }
                    for i in found.waits
                    if i.kind == "assignment"
                ],
                "contacts": list(dict.fromkeys(unverified["contact"])),
                "forums": list(dict.fromkeys(unverified["forum"])),
            },
            files=files_of(self.registry, KINDS),
        )

    def row(self, items: tuple[Due, ...]) -> dict[str, Any]:
        """One thing, or several that are alike."""
        item = items[0]
        when = in_words(item.when)
        if urgency(item, self.found.on) == "due" and not item.when.exact:
            when = f"{when} (kan vara nu)"
        titles = swedish.listing([self.title(one) for one in items])
        title = f"{len(items)}: {titles}" if len(items) > 1 else titles
        return {"when": when, "what": WORDS[item.kind], "title": title, "owner": self.owners(item.owners)}

    def title(self, item: Due) -> str:
        record = item.record
        if record.kind == "agreement":
            return brief(record)
        if record.kind == "meeting" and item.kind != "assignment":
            own = record.entity
            return f"{group_name(self.registry, own.group)} {swedish.short_date(own.date)}"
        if record.kind == "contact":
            return f"{self.area(record.id)}, {item.title}"
        named = record.name if record.kind in ("fund", "deviation") else ""
        return f"{named}: {item.title}" if named and item.title else sentence(item.title) if item.title else record.name

    def area(self, id: str) -> str:
        found = self.registry.get(Area, id)
        return found.name if found else id

    def owners(self, ids: Iterable[str]) -> str:
        names = [self.names.of(id) for id in ids]
        if len(names) > _MOST:
            return f"{swedish.listing([*names[: _MOST - 1], f'{len(names) - _MOST + 1} till'])}"
        return swedish.listing(names) or "ingen känd"

    def decision(self, item: Waits) -> dict[str, Any]:
        return {
            "agreement": f"{brief(item.record)} {item.part}",
            "since": in_words(item.since) if item.since else "okänt när",
            "owner": self.owners(item.owners),
        }

    def place(self, item: Waits) -> str:
        return f"{self.area(item.record.id)} ({item.part.upper()})" if item.kind == "contact" else item.record.name

"""The transition record (*övergångsprotokoll*): what an old group answered for, and on whom it rests now. (D-28)

Of all groups, or of one, old or new. The order of establishment stands in that of all. (000:513-516, 535-547)
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.documents.group_words import RESTING, STATUSES, cited, decision, files_of, named, organisation_of, status
from vis_cli.facts.establishing import Dependencies, Order, order
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.transfer import Outgoing, incoming, outgoing
from vis_cli.facts.transition import Resting
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry

_KINDS = ("group", "agreement", "collaboration", "meeting")


def transition_record(registry: Registry, group: Record[Group] | None, on: dt.date) -> Document:
    """The record on a day: of one group, or of all old groups with the order of the new ones."""
    return _Builder(registry, group, on).document()


class _Builder:
    def __init__(self, registry: Registry, group: Record[Group] | None, on: dt.date) -> None:
        self.registry = registry
        self.group = group
        self.on = on

    def document(self) -> Document:
        title = f"Övergång: {self.group.name}" if self.group else "Övergång till samrådsgrupper"
        day = swedish.short_date(self.on)
        whole = self.group.entity.name if self.group else organisation_of(self.registry)
        return Document(
            template="transition.md.j2",
            title=title,
            subject=f"Ansvarsområden och mottagare, {whole}, {day}",
            organisation=organisation_of(self.registry),
            day=self.on,
            state="Övergångsprotokoll",
            context={"title": title, "whole": whole, "on": self.on.isoformat(), **self.context()},
            files=files_of(self.registry, _KINDS),
        )

    def context(self) -> dict[str, Any]:
        every = outgoing(self.registry, self.on)
        olds = [old for old in every if self.group is None or old.group.id == self.group.id]
        rests = [item for old in olds for item in old.responsibilities]
        found = order(self.registry, self.on)
        return {
            "alone": self.group is not None,
            "groups": [self.old(old) for old in olds],
            "taken": list(self.taken()),
            "counted": self.counted(rests),
            "order": [self.step(one, found) for one in found.groups] if self.group is None else [],
            "circles": [self.circle(circle) for circle in found.circles],
            "bounds": self.bounds(found) if self.group is None and found.groups else None,
        }

    def counted(self, rests: list[Resting]) -> str | None:
        if not rests:
            return None
        numbers = [len(rests), sum(bool(item.handed) for item in rests), sum(not item.takers for item in rests)]
        every, handed, nobody = (swedish.numeral(number, neuter=True) for number in numbers)
        return f"Ansvarsområden: {every}. Överlämnade: {handed}. Utan utsedd mottagare: {nobody}."

    def old(self, old: Outgoing) -> dict[str, Any]:
        own = old.group.entity
        return {
            "name": own.name,
            "status": swedish.sentence(status(own)),
            "decision": decision(self.registry, own.reached),
            "lessons": markdown.lenient(own.reached.lessons, shift=2) if own.reached and own.reached.lessons else None,
            "successors": named(old.successors),
            "rows": [self.row(item) for item in old.responsibilities],
            "agreements": [record.entity.title for record in old.agreements],
            "perhaps": [record.entity.title for record in old.perhaps],
            "verdict": self.verdict(old),
        }

    def row(self, item: Resting) -> dict[str, Any]:
        handed = [
            ", ".join(filter(None, (in_words(entry.on) if entry.on else "", cited(self.registry, entry.at))))
            for entry in item.handed
        ]
        return {
            "what": item.responsibility.text,
            "takers": [f"{record.entity.name} ({STATUSES[record.entity.status]})" for record in item.takers],
            "state": RESTING[item.state],
            "decided": "; ".join(filter(None, handed)) or "–",
            "assumed": item.responsibility.assumed if item.takers else None,
        }

    def verdict(self, old: Outgoing) -> str:
        if old.group.entity.status == "discontinued":
            return "Gruppen är avvecklad."
        if not old.responsibilities:
            return "Gruppen fortsätter: vad den ansvarar för är inte känt, och då är inget säkert omhändertaget."
        if old.lacking:
            number, whole = len(old.lacking), len(old.responsibilities)
            if whole == 1:
                return "Gruppen fortsätter: ansvarsområdet saknar en etablerad mottagare."
            return f"Gruppen fortsätter: {number} av {whole} ansvarsområden saknar en etablerad mottagare."
        return "Gruppen kan avvecklas: alla ansvarsområden har en etablerad mottagare."

    def taken(self) -> Iterator[dict[str, Any]]:
        """What a new group takes over."""
        for old, rests in incoming(self.registry, self.group.id, self.on) if self.group else ():
            for item in rests:
                yield {"from": old.group.entity.name, **self.row(item)}

    def step(self, one: Dependencies, found: Order) -> dict[str, Any]:
        least = "minst " if found.bounded and one.count else ""
        count = f"{least}{one.count}" if one.count else "inga kända" if found.bounded else "inga"
        return {
            "name": one.group.entity.name,
            "status": STATUSES[one.group.entity.status],
            "count": count,
            "old": len(one.old),
            "responsibilities": len(one.responsibilities),
            "agreements": len(one.agreements),
            "shared": len(one.shared),
            "after": [self.name(id) for id in one.after],
        }

    def circle(self, ids: tuple[str, ...]) -> str:
        return " → ".join(self.name(id) for id in (*ids, ids[0]))

    def name(self, id: str) -> str:
        found = self.registry.get(Group, id)
        return found.name if found else id

    def bounds(self, found: Order) -> str | None:
        parts = []
        if found.unassigned:
            number = len(found.unassigned)
            parts.append(f"{number} ansvarsområde{'n' if number > 1 else ''} har ännu ingen mottagare")
        if found.unknown:
            parts.append(f"det är inte känt vad {swedish.listing(named(found.unknown))} ansvarar för")
        return f"Talen kan växa: {' och '.join(parts)}." if parts else None

"""The report on responsibility (*ansvar*): who answers for each agreement, its follow-up and guidance, and overlaps."""

from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.names import Names
from vis_cli.documents.register import files_of, organisation_of
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.responsible import Responsibility, Responsible
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.model.group import Group
from vis_cli.registry import Registry

KINDS = ("agreement", "group", "follow-up", "collaboration")
_MARKS = {"owner": "F", "concerned": "B", "listed": "+"}


def responsibility_report(registry: Registry, found: Responsibility) -> Document:
    """Who answers for what on a day."""
    return _Report(registry, found).document()


class _Report:
    def __init__(self, registry: Registry, found: Responsibility) -> None:
        self.registry = registry
        self.found = found
        self.names = Names(registry)

    def document(self) -> Document:
        found, title = self.found, f"Ansvar för överenskommelserna {swedish.short_date(self.found.on)}"
        expected = [row for row in found.rows if row.needs_owner]
        return Document(
            template="responsibility.md.j2",
            title=title,
            subject="Vilka som svarar för överenskommelserna och deras uppföljning, och vad som överlappar",
            organisation=organisation_of(self.registry),
            day=found.on,
            state="Ansvarsrapport",
            context={
                "title": title,
                "expected": len(expected),
                "owned": len(expected) - len(found.ownerless),
                "uncertain": sum(1 for row in found.ownerless if row.who.possible),
                "rows": [self.row(row) for row in found.rows],
                "followed": [self.followed(row) for row in found.rows if row.needs_follow_up],
                "guidance": [
                    {
                        "agreement": self.title(row),
                        "title": item.title,
                        "version": item.version or "–",
                        "updated": in_words(item.updated) if item.updated else "–",
                    }
                    for row in found.rows
                    for item in row.agreement.entity.guidance
                ],
                "overlaps": [
                    {
                        "agreement": self.title(row),
                        "others": [f"{brief(other)} ({group})" for other, group in row.touching],
                    }
                    for row in found.rows
                    if row.touching
                ],
                **self.matrix(),
            },
            files=files_of(self.registry, KINDS),
        )

    def title(self, row: Responsible) -> str:
        number = row.agreement.entity.number
        return f"{number}. {brief(row.agreement)}" if number else brief(row.agreement)

    def row(self, row: Responsible) -> dict[str, Any]:
        who = row.who
        if who.owner:
            owner = self.group(who.owner) + (" (genom överordnad överenskommelse)" if who.inherited else "")
        elif who.possible:
            owner = f"Inte säkert vilken: {swedish.listing([self.group(id) for id in who.possible], last='eller')}"
        else:
            owner = "Ingen känd" if row.needs_owner else "–"
        return {
            "title": self.title(row),
            "owner": owner,
            "lacking": row.needs_owner and who.owner is None,
            "concerned": swedish.listing([self.group(id) for id in who.concerned]) or "–",
        }

    def followed(self, row: Responsible) -> dict[str, Any]:
        own = row.agreement.entity.follow_up
        late = bool(own and own.next and own.next.latest < self.found.on)
        return {
            "title": self.title(row),
            "by": self.group(row.follower) if row.follower else "Ingen känd",
            "criteria": len(own.criteria) if own else 0,
            "last": swedish.short_date(row.last.entity.date) if row.last else "–",
            "next": in_words(own.next) if own and own.next else "inte bestämt",
            "late": late and not (row.last and own and own.next and row.last.entity.date >= own.next.earliest),
        }

    def matrix(self) -> dict[str, Any]:
        """Agreements down, groups across by letter, and what a mark means."""
        ids = {group for _agreement, group in self.found.matrix}
        groups = sorted(
            (item for item in self.registry.all(Group) if item.id in ids), key=lambda i: alphabetical(i.name)
        )
        letters = [
            chr(ord("A") + number) if number < 26 else f"A{chr(ord('A') + number - 26)}"
            for number in range(len(groups))
        ]
        rows = [
            {
                "title": self.title(row),
                "marks": [_MARKS.get(self.found.matrix.get((row.agreement.id, group.id), ""), "–") for group in groups],
            }
            for row in self.found.rows
            if any((row.agreement.id, group.id) in self.found.matrix for group in groups)
        ]
        return {
            "letters": letters,
            "groups": [
                {"letter": letter, "name": group.entity.name} for letter, group in zip(letters, groups, strict=True)
            ],
            "matrix": rows,
        }

    def group(self, id: str) -> str:
        found = self.registry.get(Group, id)
        return found.name if found else id

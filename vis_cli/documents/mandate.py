"""The mandate document (*uppdragsbeskrivning*) of a group, from its four purposes and all that is said of it. (000:602)

What is not said is not left out: the document says that it is missing, and who sees to it.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.documents.group_words import (
    CONDITIONS,
    KNOWLEDGE,
    PURPOSES,
    checklist_rows,
    cited,
    decision,
    files_of,
    lacking,
    named,
    organisation_of,
    received,
    seat,
    status,
)
from vis_cli.documents.names import Names
from vis_cli.facts.checklist import checklist
from vis_cli.facts.representation import representation
from vis_cli.facts.responsibility import parts
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.transfer import incoming
from vis_cli.facts.year_plans import plans_of
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group, Mandate
from vis_cli.model.knowledge import KnowledgeLink
from vis_cli.model.values import Markdown
from vis_cli.registry import Record, Registry

_KINDS = ("group", "agreement", "annual-plan", "collaboration", "person", "organisation", "meeting")


def mandate_document(registry: Registry, record: Record[Group], on: dt.date) -> Document:
    """The mandate document of a group as it is on a day. Raises DocumentFault."""
    return _Builder(registry, record, on).document()


class _Builder:
    def __init__(self, registry: Registry, record: Record[Group], on: dt.date) -> None:
        self.registry = registry
        self.record = record
        self.group = record.entity
        self.on = on
        self.names = Names(registry)
        self.found = checklist(registry, record, on)

    def document(self) -> Document:
        own = self.group
        title = f"Uppdragsbeskrivning: {self.record.name}"
        return Document(
            template="mandate.md.j2",
            title=title,
            subject=f"Uppdragsbeskrivning för {own.name}",
            organisation=organisation_of(self.registry),
            day=self.on,
            state=self.state(own.mandate),
            context={"title": title, "name": own.name, **self.context()},
            files=files_of(self.registry, _KINDS),
        )

    def state(self, mandate: Mandate | None) -> str:
        if mandate is None or mandate.adopted is None:
            return "Utkast till uppdragsbeskrivning"
        version = f" {mandate.version}" if mandate.version else ""
        return f"Uppdragsbeskrivning{version}, beslutad {in_words(mandate.adopted)}"

    def context(self) -> dict[str, Any]:
        own, knowledge = self.group, self.group.knowledge_governance
        return {
            "facts": [{"what": what, "text": text} for what, text in self.facts()],
            "purposes": [{"name": name, "text": self.purpose(key)} for key, name in PURPOSES.items()],
            "responsibilities": [item.text for item in own.responsibilities],
            "taken": [
                {"from": old.group.entity.name, "what": item.responsibility.text, "how": received(item, self.record.id)}
                for old, rests in incoming(self.registry, self.record.id, self.on)
                for item in rests
            ],
            "owned": self.agreements("owner"),
            "concerned": self.agreements("concerned"),
            "seats": [seat(self.registry, held) for held in self.body().seats],
            "subregions": self.subregions(),
            "chair": self.chair(),
            "leaders": self.holders("process-leader"),
            "nodes": [
                self.names.of(item.seat.person) for item in self.body().seats if item.seat.node and item.seat.person
            ],
            "local_link": own.local_link,
            "disability": own.disability_perspective,
            "mission": self.text(knowledge.mission if knowledge else None, 1),
            "links": [self.link(item) for item in (knowledge.links if knowledge else ())],
            "no_link": knowledge.none if knowledge else None,
            "plans": self.plans(),
            "rhythm": own.procedure.meetings_per_year if own.procedure else None,
            "channels": [
                f"{item.name}{f', {swedish.numeral(item.per_year, neuter=True)} per år' if item.per_year else ''}"
                f"{f', för {item.audience}' if item.audience else ''}"
                for item in own.channels
            ],
            "networks": list(own.networks),
            "boundaries": [
                {
                    "matter": item.matter,
                    "group": self.names.of(item.group, "group") if item.group else None,
                    "text": self.text(item.text, 2),
                }
                for item in own.boundaries
            ],
            "division": self.text(own.secretariat_division, 1),
            "introduction": self.text(own.introduction.text if own.introduction else None, 1),
            "conditions": checklist_rows(self.found) if own.type == "consultation" else [],
            "unmet": swedish.listing([CONDITIONS[key].lower() for key in self.found.missing], last="samt"),
            "lacking": lacking(self.found) if own.type == "consultation" else [],
        }

    def facts(self) -> Iterator[tuple[str, str]]:
        own, mandate = self.group, self.group.mandate
        yield "Kortnamn", own.short_name or ""
        yield "Sakområde", own.subject or "inte angivet"
        told = own.profile.target_group.text if own.profile and own.profile.target_group else None
        yield "Målgrupp", own.target_group or told or "inte angiven"
        yield "Rapporterar till", self.names.of(own.reports_to, "group") if own.reports_to else "inte känt"
        yield "Läge", swedish.sentence(status(own))
        yield "Beslut", decision(self.registry, own.reached)
        yield "Version", (mandate.version or "") if mandate else ""
        yield "Beslutad", (in_words(mandate.adopted) if mandate.adopted else "inte angivet") if mandate else ""
        yield "Gäller från", in_words(mandate.since) if mandate and mandate.since else ""
        yield "Gäller till", in_words(mandate.until) if mandate and mandate.until else ""
        yield (
            "Fortsätter arbetet från",
            swedish.listing(named(filter(None, (self.registry.get(Group, id) for id in own.predecessors)))),
        )

    def purpose(self, key: str) -> Any:
        return self.text(getattr(self.group.mandate.purposes, key), 2) if self.group.mandate else None

    def text(self, text: Markdown | None, shift: int) -> Any:
        return markdown.field(text, shift=shift) if text else None

    def agreements(self, wanted: str) -> list[str]:
        found = []
        for (agreement, group), part in parts(self.registry, self.on).items():
            record = self.registry.get(Agreement, agreement)
            if group == self.record.id and part == wanted and record:
                found.append(record.entity.title)
        return sorted(found, key=swedish.sort_key)

    def body(self) -> Any:
        return representation(self.registry, self.on, (self.record,)).bodies[0]

    def subregions(self) -> list[str]:
        words = {True: "har en plats", False: "har ingen plats", None: "det framgår inte om den har en plats"}
        body = self.body()
        return (
            [f"{swedish.sentence(name)}: {words[told]}" for name, told in body.subregions.items()] if body.seats else []
        )

    def chair(self) -> str:
        own = self.group
        if own.chairing:
            return own.chairing
        names = self.holders("chair")
        words = ["Ordförandeskapet växlar mellan sidorna"] if own.alternates else []
        return ". ".join([*words, *([f"Ordförande: {swedish.listing(names)}"] if names else [])])

    def holders(self, role: str) -> list[str]:
        return [
            self.names.person(held.seat.person, self.on) if held.seat.person else "inte känd"
            for held in self.body().seats
            if held.seat.role == role
        ]

    def link(self, link: KnowledgeLink) -> dict[str, Any]:
        approval = link.approval
        decided = cited(self.registry, approval.at) if approval else ""
        when = in_words(approval.on) if approval and approval.on else ""
        return {
            "body": f"{KNOWLEDGE[link.body]}{f' {link.name}' if link.name else ''}",
            "how": "Personkoppling" if link.link == "person" else "Formell koppling",
            "person": self.names.of(link.person) if link.person else "–",
            "approved": ", ".join(filter(None, (decided, when))) or "–",
            "questions": swedish.listing(list(link.questions)) or "–",
        }

    def plans(self) -> list[str]:
        years = (self.on.year, self.on.year + 1)
        own = [plan for year in years for plan in plans_of(self.registry, year) if plan.entity.group == self.record.id]
        return [f"{plan.entity.year} ({'antagen' if plan.entity.status == 'adopted' else 'utkast'})" for plan in own]

"""Facts of an agreement in Swedish words, for the documents about it: names, parties, decisions, sources."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.escaping import MarkdownText
from vis_cli.documents.swedish_force import STATUS
from vis_cli.facts.clauses import numbers, resolve
from vis_cli.facts.entry import everyone
from vis_cli.facts.fields import marked
from vis_cli.facts.standing import Standing
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.versions import parties, principals
from vis_cli.model.agreement import Ages, Agreement
from vis_cli.model.amount import Amount
from vis_cli.model.base import Sourced, Term
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.organisation import Organisation
from vis_cli.model.source import Source
from vis_cli.model.values import Cites
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

TYPES = {
    "main": "Huvudöverenskommelse",
    "guideline": "Riktlinje",
    "agreement": "Överenskommelse",
    "contract": "Avtal",
    "supplementary": "Tilläggsöverenskommelse",
    "partial": "Delöverenskommelse",
    "optional": "Valbar överenskommelse",
    "state-agreement": "Överenskommelse med staten",
    "principles": "Principer",
    "framework": "Ramverk",
    "collaboration-contract": "Samverkansavtal",
    "local-routine": "Lokal rutin",
}
TEXT_STATES = {
    "not-transcribed": "Inte avskriven: texten finns inte i registret",
    "original": "Original",
    "transcribed": "Avskrift av originalet",
    "consolidated": "Konsoliderad: originalet med senare ändringar inskrivna",
    "extract": "Utdrag: en del av texten",
}
MOST_NAMED = 4
"""So many parties are named in a line; of more it says how many."""


class AgreementFacts:
    """One agreement (with the text it had in a version) in words. `version` is the file beside it, if there is one."""

    def __init__(self, registry: Registry, record: Record[Agreement], version: Record[Version] | None) -> None:
        self.registry = registry
        self.record = record
        self.agreement = record.entity
        self.version = version
        self.numbers = numbers(record.entity)
        self.collaboration = next(iter(registry.all(Collaboration)), None)

    def organisation(self) -> str:
        """Whose document it is."""
        own = self.collaboration.entity if self.collaboration else None
        return f"{own.name}, {own.county}" if own else "Vård i samverkan"

    def name(self, id: str, *kinds: str) -> str:
        """The name as documents print it."""
        found = self.registry.find(id, kinds)
        return found.entity.name if found else id

    def title(self, id: str) -> str:
        """The title of another agreement."""
        found = self.registry.get(Agreement, id)
        return found.entity.title if found else id

    def markdown(self, text: str, *, below: int = 1) -> MarkdownText:
        """A Markdown field, its references in words and its headings moved below one of that level."""
        return markdown.field(resolve(self.agreement, text), shift=below)

    def parties(self) -> tuple[str, ...]:
        """Those whom the version binds, or else the agreement; with those who joined later."""
        if self.version is None:
            return self.agreement.parties or principals(self.registry, None)
        joined = [item.party for item in self.version.entity.accessions]
        return tuple(dict.fromkeys((*parties(self.registry, self.version), *joined)))

    def parties_in_words(self) -> str:
        """`Exempelregionen, Exempelby och Testvik`, or `Exempelregionen och 26 kommuner`."""
        every = self.parties()
        if len(every) <= MOST_NAMED:
            return swedish.listing([self.name(party, "organisation") for party in every])
        found = [item for party in every if (item := self.registry.get(Organisation, party))]
        towns = [item for item in found if item.entity.side == "municipality" and item.entity.type == "principal"]
        others = [self.name(party, "organisation") for party in every if party not in {item.id for item in towns}]
        return swedish.listing(
            [*others, f"{len(towns)} kommuner"] if len(others) <= MOST_NAMED else [f"{len(every)} parter"]
        )

    def decisions(self) -> list[dict[str, Any]]:
        """A row for each party: what it has decided."""
        if self.version is None:
            return []
        return [self._decision(item) for item in everyone(self.registry, self.version)]

    def _decision(self, standing: Standing) -> dict[str, Any]:
        decision = standing.entry.decision if standing.entry else None
        reservation = decision.reservation if decision else None
        return {
            "party": self.name(standing.party, "organisation"),
            "pending": decision is None,
            "status": STATUS[standing.status],
            "date": in_words(decision.date) if decision and decision.date else "",
            "body": (decision.body if decision else None) or "",
            "reference": (decision.reference if decision else None) or "",
            "reservation": self.markdown(reservation, below=3) if reservation else None,
        }

    def sources(self) -> list[dict[str, str]]:
        """The sources of what the document says, each with the lines that are cited."""
        lines: dict[str, list[str]] = {}
        for entity in (self.agreement, self.version.entity if self.version else None):
            for _route, citation in marked(entity, Cites) if entity else ():
                id, _colon, where = citation.partition(":")
                lines.setdefault(id, []).extend(filter(None, where.split(",")))
        return [
            {"id": id, "title": self._source(id), "lines": ", ".join(sorted(set(where), key=swedish.sort_key))}
            for id, where in sorted(lines.items())
        ]

    def _source(self, id: str) -> str:
        found = self.registry.get(Source, id)
        return found.entity.title if found else id

    def files(self, *more: str) -> tuple[str, ...]:
        """The files of the register that a document about it is made from, all but that of its text."""
        records: list[Record[Any] | None] = [self.collaboration, self.registry.get(Agreement, self.record.id)]
        for folder in (f"agreements/{self.record.id}/",):
            records += [item for item in self.registry.entities if item.file.path.startswith(folder)]
        records += [*self.registry.of_kind("organisation")[:1], *self.registry.of_kind("source")[:1]]
        for record in (self.record, self.version):
            for reference in self.registry.references_of(record) if record else ():
                records.append(self.registry.find(reference.id, reference.kinds))
        return tuple(sorted({*more, *(item.file.path for item in records if item)}))


def assumed(part: Sourced) -> str:
    """What follows a fact that no source states."""
    return f" (förmodat: {part.assumed.rstrip('.')})" if part.assumed else ""


def term(part: Term) -> str:
    """`, från och med 2031` where the days are known."""
    since = f", från och med {in_words(part.since)}" if part.since else ""
    return f"{since}, till och med {in_words(part.until)}" if part.until else since


def ages(part: Ages) -> str:
    """`18–64 år`, `65 år och äldre`, `till och med 17 år`."""
    if part.youngest is not None and part.oldest is not None:
        words = f"{part.youngest}–{part.oldest} år"
    elif part.youngest is not None:
        words = f"{part.youngest} år och äldre"
    else:
        words = f"till och med {part.oldest} år" if part.oldest is not None else "alla åldrar"
    return words + assumed(part)


def amount(item: Amount) -> str:
    """`omkring 18 000 000 kronor`."""
    words = {"exact": "", "about": "omkring ", "more-than": "mer än ", "less-than": "mindre än "}[item.qualifier]
    return f"{words}{swedish.kronor(item.kronor)}"


def rows(pairs: Iterable[tuple[str, str | Sequence[str] | None]]) -> Iterator[dict[str, Any]]:
    """Rows of a table of facts; what is not known is left out."""
    for label, value in pairs:
        if value:
            yield {"label": label, "values": [value] if isinstance(value, str) else list(value)}

"""The text of an agreement as a document: what it says, and what the register knows about it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.agreement_facts import TEXT_STATES, TYPES, AgreementFacts, ages, amount, assumed, rows, term
from vis_cli.documents.citation import Citation
from vis_cli.documents.document import Document, Embedded
from vis_cli.documents.swedish_force import in_force, rule_in_words, successor
from vis_cli.facts.binding import applied
from vis_cli.facts.markdown import parse
from vis_cli.facts.swedish_dates import in_words, on_day
from vis_cli.facts.versions import version_of, versions
from vis_cli.model.agreement import Agreement, Guidance
from vis_cli.model.clause import Clause, Section
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry
from vis_cli.registry.digest import digest
from vis_cli.source.file import read

BY = {"region": "Regionen", "municipality": "Kommunen", "both": "Regionen och kommunen tillsammans"}
GUIDANCE = {
    "guidance": "Vägledning",
    "template": "Mall",
    "checklist": "Checklista",
    "process-map": "Processkarta",
    "information": "Information",
    "appendix": "Bilaga",
}


def agreement_text(
    registry: Registry, record: Record[Agreement], source: bytes, version: Record[Version] | None = None
) -> Document:
    """An agreement with the text that `record` holds, in the light of what `registry` knows.

    `source` are the bytes of the file that `record` was read from; they go along in a PDF. Without `version` it is
    the one that the text names, or the latest where the register has no text. Raises DocumentFault.
    """
    return _Builder(registry, record, source, version or version_of_text(registry, record)).document()


def version_of_text(registry: Registry, record: Record[Agreement]) -> Record[Version] | None:
    """The version that a text is of; the latest where there is no text, so that there is none to be of."""
    if name := record.entity.version:
        return version_of(registry, record.id, name)
    every = versions(registry, record.id)
    return every[-1] if every and not record.entity.sections else None


def with_text(record: Record[Agreement], text: Agreement, source: bytes) -> Record[Agreement]:
    """The agreement with another text of it, which was read from `source`: that of an older version."""
    file, _faults = read(record.file.path, source)
    return replace(record, entity=text, file=file or record.file)


def sections(facts: AgreementFacts) -> list[dict[str, Any]]:
    """The text itself, numbered. Raises DocumentFault."""
    return [_section(facts, section) for section in facts.agreement.sections]


class _Builder:
    def __init__(
        self, registry: Registry, record: Record[Agreement], source: bytes, version: Record[Version] | None
    ) -> None:
        self.registry = registry
        self.agreement = record.entity
        self.source = source
        self.version = version
        self.name = version.entity.version if version else record.entity.version
        self.facts = AgreementFacts(registry, record, version)
        self.digest = digest(record.entity) if record.entity.sections else None

    def document(self) -> Document:
        agreement, facts = self.agreement, self.facts
        publication = self.version.entity.publication if self.version else None
        version = f"version {self.name}" if self.name else "utan version"
        decisions = facts.decisions()
        context = {
            "title": agreement.title,
            "notes": list(self.notes()),
            "facts": list(rows(self.rows())),
            "summary": facts.markdown(agreement.summary, below=2) if agreement.summary else None,
            "sections": sections(facts),
            "responsibilities": [
                {"task": item.task, "by": BY[item.by], "assumed": item.assumed} for item in agreement.responsibilities
            ],
            "statements": list(self.statements()),
            "follow_up": self.follow_up(),
            "amounts": [f"{item.purpose}: {amount(item)}{assumed(item)}" for item in agreement.amounts],
            "guidance": [self.guidance(item) for item in agreement.guidance],
            "remarks": [facts.markdown(item.text, below=3) for item in agreement.remarks],
            "decisions": [row for row in decisions if not row["pending"]],
            "waiting": [row["party"] for row in decisions if row["pending"]],
            "reservations": [row for row in decisions if row["reservation"]],
            "sources": facts.sources(),
        }
        return Document(
            template="agreement.md.j2",
            title=f"{agreement.title}, {version}" if self.name else agreement.title,
            subject=f"{TYPES[agreement.type]}, {version}",
            organisation=facts.organisation(),
            day=publication.date if publication else None,
            state=swedish.sentence(version),
            context=context,
            files=facts.files(),
            embedded=Embedded(
                f"{agreement.id}-{self.name}.yaml" if self.name else f"{agreement.id}.yaml",
                self.source,
                f"Källtexten till {agreement.title}, {version}",
            ),
            citation=Citation(agreement.id, self.name, digest=self.digest),
        )

    def notes(self) -> Iterator[dict[str, str]]:
        """What a reader must know before anything else."""
        agreement, version = self.agreement, self.version
        if agreement.ended:
            end = f"Gäller till och med {in_words(agreement.ended.last_day)}."
            if agreement.ended.successor:
                end += f" Ersätts av {self.facts.title(agreement.ended.successor)}."
            yield {"label": "Överenskommelsen har ett slut", "text": end}
        if version and (later := successor(self.registry, version)):
            text = f"{in_force(self.registry, version)}. Version {later.entity.version}: "
            yield {
                "label": f"Ersätts av version {later.entity.version}",
                "text": text + _lower(in_force(self.registry, later)) + ".",
            }
        elif version and not applied(self.registry, version) and not version.entity.stated_in_force:
            yield {"label": "Den här versionen är inte i kraft", "text": f"{in_force(self.registry, version)}."}
        published = version.entity.publication if version else None
        if published and self.digest and published.digest != self.digest:
            text = f"Texten här är inte ordagrant den som publicerades {swedish.short_date(published.date)}."
            yield {"label": f"Avviker från version {self.name} som den publicerades", "text": text}
        elif agreement.sections and published is None:
            yield {"label": "Arbetstext", "text": "Texten är inte publicerad och kan komma att ändras."}
        if not agreement.sections:
            text = "Överenskommelsens ordalydelse finns inte i registret. Här står vad registret vet om den."
            yield {"label": "Texten är inte avskriven", "text": text}
        elif agreement.text_state == "extract":
            yield {"label": "Utdrag", "text": "Bara en del av överenskommelsens text finns här."}

    def rows(self) -> Iterator[tuple[str, str | list[str] | None]]:
        agreement, facts, version = self.agreement, self.facts, self.version
        yield "Kallas", [name for name in (agreement.short_name, *agreement.aliases) if name]
        yield "Typ", TYPES[agreement.type]
        yield "Hör till", facts.title(agreement.parent) if agreement.parent else None
        yield "Version", self.name
        yield "Ikraftträdande", self.entry()
        yield "Parter", facts.parties_in_words()
        yield (
            "Förvaltas av",
            [facts.name(item.group, "group") + term(item) + assumed(item) for item in agreement.owners],
        )
        yield "Berör även", [facts.name(group, "group") for group in agreement.concerned]
        yield "Målgrupper", list(agreement.target_groups)
        yield "Åldrar", ages(agreement.ages) if agreement.ages else None
        yield "Sakområde", agreement.subject
        yield "Lagstöd", [item.text + assumed(item) for item in agreement.legal_basis]
        if version and version.entity.publication:
            yield "Publicerad", swedish.short_date(version.entity.publication.date)
        if agreement.review:
            since = f", sedan {in_words(agreement.review.since)}" if agreement.review.since else ""
            yield "Översyn", f"Pågår{since}{assumed(agreement.review)}; överenskommelsen gäller under tiden"
        yield "Ses över nästa gång", in_words(agreement.next_review) if agreement.next_review else None
        yield "Texten", TEXT_STATES[agreement.text_state]

    def entry(self) -> list[str]:
        """Whether it applies, and by which rule."""
        if self.version is None:
            return ["Okänt: ingen version är registrerad"]
        rule = self.version.entity.entry_into_force
        words = [in_force(self.registry, self.version)]
        return [*words, f"Träder i kraft {rule_in_words(rule)}{assumed(rule)}"] if rule else words

    def statements(self) -> Iterator[dict[str, Any]]:
        """What it says on the matters that every agreement must speak of, in the register's words."""
        agreement = self.agreement
        for heading, part in (
            ("Kostnadsansvar", agreement.cost_responsibility),
            ("Främjande och förebyggande insatser", agreement.prevention),
            ("Brister och avvikelser", agreement.deviations),
        ):
            if part:
                yield {"heading": heading, "text": self.facts.markdown(part.text, below=3), "assumed": part.assumed}

    def follow_up(self) -> dict[str, Any] | None:
        part = self.agreement.follow_up
        if part is None:
            return None
        responsible = self.facts.name(part.responsible, "group") if part.responsible else None
        how_often = f"{swedish.numeral(part.interval_months)} månader" if part.interval_months else None
        lines = rows(
            [
                (
                    "Hur ofta",
                    f"Var {how_often}"
                    if how_often and part.interval_months == 1
                    else how_often and f"Med {how_often} mellanrum",
                ),
                ("Nästa gång", in_words(part.next) if part.next else None),
                ("Ansvarig", responsible),
            ]
        )
        return {"criteria": list(part.criteria), "facts": list(lines), "assumed": part.assumed}

    def guidance(self, item: Guidance) -> dict[str, Any]:
        words = [GUIDANCE[item.type]]
        words += [f"version {item.version}"] if item.version else []
        words += [f"uppdaterad {on_day(item.updated)}"] if item.updated else []
        return {"title": item.title, "link": item.link, "about": ", ".join(words)}


def _section(facts: AgreementFacts, section: Section) -> dict[str, Any]:
    return {
        "number": facts.numbers[section.id].text,
        "heading": section.heading,
        "text": facts.markdown(section.text, below=2) if section.text else None,
        "definitions": [
            {"term": item.term, "meaning": facts.markdown(item.meaning, below=3)} for item in section.definitions
        ],
        "clauses": [_clause(facts, clause) for clause in section.clauses],
    }


def _clause(facts: AgreementFacts, clause: Clause) -> dict[str, Any]:
    text = facts.markdown(clause.text, below=3)
    first = parse(str(text))[0].type
    number = facts.numbers[clause.id].text
    return {"number": number, "heading": clause.heading, "text": text, "inline": first == "paragraph_open"}


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

"""The inventory (*kartläggning*): the ten facts of each group, what is missing and why, and when it was last at work.

As chapter 2 of the report of 2022 has them, for all groups or one. (000:102-238, D-18)
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.documents.group_words import KNOWLEDGE, ROLES, TYPES, files_of, organisation_of, status
from vis_cli.documents.names import Names
from vis_cli.facts.inventory import FACTS
from vis_cli.facts.representation import representation
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.ten_facts import Entry, Inventoried
from vis_cli.model.profile import Agreements, AnnualPlan, Participants, Secretariat, Structure
from vis_cli.registry import Registry

HEADINGS = {
    "target_group": "Målgrupp",
    "mission": "Uppdrag",
    "participants": "Deltagare",
    "structure": "Struktur",
    "secretariat": "Sekretariat",
    "annual_plan": "Årsplan",
    "agreements": "Tillhörande samverkansöverenskommelser",
    "communication": "Kommunikation",
    "local_groups": "Lokala grupper",
    "knowledge_governance": "Koppling till kunskapsstyrningen",
}
_KINDS = ("group", "agreement", "annual-plan", "collaboration", "organisation", "person", "meeting", "area")
_WHOSE = {
    "joint": ("gemensam", "gemensamma"),
    "municipality": ("kommunal", "kommunala"),
    "region": ("regional", "regionala"),
    "one": ("för den ena sidan", "för den ena sidan"),
}
_SECTIONS = {
    "forum": "Tidigare fora",
    "consultation": "Samrådsgrupper",
    "secretariat": "Processledning",
    "steering": "Styrgrupper",
}


def inventory_report(registry: Registry, found: Sequence[Inventoried], on: dt.date) -> Document:
    """The report on some groups, as they were on a day."""
    return _Builder(registry, found, on).document()


class _Builder:
    def __init__(self, registry: Registry, found: Sequence[Inventoried], on: dt.date) -> None:
        self.registry = registry
        self.found = found
        self.on = on
        self.names = Names(registry)

    def document(self) -> Document:
        alone = self.found[0].group if len(self.found) == 1 else None
        title = f"Kartläggning: {alone.name}" if alone else "Kartläggning av grupper"
        return Document(
            template="inventory.md.j2",
            title=title,
            subject=f"De tio uppgifterna om {alone.entity.name if alone else 'varje grupp'}",
            organisation=organisation_of(self.registry),
            day=self.on,
            state="Kartläggning",
            context={
                "title": title,
                "whole": organisation_of(self.registry),
                "on": self.on.isoformat(),
                "alone": alone is not None,
                "sections": [self.section(type) for type in _SECTIONS if self.of(type)],
                "overview": [self.row(item) for item in self.found],
                "facts": [self.fact(name) for name in FACTS],
            },
            files=files_of(self.registry, _KINDS),
        )

    def of(self, type: str) -> list[Inventoried]:
        return [item for item in self.found if item.group.entity.type == type]

    def section(self, type: str) -> dict[str, Any]:
        found = self.of(type)
        return {
            "name": _SECTIONS[type],
            "counted": list(self.counted(found)),
            "groups": [self.group(item) for item in found],
        }

    def counted(self, found: list[Inventoried]) -> Iterator[str]:
        """The figures of a section: each follows from the groups below it."""
        kinds = [_whose(item) for item in found]
        told = [_many(kinds.count(kind), *words) for kind, words in _WHOSE.items() if kind in kinds]
        yield f"{_many(len(found), 'grupp', 'grupper')}: {', '.join(told)}."
        whole = representation(self.registry, self.on, tuple(item.group for item in found))
        least, most = whole.municipalities.least, whole.municipalities.most or 0
        if whole.municipalities.exact:
            yield f"{swedish.sentence(_many(least, 'kommun', 'kommuner'))} har en plats i någon av dem."
        elif least:
            some = f"Minst {_many(least, 'kommun', 'kommuner')}, högst {swedish.numeral(most)}"
            yield f"{some}, har en plats i någon av dem: {self.why(whole)}."
        else:
            yield "Vilka kommuner som har en plats är inte känt."
        yes, no = (sum(item.has_plan is wanted for item in found) for wanted in (True, False))
        unknown = len(found) - yes - no
        if unknown == len(found):
            yield "Om årsplan finns är inte känt."
            return
        text = f"Årsplan finns för {swedish.numeral(yes)} av {swedish.numeral(len(found))}"
        yield text + (f"; för {_many(unknown, 'grupp', 'grupper')} är det inte känt." if unknown else ".")

    def why(self, whole: Any) -> str:
        words = {
            "no-seats": "platserna är inte kända i {}",
            "no-municipality": "en eller flera kommunala platser i {} anger ingen kommun",
            "nobody-named": "platser i {} anger ingen person",
            "dates": "datumen avgör inte om platser i {} finns",
        }
        reasons = whole.municipalities.reasons
        texts = [words[item.why].format(swedish.listing([body.name for body in item.bodies])) for item in reasons]
        return swedish.listing(texts)

    def row(self, item: Inventoried) -> dict[str, Any]:
        known, unknown = (*item.of("told"), *item.of("elsewhere")), item.of("unknown")
        return {
            "name": item.group.name,
            "known": f"{len(known)} av {len(FACTS)}",
            "missing": [
                f"{HEADINGS[entry.name].lower()} ({entry.fact.missing})"
                for entry in item.entries
                if entry.state == "missing" and entry.fact
            ],
            "unknown": [HEADINGS[name].lower() for name in unknown] if len(unknown) < len(FACTS) else ["alla tio"],
            "last": self.last(item),
        }

    def fact(self, name: str) -> dict[str, Any]:
        states = [next(entry.state for entry in item.entries if entry.name == name) for item in self.found]
        known = sum(state in ("told", "elsewhere") for state in states)
        return {
            "name": HEADINGS[name],
            "known": known,
            "missing": states.count("missing"),
            "unknown": states.count("unknown"),
        }

    def last(self, item: Inventoried) -> str:
        own = item.activity
        if own.last:
            return swedish.short_date(own.last.entity.date)
        if own.stated:
            return in_words(own.stated)
        return "inte känt"

    def group(self, item: Inventoried) -> dict[str, Any]:
        own, profile = item.group.entity, item.group.entity.profile
        words = [f"{swedish.sentence(TYPES[own.type])}, {_WHOSE[_whose(item)][0]}", swedish.sentence(status(own))]
        words.append(f"Senaste kända möte: {self.last(item)}")
        if item.activity.months and item.activity.stale:
            words.append(f"{item.activity.months} månader utan möte")
        return {
            "name": own.name,
            "about": ". ".join(words),
            "facts": [self.entry(item, entry) for entry in item.entries],
            "sources": ", ".join((profile.sources if profile else ()) or own.sources),
        }

    def entry(self, item: Inventoried, entry: Entry) -> dict[str, Any]:
        """One fact: its text, what follows from its keys, and why it is missing."""
        fact = entry.fact
        text = fact.text if fact else None
        plain = text is not None and "\n" not in text.strip() and text.strip()[:1] not in "#-*+>|0123456789"
        derived = self.derived(item)[entry.name] if entry.state == "elsewhere" else ""
        return {
            "name": HEADINGS[entry.name],
            "text": markdown.lenient(text, shift=3) if text else None,
            "plain": plain,
            "noted": list(_noted(entry)),
            "derived": derived,
            "missing": fact.missing if fact else None,
            "assumed": fact.assumed if fact else None,
            "unknown": entry.state == "unknown",
        }

    def derived(self, item: Inventoried) -> dict[str, str]:
        """What the register tells elsewhere, in words."""
        own, knowledge = item.group.entity, item.group.entity.knowledge_governance
        seats = [
            f"{ROLES[held.seat.role]} {self.names.of(held.seat.organisation or held.seat.person or '')}".strip()
            for held in item.body.seats
        ]
        staff = [held.seat for held in item.body.seats if held.seat.role in ("process-leader", "secretary")]
        rhythm = own.procedure.meetings_per_year if own.procedure else None
        links = [f"{KNOWLEDGE[link.body]} {link.name or ''}".strip() for link in (knowledge.links if knowledge else ())]
        return {
            "target_group": own.target_group or "",
            "mission": "; ".join(one.text for one in own.responsibilities) or "se uppdragsbeskrivningen",
            "participants": "; ".join(seats),
            "structure": f"{swedish.sentence(_many(rhythm, 'möte', 'möten', neuter=True))} per år" if rhythm else "",
            "secretariat": "; ".join(self.names.of(seat.person or seat.organisation or "inte känd") for seat in staff),
            "annual_plan": swedish.listing([f"årsplan {plan.entity.year}" for plan in item.plans]),
            "agreements": "; ".join(record.entity.title for record in item.agreements),
            "communication": swedish.listing([channel.name for channel in own.channels]),
            "local_groups": own.local_link or "",
            "knowledge_governance": swedish.listing(links)
            or (knowledge.none or "" if knowledge else "")
            or "uppdraget är formulerat",
        }


def _noted(entry: Entry) -> Iterator[str]:
    """What the keys of a fact say beside its words, or in place of them."""
    fact = entry.fact
    if isinstance(fact, Participants) and fact.municipalities:
        yield f"Kommuner som nämns: {len(fact.municipalities)}"
    if isinstance(fact, AnnualPlan) and fact.exists is not None:
        yield "Årsplan: ja" if fact.exists else "Årsplan: nej"
    if isinstance(fact, Agreements) and fact.agreements:
        yield f"Överenskommelser i registret: {len(fact.agreements)}"
    if fact is None or fact.text:
        return
    if isinstance(fact, Structure) and fact.meetings_per_year:
        yield f"Möten per år: {fact.meetings_per_year}"
    if isinstance(fact, Structure) and fact.last_meeting:
        yield f"Senaste kända möte: {in_words(fact.last_meeting)}"
    if isinstance(fact, Secretariat) and fact.percent is not None:
        yield f"Avsatt tid: {fact.percent} procent av heltid"


def _whose(item: Inventoried) -> str:
    """Whether a group is joint, or of which side; of a group that is not joint the seats tell. (000:86-88)"""
    if item.group.entity.joint:
        return "joint"
    sides = {held.seat.side for held in item.body.seats if held.represents}
    return sides.pop() if len(sides) == 1 and sides <= {"region", "municipality"} else "one"


def _many(number: int, one: str, several: str, *, neuter: bool = False) -> str:
    return f"{swedish.numeral(number, neuter=neuter)} {one if number == 1 else several}"

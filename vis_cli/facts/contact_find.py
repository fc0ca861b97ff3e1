"""Who do I call: the contacts of the areas that are named, and the agreement that governs the question."""

import datetime as dt
import re
from dataclasses import dataclass

from vis_cli.facts.agreements import has_ended
from vis_cli.facts.areas import areas_instead
from vis_cli.facts.contact_forums import LocalForum, local_forums
from vis_cli.facts.contact_holders import Contacts, contacts_on
from vis_cli.facts.contact_names import Place, nearest, placed
from vis_cli.facts.coverage import Expected
from vis_cli.facts.responsibility import Answerable, answerable
from vis_cli.facts.search import search
from vis_cli.facts.searchable import names
from vis_cli.facts.spelling import words
from vis_cli.facts.stems import binds
from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.registry import Record, Registry

_ROLES: dict[str, Expected] = dict.fromkeys(
    """ksa kommunsamordnare kommunsamordnaren kommunsamordnande kommunal kommunala""".split(),  # noqa: SIM905
    "ksa",
)
_ROLES |= dict.fromkeys("gsa geografisk geografiskt geografiska".split(), "gsa")  # noqa: SIM905 - read as a text
_NOISE = frozenset(
    """vem ringer ringa ring kontakt kontakta kontakter kontaktperson kontaktpersonen kontaktlista telefon telefonnummer
    nummer mejl mejla mail epost e post adress fragor fraga ansvarig ansvarar samordnare samordnaren samordnande
    samordnar funktion funktionen svarar hjalp behover who whom call the in for of about""".split()  # noqa: SIM905
)
"""Words with which people ask, and that say nothing of what they ask for."""
_WORD = re.compile(r"[^\s,;:?!/()\"]+")
_MORE = 2


@dataclass(frozen=True, slots=True)
class AreaFound:
    """An area that was meant, and whom to turn to there."""

    place: Place
    named: Record[Area]
    """The area of that name; another than the one that is answered for where it has ended, or begins later."""
    contacts: Contacts
    forums: tuple[LocalForum, ...]
    """Where the question can be taken up there."""
    on: dt.date
    """The day that was asked for."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the question is about."""

    words: tuple[str, ...]
    agreement: Record[Agreement] | None
    """The agreement that governs it; None where none speaks of it."""
    others: tuple[Record[Agreement], ...]
    """Others that speak of it too."""
    answerable: Answerable | None
    lacking: tuple[str, ...]
    """Words that the agreement does not have."""
    near: tuple[str, ...]
    """Words of agreements that are like those, where none was found."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer."""

    areas: tuple[AreaFound, ...]
    roles: frozenset[Expected]
    """Those that were asked for; both where none was named."""
    subject: Subject | None
    near: tuple[Place, ...]
    """Where no area was found: those with names that are near."""


def find(registry: Registry, text: str, on: dt.date) -> Found:
    """Whom to turn to on a day, in the area and about the subject that are named in some words."""
    asked, roles = _asked(text)
    known = frozenset(word for word in asked if _names_agreement(registry, word))
    found = placed(
        registry, [word for word in asked if word not in known], known=lambda word: _spoken_of(registry, word)
    )
    rest = [word for word in asked if word in known or word in found.rest]
    subject = about(registry, rest, on) if rest else None
    areas = tuple(_areas(registry, found.places, subject, on))
    settled = subject and subject.agreement and not subject.lacking
    near = () if areas or settled else nearest(registry, asked)
    return Found(areas, roles or frozenset(("ksa", "gsa")), subject, near)


def question(registry: Registry, text: str, on: dt.date) -> Subject | None:
    """What some words are about, where they say anything; an area is not looked for among them."""
    asked, _roles = _asked(text)
    return about(registry, asked, on) if asked else None


def about(registry: Registry, rest: "list[str]", on: dt.date) -> Subject:
    """The agreement that governs a question, who answers for it, and others that speak of it."""
    answer = search(registry, " ".join(rest))
    living = [item for item in answer.found if not has_ended(item.agreement.entity, on)] or list(answer.found)
    if not living:
        return Subject(tuple(rest), None, (), None, tuple(rest), answer.near)
    first = living[0]
    others = tuple(item.agreement for item in living[1 : 1 + _MORE] if len(item.lacking) == len(first.lacking))
    return Subject(
        tuple(rest), first.agreement, others, answerable(registry, first.agreement, on), first.lacking, answer.near
    )


def _asked(text: str) -> tuple[list[str], frozenset[Expected]]:
    """The words that say something, and the roles that are asked for."""
    asked, roles = [], set()
    for word in _WORD.findall(text):
        plain = "".join(words(word))
        if role := _ROLES.get(plain):
            roles.add(role)
        elif plain and plain not in _NOISE and not binds(word.lower()):
            asked.append(word.strip(".-–"))
    return [word for word in asked if word], frozenset(roles)


def _areas(registry: Registry, places: tuple[Place, ...], subject: Subject | None, on: dt.date) -> "list[AreaFound]":
    """The areas that are there on the day in the place of those that were named, each once."""
    found: dict[str, AreaFound] = {}
    governing = subject.agreement.id if subject and subject.agreement else None
    for place in places:
        named = registry.get(Area, place.area)
        for area in areas_instead(registry, named, on) if named else ():
            if area.id not in found or area is named:
                forums = local_forums(registry, area, governing, subject.words if subject else (), on)
                found[area.id] = AreaFound(place, named or area, contacts_on(registry, area, on), forums, on)
    return list(found.values())


def _names_agreement(registry: Registry, word: str) -> bool:
    return "".join(words(word)) in registry.once(_short_names)


def _short_names(registry: Registry) -> frozenset[str]:
    """What agreements are called, as letters only: such a word is no area."""
    every = (name for record in registry.all(Agreement) for name in names(record.entity))
    return frozenset("".join(words(name)) for name in every)


def _spoken_of(registry: Registry, word: str) -> bool:
    """Whether some agreement has the word as it is written: it is no misspelt name of an area."""
    from vis_cli.facts.hits import direct
    from vis_cli.facts.searchable import searchable

    return any(hit.quality for _, hit in direct(word.lower(), searchable(registry)))

"""Which areas are meant by some words: by their names, old and new, their municipality, or who holds a contact there.

å, ä and ö may be written as a, a and o, or as aa, ae and oe; what is misspelt is taken for what is nearest.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from vis_cli.facts.coverage import EXPECTED
from vis_cli.facts.spelling import heard, words
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact, Gsa
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Registry

How = Literal["area", "alias", "clinic", "municipality", "organisation", "person", "mailbox", "subregion"]

_FORMS = frozenset(
    """kommun kommunen kommuns stad stads
     stadsdel stadsdelen stadsdels stadsdelsomrade stadsdelsforvaltning
    stadsdelsnamnd vardcentral vardcentralen vardcentraler huslakarmottagning huslakarmottagningen
    mottagning mottagningen forvaltning forvaltningen socialforvaltning socialforvaltningen namnd omrade omradet och
    i""".split()  # noqa: SIM905 - read as a text
)
"""What an area or a clinic is, and not which."""
_DIGRAPHS = (("aa", "a"), ("ae", "a"), ("oe", "o"))
_LONGEST = 6
"""No name that people say has more words."""
_SHORTEST_PART, _SHORTEST_BEGINNING = 3, 4

_RANK: Mapping[How, int] = {
    "area": 0,
    "alias": 0,
    "clinic": 1,
    "municipality": 1,
    "organisation": 2,
    "person": 2,
    "mailbox": 2,
    "subregion": 3,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name by which an area is found."""

    area: str
    how: How
    written: str


@dataclass(frozen=True, slots=True)
class Place:
    """An area that is meant, and why."""

    area: str
    how: How
    written: str
    """The name that was recognised."""
    slips: int
    """How many letters are otherwise than in the name; 0 where it is written so."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The areas that some words name, the likeliest first, and the words that name none."""

    places: tuple[Place, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    whole: Mapping[str, tuple[Name, ...]]
    """By the letters of a whole name, with and without what it is."""
    parts: Mapping[str, tuple[Name, ...]]
    """By the words in names of several words, one or more side by side."""


def placed(registry: Registry, asked: Sequence[str], *, known: Callable[[str], bool]) -> Placed:
    """The areas that are named among some words. A word that is `known` otherwise is no misspelt name."""
    index = registry.once(_index)
    left = list(asked)
    found: dict[str, Place] = {}
    for how in (_whole, _part, _beginning):
        for start, end in _spans(left):
            names = how(index, _letters(left[start:end]), end - start)
            if names:
                _keep(found, _best(names), 0)
                left[start:end] = [""] * (end - start)
        if found:
            break
    if not found:
        _misspelt(index, left, found, known)
    rest = tuple(word for word in left if word and not (found and _plain(word) in _FORMS))
    return Placed(tuple(found.values()), rest)


def nearest(registry: Registry, asked: Sequence[str], most: int = 5) -> tuple[Place, ...]:
    """The areas whose names are most like one of some words, where none is meant for certain."""
    from rapidfuzz import fuzz, process

    index = registry.once(_index)
    names = [*index.whole, *index.parts]
    found: dict[str, tuple[float, Place]] = {}
    for word in asked:
        letters = _letters((word,))
        for key, score, _ in process.extract(letters, names, scorer=fuzz.ratio, limit=most, score_cutoff=55):
            for name in (*index.whole.get(key, ()), *index.parts.get(key, ())):
                place = Place(name.area, name.how, name.written, 1)
                found[name.area] = max(found.get(name.area, (0.0, place)), (score, place), key=lambda item: item[0])
    ranked = sorted(found.values(), key=lambda item: (-item[0], item[1].area))
    return tuple(place for _, place in ranked[:most])


def _spans(left: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of the words side by side that are still there, the longest first."""
    for length in range(min(len(left), _LONGEST), 0, -1):
        for start in range(len(left) - length + 1):
            if all(left[start : start + length]):
                yield start, start + length


def _whole(index: _Index, letters: str, count: int) -> tuple[Name, ...]:
    return index.whole.get(letters) or (index.whole.get(letters.removesuffix("s"), ()) if len(letters) > 4 else ())


def _part(index: _Index, letters: str, count: int) -> tuple[Name, ...]:
    return index.parts.get(letters, ()) if len(letters) >= _SHORTEST_PART else ()


def _beginning(index: _Index, letters: str, count: int) -> tuple[Name, ...]:
    if len(letters) < _SHORTEST_BEGINNING:
        return ()
    return tuple(
        name
        for keys in (index.whole, index.parts)
        for key, names in keys.items()
        if key.startswith(letters)
        for name in names
    )


def _misspelt(index: _Index, left: list[str], found: dict[str, Place], known: Callable[[str], bool]) -> None:
    """The nearest names, where the words are a slip or two from them."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    said: dict[str, tuple[Name, ...]] = {}
    for keys in (index.whole, index.parts):
        for key, names in keys.items():
            said[heard(key)] = (*said.get(heard(key), ()), *names)
    best: tuple[int, int, tuple[int, int], tuple[Name, ...]] | None = None
    for start, end in _spans(left):
        letters = _letters(left[start:end])
        if len(letters) < _SHORTEST_BEGINNING:
            continue
        asked, most = heard(letters), _slips(letters)
        names_of = [key for key in said if len(key) >= _SHORTEST_BEGINNING and (most > 1 or key[0] == asked[0])]
        near = process.extract(asked, names_of, scorer=DamerauLevenshtein.distance, limit=None, score_cutoff=most)
        if near and not any(map(known, left[start:end])):
            fewest = min(int(slips) for _, slips, _ in near)
            names = tuple(name for key, slips, _ in near if slips == fewest for name in said[key])
            if best is None or (fewest, -len(letters)) < best[:2]:
                best = (fewest, -len(letters), (start, end), names)
    if best:
        start, end = best[2]
        left[start:end] = [""] * (end - start)
        _keep(found, _best(best[3]), best[0] or 1)


def _slips(letters: str) -> int:
    """How many slips a word of so many letters may have."""
    return 1 if len(letters) < 7 else 2 if len(letters) < 11 else 3


def _best(names: Sequence[Name]) -> list[Name]:
    """Those of the names that say it best: the area's own before that of a clinic, and that before a person's."""
    first = min(_RANK[name.how] for name in names)
    return [name for name in names if _RANK[name.how] == first]


def _keep(found: dict[str, Place], names: Sequence[Name], slips: int) -> None:
    for name in names:
        found.setdefault(name.area, Place(name.area, name.how, name.written, slips))


def _plain(word: str) -> str:
    return _letters((word,))


def _letters(given: Sequence[str]) -> str:
    """The letters of some words: without capitals, accents and spaces, ae as a and oe as o."""
    plain = "".join(part for word in given for part in words(word))
    for two, one in _DIGRAPHS:
        plain = plain.replace(two, one)
    return plain


def _index(registry: Registry) -> _Index:
    whole: dict[str, dict[Name, None]] = {}
    parts: dict[str, dict[Name, None]] = {}
    for name in _names(registry):
        every = words(name.written)
        core = tuple(word for word in every if word not in _FORMS) or every
        bare = tuple(word.removesuffix("s") if len(word) > 4 else word for word in core)
        for form in (every, core, bare):
            whole.setdefault(_letters(form), {})[name] = None
        if len(core) > 1:
            for form in (core, bare):
                for start, end in combinations(range(len(form) + 1), 2):
                    if len(letters := _letters(form[start:end])) >= _SHORTEST_PART:
                        parts.setdefault(letters, {})[name] = None
    return _Index(
        {key: tuple(its) for key, its in whole.items() if key}, {key: tuple(its) for key, its in parts.items()}
    )


def _names(registry: Registry) -> Iterator[Name]:
    for area in registry.all(Area):
        own = area.entity
        yield Name(area.id, "area", own.name)
        yield Name(area.id, "alias", area.id.replace("-", " "))
        yield from (Name(area.id, "alias", alias) for alias in own.aliases)
        yield from (Name(area.id, "municipality", name) for name in _organisation(registry, own.municipality))
        if own.subregion:
            yield Name(area.id, "subregion", own.subregion)
        if contact := registry.get(Contact, area.id):
            yield from _holders(registry, contact.entity)


def _holders(registry: Registry, contact: Contact) -> Iterator[Name]:
    for role in EXPECTED:
        for holder in getattr(contact, role):
            if isinstance(holder, Gsa):
                yield Name(contact.id, "clinic", holder.clinic)
            yield from (Name(contact.id, "organisation", name) for name in _organisation(registry, holder.organisation))
            for one in (holder, *holder.substitutes):
                if person := registry.get(Person, one.person):
                    every = (person.entity.name, *person.entity.aliases)
                    yield from (Name(contact.id, "person", name) for name in every)
                if one.mailbox:
                    yield Name(contact.id, "mailbox", one.mailbox)


def _organisation(registry: Registry, id: str | None) -> tuple[str, ...]:
    found = registry.get(Organisation, id)
    if found is None:
        return ()
    own = found.entity
    return (own.name, *filter(None, (own.short_name,)), *own.aliases)

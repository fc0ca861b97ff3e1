"""Overlap: agreements that are for the same people, told by the words with which they name their target groups."""

from collections.abc import Iterable
from dataclasses import dataclass

from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.stems import stem, telling
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry

_SHARED = 5
"""So many letters must two stems begin with to be one word in two forms: `särskilt`, `särskild`."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A target group, the agreements that are for it, and those that are for a part of it."""

    name: str
    agreements: tuple[Record[Agreement], ...]
    narrower: tuple[tuple[Record[Agreement], str], ...]
    """Each with the target group as it names it."""


def overlaps(registry: Registry) -> tuple[Shared, ...]:
    """The target groups that more than one agreement is for, wholly or in part; those of most agreements first."""
    named = [(record, group) for record in registry.all(Agreement) for group in record.entity.target_groups]
    found: dict[frozenset[str], Shared] = {}
    for _, name in sorted(named, key=lambda item: (len(telling(item[1])), alphabetical(item[1]))):
        if any(same(name, shared.name) for shared in found.values()):
            continue
        its = tuple(dict.fromkeys(record.id for record, other in named if same(name, other)))
        parts = {r.id: (r, other) for r, other in named if r.id not in its and within(other, name)}
        if len(its) + len(parts) > 1:
            agreements = tuple(record for record in registry.all(Agreement) if record.id in its)
            found[_stems(name)] = Shared(name, agreements, tuple(parts.values()))
    return tuple(sorted(found.values(), key=lambda item: -len(item.agreements) - len(item.narrower)))


def touching(registry: Registry, agreement: Record[Agreement]) -> tuple[tuple[Record[Agreement], str], ...]:
    """Other agreements that are for the same people, or for some of them, or for more; each with a group of its own."""
    found = []
    for record in registry.all(Agreement):
        if record.id != agreement.id:
            its = (
                other
                for own in agreement.entity.target_groups
                for other in record.entity.target_groups
                if within(own, other) or within(other, own)
            )
            if (first := next(its, None)) is not None:
                found.append((record, first))
    return tuple(found)


def same(one: str, other: str) -> bool:
    """Whether two texts name the same people."""
    return within(one, other) and within(other, one)


def within(one: str, other: str) -> bool:
    """Whether those that `one` names are some of those that `other` names: it has all its words, and says more."""
    return all(any(_alike(a, b) for a in _stems(one)) for b in _stems(other))


def common(texts: Iterable[str]) -> frozenset[str]:
    """The stems of the telling words of some texts."""
    return frozenset(found for text in texts for found in _stems(text))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in telling(text))


def _alike(one: str, other: str) -> bool:
    """Whether two stems are of one word: the same, or but for the last letter."""
    if one == other:
        return True
    return len(one) == len(other) > _SHARED and one[:-1] == other[:-1]

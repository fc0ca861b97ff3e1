"""Search in agreements: the ones that speak of something, the best first, each with where it does.

A word is found with any Swedish ending, as a part of a compound, with å, ä and ö written as a and o; where no text has
it, the nearest spelling that some text has.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.hits import Hit, direct, near
from vis_cli.facts.likeness import alike, near_words
from vis_cli.facts.searchable import Searchable, searchable
from vis_cli.facts.stems import telling
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry

_TOGETHER = 0.5
"""How much it adds that one text has all the words."""

_SHARE = 0.2
"""How much it adds that a text says nothing else."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A text in which words were found."""

    text: Searchable
    spans: tuple[tuple[int, int], ...]
    """Where they stand in it."""
    words: tuple[str, ...]
    """The words that were asked for and are here, in some form."""
    like: tuple[str, ...]
    """Those of them that only have something like them here."""


@dataclass(frozen=True, slots=True)
class Found:
    """An agreement, and why it was found, the best reason first."""

    agreement: Record[Agreement]
    reasons: tuple[Reason, ...]
    lacking: tuple[str, ...]
    """Words that it does not have."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The agreements that were found, the best first."""

    found: tuple[Found, ...]
    missing: tuple[str, ...]
    """Words that none of them has."""
    near: tuple[str, ...]
    """Words that are in the register and look like those, where nothing was found."""


_Hits = Mapping[str, Mapping[int, Hit]]
"""For each word asked for, the hits by the index of the passage."""


def search(registry: Registry, text: str) -> Answer:
    """The agreements that have all the words of `text`, then those that speak more of some of them than these do."""
    asked = tuple(dict.fromkeys(telling(text)))
    everywhere = searchable(registry)
    hits: dict[str, Mapping[int, Hit]] = {word: dict(direct(word, everywhere)) for word in asked}
    for word in asked:
        if not hits[word]:
            hits[word] = dict(near(alike(registry, word), everywhere))
    missing = tuple(word for word in asked if not hits[word])
    by_agreement: dict[str, dict[str, list[int]]] = {}
    for word, its in hits.items():
        for index in its:
            by_agreement.setdefault(everywhere[index].agreement.id, {}).setdefault(word, []).append(index)
    total = sum(1 for _ in registry.all(Agreement))
    scored = [_found(words, hits, everywhere, total) for words in by_agreement.values()]
    fewest = min((len(found.lacking) for _, found in scored), default=0)
    wanted = max((score for score, found in scored if len(found.lacking) == fewest), default=0.0)
    ranked = sorted(
        (item for item in scored if len(item[1].lacking) == fewest or item[0] > wanted),
        key=lambda item: (len(item[1].lacking), -item[0], alphabetical(item[1].agreement.entity.title)),
    )
    nearest = () if ranked else tuple(dict.fromkeys(other for word in missing for other in near_words(registry, word)))
    return Answer(tuple(found for _, found in ranked), missing, nearest)


def _found(
    words: Mapping[str, list[int]], hits: _Hits, everywhere: tuple[Searchable, ...], agreements: int
) -> tuple[float, Found]:
    """(score, the agreement with its reasons): a word counts where it says most, a rare one more than a common one."""
    worth: dict[int, float] = {}
    score = 0.0
    for word, indexes in words.items():
        rare = 1 + math.log((1 + agreements) / len({everywhere[index].agreement.id for index in hits[word]}))
        values = {index: rare * _value(everywhere[index], hits[word][index]) for index in indexes}
        score += max(values.values())
        for index, value in values.items():
            worth[index] = worth.get(index, 0.0) + value
    score += _TOGETHER * max(worth.values())
    order = sorted(worth, key=lambda index: (-worth[index], index))
    reasons = tuple(_reason(everywhere[index], index, words, hits) for index in order)
    lacking = tuple(word for word in hits if word not in words)
    return score, Found(everywhere[order[0]].agreement, reasons, lacking)


def _value(passage: Searchable, hit: Hit) -> float:
    """What a hit says: more where it is most of what stands there."""
    share = sum(end - start for start, end in hit.spans) / len(passage.text)
    return passage.weight * hit.quality * (1 + _SHARE * share)


def _reason(passage: Searchable, index: int, words: Mapping[str, list[int]], hits: _Hits) -> Reason:
    here = {word: hits[word][index] for word, indexes in words.items() if index in indexes}
    spans = sorted({span for hit in here.values() for span in hit.spans})
    return Reason(passage, tuple(spans), tuple(here), tuple(word for word, hit in here.items() if hit.like))

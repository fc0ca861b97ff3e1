"""Search in agreements: the ones that speak of something, the best first, each with where it does.

A word is found with any Swedish ending, as a part of a compound, with å, ä and ö written as a and o; where no text has
it, the nearest spelling that some text has.
"""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.likeness import Likeness, alike, near_words
from vis_cli.facts.searchable import Searchable, searchable
from vis_cli.facts.stems import binds, compounding, fold, forms, stem, telling
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry

_SAME, _INFLECTED, _BEGINS, _INSIDE = 1.0, 0.95, 0.8, 0.7
_BARE_FOR_ACCENTED, _ACCENTED_FOR_BARE = 0.8, 0.97
"""`råd` finds `rad` with less weight; `rad` finds `råd` nearly as well as itself, for keyboards without å."""
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


@dataclass(frozen=True, slots=True)
class _Hit:
    quality: float
    spans: tuple[tuple[int, int], ...]
    like: bool = False


_Hits = Mapping[str, Mapping[int, _Hit]]
"""For each word asked for, the hits by the index of the passage."""


def search(registry: Registry, text: str) -> Answer:
    """The agreements that have all the words of `text`, then those that speak more of some of them than these do."""
    asked = tuple(dict.fromkeys(telling(text)))
    everywhere = searchable(registry)
    hits: dict[str, Mapping[int, _Hit]] = {word: dict(_direct(word, everywhere)) for word in asked}
    for word in asked:
        if not hits[word]:
            hits[word] = dict(_near(alike(registry, word), everywhere))
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
    near = () if ranked else tuple(dict.fromkeys(other for word in missing for other in near_words(registry, word)))
    return Answer(tuple(found for _, found in ranked), missing, near)


def _direct(word: str, everywhere: Iterable[Searchable]) -> Iterator[tuple[int, _Hit]]:
    """Where a word stands, with any ending and in compounds."""
    beginnings, bare, asked = forms(word), fold(word), stem(word)
    for index, passage in enumerate(everywhere):
        rough = passage.rough
        if not any(form in rough for form in beginnings):
            continue
        text = passage.text
        folded = fold(text)
        found: dict[tuple[int, int], float] = {}
        for form in beginnings:
            for start, end in _words_with(form, folded):
                written = text[start:end].lower()
                quality = _quality(folded[start:end], form, bare, asked)
                quality *= _accents(word, bare, written, folded.find(form, start) - start)
                if binds(written) and folded[start:end] != bare:
                    quality = 0.0  # the stem of `demens` is `dem`, that of `vidare` is `vid`
                found[start, end] = max(quality, found.get((start, end), 0.0))
        if best := max(found.values(), default=0.0):
            yield index, _Hit(best, tuple(sorted(span for span, quality in found.items() if quality)))


def _near(likeness: Likeness, everywhere: tuple[Searchable, ...]) -> Iterator[tuple[int, _Hit]]:
    """Where the words stand that are like one that stands nowhere."""
    for index, passage in enumerate(everywhere):
        if not any(word in passage.rough for word in likeness.words):
            continue
        folded = fold(passage.text)
        found = [(span, word) for word in likeness.words for span in _words_with(word, folded)]
        spans = {span for span, word in found if folded[slice(*span)] == word}
        if spans:
            yield index, _Hit(likeness.quality, tuple(sorted(spans)), like=True)


def _words_with(form: str, folded: str) -> Iterator[tuple[int, int]]:
    """(start, end) of every word that has `form` in it."""
    at = folded.find(form)
    while at >= 0:
        start, end = at, at + len(form)
        while start and folded[start - 1].isalnum():
            start -= 1
        while end < len(folded) and folded[end].isalnum():
            end += 1
        yield start, end
        at = folded.find(form, end)


def _quality(found: str, form: str, bare: str, asked: str) -> float:
    """How well a word of the text answers one that was asked for; 0 where it only happens to have its letters."""
    if found == bare:
        return _SAME
    if form.isdigit():
        return 0.0
    if found.startswith(form) and stem(found) == asked:
        return _INFLECTED
    if len(bare) - len(form) > 2 and compounding(bare) not in found:
        return 0.0  # so little of a word is left in its stem that others begin with it too: `läkare`, `läkemedel`
    if found.startswith(form):
        return _INFLECTED if len(found) - len(form) <= 2 else _BEGINS
    return _INSIDE if len(form) > 3 else 0.0


def _accents(word: str, bare: str, found: str, at: int) -> float:
    """How well å, ä and ö agree, from where the word begins in the one that was found; 0 where they are others."""
    if word == bare:
        return 1.0 if found.isascii() else _ACCENTED_FOR_BARE
    beside = zip(word, found[at:], strict=False)
    if any(one != other and not one.isascii() and not other.isascii() for one, other in beside):
        return 0.0  # `ålder` and `äldre`, `för` and `får`
    return 1.0 if any(word[i] in found for i in range(len(word)) if not word[i].isascii()) else _BARE_FOR_ACCENTED


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


def _value(passage: Searchable, hit: _Hit) -> float:
    """What a hit says: more where it is most of what stands there."""
    share = sum(end - start for start, end in hit.spans) / len(passage.text)
    return passage.weight * hit.quality * (1 + _SHARE * share)


def _reason(passage: Searchable, index: int, words: Mapping[str, list[int]], hits: _Hits) -> Reason:
    here = {word: hits[word][index] for word, indexes in words.items() if index in indexes}
    spans = sorted({span for hit in here.values() for span in hit.spans})
    return Reason(passage, tuple(spans), tuple(here), tuple(word for word, hit in here.items() if hit.like))

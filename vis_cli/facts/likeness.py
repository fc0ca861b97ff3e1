"""Words of the agreements that look like one that none of them has: a slip of the pen, or a part of a compound."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from vis_cli.facts.searchable import searchable
from vis_cli.facts.stems import fold, stem
from vis_cli.registry import Registry

_WORD = re.compile(r"\w+")
_PART = 5
"""So long must a word be to count as a part of a longer one that was asked for."""
_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """The words that are nearest, the indexes of the passages that have them, and how near they are."""

    words: tuple[str, ...] = ()
    passages: tuple[int, ...] = ()
    quality: float = 0.0


def alike(registry: Registry, word: str) -> Likeness:
    """The nearest words of the register: those with the fewest slips, or else parts of a compound."""
    known = registry.once(_vocabulary)
    asked = fold(word)
    if any(sign.isdigit() for sign in asked) or len(asked) < 4:
        return Likeness()
    slips = _slips(asked, known)
    if slips:
        fewest = min(slips.values())
        words = tuple(sorted(other for other, count in slips.items() if count == fewest))
        return _likeness(words, known, 0.6 - 0.1 * fewest)
    parts = [other for other in known if len(other) >= _PART and _is_part(stem(other), asked)]
    longest = max(map(len, parts), default=0)
    return _likeness(tuple(sorted(part for part in parts if len(part) >= longest - 2)), known, 0.4)


def near_words(registry: Registry, word: str) -> tuple[str, ...]:
    """Words that somebody who finds nothing may have meant, as they are written, the nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    written = registry.once(_written)
    nearest = process.extract(
        fold(word), list(written), scorer=JaroWinkler.similarity, limit=_SUGGESTED, score_cutoff=0.8
    )
    return tuple(written[folded] for folded, _, _ in nearest)


def _slips(asked: str, known: Mapping[str, tuple[int, ...]]) -> dict[str, int]:
    """The words that are a slip or two away, by how many; what follows in a compound is no slip."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    most = 1 if len(asked) < 7 else 2
    vocabulary = list(known)
    found: dict[str, int] = {}
    for cut in (None, len(asked)):
        cuts = [other[:cut] for other in vocabulary]
        for _, slips, index in process.extract(
            asked, cuts, scorer=DamerauLevenshtein.distance, limit=None, score_cutoff=most
        ):
            if len(vocabulary[index]) > 3 and (cut is None or len(asked) >= _PART):
                found[vocabulary[index]] = min(int(slips), found.get(vocabulary[index], most))
    return found


def _is_part(part: str, whole: str) -> bool:
    return len(part) >= _PART - 1 and (whole.startswith(part) or whole.endswith(part))


def _likeness(words: tuple[str, ...], known: Mapping[str, tuple[int, ...]], quality: float) -> Likeness:
    return Likeness(words, tuple(sorted({index for word in words for index in known[word]})), quality)


def _vocabulary(registry: Registry) -> Mapping[str, tuple[int, ...]]:
    """Every word, folded, with the indexes of the passages that have it."""
    found: dict[str, list[int]] = {}
    for index, passage in enumerate(searchable(registry)):
        for word in set(_WORD.findall(passage.folded)):
            found.setdefault(word, []).append(index)
    return {word: tuple(indexes) for word, indexes in found.items()}


def _written(registry: Registry) -> Mapping[str, str]:
    """The longer words of what agreements are called and whom they are for, folded, as they are written there."""
    found: dict[str, str] = {}
    for passage in searchable(registry):
        if passage.weight >= 5:
            for match in _WORD.finditer(passage.folded):
                if match.end() - match.start() > 3:
                    found.setdefault(match.group(), passage.text[match.start() : match.end()].lower())
    return found

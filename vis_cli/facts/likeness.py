"""Words of the agreements that look like one that none of them has: a slip of the pen, or a part of a compound."""

import re
from collections.abc import Iterable, Mapping
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
    """The words that are nearest, folded, and how near they are."""

    words: tuple[str, ...] = ()
    quality: float = 0.0


def alike(registry: Registry, word: str) -> Likeness:
    """The nearest words of the agreements: those with the fewest slips, or else parts of a compound."""
    return likest(word, registry.once(_vocabulary))


def likest(word: str, known: tuple[str, ...]) -> Likeness:
    """The nearest of some folded words: those with the fewest slips, or else parts of a compound."""
    asked = fold(word)
    if any(sign.isdigit() for sign in asked) or len(asked) < _PART - 1:
        return Likeness()
    slips = _slips(asked, known)
    if slips:
        fewest = min(slips.values())
        return Likeness(tuple(sorted(other for other, count in slips.items() if count == fewest)), 0.6 - 0.1 * fewest)
    parts = [other for other in known if len(other) >= _PART and _is_part(other, asked)]
    longest = max(map(len, parts), default=0)
    return Likeness(tuple(sorted(part for part in parts if len(part) >= longest - 2)), 0.4)


def near_words(registry: Registry, word: str) -> tuple[str, ...]:
    """Words that somebody who finds nothing may have meant, as they are written, the nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import JaroWinkler

    written = registry.once(_written)
    nearest = process.extract(
        fold(word), list(written), scorer=JaroWinkler.similarity, limit=_SUGGESTED, score_cutoff=0.8
    )
    return tuple(written[folded] for folded, _, _ in nearest)


def _slips(asked: str, vocabulary: tuple[str, ...]) -> dict[str, int]:
    """The words that are a slip or two away, by how many; what follows in a compound is no slip."""
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    most = 1 if len(asked) < 7 else 2
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
    if not whole.startswith(part[:_PART]) and not whole.endswith(part):
        return False  # quicker than to look for the stem
    return whole.endswith(part) or (len(stem(part)) >= _PART and whole.startswith(stem(part)))


def _vocabulary(registry: Registry) -> tuple[str, ...]:
    """Every word that is written in an agreement, folded."""
    return vocabulary(passage.rough for passage in searchable(registry))


def vocabulary(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of folded texts, each once."""
    pieces: set[str] = set()
    for text in texts:
        pieces.update(text.split())
    return tuple(sorted({word for piece in pieces for word in _WORD.findall(piece)}))


def _written(registry: Registry) -> Mapping[str, str]:
    """The longer words of what agreements are called and whom they are for, folded, as they are written there."""
    found: dict[str, str] = {}
    for passage in searchable(registry):
        if passage.weight >= 5:
            for match in _WORD.finditer(passage.text.lower()):
                if match.end() - match.start() > 3:
                    found.setdefault(fold(match.group()), match.group())
    return found

"""Where a word stands in texts: with any Swedish ending, in compounds, with å, ä and ö however they are written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from vis_cli.facts.likeness import Likeness
from vis_cli.facts.stems import binds, compounding, fold, forms, stem

_SAME, _INFLECTED, _BEGINS, _INSIDE = 1.0, 0.95, 0.8, 0.7
_BARE_FOR_ACCENTED, _ACCENTED_FOR_BARE = 0.8, 0.97
"""`råd` finds `rad` with less weight; `rad` finds `råd` nearly as well as itself, for keyboards without å."""


class Passage(Protocol):
    """A text to look in."""

    @property
    def rough(self) -> str:
        """The same, folded: what is not in it is not in the text."""

    @property
    def text(self) -> str:
        """The words, on one line."""


@dataclass(frozen=True, slots=True)
class Hit:
    """How well a text answers a word, and where in it."""

    quality: float
    spans: tuple[tuple[int, int], ...]
    like: bool = False
    """Whether it only has something like the word."""


def direct(word: str, everywhere: Iterable[Passage]) -> Iterator[tuple[int, Hit]]:
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
            yield index, Hit(best, tuple(sorted(span for span, quality in found.items() if quality)))


def near(likeness: Likeness, everywhere: Iterable[Passage]) -> Iterator[tuple[int, Hit]]:
    """Where the words stand that are like one that stands nowhere."""
    for index, passage in enumerate(everywhere):
        if not any(word in passage.rough for word in likeness.words):
            continue
        folded = fold(passage.text)
        found = [(span, word) for word in likeness.words for span in _words_with(word, folded)]
        spans = {span for span, word in found if folded[slice(*span)] == word}
        if spans:
            yield index, Hit(likeness.quality, tuple(sorted(spans)), like=True)


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

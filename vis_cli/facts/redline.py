"""Two wordings and what is between them: the phrases that are struck and those that are added, never half a word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain
from typing import Literal

from vis_cli.facts.prose import END, Figure, Word, shown

MOST_STEPS = 3_000_000
"""So many pairs of equal words make it too dear to find which go together; then all is struck and added."""

LEAST_KEPT = 0.25
"""Where less of the words is kept, what is kept is chance: the whole is struck and added."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words. What is kept may be called differently on its two sides: `punkt 3.2` there, `4.1` here."""

    kind: Literal["kept", "struck", "added"]
    old: str
    new: str
    figure: Figure | None = None
    """Whether it is a figure and nothing else: a date, a period, an amount, a share, a number."""

    @property
    def text(self) -> str:
        """The words."""
        return self.new or self.old


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that took another's place; one side may be empty."""

    old: str
    new: str
    figure: Figure | None = None
    """Of which kind the two are, where both are one figure of the same kind."""


def redline(old: Sequence[Word], new: Sequence[Word]) -> tuple[Piece, ...]:
    """The pieces, in the order of reading; without those struck it is the new wording, without those added the old."""
    before, after = _split(_closed(old)), _split(_closed(new))
    steps: list[_Step] = []
    for kind, i, j, k, m in _opcodes([_keys(part) for part in before], [_keys(part) for part in after]):
        a, b = list(chain(*before[i:j])), list(chain(*after[k:m]))
        steps += [_Step(a, b, kept=True)] if kind == "equal" else _phrases(a, b)
    return tuple(_pieces(steps))


def phrases(pieces: Sequence[Piece]) -> Iterator[Phrase]:
    """What is replaced by what, what is only struck and what is only added, in their order."""
    struck: Piece | None = None
    for piece in pieces:
        if piece.kind == "added":
            same = struck.figure if struck and struck.figure == piece.figure else None
            yield Phrase(struck.old.strip() if struck else "", piece.new.strip(), same)
            struck = None
            continue
        if struck:
            yield Phrase(struck.old.strip(), "")
        struck = piece if piece.kind == "struck" else None
    if struck:
        yield Phrase(struck.old.strip(), "")


def inline(pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
    """(kind, text) of each, to be read in one line, with a space on either side of whatever is struck or added."""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        text = piece.text
        match piece.kind, following.kind if following else "":
            case "struck", "added":
                apart = True
            case "kept", "struck":
                apart = piece.old[-1:].isspace()
            case _:
                apart = False
        yield piece.kind, text if text[-1:].isspace() or not apart else f"{text} "


@dataclass(slots=True)
class _Step:
    """Words of the old and of the new; the same ones where they are kept."""

    old: list[Word]
    new: list[Word]
    kept: bool = False


def _phrases(old: list[Word], new: list[Word]) -> list[_Step]:
    """The steps from the one to the other within some paragraphs."""
    if not old or not new:
        return [_Step(old, new)]
    a, b = _keys(old), _keys(new)
    in_new = Counter(b)
    if sum(count * in_new[key] for key, count in Counter(a).items()) > MOST_STEPS:
        return [_Step(old, new)]
    steps = [_Step(old[i:j], new[k:m], kind == "equal") for kind, i, j, k, m in _opcodes(a, b)]
    kept = sum(_size(step.old) for step in steps if step.kept)
    if kept < LEAST_KEPT * max(_size(old), _size(new)):
        return [_Step(old, new)]
    return _joined(steps)


def _joined(steps: list[_Step]) -> list[_Step]:
    """Neighbouring changes as one, with what little is kept between them: a sign, or one word between long phrases."""
    found: list[_Step] = []
    for index, step in enumerate(steps):
        following = steps[index + 1] if index + 1 < len(steps) else None
        if step.kept and found and following and _island(step, found[-1], following):
            step = _Step(step.old, step.new)
        if found and not step.kept and not found[-1].kept:
            found[-1] = _Step(found[-1].old + step.old, found[-1].new + step.new)
        else:
            found.append(step)
    return found


def _island(kept: _Step, before: _Step, after: _Step) -> bool:
    if any(word.key in (END, ".", "!", "?") for word in kept.old):
        return False
    around = min(_size(side.old) + _size(side.new) for side in (before, after))
    return _size(kept.old) == 0 or (_size(kept.old) == 1 and around >= 4)


def _pieces(steps: Sequence[_Step]) -> Iterator[Piece]:
    kept_old: list[Word] = []
    kept_new: list[Word] = []
    for step in steps:
        if step.kept:
            kept_old += step.old
            kept_new += step.new
            continue
        if kept_new:
            yield Piece("kept", shown(kept_old), shown(kept_new))
            kept_old, kept_new = [], []
        if step.old:
            yield Piece("struck", shown(step.old), "", _figure(step.old))
        if step.new:
            yield Piece("added", "", shown(step.new), _figure(step.new))
    if kept_new:
        yield Piece("kept", shown(kept_old), shown(kept_new))


def _figure(words: Sequence[Word]) -> Figure | None:
    return words[0].figure if len(words) == 1 else None


def _size(words: Sequence[Word]) -> int:
    """How many words, signs aside."""
    return sum(word.key[0].isalnum() or word.key[0] == "#" for word in words)


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.key for word in words)


def _closed(words: Sequence[Word]) -> list[Word]:
    """The words, with nothing to be seen of the end of the last paragraph."""
    return [*words[:-1], Word(END, "")] if words and words[-1].key == END else list(words)


def _split(words: Sequence[Word]) -> list[list[Word]]:
    """Paragraph by paragraph."""
    found: list[list[Word]] = []
    for word in words:
        if not found or found[-1][-1].key == END:
            found.append([])
        found[-1].append(word)
    return found


def _opcodes(a: Sequence[object], b: Sequence[object]) -> Sequence[tuple[str, int, int, int, int]]:
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()

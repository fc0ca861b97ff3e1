"""Two texts of an agreement, clause by clause: what was added, removed, moved, renumbered, renamed, reworded.

What a clause is, its id says, and nothing else: a clause with another id is another clause, however alike. So a move
is never a guess. Only of sentences that are found again word for word is it said where they stand now, and of a part
that is gone, which new one is so like it that only its id may be another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from vis_cli.facts.clauses import numbers
from vis_cli.facts.order import moved
from vis_cli.facts.prose import Word, plain_words, sentences, words
from vis_cli.facts.redline import Piece, redline
from vis_cli.model.agreement import Agreement

Element = Literal["title", "section", "definition", "clause"]
ChangeType = Literal["added", "removed", "moved", "renumbered", "renamed", "reworded", "reformatted"]

SHORTEST = 5
"""A sentence with fewer words may be the same by chance."""
ALIKE = 85
"""So much of their signs, in hundredths, have parts in common of which one may be the other with another id."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the text and where it stands. Definitions have no number, clauses may have no name."""

    element: Element
    id: str
    number: str
    name: str
    section: str
    section_number: str
    text: str
    """In Markdown."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """So many sentences of a part that lost them stand word for word in a part that is new."""

    sentences: int
    target: Spot


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one part of the text. `pieces` is the redline of its heading or of its words."""

    type: ChangeType
    element: Element
    id: str
    before: Spot | None
    after: Spot | None
    pieces: tuple[Piece, ...] = ()
    reused: tuple[Reuse, ...] = ()
    alike: Spot | None = None
    """Of a part that is gone: the new part that says nearly the same."""

    @property
    def spot(self) -> Spot:
        """Where it stands now, or stood last."""
        found = self.after or self.before
        assert found
        return found


def compare(old: Agreement, new: Agreement) -> tuple[Change, ...]:
    """The changes from the one text to the other, in the order of the new one."""
    return tuple(_Comparison(_Text(old), _Text(new)).changes())


_Key = tuple[Element, str, int]
"""What a part is: its kind and its id; of several with one id, which is a fault, the one in that place."""


class _Text:
    """The parts of a text, by key, in order."""

    def __init__(self, agreement: Agreement) -> None:
        self.title = agreement.title
        self.numbers = numbers(agreement)
        self.parts: dict[_Key, Spot] = {}
        self.inside: dict[_Key, list[_Key]] = {}
        for index, section in enumerate(agreement.sections, 1):
            number = str(index)
            place = (section.id, number)
            key = self._add(Spot("section", section.id, number, section.heading, *place, section.text or ""))
            self.inside[key] = [
                *(self._add(Spot("definition", d.id, "", d.term, *place, d.meaning)) for d in section.definitions),
                *(
                    self._add(Spot("clause", c.id, f"{number}.{n}", c.heading or "", *place, c.text))
                    for n, c in enumerate(section.clauses, 1)
                ),
            ]

    def _add(self, spot: Spot) -> _Key:
        same = 0
        while (key := (spot.element, spot.id, same)) in self.parts:
            same += 1
        self.parts[key] = spot
        return key

    def words(self, spot: Spot) -> list[Word]:
        return words(spot.text, self._refer)

    def _refer(self, id: str, after_words: bool) -> str:
        """What a reference reads as. A term is not named again after words that stand for it."""
        number = self.numbers.get(id)
        if number is None:
            return f"#{id}"
        if number.kind == "definition":
            return "" if after_words else number.words
        return f"({number.words})" if after_words else number.words


class _Comparison:
    def __init__(self, old: _Text, new: _Text) -> None:
        self.old, self.new = old, new
        self.moved = self._moved()

    def changes(self) -> Iterator[Change]:
        if self.old.title != self.new.title:
            pieces = _plain_redline(self.old.title, self.new.title)
            yield Change("renamed", "title", "", _title(self.old), _title(self.new), pieces)
        for key in self._order():
            before, after = self.old.parts.get(key), self.new.parts.get(key)
            if before and after:
                yield from self._both(key, before, after)
            elif after:
                yield Change("added", after.element, after.id, None, after, redline([], self.new.words(after)))
            elif before:
                lost, like = self.old.words(before), self._alike(before)
                reused = tuple(item for item in self._reused(lost, []) if item.target is not like)
                yield Change("removed", before.element, before.id, before, None, redline(lost, []), reused, like)

    def _both(self, key: _Key, before: Spot, after: Spot) -> Iterator[Change]:
        element, id = after.element, after.id
        if key in self.moved:
            yield Change("moved", element, id, before, after)
        elif before.number != after.number:
            yield Change("renumbered", element, id, before, after)
        if before.name != after.name:
            yield Change("renamed", element, id, before, after, _plain_redline(before.name, after.name))
        if before.text != after.text:
            lost, won = self.old.words(before), self.new.words(after)
            pieces = redline(lost, won)
            if all(piece.kind == "kept" for piece in pieces):
                yield Change("reformatted", element, id, before, after)
            else:
                yield Change("reworded", element, id, before, after, pieces, self._reused(lost, won))

    def _moved(self) -> set[_Key]:
        """Parts that are in another section, and those in another order among the ones that are in both."""
        found = moved(list(self.old.inside), list(self.new.inside))
        for key, spot in self.new.parts.items():
            before = self.old.parts.get(key)
            if before and spot.element != "section" and before.section != spot.section:
                found.add(key)
        for section, parts in self.new.inside.items():
            others = self.old.inside.get(section, [])
            for element in ("definition", "clause"):
                found |= moved([k for k in others if k[0] == element], [k for k in parts if k[0] == element])
        return found

    def _order(self) -> list[_Key]:
        """Parts of the new text in its order, each removed one after what it stood behind."""
        place = {key: (index, 0) for index, key in enumerate(self.new.parts)}
        last = -1
        for index, key in enumerate(self.old.parts):
            if key in self.new.parts:
                last = place[key][0]
            else:
                place[key] = (last, index + 1)
        return sorted(place, key=lambda key: place[key])

    def _reused(self, lost: Sequence[Word], won: Sequence[Word]) -> tuple[Reuse, ...]:
        gone = {sentence for sentence in sentences(lost) if len(sentence.split()) >= SHORTEST} - set(sentences(won))
        found = ((len(gone & there), spot) for spot, there in self._added) if gone else ()
        return tuple(Reuse(count, spot) for count, spot in found if count)

    def _alike(self, gone: Spot) -> Spot | None:
        """The new part of the same kind that is most like one that is gone, if any is very like it."""
        from rapidfuzz.fuzz import ratio

        text = f"{gone.name} {gone.text}"
        needed = ALIKE if len(text.split()) >= SHORTEST else 100
        found = [(ratio(text, f"{spot.name} {spot.text}"), spot) for spot, _ in self._added]
        likely = [item for item in found if item[1].element == gone.element and item[0] >= needed]
        return max(likely, key=lambda item: item[0])[1] if likely else None

    @cached_property
    def _added(self) -> list[tuple[Spot, set[str]]]:
        """The new parts with their sentences."""
        fresh = (spot for key, spot in self.new.parts.items() if key not in self.old.parts)
        return [(spot, set(sentences(self.new.words(spot)))) for spot in fresh]


def _title(text: _Text) -> Spot:
    return Spot("title", "", "", text.title, "", "", "")


def _plain_redline(old: str, new: str) -> tuple[Piece, ...]:
    return redline(plain_words(old) if old else [], plain_words(new) if new else [])

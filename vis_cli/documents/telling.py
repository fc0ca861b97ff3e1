"""What a comparison is told with: the reader's language, names in place of ids, dates, and phrases in quotes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.diagnostics.wording import Translate, fill
from vis_cli.errors import N_
from vis_cli.facts.redline import Phrase, Piece, phrases
from vis_cli.model.values import When

MOST_PHRASES = 3
"""Of more changes than these in one place, only how many they are is told, and those of figures."""

MOST_WORDS = 15
"""A longer phrase is not quoted."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The language that is told in; `name` calls an id of a kind by its name, `day` is a date in words."""

    translate: Translate
    name: Callable[[str, str], str]
    day: Callable[[When], str]

    def say(self, template: str, **values: Any) -> str:
        """A template (marked with `N_`) with its values, in the language."""
        return fill(template, {name: " ".join(str(value).split()) for name, value in values.items()}, self.translate)

    def reworded(self, place: str, pieces: Sequence[Piece]) -> list[str]:
        """Sentences on what was struck and added in one place."""
        found = list(phrases(pieces))
        if len(found) == 1 and not any(piece.kind == "kept" and piece.text.strip() for piece in pieces):
            if _short(found[0]):
                return [self._phrase(place, found[0])]
            return [self.say(N_("{place} is worded anew."), place=place)]
        if len(found) <= MOST_PHRASES and all(map(_short, found)):
            return [self._phrase(place, phrase) for phrase in found]
        count = len(found)
        said = [
            self.say(N_("{place} is changed in {count} places."), place=place, count=count)
            if count > 1
            else self.say(N_("{place} is changed in one place."), place=place)
        ]
        return said + [self._phrase(place, phrase) for phrase in found if phrase.figure]

    def _phrase(self, place: str, phrase: Phrase) -> str:
        if not phrase.new:
            return self.say(N_("{place}: “{old}” is struck."), place=place, old=phrase.old)
        if not phrase.old:
            return self.say(N_("{place}: “{new}” is added."), place=place, new=phrase.new)
        old, new = phrase.old, phrase.new
        if old[-1] == new[-1] and old[-1] in ".;:,":
            old, new = old[:-1], new[:-1]
        return self.say(N_("{place}: “{old}” is replaced by “{new}”."), place=place, old=old, new=new)


def _short(phrase: Phrase) -> bool:
    return all(len(side.split()) <= MOST_WORDS for side in (phrase.old, phrase.new))


def within(place: str) -> str:
    """A place as it is called inside a sentence."""
    return place[:1].lower() + place[1:]

"""The changes of a text in sentences, place by place; what only follows from another change is not told again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from vis_cli.documents.telling import Telling, within
from vis_cli.errors import N_
from vis_cli.facts.comparison import Change, Spot


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of one place: whole sentences, and the changes that they tell of."""

    place: str
    """With its number before where it has another."""
    sentences: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def wording(self) -> Change | None:
        """The change that has the words struck and added, if there is one."""
        return next((item for item in self.changes if item.pieces and item.type != "renamed"), None)


def tell(changes: Sequence[Change], telling: Telling) -> list[Told]:
    """Sentences for all changes, in their order."""
    teller = _Teller(changes, telling)
    found = []
    for _, group in groupby(changes, key=lambda item: (item.element, item.id)):
        items = tuple(group)
        sentences = tuple(sentence for item in items for sentence in teller.sentences(item))
        if sentences or any(item.pieces for item in items):
            found.append(Told(teller.place_now(items[0]), sentences, items))
    return found


class _Teller:
    def __init__(self, changes: Sequence[Change], telling: Telling) -> None:
        self.say = telling.say
        self.telling = telling
        whole = [item for item in changes if item.element == "section" and item.type in ("added", "removed")]
        self.whole = {(item.type, item.id) for item in whole}
        self.inside = {
            (item.type, item.id): sum(
                other.type == item.type and other.element == "clause" and other.spot.section == item.id
                for other in changes
            )
            for item in whole
        }
        self.shifted = {
            item.id for item in changes if item.element == "section" and item.type in ("renumbered", "moved")
        }
        self.runs = dict(_runs([item for item in changes if item.type == "renumbered" and not self._follows(item)]))

    def sentences(self, change: Change) -> Iterator[str]:
        match change.type:
            case "added" | "removed":
                if change.element == "section" or (change.type, change.spot.section) not in self.whole:
                    yield self._whole(change)
                yield from self._alike(change)
                yield from self._reused(change)
            case "moved":
                yield self._moved(change)
            case "renumbered":
                yield from self._renumbered(change)
            case "renamed":
                yield self._renamed(change)
            case "reworded":
                yield from self.telling.reworded(self.place_now(change), change.pieces)
                yield from self._reused(change)
            case "reformatted":
                message = N_("{place} has the same words; only its form is changed: emphasis, lists or paragraphs.")
                yield self.say(message, place=self.place(change.spot))

    def place_now(self, change: Change) -> str:
        """The same, with its number before where it has another."""
        place = self.place(change.spot)
        if change.before and change.after and change.before.number != change.after.number:
            return self.say(N_("{place} (formerly {number})"), place=place, number=change.before.number)
        return place

    def place(self, spot: Spot) -> str:
        """What a part is called at the beginning of a sentence."""
        if spot.element == "title":
            return self.say(N_("The title"))
        if spot.element == "definition":
            return self.say(N_("The definition of “{name}”"), name=spot.name)
        if spot.element == "section":
            return self.say(N_("Section {number} {name}"), number=spot.number, name=spot.name)
        if not spot.name:
            return self.say(N_("Clause {number}"), number=spot.number)
        return self.say(N_("Clause {number} {name}"), number=spot.number, name=spot.name)

    def _whole(self, change: Change) -> str:
        place, count = self.place(change.spot), self.inside.get((change.type, change.id), 0)
        if change.type == "added":
            if count > 1:
                return self.say(N_("{place} has been added, with {count} clauses."), place=place, count=count)
            return self.say(N_("{place} has been added."), place=place)
        if count > 1:
            return self.say(N_("{place} is removed, with {count} clauses."), place=place, count=count)
        return self.say(N_("{place} is removed."), place=place)

    def _moved(self, change: Change) -> str:
        before, after = change.before, change.after
        assert before and after
        place = self.place(before)
        if change.element == "section":
            return self.say(N_("{place} has moved and is now section {number}."), place=place, number=after.number)
        if before.section == after.section:
            if not after.number:
                return self.say(N_("{place} has moved within section {new}."), place=place, new=after.section_number)
            message = N_("{place} has moved within the section and is now clause {number}.")
            return self.say(message, place=place, number=after.number)
        values = {"place": place, "old": before.section_number, "new": after.section_number, "number": after.number}
        if not after.number:
            return self.say(N_("{place} has moved from section {old} to section {new}."), **values)
        return self.say(
            N_("{place} has moved from section {old} to section {new} and is now clause {number}."), **values
        )

    def _renumbered(self, change: Change) -> Iterator[str]:
        assert change.before and change.after
        if change.element == "section":
            place, number = self.place(change.before), change.after.number
            yield self.say(N_("{place} is now section {number}."), place=place, number=number)
        elif change.id in self.runs and (last := self.runs[change.id]) is not change:
            assert last.before and last.after
            yield self.say(
                N_("Clauses {first}–{last} are now clauses {new_first}–{new_last}."),
                first=change.before.number,
                last=last.before.number,
                new_first=change.after.number,
                new_last=last.after.number,
            )
        elif change.id in self.runs:
            place, number = self.place(change.before), change.after.number
            yield self.say(N_("{place} is now clause {number}."), place=place, number=number)

    def _follows(self, change: Change) -> bool:
        """Whether a clause has another number only because its section has."""
        assert change.before and change.after
        before, after = (spot.number.rpartition(".")[2] for spot in (change.before, change.after))
        return change.element != "clause" or (change.spot.section in self.shifted and before == after)

    def _renamed(self, change: Change) -> str:
        assert change.before and change.after
        old, new = change.before.name, change.after.name
        if change.element == "title":
            return self.say(N_("The title is changed from “{old}” to “{new}”."), old=old, new=new)
        if change.element == "definition":
            return self.say(N_("The defined term “{old}” is now “{new}”."), old=old, new=new)
        template = N_("Section {number}") if change.element == "section" else N_("Clause {number}")
        place = self.say(template, number=change.after.number)
        if not old:
            return self.say(N_("{place} has been given the heading “{new}”."), place=place, new=new)
        if not new:
            return self.say(N_("{place} no longer has the heading “{old}”."), place=place, old=old)
        return self.say(N_("{place}: the heading “{old}” is now “{new}”."), place=place, old=old, new=new)

    def _alike(self, change: Change) -> Iterator[str]:
        """That a part may have been given another id: said as likely, since an id is all that a part is known by."""
        if change.alike:
            new = within(self.place(change.alike))
            message = N_("Nearly the same stands in {new}: the id seems to have changed from `{old_id}` to `{id}`.")
            if change.alike.text == change.spot.text:
                message = N_("The same stands in {new}: the id seems to have changed from `{old_id}` to `{id}`.")
            yield self.say(message, new=new, old_id=change.id, id=change.alike.id)

    def _reused(self, change: Change) -> Iterator[str]:
        for reuse in change.reused:
            old, new = within(self.place(change.before or change.spot)), within(self.place(reuse.target))
            if reuse.sentences == 1:
                yield self.say(
                    N_("One sentence of {old} stands word for word in {new}, which has been added."), old=old, new=new
                )
            else:
                message = N_("{count} sentences of {old} stand word for word in {new}, which has been added.")
                yield self.say(message, count=reuse.sentences, old=old, new=new)


def _runs(changes: Sequence[Change]) -> Iterator[tuple[str, Change]]:
    """(id of the first, the last) of clauses that follow one another and are shifted alike."""
    first: Change | None = None
    last: Change | None = None
    for change in changes:
        if first and last and _next(last, change):
            last = change
            continue
        if first and last:
            yield first.id, last
        first = last = change
    if first and last:
        yield first.id, last


def _next(last: Change, change: Change) -> bool:
    pairs = ((last.before, change.before), (last.after, change.after))
    return all(a and b and _place(b) == (_place(a)[0], _place(a)[1] + 1) for a, b in pairs)


def _place(spot: Spot) -> tuple[str, int]:
    section, _dot, number = spot.number.rpartition(".")
    return section, int(number)

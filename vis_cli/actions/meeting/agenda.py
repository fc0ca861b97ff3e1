"""An agenda as it is being changed: the meeting's text and its items, always of one mind, and the numbers right."""

import re
from typing import Any

from vis_cli.actions.meeting.texts import used_ids
from vis_cli.actions.step import Forbidden, order, plain, with_item_in
from vis_cli.errors import N_, Word
from vis_cli.facts.agenda import numbers, place, standing
from vis_cli.facts.meetings import HELD
from vis_cli.facts.spelling import words
from vis_cli.model.item import Item
from vis_cli.model.meeting import Dropped, Meeting
from vis_cli.registry import Registry
from vis_cli.source.edit import add_key, insert_item, move_item, remove, set_value
from vis_cli.source.proof import data_of

_LONGEST_ID = 50


class Agenda:
    """The agenda of a meeting that is still to come. Raises Forbidden where it is not."""

    def __init__(self, registry: Registry, meeting: Meeting, text: str) -> None:
        if meeting.status in HELD or meeting.status == "cancelled":
            raise Forbidden(
                N_("the meeting has the status {status}, so its agenda is no longer changed"),
                hint=N_("what was said and decided is written in the file of the meeting, `{id}`"),
                status=Word(meeting.status),
                id=meeting.id,
            )
        self.meeting = meeting
        self.text = text
        self.items = list(meeting.items)
        self._order = standing(registry, meeting)
        self._taken = used_ids(meeting)

    def add(self, item: Item, at: int | None = None) -> str:
        """One more item, before the one at an index, or where one of its type belongs. The id that it got."""
        index = place(self._order, self.items, item.type, item.heading) if at is None else at
        numbered = not self.items or any(other.number is not None for other in self.items)
        item = item.model_copy(update={"id": self._id(item.heading), "number": index + 1 if numbered else None})
        if "items" in self._keys():
            self.text = insert_item(self.text, ("items",), index, plain(item))
        else:
            self.text = with_item_in(self.text, Meeting, (), "items", item)
        self.items.insert(index, item)
        return item.id

    def move(self, index: int, to: int) -> None:
        """An item to another place; `to` is its index afterwards."""
        self.text = move_item(self.text, ("items",), index, to)
        self.items.insert(to, self.items.pop(index))

    def drop(self, index: int, reason: str) -> Item:
        """Take an item off; what follows from something is kept under `dropped`, so that it does not come again."""
        item = self.items.pop(index)
        self.text = remove(self.text, ("items", index) if self.items else ("items",))
        if item.origin:
            dropped = Dropped(id=item.id, heading=item.heading, origin=item.origin, reason=reason)
            self.text = with_item_in(self.text, Meeting, (), "dropped", dropped)
        return item

    def number(self) -> None:
        """Give the items the numbers 1, 2, 3; only those that change are written."""
        for index, number in numbers(self.items):
            if self.items[index].number is None:
                keys = order(Meeting, ("items", index))
                self.text = add_key(self.text, ("items", index), "number", number, order=keys)
            else:
                self.text = set_value(self.text, ("items", index, "number"), number)
            self.items[index] = self.items[index].model_copy(update={"number": number})

    def note_chair(self, person: str, capacity: str) -> None:
        """Who is to chair: in a row of the attendance that says nothing of whether the person came."""
        rows = [item.person for item in self.meeting.attendance]
        if person in rows:
            route = ("attendance", rows.index(person))
            self.text = add_key(self.text, route, "role", "chair", order=order(Meeting, route))
            return
        row: dict[str, Any] = {"person": person, "capacity": capacity, "role": "chair"}
        if "attendance" in self._keys():
            self.text = insert_item(self.text, ("attendance",), None, row)
        else:
            self.text = add_key(self.text, (), "attendance", [row], order=order(Meeting, ()))

    def _keys(self) -> set[str]:
        return set(data_of(self.text))

    def _id(self, heading: str) -> str:
        """An id for an item, of the words of its heading, that nothing of the meeting has."""
        found = ""
        for word in (re.sub("[^a-z0-9]", "", each) for each in words(heading)):
            longer = f"{found}-{word}" if found and word else found or word
            if len(longer) > _LONGEST_ID:
                found = found.rstrip("-0123456789")  # a date that was cut in two
                break
            found = longer
        base = found or "punkt"
        id, count = base, 1
        while id in self._taken:
            count += 1
            id = f"{base}-{count}"
        self._taken.add(id)
        return id

"""The account of a fund: received, decided, used, reported, paid back; what is left, and what lacks its ground. (P-55)

A use is without a decision only where no decision can be for it: one that names neither portion nor purpose may be for
any, and one for a portion covers what is a part of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vis_cli.facts.allocation import allocation, whole
from vis_cli.facts.fund_decision import decided
from vis_cli.facts.kronor import NOTHING, Sum, certainly_more, total
from vis_cli.model.fund import Entry, EntryType, Fund
from vis_cli.registry import Registry

TYPES: tuple[EntryType, ...] = ("received", "decided", "used", "reported", "returned")


@dataclass(frozen=True, slots=True)
class Row:
    """What is entered of one portion, of one purpose in it, or of the whole fund."""

    portion: str | None
    purpose: str | None
    depth: int
    received: Sum
    decided: Sum | None
    """None where nothing says what was decided."""
    used: Sum
    reported: Sum
    returned: Sum
    left: Sum | None
    """What was decided, and neither used nor paid back; of the whole fund, what was received. None where that is not
    known."""
    undecided: Sum | None
    """What was certainly used without a decision."""
    unused: Sum | None
    """What was certainly reported without having been used."""

    @property
    def unreported(self) -> Sum:
        """What was used, and is not reported yet."""
        return self.used - self.reported


@dataclass(frozen=True, slots=True)
class Account:
    """The account: a row for each portion and each purpose in it, and the whole."""

    rows: tuple[Row, ...]
    whole: Row
    entries: tuple[Entry, ...]
    """The lines, by day; those of one day in the order of the file."""

    def told(self, row: Row) -> dict[str, Sum | None]:
        """The sums of a row by their names; None where nothing at all is entered, since nobody knows then."""
        entered = {entry.type for entry in self.entries} | {"decided", "left"}
        return {name: getattr(row, name) if name in entered else None for name in (*TYPES, "left")}

    @property
    def groundless(self) -> tuple[Row, ...]:
        """The rows with a use without a decision, or a report without use; the whole only where no row tells of it."""
        found = [row for row in self.rows if row.undecided or row.unused]
        told = (any(row.undecided for row in found), any(row.unused for row in found))
        whole = replace(
            self.whole,
            undecided=None if told[0] else self.whole.undecided,
            unused=None if told[1] else self.whole.unused,
        )
        return (*found, whole) if whole.undecided or whole.unused else tuple(found)

    def is_whole(self, row: Row) -> bool:
        """Whether a row is that of the whole fund."""
        return row not in self.rows


def account(registry: Registry, fund: Fund) -> Account:
    """The account as it is now."""
    found = _Accounting(registry, fund)
    return Account(tuple(found.rows()), found.whole(), tuple(sorted(fund.account, key=lambda item: item.date)))


def line_up(fund: Fund, portion: str) -> list[str]:
    """A portion, the one that it is a part of, and so on up."""
    above = {item.id: item.of for item in fund.portions}
    found = [portion]
    while (of := above.get(found[-1])) and of not in found:
        found.append(of)
    return found


def within(fund: Fund, entry: Entry, portion: str | None) -> bool:
    """Whether a line is of a portion, or of a part of it at any depth; without one, whether it names none."""
    if portion is None or entry.portion is None:
        return portion == entry.portion
    return portion in line_up(fund, entry.portion)


class _Accounting:
    def __init__(self, registry: Registry, fund: Fund) -> None:
        self.fund = fund
        self.parts = [item.id for item in fund.portions]
        self.settled = decided(registry, fund).is_decided
        self.allocated = allocation(registry, fund)

    def rows(self) -> Iterator[Row]:
        for portion in (*(item.id for item in self.fund.portions), None):
            own = [entry for entry in self.fund.account if entry.portion == portion]
            if portion is None and not own:
                continue
            yield self.row(portion, None, own, 0)
            for purpose in self.purposes(own):
                yield self.row(portion, purpose, [entry for entry in own if entry.purpose == purpose], 1)

    def whole(self) -> Row:
        row = self.row(None, None, list(self.fund.account), 0, every=True)
        left = row.received - row.used - row.returned if self.has("received") else row.left
        return replace(row, left=left)

    def row(self, portion: str | None, purpose: str | None, own: list[Entry], depth: int, every: bool = False) -> Row:
        sums = {type: total(entry.money for entry in own if entry.type == type) for type in TYPES}
        known = self.decided(portion, own, every) if purpose is None else (sums["decided"] if _some(own) else None)
        parts = [entry for entry in self.fund.account if within(self.fund, entry, portion)]
        spent = own if purpose or portion is None else parts
        left = known - _of("used", spent) - _of("returned", spent) if known else None
        undecided = self.excess("used", "decided", portion, purpose, every)
        unused = self.excess("reported", "used", portion, purpose, every)
        return Row(
            *(portion, purpose, depth, sums["received"], known, sums["used"], sums["reported"], sums["returned"]),
            *(left, undecided, unused),
        )

    def decided(self, portion: str | None, own: list[Entry], every: bool) -> Sum | None:
        """What was decided to use: by the entries, or else by the allocation, where that is decided."""
        if _some(own):
            return total(entry.money for entry in own if entry.type == "decided")
        if not self.settled or self.has("decided"):
            return None
        if every:
            return whole(self.fund)
        line = self.allocated.of(portion) if portion else None
        return line.money if line else None

    def excess(
        self, what: EntryType, by: EntryType, portion: str | None, purpose: str | None, every: bool
    ) -> Sum | None:
        """How much of what is entered has certainly no ground in the entries that can be for it.

        Of a portion with parts: what is more than the parts tell by themselves.
        """
        found = self.lacking(what, by, portion, purpose, every)
        if found is None or portion is None or purpose:
            return found
        up = line_up(self.fund, portion)
        below = [id for id in self.parts if portion in line_up(self.fund, id) and id not in up]
        told = total(item for id in below if (item := self.excess(what, by, id, None, every=False)))
        if told == NOTHING:
            return found
        return found - told if found.exact and told.exact and found.kronor > told.kronor else None

    def lacking(
        self, what: EntryType, by: EntryType, portion: str | None, purpose: str | None, every: bool
    ) -> Sum | None:
        """The same with all that the parts of a portion tell."""
        own = [
            entry
            for entry in self.fund.account
            if every or (within(self.fund, entry, portion) if purpose is None else entry.portion == portion)
        ]
        came = _of(what, [entry for entry in own if purpose is None or entry.purpose == purpose])
        if came == NOTHING:
            return None
        ground = total(
            entry.money
            for entry in self.fund.account
            if entry.type == by
            and (every or self.on_one_line(entry.portion, portion))
            and (purpose is None or entry.purpose in (None, purpose))
        )
        if by == "decided" and not self.has("decided") and self.settled:
            line = self.allocated.of(portion) if portion else None
            granted = line.money if line else whole(self.fund)
            if granted is None:
                return None
            ground = granted
        return came - ground if certainly_more(came, ground) else None

    def on_one_line(self, one: str | None, other: str | None) -> bool:
        """Whether one portion is the other, or a part of it at any depth; what names none may be for any."""
        return one is None or other is None or (other in line_up(self.fund, one) or one in line_up(self.fund, other))

    def has(self, type: EntryType) -> bool:
        return any(entry.type == type for entry in self.fund.account)

    def purposes(self, own: list[Entry]) -> list[str]:
        named = {entry.purpose for entry in own if entry.purpose}
        order = [item.id for item in self.fund.purposes]
        return sorted(named, key=lambda id: (id not in order, order.index(id) if id in order else 0, id))


def _of(type: EntryType, lines: list[Entry]) -> Sum:
    return total(entry.money for entry in lines if entry.type == type)


def _some(own: list[Entry]) -> bool:
    return any(entry.type == "decided" for entry in own)

"""What a change does to money: what each receiver gets, whether it is decided, what was entered in the account."""

from collections.abc import Iterator

from vis_cli.errors import Word
from vis_cli.facts.allocation import Left, allocation
from vis_cli.facts.effect import Altered, Change, Effect
from vis_cli.facts.fund_decision import decided
from vis_cli.facts.fund_names import receivers
from vis_cli.facts.kronor import Sum
from vis_cli.model.fund import Fund, Portion
from vis_cli.registry import Record, Registry


def funds(change: Change) -> Iterator[Effect]:
    """Fund by fund; also one that is not changed itself, where its figures follow from what is."""
    for record in change.after.all(Fund):
        old = change.before.get(Fund, record.id)
        if old is None:
            if record in change.all_added:
                values = {"total": _money(record.entity), "shares": _shares(change.after, record)}
                yield Effect("money", "fund-new", record, values, tells=(record,))
            continue
        altered = next((item for item in change.altered(Fund) if item.after is record), None)
        yield from _allocation(change, old, record, altered)
        yield from _decision(change, old, record, altered)
        if altered:
            yield from _entries(change, altered)


def _money(fund: Fund) -> Sum | None:
    return Sum(fund.total.kronor, fund.total.qualifier) if fund.total else None


Shares = tuple[tuple[str, str, Sum], ...]


def _shares(registry: Registry, record: Record[Fund]) -> Shares:
    """(portion, receiver, money) of everything that can be said."""
    found: dict[tuple[str, str], Sum] = {}
    for line in allocation(registry, record.entity).lines:
        if isinstance(line, Left):
            continue
        for share in line.shares:
            if share.money:
                who = ", ".join(receivers(registry, share.to, share.side))
                found[line.portion.text, who] = share.money
        if not line.shares and line.money:
            found[line.portion.text, ""] = line.money
    return tuple((portion, to, money) for (portion, to), money in found.items())


def _allocation(
    change: Change, old: Record[Fund], new: Record[Fund], altered: Altered[Fund] | None
) -> Iterator[Effect]:
    was = {(portion, to): money for portion, to, money in _shares(change.before, old)}
    now = {(portion, to): money for portion, to, money in _shares(change.after, new)}
    moved = tuple((*key, was.get(key), now.get(key)) for key in {**was, **now} if was.get(key) != now.get(key))
    if not moved:
        return
    portions = {portion for portion, *_ in moved}
    told = altered.at("portions", "kronor") if altered else ()
    told = tuple(item for item in told if isinstance(own := item.within[0], Portion) and own.text in portions)
    touches: tuple[Effect, ...] = ()
    made = decided(change.after, new.entity)
    if made.is_decided and made.meeting and decided(change.before, old.entity).is_decided:
        meeting = made.meeting.entity
        values = {"group": change.name(meeting.group, "group"), "date": meeting.date}
        touches = (Effect("money", "allocation-decided", new, values),)
    yield Effect("money", "allocation", new, {"moved": moved}, touches, told)


def _decision(change: Change, old: Record[Fund], new: Record[Fund], altered: Altered[Fund] | None) -> Iterator[Effect]:
    was, now = decided(change.before, old.entity), decided(change.after, new.entity)
    if was.is_decided == now.is_decided:
        return
    meeting = now.meeting or was.meeting
    values = {
        "group": change.name(meeting.entity.group, "group") if meeting else "",
        "date": meeting.entity.date if meeting else None,
    }
    kind = "fund-decided" if now.is_decided else "fund-undecided"
    yield Effect("money", kind, new, values, tells=altered.at("decided") if altered else ())


def _entries(change: Change, altered: Altered[Fund]) -> Iterator[Effect]:
    for item in altered.at("account"):
        if item.type != "added":
            continue
        own = item.after
        values = {
            "type": Word(own.type),
            "money": Sum(own.money.kronor, own.money.qualifier),
            "date": own.date,
            "by": change.name(own.by),
            "text": own.text or "",
        }
        yield Effect("money", f"entry-{own.type}", altered.after, values, tells=(item,))

"""Another allocation, tried without being written: what it would give, beside what holds now. (P-53, 003:36)"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vis_cli.errors import N_, Failure, Word
from vis_cli.facts.allocation import Allocation, Line, Share, Unknown, allocation, municipalities
from vis_cli.facts.kronor import Sum
from vis_cli.model.fund import AllocationRule, Fund, Money, Portion
from vis_cli.model.fund import Share as Stated
from vis_cli.model.values import Side
from vis_cli.registry import Registry


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried; by portion, or by the side whose part has no portion of its own yet."""

    total: Sum | None = None
    fixed: Mapping[str, int] = field(default_factory=dict)
    rules: Mapping[str, AllocationRule] = field(default_factory=dict)
    shares: Mapping[str, tuple[Stated, ...]] = field(default_factory=dict)
    figure: str | None = None
    together: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self != Trial()


@dataclass(frozen=True, slots=True)
class Compared:
    """A portion, or what one receiver gets of it: now, and as tried. `of` are the receivers."""

    portion: Portion
    depth: int
    of: tuple[str, ...]
    side: Side | None
    now: Sum | None
    then: Sum | None
    why_now: Unknown | None = None
    why_then: Unknown | None = None
    joined: bool = False
    """Whether what it gets is kept together with what others get, and is counted there."""
    alone: Sum | None = None
    """For what is kept together: what it would get by itself."""

    @property
    def is_portion(self) -> bool:
        """Whether it is the portion itself."""
        return not self.of and self.side is None

    @property
    def difference(self) -> Sum | None:
        """How much more it is as tried; below nothing, how much less."""
        return difference(self.now, self.then) if self.now and self.then else None


def difference(now: Sum, then: Sum) -> Sum:
    """How much more it is; nothing where the same is known of both."""
    return Sum(0) if now == then else then - now


def tried(registry: Registry, fund: Fund, trial: Trial) -> Fund:
    """The fund as it is tried. Raises Failure where there is no such portion, or nothing to keep together."""
    own = _with_sides(registry, fund, (*trial.fixed, *trial.rules, *trial.shares))
    portions = tuple(_portion(item, trial) for item in own.portions)
    if trial.together:
        portions = tuple(_joined(registry, own, item, trial.together) for item in portions)
        if not any(item.together == trial.together for item in portions):
            raise Failure(
                N_("no portion is divided among all of them, so there is nothing to keep together"),
                hint=N_("try it with a portion by the rule {rule}: `--rule PORTION=per-inhabitant`"),
                rule=Word("per-inhabitant"),
            )
    update: dict[str, object] = {"portions": portions}
    if trial.total:
        update["total"] = Money(kronor=trial.total.kronor, qualifier=trial.total.qualifier)
    return own.model_copy(update=update)


def apart(fund: Fund) -> Fund:
    """The same with nobody's parts kept together."""
    portions = tuple(item.model_copy(update={"together": ()}) for item in fund.portions)
    return fund.model_copy(update={"portions": portions})


def comparison(registry: Registry, now: Fund, then: Fund) -> tuple[Compared, ...]:
    """Row by row; who is kept together with others as tried stands below them with what it would get by itself."""
    return compare(*(allocation(registry, fund) for fund in (now, then, apart(then))))


def compare(now: Allocation, then: Allocation, alone: Allocation) -> tuple[Compared, ...]:
    """The same of what they come to."""
    before = {line.portion.id: line for line in now.portions}
    rows: list[Compared] = []
    for line in then.portions:
        old = before.pop(line.portion.id, None)
        rows.append(
            Compared(
                *(line.portion, line.depth, (), None),
                now=old.money if old else None,
                then=line.money,
                why_now=old.unknown if old else None,
                why_then=line.unknown,
            )
        )
        rows += _shares(line, old, alone.of(line.portion.id) or line)
    for old in before.values():
        rows.append(Compared(old.portion, old.depth, (), None, old.money, None, why_now=old.unknown))
    return tuple(rows)


def _shares(line: Line, old: Line | None, alone: Line) -> Iterator[Compared]:
    by_itself = {share.to[0]: share.money for share in alone.shares if len(share.to) == 1}
    were = {_key(share): share for share in old.shares} if old else {}
    single = {share.to[0]: share for share in were.values() if len(share.to) == 1}
    for share in line.shares:
        same = were.pop(_key(share), None)
        parts = [single[id] for id in share.to if id in single] if same is None else [same]
        sums = [part.money for part in parts if part.money]
        now = sum(sums[1:], sums[0]) if sums and len(sums) == len(parts) else None
        yield Compared(line.portion, line.depth + 1, share.to, share.side, now, share.money)
        if len(share.to) > 1 and same is None:
            for id in share.to:
                part = were.pop(_key(single[id]), None) if id in single else None
                before = part.money if part else None
                yield Compared(
                    *(line.portion, line.depth + 2, (id,), None, before, None), joined=True, alone=by_itself.get(id)
                )
    for share in were.values():
        yield Compared(line.portion, line.depth + 1, share.to, share.side, share.money, None)


def _key(share: Share) -> tuple[tuple[str, ...], Side | None]:
    return share.to, None if share.to else share.side


def _with_sides(registry: Registry, fund: Fund, named: tuple[str, ...]) -> Fund:
    """The fund with a portion for each side that is named and whose part has none yet. Raises Failure."""
    ids = [item.id for item in fund.portions]
    for name in dict.fromkeys(named):
        if name in ids:
            continue
        parts = [
            (line.portion, share)
            for line in allocation(registry, fund).portions
            for share in line.shares
            if share.side == name
        ]
        if len(parts) != 1:
            raise Failure(
                N_("`{fund}` has no portion `{id}`"),
                hint=N_("it has {portions}") if ids else N_("`vis fund portion` adds one"),
                fund=fund.id,
                id=name,
                portions=", ".join(f"`{id}`" for id in ids),
            )
        above, share = parts[0]
        side: Side | None = share.side
        added = Portion(id=name, text=_PARTS[name], of=above.id, side=side, rule="rest")
        fund = fund.model_copy(update={"portions": (*fund.portions, added)})
    return fund


_PARTS = {
    "region": "Regionens del",
    "municipality": "Kommunernas del",
    "joint": "Gemensam del",
    "external": "Övrig del",
}


def _portion(item: Portion, trial: Trial) -> Portion:
    update: dict[str, object] = {}
    if item.id in trial.rules:
        rule = trial.rules[item.id]
        update = {"rule": rule, "kronor": item.kronor if rule == "fixed" else None}
    if item.id in trial.shares:
        update = {"rule": "shares", "shares": trial.shares[item.id], "kronor": None}
    if item.id in trial.fixed:
        update |= {"kronor": trial.fixed[item.id]}
        if update.get("rule", item.rule) == "rest":
            update["rule"] = "fixed"
    rule = update.get("rule", item.rule)  # type: ignore[assignment]
    if rule == "per-inhabitant" and trial.figure:
        update["figure"] = trial.figure
    return item.model_copy(update=update) if update else item


def _joined(registry: Registry, fund: Fund, item: Portion, ids: tuple[str, ...]) -> Portion:
    if item.rule == "per-inhabitant":
        there = item.among or municipalities(registry, fund)
    elif item.rule == "equal":
        there = item.among
    else:
        there = tuple(share.to for share in item.shares if share.to) if item.rule == "shares" else ()
    return item.model_copy(update={"together": ids}) if set(ids) <= set(there) else item

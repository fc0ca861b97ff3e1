"""The options of `vis fund allocate` as an allocation to try."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, get_args

from vis_cli.cli import amounts
from vis_cli.cli.fund import named, words
from vis_cli.cli.meant import choice
from vis_cli.errors import N_, Failure
from vis_cli.facts.allocation import allocation
from vis_cli.facts.allocation_tried import Trial
from vis_cli.facts.allocation_tried import tried as as_tried
from vis_cli.model.fund import AllocationRule, Share
from vis_cli.model.values import Side

if TYPE_CHECKING:
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Registry

Given = Sequence[str] | None
_SIDES: dict[Side, tuple[str, ...]] = {
    "region": ("regions",),
    "municipality": ("municipalities", "kommuner", "kommunerna"),
    "joint": (),
    "external": (),
}


def trial(
    registry: "Registry",
    fund: "Fund",
    *,
    total: str | None,
    fixed: Given,
    rules: Given,
    shares: Given,
    figure: str | None,
    pooled: Given,
) -> Trial:
    """What is to be tried. Raises Failure."""
    from vis_cli.cli.meant import the_one

    every: tuple[AllocationRule, ...] = get_args(AllocationRule)
    return Trial(
        total=amounts.read(total) if total else None,
        fixed={portion(fund, key): kronor(value) for key, value in _pairs("--fixed", fixed)},
        rules={portion(fund, key): choice(value, every, N_("rule")) for key, value in _pairs("--rule", rules)},
        shares={portion(fund, key): tuple(stated(registry, value)) for key, value in _pairs("--shares", shares)},
        figure=the_one(registry, figure, "figure").id if figure else None,
        together=named.actors(registry, pooled or ()),
    )


def tried(registry: "Registry", fund: "Fund", trial: Trial) -> "Fund":
    """The fund as tried. Raises Failure with the reason where what was asked for cannot be reckoned."""
    made = as_tried(registry, fund, trial)
    asked = {*trial.fixed, *trial.rules, *trial.shares}
    for line in allocation(registry, made).portions:
        mine = (
            line.portion.id in asked
            or (trial.together and line.portion.together == trial.together)
            or (trial.figure and line.portion.figure == trial.figure)
        )
        if mine and line.unknown and line.unknown.reason != "no-total":
            raise Failure(
                N_("`{portion}` cannot be reckoned: {reason}"),
                hint=N_("`--figure` names a figure of the register with the inhabitants, its date and its source")
                if line.unknown.reason == "no-figure"
                else "",
                portion=line.portion.id,
                reason=words.reason(registry, made, line.unknown),
            )
    return made


def kronor(given: str) -> int:
    """An exact amount. Raises Failure."""
    found = amounts.read(given)
    if not found.exact:
        raise Failure(N_("a fixed amount is exact, and this is not: {given}"), given=given)
    return found.kronor


def portion(fund: "Fund", given: str) -> str:
    """A portion, or a side whose part is meant. Raises Failure."""
    try:
        return named.portion(fund, given)
    except Failure:
        try:
            return side(given)
        except Failure:
            pass
        raise


def side(given: str) -> Side:
    """A side, in English or Swedish. Raises Failure."""
    return choice(given, _SIDES, N_("side"))


def stated(registry: "Registry", given: str) -> Iterator[Share]:
    """`municipality:60,region:40`. Raises Failure."""
    for part in given.split(","):
        who, colon, percent = part.rpartition(":")
        number = percent.strip().removesuffix("%").strip()
        if not colon or not number.isdecimal() or int(number) > 100:
            raise Failure(
                N_("`{given}` is no share"), hint=N_("write it as “municipality:60,region:40”"), given=part.strip()
            )
        try:
            yield Share(side=side(who.strip()), percent=int(number))
        except Failure:
            yield Share(to=named.actor(registry, who.strip()), percent=int(number))


def _pairs(option: str, given: Given) -> Iterator[tuple[str, str]]:
    for text in given or ():
        key, equals, value = text.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise Failure(N_("{option} is written as PORTION=…, and this is `{given}`"), option=option, given=text)
        yield key.strip(), value.strip()

"""Funds are divided to the krona: the parts are the whole, and a bound stays a bound."""

import random
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vis_cli.facts.allocation import Allocation, Left, allocation
from vis_cli.facts.kronor import Sum
from vis_cli.facts.largest_remainder import divided, shares
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry, load
from vis_cli.source.tree import MemoryTree

TOWNS = ("angsby", "exempelby", "provkoping", "testvik")
WEIGHTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=30).filter(any)
VIS = "id: vis\nname: Prov\nshort_name: P\ncounty: Provlän\n"


def registry(inhabitants: dict[str, int] | None = None, qualifier: str = "exact") -> Registry:
    """A county of four municipalities, perhaps with a figure of who lives where."""
    organisations = "prov:\n  name: Provregionen\n  type: principal\n  side: region\n"
    organisations += "".join(f"{id}:\n  name: {id}\n  type: principal\n  side: municipality\n" for id in TOWNS)
    files = {"registry/vis.yaml": VIS, "registry/organisations.yaml": organisations}
    if inhabitants is not None:
        values = "".join(f"  - organisation: {id}\n    value: {n}\n" for id, n in inhabitants.items())
        files["registry/figures/folk.yaml"] = (
            f"id: folk\ntitle: Folkmängd\nunit: invånare\nas_of: 2030-12-31\nqualifier: {qualifier}\nvalues:\n{values}"
        )
    return load(MemoryTree(files)).registry


def fund(total: int | None, *portions: str, qualifier: str = "exact") -> Fund:
    """A fund; a portion is `id rule`, with `kronor=`, `of=`, `side=`, `figure=` and `shares=` after it."""
    return Fund.model_validate(
        {
            "id": "medel",
            "name": "Medel",
            "type": "grant",
            "total": None if total is None else {"kronor": total, "qualifier": qualifier},
            "portions": [portion(text) for text in portions],
        }
    )


def portion(text: str) -> dict[str, object]:
    id, rule, *more = text.split()
    found: dict[str, object] = {"id": id, "text": id, "rule": rule}
    for name, value in (item.split("=") for item in more):
        if name == "kronor":
            found[name] = int(value)
        elif name == "shares":
            parts = [part.split(":") for part in value.split(",")]
            found[name] = [{"side": side, "percent": int(percent)} for side, percent in parts]
        elif name in ("among", "together"):
            found[name] = value.split(",")
        else:
            found[name] = value
    return found


def sums(found: Allocation, id: str) -> list[int | None]:
    """What each gets of a portion."""
    line = found.of(id)
    assert line is not None
    return [share.money.kronor if share.money else None for share in line.shares]


@given(st.integers(0, 10**12), WEIGHTS)
def test_the_parts_are_the_whole_and_nobody_is_a_krona_from_what_is_exact(whole: int, weights: list[int]) -> None:
    parts = divided(whole, weights)
    assert sum(parts) == whole
    assert all(abs(part - exact) < 1 for part, exact in zip(parts, shares(whole, weights), strict=True))


@given(st.integers(0, 10**9), WEIGHTS)
def test_who_weighs_more_gets_no_less(whole: int, weights: list[int]) -> None:
    parts = divided(whole, weights)
    ordered = sorted(zip(weights, parts, strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(ordered) if one[0] < other[0])


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**7), min_size=2, max_size=20, unique=True), st.randoms())
def test_the_order_does_not_matter_where_no_remainders_are_equal(
    whole: int, weights: list[int], rng: random.Random
) -> None:
    remainders = [exact - int(exact) for exact in shares(whole, weights)]
    mixed = list(weights)
    rng.shuffle(mixed)
    if len(set(remainders)) == len(remainders):
        before = dict(zip(weights, divided(whole, weights), strict=True))
        assert before == dict(zip(mixed, divided(whole, mixed), strict=True))


def test_of_equal_remainders_the_first_gets_the_krona() -> None:
    assert divided(10, [1, 1, 1]) == [4, 3, 3]
    assert divided(0, [0, 5]) == [0, 0]
    for wrong in ([], [0, 0]):
        with pytest.raises(ValueError, match=r"\["):
            divided(1, wrong)


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.permutations(TOWNS))
def test_all_that_is_allocated_is_the_total_whatever_the_order_of_the_portions(
    total: int, joint: int, among: list[str]
) -> None:
    joint = min(joint, total)
    folk = {id: 100 + 7 * i for i, id in enumerate(TOWNS)}
    portions = [
        f"joint fixed kronor={joint}",
        "sides equal",
        f"towns per-inhabitant of=sides side=municipality figure=folk among={','.join(among)}",
    ]
    found = allocation(registry(folk), fund(total, *portions))
    other = allocation(registry(folk), fund(total, *reversed(portions)))
    region, towns = sums(found, "sides")
    assert region is not None and towns is not None
    assert joint + region + towns == total
    assert sum(part or 0 for part in sums(found, "towns")) == towns
    assert {line.portion.id: line.shares for line in found.portions} == {
        line.portion.id: line.shares for line in other.portions
    }


def test_the_allocation_of_a_grant_that_is_only_known_to_be_more_is_a_lower_bound() -> None:
    found = allocation(registry(), fund(81_000_000, "joint fixed kronor=18000000", "rest equal", qualifier="more-than"))
    joint, rest = found.portions
    assert (joint.money, rest.money) == (Sum(18_000_000), Sum(63_000_000, "more-than"))
    assert [(share.side, share.money) for share in rest.shares] == [
        ("region", Sum(31_500_000, "more-than")),
        ("municipality", Sum(31_500_000, "more-than")),
    ]


@pytest.mark.parametrize(
    ("total", "qualifier", "expected"),
    [(101, "more-than", [50, 50]), (101, "less-than", [51, 51]), (101, "about", [51, 50]), (101, "exact", [51, 50])],
)
def test_a_bound_is_rounded_so_that_it_holds(total: int, qualifier: str, expected: list[int]) -> None:
    (line,) = allocation(registry(), fund(total, "all equal", qualifier=qualifier)).portions
    assert [share.money for share in line.shares] == [Sum(n, qualifier) for n in expected]  # type: ignore[arg-type]
    assert line.shares[0].before == Fraction(101, 2)


def test_stated_shares_stand_without_a_total_and_are_kronor_with_one() -> None:
    origo = "costs shares shares=municipality:50,region:25,external:25"
    without, with_total = (allocation(registry(), fund(total, origo)) for total in (None, 1_000_003))
    assert [(share.side, share.weight) for share in without.portions[0].shares] == [
        ("municipality", 50),
        ("region", 25),
        ("external", 25),
    ]
    assert sums(without, "costs") == [None, None, None]
    assert sums(with_total, "costs") == [500_001, 250_001, 250_001]
    assert [share.added for share in with_total.portions[0].shares] == [
        Fraction(-1, 2),
        Fraction(1, 4),
        Fraction(1, 4),
    ]


def test_a_portion_may_be_a_part_of_a_portion_and_what_nobody_gets_is_said() -> None:
    found = allocation(
        registry(),
        fund(100, "joint fixed kronor=60", "a fixed kronor=20 of=joint", "b pooled of=joint", "c fixed kronor=5"),
    )
    assert [(line.portion.id, line.depth, line.money) for line in found.portions] == [
        ("joint", 0, Sum(60)),
        ("a", 1, Sum(20)),
        ("b", 1, Sum(40)),
        ("c", 0, Sum(5)),
    ]
    assert [line for line in found.lines if isinstance(line, Left)] == [Left(Sum(35), None, None, 0)]


@pytest.mark.parametrize(
    ("portions", "of", "reason"),
    [
        (("a rest",), 0, "no-total"),
        (("a fixed",), 0, "no-amount"),
        (("a fixed", "b rest"), 1, "no-amount"),
        (("a shares",), 0, "no-shares"),
        (("a shares shares=region:50,municipality:49",), 0, "per-cent"),
        (("a per-inhabitant",), 0, "no-figure"),
        (("a per-inhabitant figure=folk",), 0, "no-inhabitants"),
        (("a fixed kronor=11",), 0, "too-much"),
        (("a rest", "b equal"), 1, "not-alone"),
        (("a equal", "b rest of=a"), 1, "divided-already"),
        (("a equal", "b rest of=a side=external"), 1, "no-part"),
        (("a rest of=b", "b rest of=a"), 0, "nowhere"),
        (("a rest of=x",), 0, "nowhere"),
    ],
)
def test_what_cannot_be_reckoned_is_not_and_says_why(portions: tuple[str, ...], of: int, reason: str) -> None:
    total = None if reason == "no-total" else 10
    line = allocation(registry({"exempelby": 5}), fund(total, *portions)).portions[of]
    assert line.unknown is not None
    assert line.unknown.reason == reason
    assert not any(share.money for share in line.shares)


def test_more_than_is_known_to_be_there_is_no_bound() -> None:
    found = allocation(registry(), fund(10, "a fixed kronor=11", "b rest", qualifier="more-than"))
    assert found.portions[1].money is None
    assert found.portions[1].unknown is not None and found.portions[1].unknown.reason == "no-bound"


def test_parts_that_are_kept_together_are_one_and_the_sum_stays() -> None:
    folk = {"angsby": 1, "exempelby": 1, "provkoping": 1, "testvik": 4}
    found = allocation(registry(folk), fund(100, "a per-inhabitant figure=folk together=angsby,provkoping"))
    assert [(share.to, share.money) for share in found.portions[0].shares] == [
        (("exempelby",), Sum(14)),
        (("testvik",), Sum(57)),
        (("angsby", "provkoping"), Sum(29)),
    ]


def test_a_population_that_is_not_exact_makes_no_exact_kronor() -> None:
    folk = dict.fromkeys(TOWNS, 10)
    (line,) = allocation(registry(folk, "about"), fund(100, "a per-inhabitant figure=folk")).portions
    assert {share.money for share in line.shares} == {Sum(25, "about")}
    assert line.money == Sum(100)

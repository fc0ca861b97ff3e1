"""Which decision may follow which, and which order the dates leave possible."""

import pytest

from tests.facts.county import EXEMPELBY, County
from vis_cli.facts.naming import meant, near
from vis_cli.facts.steps import misstep
from vis_cli.facts.versions import adoptions, version_of


def wrong(*decisions: dict[str, object]) -> int | None:
    """Which entry cannot follow, counted from 1."""
    registry = County().version().decided(EXEMPELBY, *decisions).registry()
    version = version_of(registry, "avtalet", "1.0")
    assert version
    found = misstep(adoptions(registry, version)[EXEMPELBY].entity)
    return found.entry.index if found else None


def on(date: str | None, outcome: str, **more: object) -> dict[str, object]:
    return {"outcome": outcome, **({"date": date} if date else {}), **more}


@pytest.mark.parametrize(
    "outcomes",
    [
        ("prepared", "prepared", "adopted"),
        ("referred-back", "prepared", "adopted"),
        ("rejected", "adopted"),
        ("adopted", "appealed", "upheld", "withdrawn"),
        ("adopted", "appealed", "revoked", "adopted"),
        ("rejected", "appealed", "upheld"),
        ("adopted-with-reservation", "adopted"),
        ("adopted", "withdrawn", "adopted"),
        ("adopted", "revoked", "prepared", "rejected"),
    ],
)
def test_a_matter_can_take_these_ways(outcomes: tuple[str, ...]) -> None:
    assert wrong(*(on(f"2031-0{month}-01", outcome) for month, outcome in enumerate(outcomes, 1))) is None


@pytest.mark.parametrize(
    "outcomes",
    [
        ("adopted", "adopted"),
        ("adopted", "rejected"),
        ("adopted", "referred-back"),
        ("adopted", "adopted-with-reservation"),
        ("rejected", "rejected"),
        ("rejected", "withdrawn"),
        ("prepared", "upheld"),
        ("adopted", "upheld"),
        ("rejected", "revoked"),
        ("referred-back", "appealed"),
    ],
)
def test_and_not_these(outcomes: tuple[str, ...]) -> None:
    assert wrong(*(on(f"2031-0{month}-01", outcome) for month, outcome in enumerate(outcomes, 1))) == 2


def test_dates_tell_the_order_not_the_recording() -> None:
    assert wrong(on("2031-05-01", "appealed"), on("2031-02-01", "adopted")) is None
    assert wrong(on("2031-05-01", "adopted"), on("2031-02-01", "appealed")) == 2


def test_imprecise_dates_are_given_the_benefit_of_the_doubt() -> None:
    assert wrong(on("2031-05-01", "adopted"), on("2031", "appealed")) is None
    assert wrong(on("2031-05-01", "adopted"), on("2030", "appealed")) == 2
    assert wrong(on(None, "adopted"), on("2031-02-01", "appealed")) is None


def test_a_correction_is_judged_in_place_of_what_it_corrects() -> None:
    assert wrong(on("2031-02-01", "rejected"), on("2031-02-01", "adopted", corrects=1, reason="Fel utfall")) is None
    assert (
        wrong(
            on("2031-02-01", "adopted"),
            on("2031-03-01", "appealed"),
            {"outcome": "entered-in-error", "corrects": 1, "reason": "Annat ärende"},
        )
        == 2
    )


def test_a_name_is_understood_however_it_is_written() -> None:
    names = {
        "exempelby-kommun": ("Exempelby kommun",),
        "provkopings-kommun": ("Provköpings kommun", "Provköping stad"),
        "testvik-ost": ("Testvik öst",),
        "testvik-vast": ("Testvik väst",),
    }
    for given in ("Exempelby", "exempelby KOMMUN", "Exempelbys kommun", "exempelby-kommun"):
        assert meant(given, names) == "exempelby-kommun"
    assert meant("Provkoping", names) == "provkopings-kommun"
    assert meant("Testvik", names) is None
    assert near("Exmpelby", names) == ("exempelby-kommun",)

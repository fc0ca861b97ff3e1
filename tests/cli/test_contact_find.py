"""`vis contact find`: who do I call, however the area and the question are written."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contacts import CONTACTS, answered, contact, county
from tests.history.repositories import Repository


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county; it is only read."""
    return county(tmp_path_factory.mktemp("county"))


def found(here: Path, *words: str, on: str = "2031-09-01") -> Any:
    done = contact(here, "find", *words, "--on", on, "--json")
    return json.loads(done.out)


def areas(here: Path, *words: str, on: str = "2031-09-01") -> list[str]:
    return [area["area"] for area in found(here, *words, on=on)["areas"]]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Exempelby", ["exempelby"]),
        ("exempelby kommun", ["exempelby"]),
        ("Exempelbys kommun", ["exempelby"]),
        ("EXEMPELBY", ["exempelby"]),
        ("exmpelby", ["exempelby"]),  # a letter too few
        ("Exempelbyy", ["exempelby"]),
        ("norttuna", ["norrtuna"]),
        ("hasselon", ["hasselon-alvasen"]),  # without the dots
        ("Haesseloen", ["hasselon-alvasen"]),  # as on a foreign keyboard
        ("hässelön-älvåsen", ["hasselon-alvasen"]),
        ("Hässelön Älvåsen", ["hasselon-alvasen"]),
        ("älvåsen", ["hasselon-alvasen"]),  # a part of the name
        ("Jarvo", ["jarvo"]),
        ("Kisa", ["jarvo"]),  # an area that was merged
        ("rinkby kisa", ["jarvo"]),
        ("Tenstad", ["jarvo"]),
        ("Backens vårdcentral", ["exempelby"]),  # a health centre
        ("to vård", ["hasselon-alvasen"]),
        ("holmen", ["hasselon-alvasen"]),
        ("Gamla torget", ["exempelby"]),  # one that no longer has the task
        ("Ann Exempel", ["exempelby"]),
        ("exempelstad", ["hasselon-alvasen", "jarvo"]),  # a municipality with districts
        ("norrt", ["norrtuna"]),  # the beginning
        ("vem ringer jag i Testvik?", ["testvik"]),
    ],
)
def test_an_area_is_found_however_people_write_it(here: Path, words: str, expected: list[str]) -> None:
    assert sorted(areas(here, *words.split())) == expected


@pytest.mark.parametrize(
    ("words", "area", "agreement"),
    [
        ("BUS Exempelby", ["exempelby"], "bus"),
        ("bus i exmpelby", ["exempelby"], "bus"),
        ("utskrivning Norrtuna", ["norrtuna"], "utskrivning"),
        ("Vem ska jag ringa om utskrivningar i norrtuna", ["norrtuna"], "utskrivning"),
        ("barn med särskilt stöd i Kisa", ["jarvo"], "bus"),
        ("BUS", [], "bus"),
        ("HÖK", [], "hok"),
    ],
)
def test_the_question_is_told_from_the_area(here: Path, words: str, area: list[str], agreement: str) -> None:
    answer = found(here, words)
    assert [item["area"] for item in answer["areas"]] == area
    assert answer["subject"]["agreement"] == agreement


def test_the_function_comes_before_the_person_and_what_is_not_known_is_said(here: Path) -> None:
    assert answered(here, "find", "Exempelby") == [
        "Exempelby",
        "KSA    Utvecklingsenheten, Omsorgsförvaltningen",
        "ksa@exempelby.example · 08-123 45 67",
        "Ann Exempel (utvecklare)",
        "since 2031-02-01, verified 2031-03-01",
        "substitute: enhetschef · enhetschef@exempelby.example",
        "GSA    Provvården Backens vårdcentral, Provvården AB",
        "08-765 43 21",
        "Bo Prov",
        "since 2031-01-01, never verified",
    ]


def test_history_answers_for_an_area_that_was_merged(here: Path) -> None:
    assert answered(here, "find", "Kisa") == [
        "Järvö (district of Exempelstad)",
        "Rinkby-Kisa became a part of Järvö, 2030-12-31",
        "KSA    no KSA is known; Exempelstad can tell",
        "GSA    Kisa vårdcentral",
        "neither mailbox nor telephone is known",
        "since when is not known, never verified",
        "was that of Rinkby-Kisa; whether it went on is not known",
        "Tenstads vårdcentral",
        "neither mailbox nor telephone is known",
        "since when is not known, never verified",
        "was that of Tenstad; whether it went on is not known",
        "who it is now Exempelregionen can tell",
    ]


def test_on_a_day_before_the_merger_it_is_the_old_area_that_answers(here: Path) -> None:
    answer = found(here, "Kisa", on="2030-06-01")["areas"]
    assert [area["area"] for area in answer] == ["rinkby-kisa"]
    assert [one["clinic"] for one in answer[0]["gsa"]["held"]] == ["Kisa vårdcentral"]


def test_on_a_day_before_an_area_was_made_those_that_it_was_made_of_answer(here: Path) -> None:
    assert areas(here, "Järvö", on="2030-06-01") == ["rinkby-kisa", "tenstad"]
    shown = contact(here, "show", "jarvo", "--on", "2030-06-01").out
    assert "it is no area on 2030-06-01: it begins 2031-01-01; before it Rinkby-Kisa, Tenstad" in shown


def test_the_one_who_held_it_on_the_day_is_the_answer(here: Path) -> None:
    for on, clinic in (("2030-12-31", "Gamla torgets vårdcentral"), ("2031-01-01", "Provvården Backens vårdcentral")):
        (area,) = found(here, "Exempelby", on=on)["areas"]
        assert [one["clinic"] for one in area["gsa"]["held"]] == [clinic]


def test_the_agreement_that_governs_its_owner_and_the_forum_are_told(here: Path) -> None:
    assert answered(here, "find", "BUS", "Exempelby")[-4:] == [
        "",
        "BUS",
        "Samrådsgruppen för barn och unga answers for it",
        "local forum: BUS-gruppen i Exempelby, convened by BUS-samordnaren, fyra gånger per år",
    ]


def test_an_agreement_without_owner_and_an_area_without_forum_are_told(here: Path) -> None:
    assert answered(here, "find", "utskrivning", "Norrtuna")[-3:] == [
        "Samverkan vid utskrivning från sluten vård",
        "nobody is known to answer for it",
        "no local forum for it is known in Norrtuna",
    ]


def test_a_forum_is_found_by_its_kind_where_no_agreement_speaks_of_the_question(here: Path) -> None:
    (area,) = found(here, "lss", "exempelby")["areas"]
    assert [forum["forum"] for forum in area["forums"]] == ["lss-exempelby"]


def test_only_the_function_that_was_asked_for_is_shown(here: Path) -> None:
    lines = answered(here, "find", "KSA", "Norrtuna")
    assert lines[1].startswith("KSA")
    assert not any(line.startswith("GSA") for line in lines)


def test_why_no_contact_is_expected_is_told(here: Path) -> None:
    assert "GSA    none is expected: Testvik har en egen ordning." in answered(here, "find", "Testvik")


def test_several_areas_are_listed_shortly(here: Path) -> None:
    done = contact(here, "find", "Norra länet")
    assert done.lines == [
        "Exempelby",
        "   KSA    Utvecklingsenheten, Omsorgsförvaltningen · ksa@exempelby.example",
        "   GSA    Provvården Backens vårdcentral, Provvården AB · 08-765 43 21",
        "Norrtuna",
        "   KSA    Norrtuna kommun · samverkan@norrtuna.example",
        "   GSA    Norrtuna vårdcentral",
    ]
    assert done.err == "2 areas are meant; name one to see all\n"


def test_where_nothing_is_found_the_nearest_are_named(here: Path) -> None:
    done = contact(here, "find", "Grantuna")
    assert done.code == 1
    assert "no area is called `Grantuna`; near it are: Norrtuna" in done.err


def test_a_name_that_is_not_written_just_so_is_said_to_be_taken_for_another(here: Path) -> None:
    assert answered(here, "find", "exmpelby")[1] == "no name is written just so; taken for Exempelby"


@pytest.mark.parametrize("words", ["?", "x" * 3000, "🏥", "vem ringer jag", "--"])
def test_what_says_nothing_finds_nothing(here: Path, words: str) -> None:
    done = contact(here, "find", "--", words)
    assert done.code == 1
    assert done.out.split() in ([], ["No", "agreement", "speaks", "of", f"{words}."])


def test_what_the_register_said_then_is_found_with_at(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit(CONTACTS)
    end = ("end", "exempelby", "gsa", "--date", "2031-02-28")
    assert contact(repository.root, *end).code == 0
    assert "no GSA is known" in contact(repository.root, "find", "Exempelby").out
    done = contact(repository.root, "find", "Exempelby", "--at", "HEAD")
    assert "Provvården Backens vårdcentral" in done.out
    assert done.err.startswith("as the register was in commit ")

"""Meetings, plans and calendars where the input is odd: nothing breaks, nothing is lost, nothing wrong is said."""

from pathlib import Path

import pytest

from tests.cli.meetings import EVERYONE, ID, MAY_FILE, County
from tests.program import Done, vis

MAY = "samradsgruppen-2031-05-20"


@pytest.fixture
def county(tmp_path: Path) -> County:
    return County(tmp_path)


@pytest.fixture
def held(county: County) -> County:
    """A meeting that was held, with everyone but Bo there."""
    county.done("2031-02-21", "hold", ID, *EVERYONE)
    return county


def run(county: County, *arguments: str) -> Done:
    return vis(*arguments, cwd=county.root, env={"VIS_TODAY": "2031-02-01"})


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", "3031-02-20", "1031-02-20"])
def test_a_day_of_another_age_is_a_slip(county: County, day: str) -> None:
    said = county.refused("2031-01-15", "new", "samradsgruppen", "--date", day)
    assert f"{day} is not between 1900 and 2999" in said


def test_a_day_of_another_age_in_a_file_is_a_fault(county: County) -> None:
    (county.root / MAY_FILE).write_text(county.text(MAY_FILE).replace("date: 2031-05-20", "date: 9999-12-31"))
    done = run(county, "check", "--format", "concise")
    assert done.code == 1
    assert "VIS048] `9999-12-31` is more than 2999-12-31" in done.out
    assert run(county, "calendar", "-o", "out/alla.ics").code == 0


@pytest.mark.parametrize(
    "command", [("calendar",), ("meeting", "list"), ("decision", "list"), ("plan", "show"), ("plan", "clashes")]
)
@pytest.mark.parametrize("year", ["0", "10000", "1899"])
def test_a_year_of_another_age_is_refused(county: County, command: tuple[str, ...], year: str) -> None:
    done = run(county, *command, *(["--year"] if command[0] != "plan" else []), year)
    assert (done.code, done.out) == (2, "")
    assert "1900" in done.err


@pytest.mark.parametrize(
    ("heading", "id"),
    [("Läget i x_y_z & annat", "laget-i-xyz-och-annat"), ("Łódź ½ Ølsen", "odz-1-2-lsen"), ("日本", "punkt")],
)
def test_an_item_gets_an_id_whatever_its_heading_is(county: County, heading: str, id: str) -> None:
    county.done("2031-01-15", "add", ID, "--heading", heading, "--type", "information")
    assert f"  - id: {id}\n" in county.text()
    assert f"    heading: {heading}\n" in county.text()


def test_who_asks_is_told_of_a_meeting_that_cannot_be_read(county: County) -> None:
    (county.root / MAY_FILE).write_text("id: [\n", encoding="utf-8")
    said = f"warning: left out, because they cannot be understood: {MAY_FILE}"
    for command in (
        ("meeting", "list"),
        ("meeting", "show", ID),
        ("calendar", "-o", "out/alla.ics"),
        ("plan", "show", "2031"),
        ("plan", "clashes", "2031"),
        ("meeting", "compose", ID, "--dry-run"),
        ("meeting", "new", "samradsgruppen", "--date", "2031-09-09", "--dry-run"),
    ):
        done = run(county, *command)
        assert done.code == 0, done.err
        assert said in done.err, command


def test_a_file_that_is_not_there_is_no_text(held: County) -> None:
    for name in ("anteckning.md", "anteckningar/punkt 3.txt", "/tmp/finns-inte.md"):
        said = held.refused("2031-02-21", "record", ID, "lagesbild", "--text", name)
        assert f"there is no file `{name}`" in said
    held.done("2031-02-21", "record", ID, "lagesbild", "--text", "Texten finns i filen anteckning.md")
    assert "    text: Texten finns i filen anteckning.md\n" in held.text()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--decides", "godkänna planen"),
        ("--assign", "Ta fram underlag", "--owner", "alva", "--return-to", "samradsgruppen"),
        ("--contribution", "Bra underlag", "--by", "Alva"),
        ("--question", "Hur går det?", "--answer", "Bra"),
    ],
)
def test_the_same_is_not_recorded_twice(held: County, arguments: tuple[str, ...]) -> None:
    held.done("2031-02-21", "record", ID, "lagesbild", *arguments)
    said = held.refused("2031-02-21", "record", ID, "lagesbild", *arguments)
    assert "that is recorded at `lagesbild` already" in said


def test_a_meeting_is_not_moved_in_the_future_nor_before_it_was_moved_last(county: County) -> None:
    said = county.refused("2031-01-15", "move", ID, "--date", "2031-02-27", "--reason", "x", "--decided", "2031-02-01")
    assert "2031-02-01 has not come yet" in said
    county.done("2031-01-15", "move", ID, "--date", "2031-02-27", "--reason", "Sjukdom")
    said = county.refused("2031-01-20", "move", ID, "--date", "2031-02-28", "--reason", "x", "--decided", "2031-01-14")
    assert "it was moved last on 2031-01-15, and this is 2031-01-14" in said


def test_a_cancelled_meeting_is_not_to_be_held(county: County) -> None:
    county.done("2031-01-15", "cancel", ID, "--reason", "Sjukdom")
    for step in (("draft", ID), ("send", ID), ("record", ID, "lagesbild", "--text", "x")):
        said = county.refused("2031-02-21", *step)
        assert "the meeting has the status cancelled" in said
        assert "vis meeting hold" not in said

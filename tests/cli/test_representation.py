"""`vis group representation`: who is represented where, and what of that cannot be known."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.old_and_new import county
from tests.program import Done, register, vis

TODAY = {"VIS_TODAY": "2031-09-15"}
FIGURE = """\
id: roller-2031
title: Roller i länets fora
unit: roller
as_of: '2031-23'
qualifier: about
least: 20
most: 25
answers: roles
sources: ['000:71']
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path, county(), vis_yaml=None)


def representation(*arguments: str, cwd: Path) -> Done:
    """Run `vis group representation` on a day in September."""
    return vis("group", "representation", *arguments, cwd=cwd, env=TODAY)


def data(*arguments: str, cwd: Path) -> Any:
    """Its answer as data."""
    done = representation(*arguments, "--json", cwd=cwd)
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_what_cannot_be_known_is_a_bound_with_its_reasons(here: Path) -> None:
    found = data(cwd=here)
    assert (found["schema_version"], found["on"]) == (1, "2031-09-15")
    homes = found["municipalities"]
    assert (homes["least"], homes["most"], homes["exact"]) == (2, 3, False)
    assert homes["with_seat"] == ["exempelby-kommun", "provkoping-kommun"]
    assert homes["without_known_seat"] == ["testvik-kommun"]
    assert homes["reasons"] == [
        {"why": "no-seats", "bodies": ["barngruppen", "digitalgruppen", "tysta-forumet"], "seats": 0},
        {"why": "no-municipality", "bodies": ["gamla-forumet"], "seats": 1},
    ]
    assert (found["seats"]["least"], found["seats"]["most"]) == (10, None)


def test_persons_in_several_bodies_are_named(here: Path) -> None:
    several = data(cwd=here)["persons_in_several_bodies"]
    assert several["persons"] == {
        "ann-exempel": ["aldregruppen", "tjanstegruppen"],
        "bo-exempel": ["aldregruppen", "politikergruppen", "tjanstegruppen"],
    }
    assert (several["least"], several["exact"]) == (2, False)


def test_what_a_source_states_stands_beside_and_never_in_place(here: Path) -> None:
    register(here, {"registry/figures/roller-2031.yaml": FIGURE}, vis_yaml=None)
    seats = data(cwd=here)["seats"]
    assert (seats["least"], seats["most"]) == (10, None)
    assert [(one["figure"], one["least"], one["most"]) for one in seats["stated"]] == [("roller-2031", 20, 25)]
    shown = representation(cwd=here).out
    assert "Seats: at least 10\n" in shown
    assert "  - as a source states: about 20–25 (autumn 2031; 000:71)\n" in shown


def test_a_number_is_exact_where_every_seat_is_known(here: Path) -> None:
    found = data("politiska", cwd=here)
    assert (found["seats"], found["by_side"]["region"], found["without_known_holder"]) == (1, 1, 0)
    assert found["municipalities"]["exact"]
    assert "Seats: 1\nMunicipalities with a seat: 0\n" in representation("politiska", cwd=here).out


def test_a_seat_is_for_the_municipality_of_its_holder_on_the_day(here: Path) -> None:
    before, after = (data("tjanstegruppen", "--on", day, cwd=here) for day in ("2030-06-01", "2031-06-01"))
    assert before["municipalities"]["with_seat"] == ["testvik-kommun"]
    assert after["municipalities"]["with_seat"] == ["exempelby-kommun"]
    assert [seat["subregion"] for seat in after["roster"]] == [None, "norra länet"]


def test_a_part_of_the_county_without_a_seat_is_known_only_where_every_seat_tells(here: Path) -> None:
    assert data("tjanstegruppen", cwd=here)["subregions"] == {"norra länet": True, "södra länet": False}
    assert data("tjanstegruppen", "--on", "2030-06-01", cwd=here)["subregions"] == {
        "norra länet": None,
        "södra länet": None,
    }
    shown = representation("tjanstegruppen", cwd=here).out
    assert "  - norra länet: a seat\n  - södra länet: no seat" in shown


def test_the_chairs_and_who_came_are_told(here: Path) -> None:
    shown = representation("äldre", cwd=here).out
    assert shown.endswith("""\
Chair: shall alternate between the sides
  - 2031-03-10 region: Bo Exempel
  - 2031-05-10 municipality: Ann Exempel
  - 2031-08-10 municipality: Ann Exempel; the same side as the meeting before
Attendance: known of 3 of 3 meetings held
  - region: 2 in all
  - municipality: 3 in all
  - Exempelby kommun: at 3 of 3 meetings
""")
    found = data("äldre", cwd=here)
    assert [chair["same_side_again"] for chair in found["chairs"]] == [False, False, True]
    assert found["attendance"]["by_person"]["bo-exempel"] == {"came": 2, "noted": 3}


def test_the_same_side_twice_in_a_row_is_a_warning(here: Path) -> None:
    done = vis("check", "--select", "VIS513", "--format", "concise", cwd=here)
    assert done.found == ["registry/meetings/aldregruppen/2031-08-10.yaml:12:11 VIS513"]


def test_the_seats_of_a_municipality_and_where_it_may_have_more(here: Path) -> None:
    shown = representation("--municipality", "exempelby", cwd=here).out
    assert (
        shown
        == """\
Exempelby kommun (2031-09-15)
  - Äldre, member: Ann Exempel, norra länet
  - Gamla forumet, member: no known holder, Exempelby kommun, norra länet
  - Tjänstestyrgruppen, member: Ann Exempel, norra länet
  - it may have more: no seats are known of Barn & <unga>, Samrådsgruppen för det digitala, Tysta
    forumet
  - it may have more: one municipal seat does not say for which municipality: Gamla forumet
  - Äldre: at 3 of 3 meetings

Municipalities with a seat: at least 2, at most 3
"""
    )
    assert data("--municipality", "testvik", cwd=here)["seats"] == []


def test_how_it_was_at_the_end_of_each_year(here: Path) -> None:
    days = data("tjänstestyrgruppen", "--over", "2030..2031", cwd=here)["days"]
    assert [day["on"] for day in days] == ["2030-12-31", "2031-09-15"]
    assert [day["municipalities"]["with_seat"] for day in days] == [["testvik-kommun"], ["exempelby-kommun"]]
    rows = representation("tjänstestyrgruppen", "--over", "2030..2031", cwd=here).out.splitlines()
    assert rows[1].split() == ["day", "region", "municipality", "others", "no", "holder", "municipalities"]
    assert rows[2].split() == ["2030-12-31", "1", "1", "0", "0", "1"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--over", "2031..2030"), "`2031..2030` is no span of at most 50 years"),
        (("--over", "i fjol"), "`i fjol` is no span of at most 50 years"),
        (("--over", "2031", "--on", "2031-01-01"), "--over goes neither with --municipality nor with --on"),
        (("äldre", "--municipality", "testvik"), "name a group or a municipality, not both"),
        (
            ("--municipality", "kommunförbundet"),
            "there is no municipality `kommunförbundet` in the county on 2031-09-15",
        ),
        (("--municipality", "provkopng"), "did you mean `provkoping-kommun`?"),
        (("aldergruppen",), "did you mean `aldregruppen`"),
    ],
)
def test_what_cannot_be_asked_is_refused(here: Path, arguments: tuple[str, ...], said: str) -> None:
    done = representation(*arguments, cwd=here)
    assert (done.code, done.out) == (2, "")
    assert said in done.err

"""A group's annual plan, kept by commands: begun, and given decision points and events; faults in it are found."""

from pathlib import Path

import pytest

from tests.program import register, vis
from tests.years import COUNTY

PLAN = "registry/plans/barn/2031.yaml"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return register(tmp_path, COUNTY, vis_yaml=None)


def add(folder: Path, *options: str) -> tuple[int, str]:
    """The exit code and the errors of an added decision point."""
    done = vis("plan", "add", "barn", "2031", *options, cwd=folder)
    return done.code, done.err


def test_a_plan_is_begun_and_filled_and_the_year_shows_it(county: Path) -> None:
    begun = vis("plan", "new", "Barn & ungas hälsa", "2031", cwd=county)
    assert (begun.code, begun.out) == (0, f"{PLAN}\n"), begun.err
    point = ("--title", "Överenskommelsen om elevhälsa", "--type", "recommendation", "--about", "Elevhälsan")
    at = ("--meeting", "barn 2031-09-30", "--forward-to", "tjänstestyrgruppen")
    assert add(county, *point, *at) == (0, "")
    assert add(county, "--title", "Nätverket", "--type", "dialogue", "--when", "2031-23", "--about", "natverk")[0] == 0
    event = ("--title", "Redovisning av medel", "--when", "2031-10-15", "--kind", "funds")
    assert vis("plan", "event", "barn", "2031", *event, cwd=county).code == 0
    assert (
        (county / PLAN).read_text(encoding="utf-8")
        == """\
group: barn
year: 2031
status: draft
decision_points:
  - id: elevhalsa
    title: Överenskommelsen om elevhälsa
    type: recommendation
    meeting: barn-2031-09-30
    about:
      - elevhalsa
    forward_to: tjanstemannen
  - id: natverket
    title: Nätverket
    type: dialogue
    when: '2031-23'
    about:
      - natverk
events:
  - id: redovisning-av-medel
    title: Redovisning av medel
    when: 2031-10-15
    kind: funds
"""
    )
    shown = vis("plan", "show", "2031", "--group", "barn", cwd=county).out
    assert "  Tue 30  To be taken up: Överenskommelsen om elevhälsa" in shown
    assert "  Wed 15  Funds: Redovisning av medel" in shown
    assert "  autumn 2031: To be taken up: Nätverket" in shown
    assert vis("check", "--select", "VIS0,VIS1,VIS2", "--ignore", "VIS250", cwd=county).code == 0


def test_what_has_no_time_is_taken_and_said_and_two_of_one_title_have_two_ids(county: Path) -> None:
    vis("plan", "new", "barn", "2031", cwd=county)
    code, told = add(county, "--title", "Nätverket", "--type", "dialogue")
    assert (code, told) == (0, "note: it is not said when it is to be taken up\n")
    add(county, "--title", "Nätverket", "--type", "decision", "--when", "2031-11")
    text = (county / PLAN).read_text(encoding="utf-8")
    assert "id: natverket\n" in text
    assert "id: natverket-2\n" in text


def test_a_comment_in_the_plan_survives(county: Path) -> None:
    path = county / "registry/plans/aldre/2031.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("events:", "# Det övriga\nevents:"), encoding="utf-8")
    before = path.read_text(encoding="utf-8").splitlines()
    event = ("--title", "Konferens", "--when", "2031-10")
    assert vis("plan", "event", "aldre", "2031", *event, cwd=county).code == 0
    after = path.read_text(encoding="utf-8").splitlines()
    assert after[: len(before)] == before
    assert after[len(before) :] == [
        "  - id: konferens",
        "    title: Konferens",
        "    when: '2031-10'",
    ]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--meeting", "aldre 2031-09-18"), "aldre-2031-09-18 is a meeting of `aldre`"),
        (("--when", "2032"), "2032 is not in 2031"),
        (("--meeting", "barn 2031-09-30", "--when", "2031-10"), "barn-2031-09-30 is on 2031-09-30, and not 2031-10"),
    ],
)
def test_a_point_that_cannot_be_is_refused_and_nothing_is_written(
    county: Path, options: tuple[str, ...], told: str
) -> None:
    vis("plan", "new", "barn", "2031", cwd=county)
    before = (county / PLAN).read_bytes()
    code, errors = add(county, "--title", "Nätverket", "--type", "decision", *options)
    assert code == 1
    assert told in errors
    assert (county / PLAN).read_bytes() == before


def test_what_is_missing_is_named(county: Path) -> None:
    assert add(county)[1].startswith("vis: missing: --title, --type\n")
    code, errors = add(county, "--title", "Nätverket", "--type", "dialogue")
    assert code == 2
    assert "`vis plan new barn 2031` begins one" in errors
    again = vis("plan", "new", "aldre", "2031", cwd=county)
    assert again.code == 1
    assert "has an annual plan for 2031 already: registry/plans/aldre/2031.yaml" in again.err


def test_a_dry_run_shows_and_writes_nothing(county: Path) -> None:
    done = vis("plan", "new", "barn", "2031", "--dry-run", cwd=county)
    assert "+group: barn" in done.out
    assert not (county / PLAN).exists()


def test_the_check_counts_the_years_without_a_plan(county: Path) -> None:
    done = vis("check", "--select", "VIS259,VIS267", cwd=county)
    assert done.code == 0
    assert "3 of 4 years of groups without an annual plan" in done.out + done.err
    assert "1 of 3 decision points without a date or a meeting" in done.out + done.err

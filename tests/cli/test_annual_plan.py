"""A group's annual plan, kept by commands: begun, and given decision points and events; faults in it are found."""

from pathlib import Path

import pytest

from tests.program import Done, register, vis
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


def test_a_plan_is_adopted_once_at_a_meeting_of_the_group_that_was_held(county: Path) -> None:
    def adopt(meeting: str, *options: str) -> Done:
        return vis("plan", "adopt", "barn", "2031", "--meeting", meeting, *options, cwd=county)

    vis("plan", "new", "barn", "2031", cwd=county)
    assert "is a meeting of `aldre`" in adopt("aldre 2031-09-18").err
    path = county / "registry/meetings/barn/2031-09-30.yaml"
    path.write_text(path.read_text().replace("status: called", "status: planned"))
    early = adopt("barn 2031-09-30")
    assert (early.code, "the meeting has the status planned" in early.err) == (1, True)
    path.write_text(path.read_text().replace("status: planned", "status: held"))
    tried = adopt("barn 2031-09-30", "--dry-run")
    assert "would then be: Barn & ungas hälsa: the annual plan for 2031 was adopted on 30 September 2031" in tried.err
    done = adopt("barn 2031-09-30")
    assert (done.code, done.out) == (0, f"{PLAN}\n"), done.err
    assert (county / PLAN).read_text() == ("group: barn\nyear: 2031\nstatus: adopted\nadopted_at: barn-2031-09-30\n")
    assert "adopted already, on 2031-09-30" in adopt("barn 2031-09-30").err


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


def test_a_point_is_in_the_plan_once_for_each_time(county: Path) -> None:
    assert vis("plan", "new", "barn", "2031", cwd=county).code == 0
    assert add(county, "--title", "Delårsuppföljning", "--type", "decision", "--when", "2031-05")[0] == 0
    before = (county / PLAN).read_bytes()
    code, said = add(county, "--title", "delårsuppföljning", "--type", "decision", "--when", "2031-05")
    assert code == 1
    assert "the annual plan has `delårsuppföljning` at that time already" in said
    assert (county / PLAN).read_bytes() == before
    assert add(county, "--title", "Delårsuppföljning", "--type", "decision", "--when", "2031-10")[0] == 0

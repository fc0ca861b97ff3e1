"""The steps of a meeting's life that are not allowed: what is said, and that nothing is written."""

from pathlib import Path

import pytest

from tests.cli.meetings import ABOVE_FILE, EVERYONE, FEBRUARY, ID, MAY_FILE, MEETING, County
from tests.program import vis
from tests.terminal import CTRL_C, DOWN, ENTER, SPACE, Terminal

MAY = "samradsgruppen-2031-05-20"
ABOVE = "tjanstegruppen-2031-03-12"
TASK = ("--assign", "x", "--return-to", "samradsgruppen")


@pytest.fixture
def county(tmp_path: Path) -> County:
    return County(tmp_path)


@pytest.fixture
def held(county: County) -> County:
    """A meeting that was held, with everyone but Bo there."""
    county.done("2031-02-21", "hold", ID, *EVERYONE, "--commit")
    return county


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--date", "2031-05-20"), "`samradsgruppen` has another meeting on 2031-05-20"),
        (("--date", "2031-01-10"), "2031-01-10 has passed"),
        (("--place", "Exempelsalen"), "that is when and where the meeting is already"),
        (("--start", "25"), "there is no time `25`"),
        (("--start", "16:00"), "VIS141"),
    ],
)
def test_a_meeting_cannot_be_moved_anywhere(county: County, arguments: tuple[str, ...], said: str) -> None:
    assert said in county.refused("2031-01-15", "move", ID, *arguments, "--reason", "Sjukdom")


def test_a_meeting_is_not_moved_before_the_one_whose_minutes_it_approves(county: County) -> None:
    said = county.refused("2031-01-15", "move", MAY, "--date", "2031-02-10", "--reason", "Sjukdom")
    assert f"the meeting approves the minutes of `{ID}`, which is on 2031-02-20" in said


def test_a_move_and_a_cancellation_need_a_reason(county: County) -> None:
    assert "missing: --reason" in county.refused("2031-01-15", "move", ID, "--date", "2031-02-21")
    assert "missing: --reason" in county.refused("2031-01-15", "cancel", ID)
    assert "missing: --date" in county.refused("2031-01-15", "move", ID, "--reason", "Sjukdom")


def test_what_was_held_is_not_moved_called_cancelled_or_held_again(held: County) -> None:
    for step in (
        ("move", ID, "--place", "Provsalen", "--reason", "Sjukdom"),
        ("call", ID),
        ("cancel", ID, "--reason", "Sjukdom"),
        ("hold", ID, *EVERYONE),
    ):
        assert "the meeting has the status held" in held.refused("2031-02-22", *step)


def test_a_notice_needs_an_agenda_its_papers_and_a_day_that_has_come(county: County) -> None:
    assert "the agenda is empty" in county.refused("2031-02-01", "call", ABOVE)
    assert "record it when it has been sent" in county.refused("2031-02-01", "call", ID, "--sent", "2031-02-02")
    (county.root / "registry/meetings/samradsgruppen/2031-02-20/rapport.pdf").unlink()
    assert "papers have no file: `rapport`" in county.refused("2031-02-01", "call", ID)
    county.root.joinpath(FEBRUARY).write_text(
        MEETING.replace("    file: rapport.pdf\n", "    missing: Finns bara på papper\n"), encoding="utf-8"
    )
    county.done("2031-02-01", "call", ID)
    assert "the meeting has the status called" in county.refused("2031-02-02", "call", ID)


def test_nobody_is_assumed_to_have_been_there_or_not(county: County) -> None:
    said = county.refused("2031-02-21", "hold", ID)
    assert "it is not said whether they were there: `alva`, `bo`, `cecilia`, `david`" in said
    said = county.refused("2031-02-21", "hold", ID, "--present", "alva,cecilia", "--absent", "bo")
    assert "it is not said whether they were there: `david`" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--present", "alva,bo", "--absent", "cecilia,david"), "missing: --chair"),
        ((*EVERYONE, "--chair", "bo"), "`bo` is named as chair, but not as present"),
        ((*EVERYONE, "--absent", "alva"), "named in two ways: `alva`"),
        ((*EVERYONE, "--present", "Ingen Alls"), "there is no person `Ingen Alls`"),
        ((*EVERYONE, "--present", "ebba"), "`ebba` has no seat in `samradsgruppen` on 2031-02-20"),
        ((*EVERYONE, "--present", "greta:region"), "`greta` has a seat as municipality in `samradsgruppen`"),
        ((*EVERYONE, "--present", "ebba:kyrkan"), "there is no side `kyrkan`"),
    ],
)
def test_an_attendance_that_cannot_be_is_refused(county: County, arguments: tuple[str, ...], said: str) -> None:
    assert said in county.refused("2031-02-21", "hold", ID, *arguments)


def test_a_meeting_is_not_held_before_its_day(county: County) -> None:
    assert "the meeting is on 2031-02-20, and today is 2031-02-19" in county.refused(
        "2031-02-19", "hold", ID, *EVERYONE
    )


def test_on_whose_behalf_follows_from_the_seat_the_secretariat_and_the_association(county: County) -> None:
    county.done(
        "2031-02-21", "hold", ID, *EVERYONE, "--present", "hedda,folke", "--guest", "ebba", "--present", "greta"
    )
    attendance = county.text().partition("attendance:\n")[2].partition("items:")[0]
    found = [line.partition(": ")[2] for line in attendance.splitlines() if "person" in line or "capacity" in line]
    assert dict(zip(found[::2], found[1::2], strict=True)) == {
        "cecilia": "municipality",
        "alva": "region",
        "bo": "region",
        "david": "municipality",
        "greta": "municipality",
        "hedda": "secretariat",
        "folke": "association",
        "ebba": "adjunct",
    }
    assert "    guest: true\n" in attendance


def test_below_the_quorum_nothing_can_be_decided(county: County) -> None:
    done = county.done("2031-02-21", "hold", ID, "--present", "cecilia,greta", "--absent", "alva,bo,david")
    assert "members present: 2; a decision needs 3, so nothing can be decided" in done.err
    assert "nobody was present from the region, so nothing can be decided jointly" in done.err
    said = county.refused("2031-02-21", "record", ID, "2", "--decides", "fördela medlen")
    assert "VIS175" in said
    assert "this was decided with 2 members present, and a decision needs 3" in said


def test_a_substitute_counts_only_in_the_place_of_a_member(county: County) -> None:
    done = county.done("2031-02-21", "hold", ID, "--present", "cecilia,david,greta", "--absent", "alva,bo")
    assert "members present: 2; a decision needs 3" in done.err


def test_what_was_said_is_recorded_only_of_a_meeting_that_was_held(county: County) -> None:
    for step in (("record", ID, "2", "--text", "Ja"), ("draft", ID), ("send", ID), ("approve", ID)):
        said = county.refused("2031-02-21", *step)
        assert "the meeting has the status planned" in said
        assert f"`vis meeting hold {ID}`" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2",), "nothing is given to record"),
        (("9", "--text", "Ja"), "the meeting has no item `9`"),
        (("frågor", "--text", " "), "an argument is empty"),
        (("2", "--basis", "rapport"), "--basis says more about --decides / --recommends / --approves"),
        (("2", "--owner", "hedda"), "--owner says more about --assign"),
        (("2", "--decides", "ja", "--basis", "tabell"), "the meeting has no paper `tabell`"),
        (("2", "--decides", "ja", "--amount", "mycket"), "there is no amount in `mycket`"),
        (("2", "--recommends", "ja", "--to", "politiska"), "`samradsgruppen` reports to `tjanstegruppen`"),
        (("2", *TASK, "--owner", "hedda", "--due", "2031-01-01"), "2031-01-01 is before the meeting"),
        (("2", *TASK, "--owner", "nobody"), "nobody"),
        (("2", "--assign", "x", "--owner", "hedda"), "missing: --return-to"),
    ],
)
def test_what_cannot_be_recorded_is_refused(held: County, arguments: tuple[str, ...], said: str) -> None:
    assert said in held.refused("2031-02-21", "record", ID, *arguments)


def test_minutes_are_not_drafted_without_what_the_meeting_was_to_recommend(held: County) -> None:
    said = held.refused("2031-02-25", "draft", ID)
    assert "VIS149" in said
    assert "an item for recommendation has no recommendation" in said


def test_a_recommendation_goes_on_for_decision_and_nothing_else_does(held: County) -> None:
    assert "recommends nothing to `tjanstegruppen`" in held.refused(
        "2031-02-21", "forward", ID, "2", "--as", "decision"
    )
    held.done("2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten", "--commit")
    said = held.refused("2031-02-21", "forward", ID, "rapporten", "--as", "information")
    assert "so it goes there for decision" in said
    assert "missing: --as" in held.refused("2031-02-21", "forward", ID, "rapporten")
    said = held.refused("2031-02-21", "forward", ID, "rapporten", "--as", "decision", "--to", "politiska")
    assert "`samradsgruppen` reports to `tjanstegruppen`, not to `politiska`" in said
    assert "is no matter that can go on" in held.refused("2031-02-21", "forward", ID, "1", "--as", "information")
    held.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision", "--commit")
    said = held.refused("2031-02-21", "forward", ID, "rapporten", "--as", "decision")
    assert "`rapporten` goes on to `tjanstegruppen` already" in said


def test_minutes_are_sent_after_the_meeting_and_not_in_the_future(held: County) -> None:
    held.done("2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten")
    held.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision")
    held.commit()
    for day in ("2031-02-19", "2031-02-26"):
        assert f"cannot have been sent on {day}" in held.refused("2031-02-25", "send", ID, "--date", day)
    held.done("2031-02-25", "send", ID)
    assert "the meeting has the status sent" in held.refused("2031-02-26", "send", ID)


def test_minutes_are_approved_by_the_same_body_at_a_later_meeting_that_was_held(held: County) -> None:
    assert "no meeting that was held since took up these minutes" in held.refused("2031-05-21", "approve", ID)
    assert "the meeting has the status planned" in held.refused("2031-05-21", "approve", ID, "--at", MAY)
    above = held.text(ABOVE_FILE).replace("planned", "held")
    held.repository.commit({ABOVE_FILE: above})
    assert "is a meeting of `tjanstegruppen`" in held.refused("2031-05-21", "approve", ID, "--at", ABOVE)
    assert "not after the meeting on 2031-02-20" in held.refused("2031-05-21", "approve", ID, "--at", ID)
    may = held.text(MAY_FILE).replace("planned", "held").replace(f"    previous: {ID}\n", f"    previous: {MAY}\n")
    held.root.joinpath(MAY_FILE).write_text(may, encoding="utf-8")
    assert f"took up the minutes of `{MAY}`" in held.refused("2031-05-21", "approve", ID, "--at", MAY)


def test_approved_minutes_are_not_changed(held: County) -> None:
    held.done("2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten")
    held.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision")
    held.done("2031-05-20", "hold", MAY, *EVERYONE, "--chair", "alva")
    done = held.done("2031-05-21", "approve", ID)
    assert "it is not recorded that the minutes were sent out" in done.err
    for step in (("record", ID, "2", "--text", "Ja"), ("forward", ID, "2", "--as", "information"), ("approve", ID)):
        assert "the meeting has the status approved" in held.refused("2031-05-22", *step)


def in_terminal(county: County, *arguments: str) -> Terminal:
    return Terminal("meeting", *arguments, cwd=county.root, env={"VIS_TODAY": "2031-02-21"})


def test_in_a_terminal_each_side_is_asked_about_with_nobody_marked(county: County) -> None:
    terminal = in_terminal(county, "hold", ID)
    terminal.answer("Who was there from the region", SPACE + ENTER)
    terminal.answer("Who was there from the municipalities", SPACE + DOWN + SPACE + ENTER)
    terminal.answer("Others who were there", "hedda, ebba" + ENTER)
    terminal.answer("Who chaired", ENTER)
    terminal.answer("Who took the minutes", ENTER)
    terminal.answer("Is it right?", ENTER)
    assert terminal.end() == 0
    assert "absent: Bo Exempel" in terminal.screen
    attendance = county.text().partition("attendance:\n")[2].partition("items:")[0]
    assert attendance == (
        "  - person: cecilia\n    capacity: municipality\n    present: true\n    role: chair  # kommunernas tur\n"
        "  - person: alva\n    capacity: region\n    present: true\n"
        "  - person: bo\n    capacity: region\n    present: false\n"
        "  - person: david\n    capacity: municipality\n    present: true\n"
        "  - person: hedda\n    capacity: secretariat\n    present: true\n"
        "  - person: ebba\n    capacity: adjunct\n    present: true\n    guest: true\n"
    )


def test_an_interview_that_is_given_up_writes_nothing(county: County) -> None:
    before = county.repository.snapshot()
    terminal = in_terminal(county, "hold", ID)
    terminal.answer("Who was there from the region", CTRL_C)
    assert terminal.end() == 130
    assert county.repository.snapshot() == before


def test_in_a_terminal_a_reason_that_is_missing_is_asked_for(county: County) -> None:
    terminal = Terminal("meeting", "cancel", ID, cwd=county.root, env={"VIS_TODAY": "2031-02-01"})
    terminal.answer("Why is it cancelled", "För få kan komma" + ENTER)
    assert terminal.end() == 0
    assert "reason: För få kan komma\n" in county.text()


def test_in_a_terminal_it_is_asked_what_is_recorded(held: County) -> None:
    terminal = in_terminal(held, "record", ID, "2")
    terminal.answer("What is recorded", DOWN * 3 + ENTER)
    terminal.answer("What shall be done", "Ta fram ett förslag" + ENTER)
    terminal.answer("Who shall do it", "hedda, Exempelby kommun" + ENTER)
    terminal.answer("Which body it comes back to", ENTER)
    assert terminal.end() == 0, terminal.screen
    assert (
        "      - id: uppdrag-1\n        text: Ta fram ett förslag\n"
        "        owners:\n          - hedda\n          - exempelby\n        return_to: samradsgruppen\n"
    ) in held.text()


def test_of_whom_nothing_is_said_the_rules_ask(county: County) -> None:
    held = MEETING.replace("planned", "held")
    county.root.joinpath(FEBRUARY).write_text(held, encoding="utf-8")
    done = vis("check", "--format", "concise", "--select", "VIS173", cwd=county.root)
    assert done.found == [f"{FEBRUARY}:11:13 VIS173"]
    county.done("2031-02-21", "hold", ID, *EVERYONE)
    assert vis("check", "--format", "concise", "--select", "VIS173", cwd=county.root).code == 0

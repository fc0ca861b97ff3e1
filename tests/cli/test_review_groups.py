"""The change rule of staffing cannot be got round, and what else a stranger tried on groups and people. (R-GRP-7)"""

from pathlib import Path

import pytest

from tests.bodies import NEW, county
from tests.history.repositories import Repository
from tests.program import register, vis

TODAY = {"VIS_TODAY": "2031-04-15"}
BO = "  - side: region\n    person: bo-prov\n    organisation: region-exempel\n    from: 2031-01-01\n"
CIA = "  - side: municipality\n    person: cia-test\n    from: 2029-01-01\n    until: 2029-12-31\n"
ITEM = "    seated: {meeting: tjanstegruppen-2031-02-20, item: bemanning}\n"
CITES = "VIS501 seated: {meeting: nya-gruppen-2031-03-05, item: ordforande}"
OWN = "    seated: {meeting: nya-gruppen-2031-03-05, item: ordforande}\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county, in Git, with a group that is established and three seats in it."""
    register(tmp_path, county(), vis_yaml=None)
    text = (tmp_path / NEW).read_text().replace("status: establishing", "status: established")
    (tmp_path / NEW).write_text(text + BO + CIA)
    Repository(tmp_path).commit({})
    return tmp_path


def judged(folder: Path, *codes: str) -> list[str]:
    """The codes that a change is blamed for, with what stands there."""
    select = ",".join(codes or ("VIS308", "VIS309"))
    done = vis("check", "--base", "HEAD", "--select", select, "--format", "concise", cwd=folder)
    lines = (folder / NEW).read_text().splitlines()
    return [f"{line.split()[-1]} {lines[int(line.split(':')[1]) - 1].strip(' -')}" for line in done.found]


def changed(folder: Path, old: str, new: str) -> None:
    """Write the group otherwise."""
    before = (folder / NEW).read_text()
    assert old in before
    (folder / NEW).write_text(before.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("  - side: region\n    person: bo", "  - side: municipality\n    person: bo", "VIS308 side: municipality"),
        ("organisation: region-exempel", "organisation: testvik-kommun", "VIS308 organisation: testvik-kommun"),
        ("organisation: region-exempel\n    from: 2031-01-01", "organisation: region-exempel", "VIS308 side: region"),
        ("    from: 2029-01-01\n    until: 2029-12-31\n", "    from: 2029-01-01\n", "VIS308 side: municipality"),
        ("    until: 2029-12-31\n", "    until: 2032-12-31\n", "VIS308 until: 2032-12-31"),
    ],
)
def test_a_seat_passes_to_nobody_else_and_to_no_other_time_unseen(here: Path, old: str, new: str, line: str) -> None:
    changed(here, old, new)
    assert judged(here) == [line]
    seat = "    person: cia-test\n" if "2029" in old else "    person: bo-prov\n"
    changed(here, seat, seat + ITEM)
    assert judged(here) == []


def test_who_comes_back_comes_anew(here: Path) -> None:
    back = "  - side: municipality\n    person: cia-test\n    from: 2031-04-01\n"
    changed(here, CIA, CIA + back)
    assert judged(here) == ["VIS308 side: municipality"]
    changed(here, back, f"{back}{ITEM}")
    assert judged(here) == []


def test_who_goes_over_to_the_other_side_leaves_one_seat_and_comes_to_another(here: Path) -> None:
    other = "  - side: municipality\n    person: bo-prov\n    organisation: testvik-kommun\n    from: 2031-04-01\n"
    changed(here, BO, f"{BO}    until: 2031-03-31\n{other}")
    assert judged(here) == ["VIS308 until: 2031-03-31", "VIS308 side: municipality"]


def test_who_only_changes_role_is_not_blamed_and_a_date_may_become_more_exact(here: Path) -> None:
    chair = BO.replace("- side", "- role: chair\n    side").replace("2031-01-01", "2031-04-01")
    changed(here, BO, f"{BO}    until: 2031-03-31\n{chair}")
    assert judged(here) == []
    vague = {"registry/groups/andra-gruppen.yaml": (here / "registry/groups/andra-gruppen.yaml").read_text()}
    vague["registry/groups/andra-gruppen.yaml"] += "members:\n  - {side: region, function: chef, from: '2031'}\n"
    Repository(here).commit(vague)
    register(here, {path: text.replace("'2031'", "2031-02-01") for path, text in vague.items()}, vis_yaml=None)
    assert judged(here) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("status: established", "status: proposed"), ("type: consultation", "type: forum")],
)
def test_a_group_does_not_escape_the_rule_by_being_made_another(here: Path, old: str, new: str) -> None:
    changed(here, CIA, f"{CIA}  - side: region\n    function: chef\n    from: 2031-04-01\n")
    changed(here, old, new)
    assert judged(here) == [f"VIS308 {new}", "VIS308 side: region"]


def test_a_group_that_is_discontinued_ends_all_its_seats_by_that_decision(here: Path) -> None:
    changed(here, "status: established", "status: discontinued")
    changed(here, BO, f"{BO}    until: 2031-04-30\n")
    assert judged(here) == []


def test_a_group_cannot_give_somebody_two_seats_itself_to_let_each_excuse_the_other(here: Path) -> None:
    seat = f"  - side: municipality\n    function: chef\n{OWN}    from: 2031-03-05\n"
    chair = seat.replace("- side", "- role: chair\n    side").replace("03-05\n  ", "03-06\n  ")
    changed(here, CIA, f"{CIA}{seat}    until: 2031-03-05\n{chair.replace('from: 2031-03-05', 'from: 2031-03-06')}")
    assert judged(here, "VIS501") == [CITES, CITES]


def test_who_sat_in_the_group_long_ago_is_not_let_in_by_the_group(here: Path) -> None:
    changed(here, CIA, f"{CIA}  - side: municipality\n    person: cia-test\n{OWN}    from: 2031-03-06\n")
    assert judged(here, "VIS501") == [CITES]


def test_who_changes_post_leaves_the_contacts_too_in_the_same_command(here: Path) -> None:
    area = "registry/contacts/exempelby.yaml"
    text = "id: exempelby\nksa:\n  # delad post\n  - person: ann-exempel\n    from: 2030-01-01\n    substitutes:\n"
    text += "      - {person: bo-prov, function: chef}\ngsa:\n  - clinic: Torget\n    person: ann-exempel\n"
    (here / area).write_text(text)
    move = ("person", "move", "ann", "--title", "chef", "--organisation", "Testvik", "--from", "2031-05-01")
    before = (here / "registry/people.yaml").read_text()
    tried = vis(*move, "--leave-contacts", "--dry-run", cwd=here, env=TODAY)
    assert ((here / area).read_text(), (here / "registry/people.yaml").read_text()) == (text, before)
    assert "+    until: 2031-04-30" in tried.out
    done = vis(*move, "--leave-contacts", cwd=here, env=TODAY)
    assert (done.code, done.lines) == (0, [area, "registry/people.yaml"]), done.err
    assert (here / area).read_text() == text.replace("gsa:", "    until: 2031-04-30\ngsa:")
    assert "this in contacts of areas ends with the old post (1):\n  - KSA: Exempelby\n" in done.err
    assert "  - GSA: Exempelby" in done.err.partition("this stays as it is")[2]


def test_a_name_of_which_no_id_can_be_made_is_refused_with_what_to_do(here: Path) -> None:
    for name in ("😀", "a" * 300):
        done = vis("person", "new", name, "--title", "chef", "--organisation", "Testvik", cwd=here, env=TODAY)
        assert (done.code, done.err) == (2, f"vis: no id can be made of the name {name}\n     say which with --id\n")
        done = vis("group", "new", "--name", name, "--type", "steering", cwd=here, env=TODAY)
        assert "no id can be made of the name" in done.err


def test_an_item_that_came_after_the_seat_began_is_warned_of_and_a_cancelled_meeting_decides_nothing(
    here: Path,
) -> None:
    late = f"  - side: region\n    function: chef\n    from: 2031-01-15\n{ITEM}"
    changed(here, CIA, CIA + late)
    assert judged(here) == ["VIS308 from: 2031-01-15"]
    changed(here, "from: 2031-01-15", "from: 2031-02-20")
    assert judged(here, "VIS308", "VIS500") == []
    meeting = here / "registry/meetings/tjanstegruppen/2031-02-20.yaml"
    meeting.write_text(meeting.read_text().replace("status: held", "status: cancelled"))
    assert judged(here, "VIS500") == ["VIS500 seated: {meeting: tjanstegruppen-2031-02-20, item: bemanning}"]

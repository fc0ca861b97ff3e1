"""What in a year's meetings would not do, and the nearest day that would: every day is reckoned by hand."""

import json
from pathlib import Path

from tests.program import register, vis
from tests.years import COUNTY, ORGANISATIONS, PEOPLE, VIS, group, meeting, meetings

BASE = {"registry/vis.yaml": VIS, "registry/organisations.yaml": ORGANISATIONS, "registry/people.yaml": PEOPLE}
UPPER = group("tjanstemannen", "Tjänstestyrgruppen", "TSG", "steering", "procedure:", "  papers_days: 7")
LOWER = group("aldre", "Äldres hälsa", "Äldre", "consultation", "reports_to: tjanstemannen")
TODAY = {"VIS_TODAY": "2030-11-15"}


def clashes(folder: Path, files: dict[str, str], **env: str) -> list[dict[str, object]]:
    """What the program finds in 2031, as data."""
    register(folder, BASE | files, vis_yaml=None)
    done = vis("plan", "clashes", "2031", "--json", cwd=folder, env=TODAY | env)
    assert done.code == 0, done.err
    found: list[dict[str, object]] = json.loads(done.out)["clashes"]
    return found


def brief(found: list[dict[str, object]]) -> list[tuple[object, ...]]:
    """(kind, group, day, days that would do) of each."""
    return [(item["kind"], item["group"], item["date"], item["would_do"]) for item in found]


def alone(*days: str, more: str = "") -> dict[str, str]:
    """One group that reports to nobody, and its meetings."""
    text = group("aldre", "Äldres hälsa", "Äldre", "consultation") + more
    return {"registry/groups/aldre.yaml": text, **meetings("aldre", days)}


def test_a_whole_year_of_four_bodies(tmp_path: Path) -> None:
    register(tmp_path, COUNTY, vis_yaml=None)
    done = vis("plan", "clashes", "2031", cwd=tmp_path, env=TODAY)
    assert done.code == 0
    assert (
        done.out
        == """\
Fri 2 May: Äldres hälsa
  many take 2031-05-02 off, between two free days (klämdag)
  → the nearest day that would do: Fri 9 May

Fri 23 May: Tjänstestyrgruppen
  many take 2031-05-23 off, between two free days (klämdag)
  → the nearest day that would do: Fri 16 May

Fri 20 June: Äldres hälsa
  nobody works on 2031-06-20: Midsommarafton
  → the nearest day that would do: Fri 13 June

Fri 20 June: Äldres hälsa
  too late for Tjänstestyrgruppen Tue 24 June, whose papers go out Tue 17 June
  → the nearest day that would do: Fri 13 June

"""
    )


def test_easter_epiphany_and_a_saturday(tmp_path: Path) -> None:
    found = clashes(tmp_path, alone("01-06", "02-15", "04-14", "06-06"))
    assert brief(found) == [
        ("day-off", "aldre", "2031-01-06", ["2031-01-13"]),
        ("day-off", "aldre", "2031-02-15", ["2031-02-14"]),  # no Saturday does, so the Friday
        ("day-off", "aldre", "2031-04-14", ["2031-04-21"]),
        ("day-off", "aldre", "2031-06-06", ["2031-06-13"]),
    ]


def test_a_half_day_is_in_the_way_of_an_afternoon_and_not_of_a_morning(tmp_path: Path) -> None:
    day = "2031-04-10"  # Maundy Thursday
    group_file = alone()
    morning = meeting("aldre", day, "planned", "start: '09:00'", "end: '11:00'")
    assert clashes(tmp_path / "a", group_file | morning) == []
    afternoon = meeting("aldre", day, "planned", "start: '14:00'", "end: '16:00'")
    found = clashes(tmp_path / "b", group_file | afternoon)
    assert brief(found) == [("day-off", "aldre", day, ["2031-04-17"])]
    assert found[0]["day_off"] == {"kind": "half", "name": "Skärtorsdagen"}
    assert clashes(tmp_path / "c", alone("04-10")) == []


def test_a_meeting_that_was_held_or_cancelled_is_no_question(tmp_path: Path) -> None:
    files = meeting("aldre", "2031-05-02", "held") | meeting("aldre", "2031-06-20", "cancelled", "reason: Midsommar")
    assert clashes(tmp_path, alone() | files) == []


def seated(id: str, seat: str, *lines: str) -> dict[str, str]:
    """A group with one seat."""
    text = group(id, f"Gruppen {id}", id.capitalize(), "consultation", "members:", f"  - {seat}", *lines)
    return {f"registry/groups/{id}.yaml": text}


BO = "{side: municipality, person: bo-prov, from: '2030-01-01'}"
TWO = seated("aldre", BO) | seated("barn", BO)


def test_a_person_in_two_places_at_once_for_certain(tmp_path: Path) -> None:
    first = meeting("aldre", "2031-10-08", "planned", "start: '13:00'", "end: '15:00'")
    second = meeting("barn", "2031-10-08", "called", "start: '14:30'", "end: '16:00'", "notice:", "  sent: 2031-09-20")
    found = clashes(tmp_path, TWO | first | second)
    assert brief(found) == [("two-places", "aldre", "2031-10-08", ["2031-10-15"])]  # the other is called already
    assert found[0]["certain"] is True
    assert found[0]["people"] == ["bo-prov"]


def test_a_person_perhaps_in_two_places_where_the_times_are_not_known(tmp_path: Path) -> None:
    register(tmp_path, BASE | TWO | meetings("aldre", ["10-08"]) | meetings("barn", ["10-08"]), vis_yaml=None)
    done = vis("plan", "clashes", "2031", cwd=tmp_path, env=TODAY)
    assert (
        done.out
        == """\
Wed 8 October: Barn
  Bo Prov may have to be at two meetings at once: this and Aldre Wed 8 October
  → the nearest day that would do: Wed 15 October

"""
    )


def test_one_meeting_after_the_other_on_a_day_is_no_clash(tmp_path: Path) -> None:
    first = meeting("aldre", "2031-10-08", "planned", "start: '09:00'", "end: '11:00'", "place: Exempelhuset")
    second = meeting("barn", "2031-10-08", "planned", "start: '11:00'", "end: '12:00'", "place: Exempelhuset")
    assert clashes(tmp_path / "a", TWO | first | second) == []
    elsewhere = meeting("barn", "2031-10-08", "planned", "start: '11:00'", "end: '12:00'", "place: Provhuset")
    found = clashes(tmp_path / "b", TWO | first | elsewhere)
    assert [(item["kind"], item["certain"]) for item in found] == [("two-places", False)]


def test_a_seat_that_has_ended_is_no_clash_and_a_substitute_only_may_be(tmp_path: Path) -> None:
    days = meetings("aldre", ["10-08"]) | meetings("barn", ["10-08"])
    ended = seated("aldre", BO.replace("}", ", until: '2031-08-31'}")) | seated("barn", BO)
    assert clashes(tmp_path / "a", ended | days) == []
    times = ("start: '13:00'", "end: '15:00'")
    at_once = {**meeting("aldre", "2031-10-08", "planned", *times), **meeting("barn", "2031-10-08", "planned", *times)}
    substitute = seated("aldre", BO.replace("{", "{role: substitute, ")) | seated("barn", BO)
    assert [item["certain"] for item in clashes(tmp_path / "b", substitute | at_once)] == [False]


def chain(lower: list[str], upper: list[str]) -> dict[str, str]:
    """A group, the body that it reports to with papers a week before, and the meetings of both."""
    groups = {"registry/groups/tjanstemannen.yaml": UPPER, "registry/groups/aldre.yaml": LOWER}
    return groups | meetings("aldre", lower) | meetings("tjanstemannen", upper)


def test_a_meeting_just_after_the_one_that_it_should_feed(tmp_path: Path) -> None:
    found = clashes(tmp_path, chain(["03-12"], ["03-10", "06-10"]))
    # The papers go out on 3 March; 5 March is too late still.
    assert brief(found) == [("order", "aldre", "2031-03-12", ["2031-02-26"])]
    assert found[0]["closes"] == "2031-03-03"


def test_a_meeting_so_close_that_the_papers_cannot_be_kept(tmp_path: Path) -> None:
    assert brief(clashes(tmp_path, chain(["03-05"], ["03-10", "06-10"]))) == [
        ("order", "aldre", "2031-03-05", ["2031-02-26"])
    ]


def test_a_meeting_is_in_time_or_there_is_another_soon_or_one_before_it_was(tmp_path: Path) -> None:
    assert clashes(tmp_path / "a", chain(["03-03"], ["03-10", "06-10"])) == []
    assert clashes(tmp_path / "b", chain(["02-05"], ["01-22", "02-26", "03-26"])) == []
    assert clashes(tmp_path / "c", chain(["02-12", "03-12"], ["03-10", "06-10"])) == []


def test_where_only_the_meeting_above_can_be_moved_it_is(tmp_path: Path) -> None:
    groups = {"registry/groups/tjanstemannen.yaml": UPPER, "registry/groups/aldre.yaml": LOWER}
    files = groups | meeting("aldre", "2031-03-05", "held") | meetings("tjanstemannen", ["03-10", "06-10"])
    assert brief(clashes(tmp_path, files)) == [("order", "tjanstemannen", "2031-03-05", ["2031-03-17"])]


def test_two_meetings_of_a_body_too_near_each_other(tmp_path: Path) -> None:
    assert brief(clashes(tmp_path / "a", alone("10-01", "10-08"))) == [("near", "aldre", "2031-10-08", ["2031-10-15"])]
    late_notice = "procedure:\n  notice_days: 21\n"
    found = clashes(tmp_path / "b", alone("10-01", "10-15", more=late_notice))
    assert brief(found) == [("near", "aldre", "2031-10-15", ["2031-10-22"])]


def test_a_body_below_its_rhythm_gets_a_day_in_its_longest_pause(tmp_path: Path) -> None:
    four = "procedure:\n  meetings_per_year: 4\n"
    found = clashes(tmp_path, alone("02-05", "05-07", "11-05", more=four))
    assert brief(found) == [("rhythm", "aldre", None, ["2031-08-06"])]
    assert (found[0]["planned"], found[0]["expected"]) == (3, 4)


def test_the_rhythm_of_the_inventory_counts_where_no_procedure_says_more(tmp_path: Path) -> None:
    profile = "profile:\n  structure:\n    text: Fyra möten per år\n    meetings_per_year: 4\n"
    (found,) = clashes(tmp_path, alone("02-05", "05-07", "08-20", more=profile))
    assert (found["kind"], found["planned"], found["expected"]) == ("rhythm", 3, 4)


def test_no_day_is_proposed_in_july_or_in_the_past_or_before_a_notice_can_go_out(tmp_path: Path) -> None:
    assert brief(clashes(tmp_path / "a", alone("06-20"))) == [("day-off", "aldre", "2031-06-20", ["2031-06-27"])]
    late = clashes(tmp_path / "b", alone("06-20"), VIS_TODAY="2031-06-27")
    assert brief(late) == [("day-off", "aldre", "2031-06-20", ["2031-06-30"])]
    notice = "procedure:\n  notice_days: 14\n"
    later = clashes(tmp_path / "c", alone("06-20", more=notice), VIS_TODAY="2031-06-10")
    assert brief(later) == [("day-off", "aldre", "2031-06-20", ["2031-06-27"])]


def test_the_day_proposed_puts_nobody_in_two_places(tmp_path: Path) -> None:
    days = meetings("aldre", ["05-02"]) | meetings("barn", ["05-09"])
    assert brief(clashes(tmp_path, TWO | days)) == [("day-off", "aldre", "2031-05-02", ["2031-04-25"])]


def test_two_meetings_are_not_moved_into_each_others_way(tmp_path: Path) -> None:
    days = meetings("aldre", ["05-02"]) | meetings("barn", ["05-02"])
    found = clashes(tmp_path, TWO | days)
    moved = {item["group"]: item["would_do"] for item in found}
    assert moved == {"aldre": ["2031-05-09"], "barn": ["2031-04-25"]}


def test_a_year_in_which_nothing_clashes(tmp_path: Path) -> None:
    register(tmp_path, BASE | alone("02-05"), vis_yaml=None)
    done = vis("plan", "clashes", "2031", cwd=tmp_path)
    assert (done.code, done.out) == (0, "nothing clashes in 2031, as far as the register knows\n")


def test_of_two_days_as_near_the_one_that_feeds_the_meeting_above_is_proposed(tmp_path: Path) -> None:
    # 29 January is a week away too, but then the meeting of 23 January has nothing before it.
    assert brief(clashes(tmp_path, chain(["01-22"], ["01-23", "02-27"]))) == [
        ("order", "aldre", "2031-01-22", ["2031-01-15"])
    ]

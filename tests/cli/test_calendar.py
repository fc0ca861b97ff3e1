"""`vis calendar`, read again by two parsers that know nothing of each other."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from tests.program import register, vis

STOCKHOLM = ZoneInfo("Europe/Stockholm")
PEOPLE = """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: direktör
      organisation: exempelforvaltningen
bo-prov:
  name: Bo Prov
  posts:
    - title: chef
      organisation: exempelregionen
"""
ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
exempelforvaltningen:
  name: Exempelförvaltningen
  type: administration
  side: municipality
  parent: exempelby-kommun
"""
GROUP = """\
id: {id}
name: {name}
type: steering
level: regional
status: active
members:
  - side: municipality
    person: {person}
    until: 2031-06-30
"""
MEETING = """\
id: exempelgruppen-2031-03-20
group: exempelgruppen
status: called
date: 2031-03-20
start: '14:00'
end: '16:00'
form: in-person
place: Sal A; plan 2, "Eken"
items:
  - id: oppning
    number: 1
    heading: Välkommen, alla
    type: opening
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return register(
        tmp_path,
        {
            "registry/people.yaml": PEOPLE,
            "registry/organisations.yaml": ORGANISATIONS,
            "registry/groups/exempelgruppen.yaml": GROUP.format(
                id="exempelgruppen", name="Exempelgruppen för vård; omsorg", person="ann-exempel"
            ),
            "registry/groups/provgruppen.yaml": GROUP.format(id="provgruppen", name="Provgruppen", person="bo-prov"),
            "registry/meetings/exempelgruppen/2031-03-20.yaml": MEETING,
            "registry/meetings/exempelgruppen/2031-09-20.yaml": (
                "id: exempelgruppen-2031-09-20\ngroup: exempelgruppen\nstatus: planned\ndate: 2031-09-20\n"
            ),
            "registry/meetings/provgruppen/2031-10-26.yaml": (
                "id: provgruppen-2031-10-26\ngroup: provgruppen\nstatus: planned\ndate: 2031-10-26\nstart: '09:30'\n"
            ),
        },
    )


def exported(here: Path, *options: str, **env: str) -> str:
    """The calendar as it is written to a file: its lines end as the standard wants."""
    done = vis("calendar", *options, "-o", here / "out" / "mote.ics", cwd=here, env=env)
    assert done.code == 0, done.err
    return (here / "out" / "mote.ics").read_bytes().decode()


def events(data: str) -> dict[str, icalendar.Event]:
    """The events by uid; each uid is there once."""
    found = icalendar.Calendar.from_ical(data).walk("VEVENT")
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def test_two_parsers_read_the_same_meetings(here: Path) -> None:
    made = exported(here)
    found = events(made)
    assert sorted(found) == [
        "exempelgruppen-2031-03-20@exempellan.vis",
        "exempelgruppen-2031-09-20@exempellan.vis",
        "provgruppen-2031-10-26@exempellan.vis",
    ]
    march = found["exempelgruppen-2031-03-20@exempellan.vis"]
    assert march.decoded("dtstart") == dt.datetime(2031, 3, 20, 14, tzinfo=STOCKHOLM)
    assert march.decoded("dtend") == dt.datetime(2031, 3, 20, 16, tzinfo=STOCKHOLM)
    assert (str(march["summary"]), str(march["status"])) == ("Exempelgruppen för vård; omsorg", "CONFIRMED")
    assert str(march["location"]) == 'Fysiskt möte, Sal A; plan 2, "Eken"'
    assert "1. Välkommen, alla" in str(march["description"])
    september = found["exempelgruppen-2031-09-20@exempellan.vis"]
    assert (september.decoded("dtstart"), str(september["status"])) == (dt.date(2031, 9, 20), "TENTATIVE")

    other = {str(event.uid.value): event for event in vobject.readOne(made).vevent_list}
    assert sorted(other) == sorted(found)
    for uid, event in other.items():
        mine = found[uid].decoded("dtstart")
        theirs = event.dtstart.value
        if isinstance(mine, dt.datetime):
            assert theirs.utcoffset() == mine.utcoffset()
            assert theirs.astimezone(dt.UTC) == mine.astimezone(dt.UTC)
        else:
            assert theirs == mine
        assert event.summary.value == str(found[uid]["summary"])
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n")), "lines are folded"


def test_a_change_updates_the_event_and_makes_no_second_one(here: Path) -> None:
    first = events(exported(here))
    path = here / "registry/meetings/exempelgruppen/2031-03-20.yaml"
    moved = MEETING.replace("date: 2031-03-20", "date: 2031-04-03").replace(
        "items:",
        "moves:\n  - date: 2031-03-20\n    start: '14:00'\n    end: '16:00'\n    reason: Salen är upptagen\nitems:",
    )
    path.write_text(moved, encoding="utf-8")
    second = events(exported(here))
    assert sorted(second) == sorted(first)
    uid = "exempelgruppen-2031-03-20@exempellan.vis"
    assert [int(first[uid]["sequence"]), int(second[uid]["sequence"])] == [0, 1]
    assert second[uid].decoded("dtstart").date() == dt.date(2031, 4, 3)
    assert "Skulle ha varit torsdagen den 20 mars 2031 klockan 14.00: Salen är upptagen" in str(
        second[uid]["description"]
    ).replace("\xa0", " ")

    path.write_text(moved.replace("status: called", "status: cancelled\nreason: Ingen kan"), encoding="utf-8")
    third = events(exported(here))
    assert sorted(third) == sorted(first), "what is cancelled is said, not left out"
    assert (str(third[uid]["status"]), int(third[uid]["sequence"])) == ("CANCELLED", 2)
    assert str(third[uid]["summary"]).startswith("INSTÄLLT: ")
    assert "Ingen kan" in str(third[uid]["description"])


def test_a_person_and_a_party_get_the_meetings_that_they_have_a_seat_at(here: Path) -> None:
    ann = events(exported(here, "--person", "Ann Exempel"))
    assert sorted(ann) == ["exempelgruppen-2031-03-20@exempellan.vis"], "the seat ends in June"
    assert sorted(events(exported(here, "--party", "Exempelby kommun"))) == sorted(ann)
    assert sorted(events(exported(here, "--group", "provgruppen"))) == ["provgruppen-2031-10-26@exempellan.vis"]
    assert sorted(events(exported(here, "--year", "2030"))) == []


def test_the_same_data_gives_the_same_bytes(here: Path) -> None:
    def made(zone: str) -> str:
        return exported(here, TZ=zone, VIS_TODAY="2031-01-15")

    assert made("Asia/Tokyo") == made("America/New_York")


def test_a_foreign_file_is_not_written_over_and_ones_own_is(here: Path, tmp_path: Path) -> None:
    file = tmp_path / "mote.ics"
    assert vis("calendar", "-o", file, cwd=here).code == 0
    assert vis("calendar", "--group", "provgruppen", "-o", file, cwd=here).code == 0
    assert len(events(file.read_text(encoding="utf-8"))) == 1
    foreign = tmp_path / "mitt.ics"
    foreign.write_text("BEGIN:VCALENDAR\nPRODID:-//annat//\nEND:VCALENDAR\n", encoding="utf-8")
    done = vis("calendar", "-o", foreign, cwd=here)
    assert done.code == 2
    assert "not a calendar that `vis` wrote" in done.err
    assert foreign.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR\nPRODID:-//annat")
    assert vis("calendar", "-o", tmp_path / "mote.txt", cwd=here).code == 2


def test_an_unknown_person_is_said_with_what_is_near(here: Path) -> None:
    done = vis("calendar", "--person", "Anne Exempl", cwd=here)
    assert done.code == 2
    assert "ann-exempel" in done.err

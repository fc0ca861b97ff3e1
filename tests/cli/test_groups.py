"""`vis group`: who sits where, how groups are established and discontinued, and what is refused."""

import json
import re
from pathlib import Path

import pytest

from tests.bodies import FORUM, MANDATE, NEW, county
from tests.program import Done, register, vis

TODAY = {"VIS_TODAY": "2031-04-15"}
CITED = ("--meeting", "tjänstestyrgruppen 2031-02-20", "--item", "1")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path, county(), vis_yaml=None)


def group(*arguments: str, cwd: Path) -> Done:
    """Run `vis group` on a day in April."""
    return vis("group", *arguments, cwd=cwd, env=TODAY)


def staffed(folder: Path) -> None:
    """Everything that the new group needs to be established."""
    (folder / NEW).write_text((folder / NEW).read_text() + MANDATE)
    for arguments in (
        ("join", "nya", "--person", "bo prov", "--role", "ordförande", "--node", *CITED),
        ("join", "nya", "--person", "cia", "--role", "processledare", *CITED),
    ):
        done = group(*arguments, cwd=folder)
        assert done.code == 0, done.err


def seats(folder: Path, on: str, name: str = "nya-gruppen") -> list[tuple[str, str, bool]]:
    """(person, role, certain) of those who sit in a group on a day."""
    done = group("show", name, "--on", on, "--json", cwd=folder)
    found = json.loads(done.out)["computed"]["seats"]
    return [(seat["person"], seat["role"], seat["certain"]) for seat in found]


def test_somebody_joins_with_the_decision_that_it_follows_from(here: Path) -> None:
    before = (here / NEW).read_text()
    done = group("join", "nya", "--person", "prov", "--percent", "25", "--node", *CITED, cwd=here)
    assert (done.code, done.out) == (0, f"{NEW}\n"), done.err
    assert done.err == "Nya samrådsgruppen: Bo Prov, member, region, from 2031-02-20\n"
    assert (here / NEW).read_text() == before + (
        "  - side: region\n    person: bo-prov\n    percent: 25\n    node: true\n"
        "    seated:\n      meeting: tjanstegruppen-2031-02-20\n      item: bemanning\n    from: 2031-02-20\n"
    )


def test_a_seat_without_its_decision_is_refused(here: Path) -> None:
    done = group("join", "nya", "--person", "bo-prov", cwd=here)
    assert done.code == 2
    assert "who sits in `nya-gruppen` is decided by Tjänstestyrgruppen, and no item of it is named" in done.err
    done = group("join", "nya", "--person", "bo-prov", "--meeting", "nya 2031-03-05", "--item", "val", cwd=here)
    assert done.code == 1
    assert "`nya-gruppen-2031-03-05` is of `nya-gruppen`" in done.err


def test_what_a_document_states_has_been_so_needs_no_decision(here: Path) -> None:
    done = group("join", "nya", "--person", "bo-prov", "--from", "2029", "--source", "rapport:3", cwd=here)
    assert done.code == 0, done.err
    assert "    from: '2029'\n    sources:\n      - rapport:3\n" in (here / NEW).read_text()


def test_an_organisation_and_a_function_have_seats_too(here: Path) -> None:
    arguments = ("join", "gamla", "--organisation", "Testvik", "--function", "socialdirektör", "--role", "adjungerad")
    done = group(*arguments, "--from", "2030", cwd=here)
    assert done.err == "Gamla forumet: socialdirektör, Testviks kommun, adjunct, municipality, from 2030\n"


def test_nobody_has_two_seats_at_once_and_no_side_two_chairs(here: Path) -> None:
    done = group("join", "nya", "--person", "ann-exempel", *CITED, cwd=here)
    assert done.code == 1
    assert "Ann Exempel sits in `nya-gruppen` already, as member" in done.err
    staffed(here)
    done = group("join", "nya", "--function", "direktör", "--role", "chair", "--side", "region", *CITED, cwd=here)
    assert done.code == 1
    assert "`nya-gruppen` has a chair for that side: Bo Prov" in done.err


def test_who_leaves_is_ended_and_stays_on_record(here: Path) -> None:
    before = (here / NEW).read_text()
    done = group("leave", "nya", "--person", "ann", "--until", "2031-03-31", *CITED, cwd=here)
    assert done.code == 0, done.err
    assert "Ann Exempel, member, municipality, from 2031-01-01 until 2031-03-31" in done.err
    assert "note: `nya-gruppen` then lacks: representation" not in done.err  # it did so before: no seat of the region
    assert (here / NEW).read_text() == before.replace(
        "    from: 2031-01-01\n",
        "    ended:\n      meeting: tjanstegruppen-2031-02-20\n      item: bemanning\n"
        "    from: 2031-01-01\n    until: 2031-03-31\n",
    )
    assert seats(here, "2031-03-31") == [("ann-exempel", "member", True)]
    assert seats(here, "2031-04-01") == []
    assert "Left empty\n  - Ann Exempel, member" in group("show", "nya", cwd=here).out
    done = group("leave", "nya", "--person", "ann", *CITED, "--until", "2031-04-30", cwd=here)
    assert (done.code, "left `nya-gruppen` 2031-03-31 already" in done.err) == (1, True)


def test_who_sat_where_on_a_day_says_what_is_certain(here: Path) -> None:
    assert seats(here, "2029-12-31", "gamla-forumet") == [("bo-prov", "member", True)]
    assert seats(here, "2030-06-01", "gamla-forumet") == [("bo-prov", "member", False)]
    assert seats(here, "2031-01-01", "gamla-forumet") == []


def test_who_sat_where_is_one_table_over_all_groups(here: Path) -> None:
    done = group("seats", "--on", "2030-12-31", cwd=here)
    assert [line.split() for line in done.lines[1:]] == [
        ["Gamla", "forumet", "Bo", "Prov?", "member", "region", "until", "2030"]
    ]
    assert done.err == "found: 1; not certain: 1\n"
    own = json.loads(group("seats", "--organisation", "Exempelby", "--json", cwd=here).out)
    assert [(item["group"], item["person"], item["certain"]) for item in own["items"]] == [
        ("nya-gruppen", "ann-exempel", True)
    ]


def test_the_group_itself_gives_its_members_their_roles(here: Path) -> None:
    staffed(here)
    own = ("--meeting", "nya-gruppen-2031-03-05", "--item", "ordforande")
    done = group("chair", "nya", "--person", "ann", "--from", "2031-03-06", *own, cwd=here)
    assert done.code == 0, done.err
    assert seats(here, "2031-03-05")[0] == ("ann-exempel", "member", True)
    assert ("ann-exempel", "chair", True) in seats(here, "2031-03-06")
    assert len(seats(here, "2031-03-06")) == 3
    assert vis("check", cwd=here).code == 0


def test_another_chair_ends_the_one_before_or_leaves_the_seat(here: Path) -> None:
    staffed(here)
    (here / "registry/people.yaml").write_text(
        (here / "registry/people.yaml").read_text()
        + "dan-exempel:\n  name: Dan Exempel\n  posts: [{title: direktör, organisation: region-exempel}]\n"
    )
    done = group("chair", "nya", "--person", "dan", "--from", "2031-04-01", "--stays", *CITED, cwd=here)
    assert done.code == 0, done.err
    assert "Bo Prov, chair, region, from 2031-02-20 until 2031-03-31" in done.err
    assert sorted(seats(here, "2031-04-01")) == [
        ("ann-exempel", "member", True),
        ("bo-prov", "member", True),
        ("cia-test", "process-leader", True),
        ("dan-exempel", "chair", True),
    ]


def test_how_the_chair_is_decided_can_be_said(here: Path) -> None:
    done = group("chair", "gamla", "--alternates", "--chairing", "Varannan gång", cwd=here)
    assert done.code == 0, done.err
    assert "chairing: Varannan gång\nalternates: true\n" in (here / FORUM).read_text()
    assert group("chair", "gamla", "--alternates", cwd=here).code == 1


def test_establishing_is_refused_with_all_that_is_missing(here: Path) -> None:
    before = (here / NEW).read_text()
    done = group("establish", "nya", "--date", "2031-03-01", cwd=here)
    assert done.code == 1
    assert done.out == ""
    assert [line for line in done.err.splitlines() if line.startswith("error")] == [
        "error: `nya-gruppen` has no mandate",
        "error: `nya-gruppen` has no seat for: region",
        "error: `nya-gruppen` has no chair",
        "error: `nya-gruppen` has nobody who leads its process",
    ]
    assert done.err.endswith("nothing was written: the group is not established yet\n")
    assert (here / NEW).read_text() == before


def test_establishing_keeps_the_earlier_status_and_the_lessons(here: Path) -> None:
    staffed(here)
    arguments = ("--lessons", "Börja med få frågor.", "--introduction", "Två halvdagar", "--introduced", "2031-03")
    done = group("establish", "nya", *CITED, *arguments, cwd=here)
    assert done.code == 0, done.err
    assert "Nya samrådsgruppen: established, 2031-02-20, by Tjänstestyrgruppen 2031-02-20, Bemanning" in done.err
    text = (here / NEW).read_text()
    assert (
        "status: established\nreached:\n  on: 2031-02-20\n  at:\n    meeting: tjanstegruppen-2031-02-20\n"
        "    item: bemanning\n  lessons: Börja med få frågor.\nearlier:\n  - on: 2030-11-20\n"
        "    decision: Tjänstestyrgruppen 2030-11-20, punkt 3\n    status: establishing\n"
    ) in text.replace("'on'", "on")
    assert "introduction:\n" in text
    shown = group("show", "nya", "--on", "2031-02-19", cwd=here)
    assert "establishing, 2030-11-20, by Tjänstestyrgruppen 2030-11-20, punkt 3" in " ".join(shown.out.split())
    assert group("establish", "nya", cwd=here).code == 1


def test_discontinuing_is_refused_while_anything_lacks_an_established_taker(here: Path) -> None:
    before = (here / FORUM).read_text()
    done = group("discontinue", "gamla", cwd=here)
    assert done.code == 1
    assert [line for line in done.err.splitlines() if line.startswith("error")] == [
        "error: `gamla-forumet` goes on until a decision says otherwise, and none is named",
        "error: `forum-exempel` of `gamla-forumet` waits for `nya-gruppen`, not established: Samverkan om exempel",
        "error: `forum-prov` of `gamla-forumet` waits for `andra-gruppen`, `nya-gruppen`, not established: "
        "Samverkan om prov",
        "error: nobody takes over `forum-rest` from `gamla-forumet`: Allt det andra",
    ]
    assert done.err.endswith("nothing was written: the group goes on\n")
    assert (here / FORUM).read_text() == before


def test_a_forum_ends_once_all_has_been_taken_over(here: Path) -> None:
    staffed(here)
    handover = ("handover", "gamla", "forum-rest", "--to", "nya")
    done = group(*handover, cwd=here)
    assert (done.code, "is not established on 2031-04-15" in done.err) == (1, True), done.err
    assert group("establish", "nya", *CITED, cwd=here).code == 0
    done = group("handover", "gamla", "allt det andra", "--to", "nya", *CITED, cwd=here)
    assert done.code == 0, done.err
    assert "forum-rest: handed over to Nya samrådsgruppen, 2031-02-20" in done.err
    assert group(*handover, cwd=here).code == 1
    end = ("--meeting", "tjanstegruppen-2031-02-20", "--item", "forumet")
    done = group("discontinue", "gamla", *end, "--lessons", "Det tog tid.", cwd=here)
    assert done.code == 0, done.err
    text = (here / FORUM).read_text()
    assert "status: discontinued\nreached:\n" in text
    assert "earlier:\n  - status: active\n" in text
    assert "until: 2031-02-20\n" in text
    assert vis("check", cwd=here).code == 0, vis("check", cwd=here).out
    assert group("discontinue", "gamla", *end, cwd=here).code == 1


def test_the_newsletter_tells_who_came_and_what_was_established(here: Path) -> None:
    staffed(here)
    assert group("leave", "nya", "--person", "ann", "--until", "2031-03-31", *CITED, cwd=here).code == 0
    done = vis("digest", "--from", "2031-02-01", "--until", "2031-04-01", cwd=here, env=TODAY)
    assert done.code == 0, done.err
    told = done.out.partition("## Grupper")[2].partition("\n## ")[0]
    assert "Bo Prov kom till Nya samrådsgruppen som ordförande." in told
    assert "Ann Exempel lämnade Nya samrådsgruppen som ledamot." in told


def test_what_still_waits_with_a_group_that_ends_is_said(here: Path) -> None:
    path = here / "registry/groups/arbetsgruppen.yaml"
    path.write_text(
        "id: arbetsgruppen\nname: Arbetsgruppen\ntype: working\nlevel: regional\nstatus: active\nuntil: '2031'\n"
    )
    meeting = here / "registry/meetings/arbetsgruppen/2031-06-01.yaml"
    meeting.parent.mkdir()
    meeting.write_text("id: arbetsgruppen-2031-06-01\ngroup: arbetsgruppen\nstatus: planned\ndate: 2031-06-01\n")
    done = group("discontinue", "arbetsgruppen", "--date", "2031-04-30", cwd=here)
    assert done.code == 1
    assert "error: `arbetsgruppen` has a meeting after that, on 2031-06-01\n" in done.err
    assert vis("meeting", "cancel", "arbetsgruppen-2031-06-01", "--reason", "Klart", cwd=here, env=TODAY).code == 0
    officials = here / "registry/meetings/tjanstegruppen/2031-02-20.yaml"
    officials.write_text(officials.read_text().replace("return_to: tjanstegruppen", "return_to: arbetsgruppen"))
    done = group("discontinue", "arbetsgruppen", "--date", "2031-04-30", cwd=here)
    assert done.code == 0, done.err
    assert "note: assignments that come back to it (1): `tjanstegruppen-2031-02-20#uppdrag-lista`" in done.err


def test_a_new_group_is_a_file_and_a_working_group_has_an_end(here: Path) -> None:
    arguments = ("new", "--name", "Arbetsgruppen för prov", "--type", "arbetsgrupp", "--status", "aktiv")
    done = group(*arguments, cwd=here)
    assert (done.code, "a working group is for a time, and no end is given" in done.err) == (1, True)
    done = group(*arguments, "--until", "2031-12", "--reports-to", "nya", "--predecessor", "gamla", cwd=here)
    path = "registry/groups/arbetsgruppen-for-prov.yaml"
    assert (done.code, done.out) == (0, f"{path}\n"), done.err
    assert (here / path).read_text() == (
        "id: arbetsgruppen-for-prov\nname: Arbetsgruppen för prov\ntype: working\nlevel: regional\nstatus: active\n"
        "reports_to: nya-gruppen\npredecessors:\n  - gamla-forumet\nuntil: '2031-12'\n"
    )
    done = group("new", "--name", "nya samrådsgruppen", "--type", "consultation", cwd=here)
    assert "there is a group of that name: `nya-gruppen`" in done.err


def test_the_list_says_who_chairs_how_many_sit_and_what_has_stalled(here: Path) -> None:
    done = group("list", cwd=here)
    assert done.code == 0, done.err
    rows = {cells[0]: " ".join(cells[1:]) for cells in (re.split("  +", line) for line in done.lines[1:])}
    assert rows["Nya samrådsgruppen"] == "consultation establishing – 1 2031-03-05"
    assert rows["Gamla forumet"] == "forum active – 0 2029-09-18 (long ago)"
    assert done.err == "found: 4; not met for 12 months: 1\n"
    found = json.loads(group("list", "--stale", "--json", cwd=here).out)["items"]
    assert [item["id"] for item in found] == ["gamla-forumet"]
    assert found[0]["activity"]["months"] == 18
    only = group("list", "--type", "samrådsgrupp", "--status", "beslutad", cwd=here)
    assert [re.split("  +", line)[0] for line in only.lines[1:]] == ["Andra samrådsgruppen"]


def test_a_dry_run_shows_and_writes_nothing(here: Path) -> None:
    before = (here / NEW).read_text()
    done = group("join", "nya", "--person", "bo-prov", *CITED, "--dry-run", cwd=here)
    assert (done.code, "+    person: bo-prov" in done.out) == (0, True)
    assert "would then be: Nya samrådsgruppen: Bo Prov" in done.err
    assert (here / NEW).read_text() == before

"""A meeting from its notice to its approved minutes, through the real program."""

import json
from pathlib import Path

import pytest

from tests.cli.meetings import ABOVE_FILE, EVERYONE, FEBRUARY, ID, MAY_FILE, QUESTION_FILE, County
from tests.program import vis


@pytest.fixture
def county(tmp_path: Path) -> County:
    return County(tmp_path)


def test_a_meeting_lives_from_its_notice_to_the_approval_of_its_minutes(county: County) -> None:
    done = county.done("2031-02-01", "call", ID)
    assert done.lines == [FEBRUARY]
    assert "Samrådsgruppen för äldre 20 February 2031: called; waits for the meeting" in done.err

    done = county.done("2031-02-21", "hold", "samrådsgruppen 2031-02-20", *EVERYONE, "--guest", "greta")
    assert "members present: 3; a decision needs 3, so decisions can be taken" in done.err
    assert "held; waits for its minutes, due 28 February 2031" in done.err

    county.done("2031-02-21", "record", ID, "2", "--text", "Kommunerna berättade.", "--contribution", "Mer tid behövs")
    done = county.done(
        "2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten", "--basis", "rapport"
    )
    assert "`vis meeting forward` takes the recommendation on to `tjanstegruppen`" in done.err
    done = county.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision")
    assert done.lines == [FEBRUARY, QUESTION_FILE]
    assert "it comes up in Tjänstestyrgruppen on 12 March 2031" in done.err

    county.done("2031-02-25", "draft", ID)
    done = county.done("2031-03-05", "send", ID)
    assert "the minutes are 3 days late: they were due 2031-03-02, 10 days after the meeting" in done.err
    assert "sent; waits for approval on 20 May 2031" in done.err

    county.done("2031-05-01", "call", "samradsgruppen-2031-05-20")
    county.done("2031-05-20", "hold", "samradsgruppen-2031-05-20", *EVERYONE, "--chair", "alva")
    done = county.done("2031-05-21", "approve", ID)
    assert done.lines == [FEBRUARY, MAY_FILE]
    assert "20 February 2031: approved" in done.err

    check = vis("check", "--select", "VIS1,VIS2", cwd=county.root)
    assert check.code == 0, check.out


def test_every_step_is_a_small_change_that_keeps_comments_and_order(county: County) -> None:
    county.done("2031-02-01", "call", ID, "--sent", "2031-01-30")
    assert county.added() == (["status: planned"], ["status: called", "notice:", "  sent: 2031-01-30"])
    county.commit()

    county.done("2031-02-21", "hold", ID, *EVERYONE, "--secretary", "alva")
    assert county.added() == (
        ["status: called"],
        [
            "status: held",
            "    present: true",
            "  - person: alva",
            "    capacity: region",
            "    present: true",
            "    role: secretary",
            "  - person: bo",
            "    capacity: region",
            "    present: false",
            "  - person: david",
            "    capacity: municipality",
            "    present: true",
        ],
    )
    assert "    role: chair  # kommunernas tur\n" in county.text()
    county.commit()

    county.done("2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten")
    county.commit()
    county.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision", "--title", "Godkännande av rapporten")
    item = (
        "  - id: fragor-vidare\n"
        "    number: 4\n"
        "    heading: Frågor vidare till Tjänstestyrgruppen\n"
        "    type: forwarding\n"
        "    decisions:\n"
        "      - id: beslut-2\n"
        "        type: decides\n"
        "        text: dessa frågor tas vidare till Tjänstestyrgruppen\n"
        "    forwards:\n"
        "      - item: rapporten\n"
        "        kind: decision\n"
        "        to: tjanstegruppen\n"
        "        title: Godkännande av rapporten\n"
    )
    before = county.repository.git("show", f"HEAD:{FEBRUARY}") + "\n"
    after = before.replace("    number: 5", "    number: 6").replace("    number: 4", "    number: 5")
    assert county.text() == after.replace("  - id: ovrigt\n", item + "  - id: ovrigt\n")
    assert county.text(QUESTION_FILE).endswith(
        "    date: '2030-11'  # efter dialogen\n"
        "  - level: steering\n    body: tjanstegruppen\n    date: 2031-02-20\n"
        f"    meeting: {ID}\n    item: rapporten\n"
    )
    for comment in ("# Årets första möte.\n", "date: 2031-02-20  # en torsdag\n"):
        assert comment in county.text()


def test_the_approval_is_noted_at_both_meetings(county: County) -> None:
    county.done("2031-02-21", "hold", ID, *EVERYONE)
    county.done("2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten")
    county.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision")
    county.done("2031-02-25", "send", ID)
    county.done("2031-05-20", "hold", "samradsgruppen-2031-05-20", *EVERYONE, "--chair", "alva")
    county.commit()
    done = county.done("2031-05-21", "approve", ID, "--at", "samradsgruppen 2031-05-20", "--commit")
    assert "saved in the register's history (" in done.err
    subject = county.repository.git("log", "-1", "--format=%s")
    assert subject == "Samrådsgruppen för äldre 2031-02-20: minnesanteckningarna är fastställda 2031-05-20"
    assert "status: approved\n" in county.text()
    assert county.text().endswith("approval:\n  meeting: samradsgruppen-2031-05-20\n")
    assert (
        "    previous: samradsgruppen-2031-02-20\n"
        "    decisions:\n"
        "      - id: beslut-1\n"
        "        type: approves\n"
        "        text: minnesanteckningarna från mötet den 20 februari 2031 och lägger dem till handlingarna\n"
    ) in county.text(MAY_FILE)


def test_a_dry_run_shows_the_change_and_writes_nothing(county: County) -> None:
    before = county.repository.snapshot()
    done = county.done("2031-02-01", "call", ID, "--dry-run")
    assert "+status: called" in done.lines
    assert county.repository.snapshot() == before


def test_a_moved_meeting_keeps_its_id_and_logs_what_held_before(county: County) -> None:
    county.done("2031-01-20", "move", ID, "--date", "2031-02-26", "--start", "13", "--reason", "Lokalen är upptagen")
    assert county.added() == (
        ["date: 2031-02-20  # en torsdag", "weekday: thursday", "start: '14:00'"],
        [
            "date: 2031-02-26  # en torsdag",
            "weekday: wednesday",
            "start: '13:00'",
            "moves:",
            "  - date: 2031-02-20",
            "    start: '14:00'",
            "    end: '16:00'",
            "    place: Exempelsalen",
            "    decided: 2031-01-20",
            "    reason: Lokalen är upptagen",
        ],
    )
    county.commit()
    county.done("2031-01-21", "move", ID, "--place", "Provsalen", "--form", "hybrid", "--reason", "Större sal")
    assert county.text().count("    decided: ") == 2
    assert "samradsgruppen-2031-02-20" in county.done("2031-01-22", "list", "--json").out


def test_a_called_meeting_that_is_moved_says_who_must_be_told_and_can_be_called_again(county: County) -> None:
    county.done("2031-02-01", "call", ID)
    done = county.done("2031-02-03", "move", ID, "--date", "2031-02-27", "--reason", "Sjukdom")
    assert "the notice was sent on 2031-02-01; those who were called must be told" in done.err
    county.done("2031-02-04", "call", ID)
    assert "notice:\n  sent: 2031-02-04\n" in county.text()


def test_a_change_of_a_called_meeting_without_a_move_is_reported_against_the_past(county: County) -> None:
    county.done("2031-02-01", "call", ID, "--commit")
    path = county.root / FEBRUARY
    path.write_text(county.text().replace("start: '14:00'", "start: '13:00'"), encoding="utf-8")
    done = vis("check", "--base", "HEAD", "--format", "concise", "--select", "VIS307", cwd=county.root)
    assert (done.code, done.found) == (1, [f"{FEBRUARY}:7:8 VIS307"])
    path.write_text(county.text().replace("start: '13:00'", "start: '14:00'"), encoding="utf-8")
    county.done("2031-02-02", "move", ID, "--start", "13:00", "--reason", "Flera reser")
    assert vis("check", "--base", "HEAD", "--format", "concise", "--select", "VIS307", cwd=county.root).code == 0


def test_a_late_notice_needs_a_reason_and_keeps_it(county: County) -> None:
    said = county.refused("2031-02-10", "call", ID)
    assert "the notice is due 2031-02-06, 14 days before the meeting, and 2031-02-10 is 4 too late" in said
    county.done("2031-02-10", "call", ID, "--late", "Underlaget dröjde")
    assert "notice:\n  sent: 2031-02-10\n  reason: Underlaget dröjde\n" in county.text()
    check = vis("check", "--strict", "--select", "VIS174", cwd=county.root)
    assert check.code == 0


def test_a_reason_that_is_not_needed_is_not_written(county: County) -> None:
    done = county.done("2031-02-01", "call", ID, "--late", "Underlaget dröjde")
    assert "the notice is not late, so the reason is not written" in done.err
    assert "Underlaget" not in county.text()


def test_a_cancelled_meeting_says_why_and_when(county: County) -> None:
    county.done("2031-02-01", "call", ID)
    county.commit()
    done = county.done("2031-02-15", "cancel", ID, "--reason", "För få kan komma")
    assert "those who were called must be told" in done.err
    assert "what stood on its agenda comes back at the next meeting" in done.err
    assert county.added() == (
        ["status: called"],
        ["status: cancelled", "reason: För få kan komma", "cancelled_on: 2031-02-15"],
    )
    assert "reason: För få kan komma (15 February 2031)" in county.done("2031-02-15", "show", ID).out
    digest = vis("digest", "--from", "2031-02-15", "--until", "2031-02-15", "--json", cwd=county.root)
    told = [(one["kind"], one["when"]) for one in json.loads(digest.out)["happened"]]
    assert told == [("cancelled", "2031-02-15")], digest.err


def test_a_cancellation_is_not_recorded_before_its_day(county: County) -> None:
    said = county.refused("2031-02-15", "cancel", ID, "--reason", "Sjukdom", "--date", "2031-02-16")
    assert "2031-02-16 is still to come: today is 2031-02-15" in said


def test_a_move_says_where_the_new_day_leaves_too_little_time_for_the_notice(county: County) -> None:
    nearer = county.done("2031-01-20", "move", ID, "--date", "2031-01-29", "--reason", "Krock")
    assert "2031-01-29 is 9 days ahead; the procedure says 14 days of notice" in nearer.err
    assert "days of notice" not in county.done("2031-01-20", "move", ID, "--date", "2031-02-26", "--reason", "Ny").err
    county.done("2031-02-10", "call", ID)
    earlier = county.done("2031-02-11", "move", ID, "--date", "2031-02-19", "--reason", "Krock")
    assert "the notice of 2031-02-10 was sent 9 days before 2031-02-19; the procedure says 14" in earlier.err


def test_much_is_recorded_in_one_call_with_ids_of_its_own(county: County) -> None:
    county.done("2031-02-21", "hold", ID, *EVERYONE)
    done = county.done(
        "2031-02-21",
        *("record", ID, "Lägesbild", "--text", "Första stycket.\n\nAndra stycket."),
        *("--decides", "fördela medlen", "--decides", "följa upp i höst", "--amount", "cirka 500 000 kr: hemgång"),
        *("--assign", "Ta fram ett förslag", "--owner", "Hedda Ledare", "--owner", "Exempelby kommun"),
        *("--return-at", "samradsgruppen-2031-05-20", "--due", "2031-05-10"),
        *("--contribution", "Tänk på anhöriga", "--by", "Cecilia Prov"),
        *("--question", "När börjar det?", "--answer", "I höst"),
    )
    assert done.lines == [FEBRUARY]
    item = county.text().partition("  - id: lagesbild\n")[2].partition("  - id: rapporten\n")[0]
    assert item == (
        "    number: 2\n"
        "    heading: Lägesbild från kommunerna\n"
        "    type: information\n"
        "    text: |-\n"
        "      Första stycket.\n"
        "\n"
        "      Andra stycket.\n"
        "    questions:\n"
        "      - question: När börjar det?\n"
        "        asked_by: Cecilia Prov\n"
        "        answer: I höst\n"
        "    contributions:\n"
        "      - id: medskick-1\n"
        "        text: Tänk på anhöriga\n"
        "        by: Cecilia Prov\n"
        "    decisions:\n"
        "      - id: beslut-1\n"
        "        type: decides\n"
        "        text: fördela medlen\n"
        "        amounts:\n"
        "          - kronor: 500000\n"
        "            qualifier: about\n"
        "            purpose: hemgång\n"
        "      - id: beslut-2\n"
        "        type: decides\n"
        "        text: följa upp i höst\n"
        "        amounts:\n"
        "          - kronor: 500000\n"
        "            qualifier: about\n"
        "            purpose: hemgång\n"
        "    assignments:\n"
        "      - id: uppdrag-1\n"
        "        text: Ta fram ett förslag\n"
        "        owners:\n"
        "          - hedda\n"
        "          - exempelby\n"
        "        return_to: samradsgruppen\n"
        "        return_at: samradsgruppen-2031-05-20\n"
        "        due: 2031-05-10\n"
    )
    county.done("2031-02-21", "record", ID, "4", "--decides", "avsluta")
    assert "      - id: beslut-3\n" in county.text()


def test_more_text_is_added_below_what_stands_there_also_from_a_file(county: County) -> None:
    county.done("2031-02-21", "hold", ID, *EVERYONE)
    county.done("2031-02-21", "record", ID, "2", "--text", "Först.")
    (county.root / "sedan.txt").write_text("Sedan.\n", encoding="utf-8")
    county.done("2031-02-21", "record", ID, "2", "--text", "sedan.txt")
    assert "    text: |-\n      Först.\n\n      Sedan.\n" in county.text()


def test_information_goes_on_to_the_item_that_is_there_for_it(county: County) -> None:
    may = "samradsgruppen-2031-05-20"
    text = (
        county.text(MAY_FILE)
        .replace(
            "  - id: vidare\n    number: 3",
            "  - id: lag\n    number: 3\n    heading: Läget\n    type: information\n  - id: vidare\n    number: 4",
        )
        .replace("    number: 4\n    heading: Övriga", "    number: 5\n    heading: Övriga")
        .replace("    number: 5\n    heading: Nästa", "    number: 6\n    heading: Nästa")
    )
    county.repository.commit({MAY_FILE: text})
    county.done("2031-05-20", "hold", may, *EVERYONE, "--chair", "alva")
    county.commit()
    done = county.done("2031-05-21", "forward", may, "lag", "--as", "information")
    assert "no meeting of Tjänstestyrgruppen is planned yet" in done.err
    assert county.added(MAY_FILE)[0] == []
    assert len(county.added(MAY_FILE)[1]) == 9
    assert done.lines == [MAY_FILE]


def test_the_list_says_what_each_meeting_waits_for(county: County) -> None:
    assert [" ".join(line.split()) for line in county.done("2031-01-15", "list").lines] == [
        "date day group status time and place waits for",
        "2031-02-20 thu Samrådsgruppen för äldre planned 14:00–16:00 Exempelsalen the notice, due 6 February 2031",
        "2031-03-12 wed Tjänstestyrgruppen planned the notice",
        "2031-05-20 tue Samrådsgruppen för äldre planned 14:00–16:00 the notice, due 6 May 2031",
    ]
    late = county.done("2031-02-10", "list", "samradsgruppen", "--until", "2031-03-01").lines
    assert late[1].endswith("the notice, which was due 6 February 2031")
    over = county.done("2031-03-01", "list", "samradsgruppen", "--until", "2031-03-01").lines
    assert over[1].endswith("word on whether it was held")
    assert county.done("2031-03-01", "list", "--year", "2032").lines == []
    items = json.loads(county.done("2031-01-15", "list", "--status", "planned", "--year", "2031", "--json").out)
    assert items["schema_version"] == 1
    assert items["items"][0]["waits_for"] == {"what": "notice", "due": "2031-02-06", "late": False, "meeting": None}


def test_the_page_of_a_meeting_tells_what_became_of_what_it_took_on(county: County) -> None:
    county.done("2031-02-21", "hold", ID, *EVERYONE)
    county.done("2031-02-21", "record", ID, "rapporten", "--recommends", "godkänna rapporten")
    county.done("2031-02-21", "forward", ID, "rapporten", "--as", "decision")
    county.done(
        "2031-02-21", "record", ID, "2", "--assign", "Räkna", "--owner", "hedda", "--return-to", "samradsgruppen"
    )
    page = county.done("2031-02-22", "show", ID).out
    for line in (
        "held; waits for its minutes, due 28 February 2031",
        "present from the municipalities: Cecilia Prov (chair), David Prov",
        "absent from the region: Bo Exempel",
        "    → Samrådsgruppen för äldre rekommenderar Tjänstestyrgruppen att godkänna",
        "    Hedda Ledare; given 2031-02-20, 2 days ago",
        "  - Rapporten om hemgång → Tjänstestyrgruppen (decision)\n"
        "    waits for the meeting of Tjänstestyrgruppen on 2031-03-12",
    ):
        assert line in page
    answer = (
        "items:\n  - id: rapporten\n    heading: Rapporten\n    type: decision\n"
        "    origin:\n      kind: forwarded\n"
        f"      meeting: {ID}\n      item: rapporten\n      why: Från samrådsgruppen\n"
        "    decisions:\n      - id: beslut-1\n        type: decides\n        text: godkänna rapporten\n"
    )
    above = county.text(ABOVE_FILE).replace("planned", "held") + answer
    (county.root / ABOVE_FILE).write_text(above, encoding="utf-8")
    page = county.done("2031-04-01", "show", ID).out
    assert "decided on it 2031-03-12: tjanstegruppen-2031-03-12#beslut-1\n" in page
    assert "\n    Tjänstestyrgruppen beslutar att godkänna rapporten." in page
    data = json.loads(county.done("2031-04-01", "show", ID, "--json").out)
    assert data["schema_version"] == 1
    assert data["forwards"][0]["answer"] == ["tjanstegruppen-2031-03-12#beslut-1"]
    assert "Från samrådsgruppen" in county.done("2031-04-01", "show", "tjanstegruppen-2031-03-12").out

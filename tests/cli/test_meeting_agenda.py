"""`vis meeting new`, `compose`, `add`, `reorder`, `drop`: agendas that fill themselves, and that people arrange."""

import json
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.meetings import COUNTY, GROUP, OFFICIALS, POLITICIANS, forwarding, item, meeting
from tests.program import Done, register, vis
from tests.terminal import CTRL_C, DOWN, ENTER, Terminal

FILE = f"registry/meetings/{OFFICIALS}/2031-05-20.yaml"
MAY = f"{OFFICIALS}-2031-05-20"
TASK = {"id": "uppdrag-1", "text": "Ta fram ett exempel", "owners": ["rut-region"], "return_to": OFFICIALS}
FEBRUARY = meeting(
    *(OFFICIALS, "2031-02-20", "sent"),
    item("inledning", "Inledning", "opening"),
    item("exemplet", "Exemplet", "dialogue", assignments=[TASK]),
)
RECOMMENDED = {"id": "beslut-1", "type": "recommends", "text": "godkänna rapporten", "recipient": OFFICIALS}
SENT = meeting(
    GROUP,
    "2031-03-01",
    "held",
    item("rapporten", "Rapporten", "recommendation", decisions=[RECOMMENDED]),
    forwarding(("rapporten", "decision", OFFICIALS, "Rapport 2030")),
)
BY_HAND = f"""\
# Majmötet
id: {MAY}
group: {OFFICIALS}
status: planned
date: 2031-05-20
items:
  # vi börjar med fika
  - id: fika
    number: 1  # alltid först
    heading: Fika och välkomna
    type: opening
  # Anna vill ha en timme
  - id: samtalet
    number: 2
    heading: Samtal om larm
    type: dialogue
    text: |
      Vi talar om larmen.

      Och om natten.  # det här är text
  - id: slut
    number: 3
    heading: Nästa gång
    type: next-meeting
# slut på dagordningen
sources: []
"""


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return register(tmp_path, {**COUNTY, **FEBRUARY, **SENT}, vis_yaml=None)


def run(county: Path, *arguments: str, lang: str = "en") -> Done:
    return vis("meeting", *arguments, cwd=county, env={"VIS_LANG": lang, "VIS_TODAY": "2031-04-01"})


def agenda(county: Path, path: str = FILE) -> list[str]:
    """`1 Inledning` of each item, as the file has them."""
    from vis_cli.source.yaml import parse

    data, faults = parse((county / path).read_text(encoding="utf-8"))
    assert not faults
    return [f"{each.get('number', '–')} {each['heading']}" for each in data.get("items", [])]


def in_order(county: Path) -> None:
    """No faults, and every file in the canonical form."""
    done = vis("check", "--format", "concise", cwd=county)
    assert (done.code, [line for line in done.lines if "error[" in line]) == (0, []), done.out
    assert vis("fmt", "--check", cwd=county).code == 0


# Plan a meeting


def test_a_new_meeting_is_as_the_groups_meetings_are(county: Path) -> None:
    done = run(county, "new", "Samrådsgruppen", "--date", "2031-05-19")
    path = f"registry/meetings/{GROUP}/2031-05-19.yaml"
    assert (done.code, done.lines) == (0, [path])
    assert done.err.splitlines() == [f"next: `vis meeting compose {GROUP}-2031-05-19` fills its agenda"]
    assert (county / path).read_text() == (
        f"id: {GROUP}-2031-05-19\n"
        f"group: {GROUP}\n"
        "status: planned\n"
        "date: 2031-05-19\n"
        "start: '09:00'\n"
        "end: '11:00'\n"
        "form: digital\n"
    )
    in_order(county)


def test_what_is_said_is_as_it_was_said_in_english_or_swedish(county: Path) -> None:
    given = ("--start", "13.30", "--end", "15", "--form", "fysiskt", "--place", "Exempelby rådhus")
    assert run(county, "new", GROUP, "--date", "2031-05-19", *given, lang="sv").code == 0
    text = (county / f"registry/meetings/{GROUP}/2031-05-19.yaml").read_text()
    assert text.endswith("start: '13:30'\nend: '15:00'\nform: in-person\nplace: Exempelby rådhus\n")


def test_a_meeting_can_be_planned_with_its_agenda_and_its_chair(county: Path) -> None:
    chaired = {"attendance": [{"person": "rut-region", "capacity": "region", "present": True, "role": "chair"}]}
    register(county, meeting(GROUP, "2031-03-01", "held", item("rapporten", "Rapporten"), **chaired), vis_yaml=None)
    done = run(county, "new", GROUP, "--date", "2031-05-19", "--compose")
    path = f"registry/meetings/{GROUP}/2031-05-19.yaml"
    assert (done.code, done.lines) == (0, [path])
    assert done.err.splitlines() == [
        " 1  Välkommen och inledning",
        " 2  Minnesanteckningar från föregående möte 1 mars",
        "    Minnesanteckningarna från mötet den 1 mars 2031 är inte fastställda",
        " 3  Frågor vidare till VIS tjänstegrupp",
        " 4  Övriga frågor",
        " 5  Nästa möte",
        "chair: Karin Kommun, for the municipalities, since the other side has the meeting of 1 March 2031",
    ]
    assert ("attendance:\n  - person: karin-kommun\n    capacity: municipality\n    role: chair\nitems:\n") in (
        county / path
    ).read_text()
    in_order(county)
    assert run(county, "compose", f"{GROUP}-2031-05-19").err == "nothing is due that is not on the agenda\n"


def test_who_chairs_is_noted_without_an_agenda_too_and_not_that_anybody_came(county: Path) -> None:
    chaired = {"attendance": [{"person": "fia-forbund", "capacity": "association", "present": True, "role": "chair"}]}
    register(county, meeting(GROUP, "2031-03-01", "held", **chaired), vis_yaml=None)
    assert run(county, "new", GROUP, "--date", "2031-05-19", lang="sv").code == 0
    text = (county / f"registry/meetings/{GROUP}/2031-05-19.yaml").read_text()
    assert text.endswith("attendance:\n  - person: rut-region\n    capacity: region\n    role: chair\n")
    before = text.replace("    role: chair\n", "    present: false\n")
    (county / f"registry/meetings/{GROUP}/2031-05-19.yaml").write_text(before)
    assert run(county, "compose", f"{GROUP}-2031-05-19").code == 0
    text = (county / f"registry/meetings/{GROUP}/2031-05-19.yaml").read_text()
    assert "    present: false\n    role: chair\nitems:\n" in text


@pytest.mark.parametrize(
    ("group", "date", "said"),
    [
        (OFFICIALS, "2031-02-20", f"`{OFFICIALS}` has a meeting on 2031-02-20 already"),
        (OFFICIALS, "2031-06-02", f"`{OFFICIALS}` has a meeting on 2031-06-02 already"),
        (OFFICIALS, "2031-06-01", "a meeting that was first planned for 2031-06-01 is in the register already"),
        ("gamla-forumet", "2031-05-20", "`gamla-forumet` is discontinued on 2031-05-20"),
        (GROUP, "2029-05-20", f"`{GROUP}` begins 2030, after 2029-05-20"),
    ],
)
def test_a_day_on_which_the_group_cannot_meet_is_refused(county: Path, group: str, date: str, said: str) -> None:
    moved = {"moves": [{"date": "2031-06-01", "reason": "Sjukdom"}]}
    path = {f"registry/meetings/{OFFICIALS}/2031-06-01.yaml": meeting(OFFICIALS, "2031-06-01", **moved)}
    text = path.popitem()[1].popitem()[1].replace("date: 2031-06-01\nmoves", "date: 2031-06-02\nmoves")
    register(county, {f"registry/meetings/{OFFICIALS}/2031-06-01.yaml": text}, vis_yaml=None)
    done = run(county, "new", group, "--date", date)
    assert (done.code, done.out) == (1, "")
    assert said in done.err


def test_a_meeting_on_a_weekend_is_planned_with_a_word_about_it(county: Path) -> None:
    done = run(county, "new", OFFICIALS, "--date", "2031-05-24", "--no-compose")
    assert (done.code, "note: 2031-05-24 is a weekend day" in done.err) == (0, True)


@pytest.mark.parametrize(
    ("day", "said", "better"),
    [
        ("2031-05-22", "2031-05-22 is a holiday: Kristi himmelsfärdsdag", "2031-05-29"),
        ("2031-05-23", "many take 2031-05-23 off, between two free days", "2031-05-30"),
        ("2031-06-20", "nobody works on 2031-06-20: Midsommarafton", "2031-06-27"),
    ],
)
def test_a_day_off_is_said_when_a_meeting_is_planned_or_moved_with_one_that_would_do(
    county: Path, day: str, said: str, better: str
) -> None:
    planned = run(county, "new", OFFICIALS, "--date", day, "--no-compose")
    register(county, meeting(OFFICIALS, "2031-09-02"), vis_yaml=None)
    (county / f"registry/meetings/{OFFICIALS}/{day}.yaml").unlink()
    moved = run(county, "move", f"{OFFICIALS}-2031-09-02", "--date", day, "--reason", "Krock")
    for done in (planned, moved):
        assert done.code == 0, done.err
        assert f"note: {said}" in done.err
        assert f"note: the nearest day that would do is {better}" in done.err


def test_a_working_day_needs_no_word(county: Path) -> None:
    assert "note" not in run(county, "new", OFFICIALS, "--date", "2031-05-20", "--no-compose").err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "missing: GROUP, --date"),
        ((OFFICIALS,), "missing: --date"),
        ((OFFICIALS, "--date", "i maj"), "there is no day `i maj`"),
        ((OFFICIALS, "--date", "2031-05-20", "--start", "25"), "there is no time `25`"),
        ((OFFICIALS, "--date", "2031-05-20", "--start", "10", "--end", "9"), "the meeting ends at 09:00, but begins"),
    ],
)
def test_without_a_terminal_what_is_missing_or_wrong_is_said(county: Path, options: tuple[str, ...], said: str) -> None:
    done = run(county, "new", *options)
    assert (done.code in (1, 2), done.out) == (True, "")
    assert said in done.err
    assert not (county / FILE).exists()


def test_in_a_terminal_a_meeting_is_planned_by_an_interview(county: Path) -> None:
    asked = Terminal("meeting", "new", cwd=county, env={"VIS_TODAY": "2031-04-01"})
    asked.answer("Group", ENTER)  # the first by name: Samrådsgruppen för äldre
    asked.answer("Day", "2031-03-01" + ENTER)
    asked.answer("has a meeting on 2031-03-01 already", "\x7f" * 5 + "05-19" + ENTER)
    asked.answer("Begins", "\x7f" * 5 + "10.00" + ENTER)
    asked.answer("Ends", "\x7f" * 5 + "12" + ENTER)
    asked.answer("Form", ENTER)
    asked.answer("Place", "Exempelby rådhus" + ENTER)
    asked.answer("Fill the agenda", DOWN + ENTER)
    assert asked.end() == 0
    assert (county / f"registry/meetings/{GROUP}/2031-05-19.yaml").read_text().partition("date")[2] == (
        ": 2031-05-19\nstart: '10:00'\nend: '12:00'\nform: digital\nplace: Exempelby rådhus\n"
    )


def test_an_interview_that_is_given_up_writes_nothing(county: Path) -> None:
    asked = Terminal("meeting", "new", OFFICIALS, "--start", "9", cwd=county)
    asked.answer("Day", CTRL_C)
    assert asked.end() == 130
    assert "nothing was written" in asked.screen


# Fill the agenda


def test_an_empty_agenda_is_filled_each_item_with_why_and_a_second_time_changes_nothing(county: Path) -> None:
    register(county, meeting(OFFICIALS, "2031-05-20"), vis_yaml=None)
    done = run(county, "compose", MAY)
    assert (done.code, done.lines) == (0, [FILE])
    assert done.err.splitlines() == [
        " 1  Välkommen och inledning",
        " 2  Minnesanteckningar från föregående möte 20 februari",
        "    Minnesanteckningarna från mötet den 20 februari 2031 är inte fastställda",
        " 3  Återrapportering: Ta fram ett exempel",
        "    Uppdrag från VIS tjänstegrupp den 20 februari 2031 (punkt 2), ska återrapporteras här",
        " 4  Rapport 2030",
        "    Samrådsgruppen för äldre förde den 1 mars 2031 (punkt 1) ärendet vidare hit för beslut",
        " 5  Frågor vidare till VIS politiska grupp",
        " 6  Övriga frågor",
        " 7  Nästa möte",
    ]
    in_order(county)
    before = (county / FILE).read_bytes()
    again = run(county, "compose", "Tjänstegruppen 2031-05-20")
    assert (again.code, again.out, again.err) == (0, "", "nothing is due that is not on the agenda\n")
    assert (county / FILE).read_bytes() == before


def test_what_people_wrote_stays_with_its_comments_and_only_numbers_that_change_are_written(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    files = {**COUNTY, **FEBRUARY, **SENT, FILE: BY_HAND}
    repository.commit(files)
    assert run(repository.root, "compose", MAY).code == 0
    assert agenda(repository.root) == [
        "1 Fika och välkomna",
        "2 Minnesanteckningar från föregående möte 20 februari",
        "3 Återrapportering: Ta fram ett exempel",
        "4 Rapport 2030",
        "5 Samtal om larm",
        "6 Frågor vidare till VIS politiska grupp",
        "7 Övriga frågor",
        "8 Nästa gång",
    ]
    diff = repository.git("diff", "-U0").splitlines()
    assert [line for line in diff if line.startswith("-") and not line.startswith("---")] == [
        "-    number: 2",
        "-    number: 3",
    ]
    text = (repository.root / FILE).read_text()
    for comment in (
        "# Majmötet",
        "# vi börjar med fika",
        "# alltid först",
        "  # Anna vill ha en timme\n  - id: samtalet",
    ):
        assert comment in text
    assert text.endswith("# slut på dagordningen\nsources: []\n")
    added = [line for line in repository.git("diff", "--stat").splitlines() if "changed" in line]
    assert added == [" 1 file changed, 45 insertions(+), 2 deletions(-)"]
    assert run(repository.root, "compose", MAY).err == "nothing is due that is not on the agenda\n"


def test_a_part_can_be_filled_alone_and_looked_at_first(county: Path) -> None:
    register(county, meeting(OFFICIALS, "2031-05-20"), vis_yaml=None)
    looked = run(county, "compose", MAY, "--only", "assignment", "--dry-run")
    assert looked.code == 0
    assert "+    heading: 'Återrapportering: Ta fram ett exempel'" in looked.out
    assert looked.err.startswith("would then be:\n 1  Återrapportering: Ta fram ett exempel\n")
    assert agenda(county) == []
    assert run(county, "compose", MAY, "--only", "assignment", "--only", "standing").code == 0
    assert [line[2:8] for line in agenda(county)] == ["Välkom", "Återra", "Frågor", "Övriga", "Nästa "]
    assert "did you mean `assignment`?" in run(county, "compose", MAY, "--only", "assignments").err


@pytest.mark.parametrize("status", ["held", "cancelled"])
def test_the_agenda_of_a_meeting_that_is_over_is_not_filled(county: Path, status: str) -> None:
    reason = {"reason": "Snö"} if status == "cancelled" else {}
    register(county, meeting(OFFICIALS, "2031-05-20", status, **reason), vis_yaml=None)
    done = run(county, "compose", MAY)
    assert (done.code, done.out) == (1, "")
    assert f"the meeting has the status {status}, so its agenda is no longer changed" in done.err


def test_after_the_notice_the_members_must_be_told(county: Path) -> None:
    register(county, meeting(OFFICIALS, "2031-05-20", "called", notice={"sent": "2031-05-01"}), vis_yaml=None)
    assert "note: the notice was sent before this change" in run(county, "compose", MAY).err


def test_a_cancelled_meeting_gives_its_items_back_to_the_next(county: Path) -> None:
    register(county, {**meeting(OFFICIALS, "2031-05-20"), **meeting(OFFICIALS, "2031-06-10")}, vis_yaml=None)
    assert run(county, "compose", MAY).code == 0
    june, path = f"{OFFICIALS}-2031-06-10", f"registry/meetings/{OFFICIALS}/2031-06-10.yaml"
    assert run(county, "compose", june).code == 0
    assert [line[2:8] for line in agenda(county, path)] == ["Välkom", "Frågor", "Övriga", "Nästa "]
    text = (county / FILE).read_text()
    (county / FILE).write_text(text.replace("status: planned\n", "status: cancelled\nreason: Snö\n"))
    assert run(county, "compose", june).code == 0
    assert agenda(county, path) == agenda(county)
    in_order(county)


def test_a_task_that_is_late_twice_stands_on_three_agendas(county: Path) -> None:
    days = ("2031-05-20", "2031-06-10", "2031-09-09")
    path = county / f"registry/meetings/{OFFICIALS}/2031-02-20.yaml"
    for count, day in enumerate(days):
        register(county, meeting(OFFICIALS, day), vis_yaml=None)
        done = run(county, "compose", f"{OFFICIALS}-{day}", "--only", "assignment")
        assert "Återrapportering: Ta fram ett exempel" in done.err
        times = ["här", "här, uppskjutet en gång", "här, uppskjutet två gånger"][count]
        assert " ".join(done.err.split()).endswith(f"ska återrapporteras {times}")
        held = county / f"registry/meetings/{OFFICIALS}/{day}.yaml"
        held.write_text(held.read_text().replace("status: planned", "status: held"))
        reports = "" if count else "        reports:\n"
        postponed = f"          - outcome: postponed\n            meeting: {OFFICIALS}-{day}\n"
        path.write_text(path.read_text().rstrip("\n") + f"\n{reports}{postponed}")
    path.write_text(path.read_text() + f"          - outcome: reported\n            meeting: {OFFICIALS}-2031-09-09\n")
    register(county, meeting(OFFICIALS, "2031-11-11"), vis_yaml=None)
    assert "nothing is due" in run(county, "compose", f"{OFFICIALS}-2031-11-11", "--only", "assignment").err
    in_order(county)


def test_a_matter_goes_up_two_levels_and_the_answer_comes_down_two(county: Path) -> None:
    """Each agenda is filled by the program; what is said at the meetings is written in between."""

    def held(group: str, date: str, *, forward: str = "") -> list[str]:
        register(county, meeting(group, date), vis_yaml=None)
        run(county, "compose", f"{group}-{date}", "--only", "forwarded", "--only", "answer", "--only", "standing")
        path = county / f"registry/meetings/{group}/{date}.yaml"
        text = path.read_text().replace("status: planned", "status: held")
        if forward:
            sent = f"    forwards:\n      - item: {forward}\n        kind: decision\n        to: {POLITICIANS}\n"
            text = text.replace("    type: forwarding\n", f"    type: forwarding\n{sent}        title: Rapporten\n")
        path.write_text(text)
        return [line for line in agenda(county, str(path.relative_to(county))) if "apport" in line]

    assert held(OFFICIALS, "2031-03-20", forward="rapport-2030") == ["2 Rapport 2030"]
    assert held(GROUP, "2031-04-01") == ["2 Svar från VIS tjänstegrupp: Rapport 2030"]
    assert held(POLITICIANS, "2031-04-20") == ["2 Rapporten"]
    assert held(GROUP, "2031-04-25") == []
    assert held(OFFICIALS, "2031-05-05") == ["2 Svar från VIS politiska grupp: Rapporten"]
    assert held(GROUP, "2031-05-20") == ["2 Svar från VIS tjänstegrupp: Rapport 2030"]
    assert held(OFFICIALS, "2031-06-10") == held(GROUP, "2031-06-10") == []
    assert "error[VIS170]" not in vis("check", cwd=county).out
    assert "error[VIS252]" not in vis("check", cwd=county).out


def test_what_was_dropped_above_comes_back_with_the_reason(county: Path) -> None:
    register(county, meeting(OFFICIALS, "2031-05-20"), vis_yaml=None)
    run(county, "compose", MAY)
    assert run(county, "drop", MAY, "Rapport 2030", "--reason", "Hör hemma hos nämnden").code == 0
    assert "  - id: rapport-2030\n    heading: Rapport 2030\n" in (county / FILE).read_text()
    (county / FILE).write_text((county / FILE).read_text().replace("status: planned", "status: held"))
    register(county, {**meeting(GROUP, "2031-06-01"), **meeting(GROUP, "2031-09-01")}, vis_yaml=None)
    done = run(county, "compose", f"{GROUP}-2031-06-01", "--only", "answer")
    assert " ".join(done.err.split()) == (
        "1 Svar från VIS tjänstegrupp: Rapport 2030 VIS tjänstegrupp tog inte upp det som togs vidare härifrån "
        "den 1 mars 2031 på mötet den 20 maj 2031: Hör hemma hos nämnden"
    )
    assert "nothing is due" in run(county, "compose", f"{GROUP}-2031-09-01", "--only", "answer").err
    assert "VIS252" not in vis("check", cwd=county).out


def test_what_is_due_can_be_read_by_a_program_and_nothing_is_written(county: Path) -> None:
    register(county, meeting(OFFICIALS, "2031-05-20"), vis_yaml=None)
    done = run(county, "compose", MAY, "--only", "assignment", "--json")
    assert (done.code, done.err) == (0, "")
    data = json.loads(done.out)
    assert (data["schema_version"], data["meeting"]) == (1, MAY)
    assert [(each["heading"], each["origin"]["kind"]) for each in data["items"]] == [
        ("Återrapportering: Ta fram ett exempel", "assignment")
    ]
    assert agenda(county) == []


# By hand


def arranged(tmp_path: Path) -> Path:
    return register(tmp_path, {**COUNTY, FILE: BY_HAND}, vis_yaml=None)


def test_an_item_is_put_where_one_of_its_type_belongs(tmp_path: Path) -> None:
    county = arranged(tmp_path)
    given = ("--heading", "Budget 2032", "--type", "decision", "--presenter", "Rut Region", "--text", "Se **tabell**.")
    done = run(county, "add", MAY, *given)
    assert (done.code, done.lines, done.err) == (0, [FILE], " 2  Budget 2032\n")
    assert agenda(county) == ["1 Fika och välkomna", "2 Budget 2032", "3 Samtal om larm", "4 Nästa gång"]
    assert (
        "  - id: budget-2032\n    number: 2\n    heading: Budget 2032\n    type: decision\n"
        "    presenters:\n      - rut-region\n    text: Se **tabell**.\n  # Anna vill ha en timme\n"
    ) in (county / FILE).read_text()


@pytest.mark.parametrize(
    ("place", "number"),
    [
        (("--before", "slut"), 3),
        (("--after", "1"), 2),
        (("--at", "1"), 1),
        (("--at", "99"), 4),
        (("--after", "samtal"), 3),
    ],
)
def test_an_item_is_put_where_the_user_says(tmp_path: Path, place: tuple[str, str], number: int) -> None:
    county = arranged(tmp_path)
    assert run(county, "add", MAY, "--heading", "Budget", "--type", "beslut", *place, lang="sv").code == 0
    assert agenda(county)[number - 1] == f"{number} Budget"


def test_two_items_of_one_heading_have_ids_of_their_own(tmp_path: Path) -> None:
    county = arranged(tmp_path)
    for _ in range(2):
        assert run(county, "add", MAY, "--heading", "Fika", "--type", "information").code == 0
    text = (county / FILE).read_text()
    assert ("- id: fika-2\n" in text, "- id: fika-3\n" in text) == (True, True)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--heading", "Budget"), "missing: --type"),
        (("--heading", "Budget", "--type", "desision"), "did you mean `decision`?"),
        (("--heading", "Budget", "--type", "decision", "--presenter", "rut-reigon"), "did you mean `rut-region`?"),
        (("--heading", "Budget", "--type", "decision", "--about", "Ingenting"), "`Ingenting`"),
        (("--heading", "B", "--type", "decision", "--before", "7"), f"`{MAY}` has no item `7`"),
        (("--heading", "B", "--type", "decision", "--before", "1", "--at", "2"), "say one place only"),
    ],
)
def test_an_item_that_cannot_be_put_there_is_refused(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    county = arranged(tmp_path)
    done = run(county, "add", MAY, *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert (county / FILE).read_text() == BY_HAND


def test_in_a_terminal_an_item_is_described_by_an_interview(tmp_path: Path) -> None:
    county = arranged(tmp_path)
    asked = Terminal("meeting", "add", MAY, cwd=county)
    asked.answer("Heading", "Budget" + ENTER)
    asked.answer("Type", DOWN + ENTER)
    asked.answer("Who presents it", "Rut Region, tjänstegruppen" + ENTER)
    assert asked.end() == 0
    assert (
        "type: decision\n    presenters:\n      - rut-region\n      - tjanstegruppen\n" in (county / FILE).read_text()
    )


def test_an_item_moves_with_its_comments(tmp_path: Path) -> None:
    county = arranged(tmp_path)
    done = run(county, "reorder", MAY, "Samtal", "--before", "fika")
    assert (done.code, done.lines, done.err) == (0, [FILE], " 1  Samtal om larm\n")
    text = (county / FILE).read_text()
    assert "items:\n  # Anna vill ha en timme\n  - id: samtalet\n    number: 1\n" in text
    assert "  # vi börjar med fika\n  - id: fika\n    number: 2  # alltid först\n" in text
    assert run(county, "reorder", MAY, "1", "--after", "2").code == 0
    assert (county / FILE).read_text() == BY_HAND
    assert run(county, "reorder", MAY, "slut", "--to", "1").code == 0
    assert agenda(county)[0] == "1 Nästa gång"
    assert "it stands there already" in run(county, "reorder", MAY, "slut", "--to", "1").err
    assert "say where to" in run(county, "reorder", MAY, "slut").err


def test_an_item_that_follows_from_something_is_dropped_with_the_reason_and_does_not_come_again(county: Path) -> None:
    register(county, meeting(OFFICIALS, "2031-05-20"), vis_yaml=None)
    run(county, "compose", MAY)
    assert "missing: --reason" in run(county, "drop", MAY, "Rapport").err
    assert "has no item `19`" in run(county, "drop", MAY, "19", "--reason", "x").err
    done = run(county, "drop", MAY, "Rapport", "--reason", "Väntar på siffror")
    assert (done.code, done.lines) == (0, [FILE])
    assert "dropped for good, with the reason: Rapport 2030" in done.err
    text = (county / FILE).read_text()
    assert text.endswith(
        "dropped:\n"
        "  - id: rapport-2030\n"
        "    heading: Rapport 2030\n"
        "    origin:\n"
        "      kind: forwarded\n"
        f"      meeting: {GROUP}-2031-03-01\n"
        "      item: rapporten\n"
        "      why: Samrådsgruppen för äldre förde den 1 mars 2031 (punkt 1) ärendet vidare hit för beslut\n"
        "    reason: Väntar på siffror\n"
    )
    assert [line[:1] for line in agenda(county)] == ["1", "2", "3", "4", "5", "6"]
    assert "nothing is due" in run(county, "compose", MAY).err
    for _ in range(6):
        done = run(county, "drop", MAY, "1", "--reason", "Alltför kort möte")
        assert (done.code, "it comes again at the next meeting" in done.err) == (0, True)
    assert (agenda(county), "nothing is due" in run(county, "compose", MAY).err) == ([], True)
    in_order(county)


def test_an_item_that_somebody_added_is_removed_and_the_commit_says_why(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit({**COUNTY, FILE: BY_HAND})
    done = vis(
        *("meeting", "drop", MAY, "Samtal om larm", "--reason", "Får tas i höst", "--commit"),
        cwd=repository.root,
        env={key: value for key, value in repository.environ.items() if key.startswith("GIT_")},
    )
    assert done.code == 0, done.err
    assert "what was written under the item is gone too" in done.err
    assert agenda(repository.root) == ["1 Fika och välkomna", "2 Nästa gång"]
    assert repository.git("log", "-1", "--format=%s") == (
        "Dagordning för VIS tjänstegrupp 2031-05-20: punkten Samtal om larm struken (Får tas i höst)"
    )


def test_words_that_fit_several_items_or_none_are_told(tmp_path: Path) -> None:
    county = arranged(tmp_path)
    assert "can be several items: 1 `fika`, 2 `samtalet`" in run(county, "drop", MAY, "o", "--reason", "x").err
    assert "has no item `9`" in run(county, "drop", MAY, "9", "--reason", "x").err

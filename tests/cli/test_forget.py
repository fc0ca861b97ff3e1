"""`vis person forget` and `traces`: the role in place of the name, what stays, and where the history still has it."""

import json
from pathlib import Path

import pytest

from tests.bodies import FORUM, NEW, PEOPLE, county
from tests.history.repositories import Repository
from tests.minutes import meeting
from tests.program import Done, vis
from tests.terminal import DOWN, ENTER, Terminal

DAY = {"VIS_TODAY": "2031-04-15"}
CONTACT = "registry/contacts/exempelby.yaml"
HELD = "registry/meetings/tjanstegruppen/2031-02-20.yaml"
ENDED = """\
id: exempelby
ksa:
  # Ann Exempel svarar på tisdagar
  - person: ann-exempel
    mailbox: ann.exempel@exempelby.example
    phone: "08-123 45 67"
    from: 2030-01-01
    until: 2031-03-01
  - organisation: exempelby-kommun
    mailbox: ksa@exempelby.example
    from: 2031-03-02
"""
ATTENDANCE = """\
attendance:
  - {person: ann-exempel, capacity: municipality, present: true, role: chair}
  - {person: bo-prov, capacity: region, present: true}
items:
  - {id: info, number: 1, heading: Läget, type: information, text: Ann Exempel berättade om läget.}
"""
OWN = ("Ann Exempel", "ann-exempel", "ann.exempel", "45 67")
"""What no answer may print of her."""


def files(**changed: str) -> dict[str, str]:
    """The county, in which Ann has nothing more to do."""
    found = county()
    found[CONTACT] = ENDED
    found[NEW] = found[NEW].replace("    from: 2031-01-01\n", "    from: 2031-01-01\n    until: 2031-03-01\n")
    found[NEW] += "remarks:\n  - text: Samordningen är Ann Exempels förslag.\n    sources: [rapport]\n"
    found[HELD] = found[HELD].replace("[ann-exempel]", "[bo-prov]")
    return found | {key.replace("__", "/"): value for key, value in changed.items()}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with the county in it."""
    made = Repository(tmp_path / "register")
    made.commit(files())
    return made


def person(repository: Repository, *arguments: str) -> Done:
    """Run `vis person` in a repository on a day in April."""
    return vis("person", *arguments, cwd=repository.root, env={**repository.environ, **DAY})


def told(done: Done) -> str:
    """All that was printed, which must not hold the name."""
    assert not any(own in done.out + done.err for own in OWN), done.out + done.err
    return done.out + done.err


def test_the_role_takes_the_place_of_the_name_and_the_days_stay(repository: Repository) -> None:
    before = vis("check", "--format", "concise", cwd=repository.root)
    done = person(repository, "forget", "ann-exempel", "--yes", "--commit")
    assert (done.code, done.lines) == (0, [CONTACT, NEW, PEOPLE]), done.err
    told(done)
    root = repository.root
    assert (root / CONTACT).read_text() == ENDED.replace(
        "Ann Exempel", "tidigare ledamot i Nya samrådsgruppen"
    ).replace("ann-exempel\n", "tidigare-1\n").replace(
        '    mailbox: ann.exempel@exempelby.example\n    phone: "08-123 45 67"\n', ""
    )
    group = (root / NEW).read_text()
    assert "    person: tidigare-1\n" in group
    assert "    from: 2031-01-01\n    until: 2031-03-01\n" in group
    assert "- text: Samordningen är tidigare ledamot i Nya samrådsgruppens förslag.\n" in group
    assert (
        (root / PEOPLE)
        .read_text()
        .endswith(
            "tidigare-1:\n  name: tidigare ledamot i Nya samrådsgruppen\n  posts:\n"
            "    - title: socialdirektör\n      organisation: exempelby-kommun\n      from: 2030-01-01\n"
        )
    )
    assert "Ann" not in repository.git("log", "-1", "--format=%B%an%ae")
    assert repository.git("status", "--porcelain") == ""
    after = vis("check", "--format", "concise", cwd=root)
    assert [line.partition(" ")[2] for line in before.lines] == [line.partition(" ")[2] for line in after.lines]
    seats = vis("group", "seats", "--on", "2031-02-01", cwd=root, env=DAY)
    assert "tidigare ledamot" in seats.out


def test_a_change_that_forgets_somebody_passes_the_check_of_a_pull_request(repository: Repository) -> None:
    base = repository.git("rev-parse", "HEAD")
    person(repository, "forget", "ann-exempel", "--yes", "--commit")
    done = vis("check", "--base", base, "--only-new", "--strict", cwd=repository.root, env=repository.environ)
    assert done.code == 0, done.out + done.err


def test_minutes_keep_the_name_and_are_told_of(repository: Repository) -> None:
    held = meeting("tjanstegruppen", "2031-03-20", "drafted", ATTENDANCE)
    path = "registry/meetings/tjanstegruppen/2031-03-20.yaml"
    repository.commit({path: held, f"{path[:-5]}/bilaga.txt": "Ann Exempel föredrog.\n", "README.md": "# Exempel\n"})
    done = person(repository, "forget", "ann-exempel", "--yes", "--json")
    assert (repository.root / path).read_text() == held
    told(done)
    data = json.loads(done.out)["forgotten"]
    assert {one["path"] for one in data["public_record"]} == {path, "registry/people.yaml", f"{path[:-5]}/bilaga.txt"}
    assert (data["changed"], data["left"]) == ([CONTACT, NEW, PEOPLE], [])
    people = (repository.root / PEOPLE).read_text()
    assert "ann-exempel:\n  name: Ann Exempel\n" in people
    assert "tidigare-1:\n" in people
    again = person(repository, "forget", "ann-exempel", "--yes")
    assert (again.code, "nothing but the public record names the person" in again.err) == (0, True)
    shown = vis("meeting", "minutes", "tjanstegruppen-2031-03-20", cwd=repository.root, env=DAY)
    assert "Ann Exempel" in shown.out, shown.err


def test_somebody_who_has_something_to_do_is_not_forgotten(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit(county())
    done = person(repository, "forget", "ann-exempel", "--yes")
    assert (done.code, "still has something to do" in done.err) == (1, True)
    assert (CONTACT in done.err, NEW in done.err, HELD in done.err) == (True, True, True)
    assert repository.git("status", "--porcelain") == ""


def test_nothing_is_written_without_a_yes_and_nothing_where_a_file_cannot_be_read(repository: Repository) -> None:
    done = person(repository, "forget", "ann-exempel")
    assert (done.code, "with --yes it is done" in done.err) == (2, True)
    done = person(repository, "forget", "ann-exempel", "--dry-run")
    assert (done.code, "+  - person: tidigare-1" in done.out) == (0, True)
    assert repository.git("status", "--porcelain") == ""
    repository.write("registry/groups/trasig.yaml", "id: [\n")
    done = person(repository, "forget", "ann-exempel", "--yes")
    assert (done.code, "cannot be understood" in done.err) == (1, True)
    assert repository.git("status", "--porcelain") == "?? registry/groups/trasig.yaml"


def test_in_a_terminal_it_is_told_what_changes_and_asked(repository: Repository) -> None:
    terminal = Terminal("person", "forget", "ann-exempel", cwd=repository.root, env=DAY)
    terminal.answer("Replace the name", ENTER)
    assert f"- {NEW}" in terminal.screen
    assert terminal.end() == 130
    assert repository.git("status", "--porcelain") == ""
    terminal = Terminal("person", "forget", "ann-exempel", cwd=repository.root, env=DAY)
    terminal.answer("Replace the name", DOWN + ENTER)
    assert terminal.end() == 0
    assert "tidigare-1" in (repository.root / NEW).read_text()


def test_two_who_had_the_same_role_are_told_apart(repository: Repository) -> None:
    contact = "id: exempelby\nksa:\n" + "".join(
        f"  - person: {id}\n    from: {year}-01-01\n    until: {year}-12-31\n"
        for id, year in (("bo-prov", 2028), ("cia-test", 2029))
    )
    forum = "id: gamla-forumet\nname: Gamla forumet\ntype: forum\nlevel: regional\nstatus: active\n"
    repository.commit({CONTACT: contact, FORUM: forum, HELD: county()[HELD].replace("[ann-exempel]", "[nya-gruppen]")})
    for id in ("bo-prov", "cia-test"):
        done = person(repository, "forget", id, "--yes")
        assert done.code == 0, done.err
    people = (repository.root / PEOPLE).read_text()
    assert "tidigare-1:\n  name: tidigare KSA i Exempelby\n" in people
    assert "tidigare-2:\n  name: tidigare KSA i Exempelby (2)\n" in people
    done = vis("check", "--select", "VIS205,VIS206,VIS804", "--format", "concise", cwd=repository.root)
    assert "tidigare" not in done.out


def test_the_history_tells_who_still_has_it_and_what_rewriting_takes(repository: Repository) -> None:
    first = repository.git("rev-parse", "HEAD")
    said = repository.commit({"registry/x.md": "Prov\n"}, "Andersson, Ann Exempel tackas")
    folded = repository.commit({"docs/Ann_Exempel.txt": "fonen +46 8 123 45 67\n"}, "En fil")
    repository.git("tag", "-a", "fest", "-m", "Ann  Exempel avtackas", first)
    repository.git("branch", "ann-exempel-slutar", first)
    repository.git("checkout", "-q", "-b", "other")
    gone = repository.commit({"docs/Ann_Exempel.txt": "borta\n"}, "Utan")
    done = person(repository, "forget", "ann-exempel", "--yes", "--commit", "--json")
    told(done)
    found = json.loads(done.out)["history"]
    assert [one["commit"] for one in found["brought"]] == [first, folded]
    assert found["said"] == [said]
    assert set(found["refs"]) == {"refs/heads/main", "refs/heads/other", "refs/heads/•••-slutar", "refs/tags/fest"}
    assert found["now"] == ["docs/•••.txt"]
    assert (found["rewritten"], found["commits"]) == (5, 5)
    assert gone not in [one["commit"] for one in found["brought"]]
    text = person(repository, "traces", "--text", "Ann Exempel", "--text", "08-1234567")
    for word in ("git filter-repo --replace-text", "72 hours", "data protection officer", "vis agreement tag"):
        assert word in " ".join(told(text).split())
    assert repository.git("rev-parse", "main") == folded  # nothing was rewritten


def test_no_copy_of_the_name_is_kept_for_undo_or_for_the_next_check(repository: Repository, tmp_path: Path) -> None:
    env = {**repository.environ, **DAY, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    repository.write("registry/groups/annan.yaml", "id: annan\nname: Ann Exempel\nmembrs: []\n")
    vis("check", cwd=repository.root, env=env)
    (repository.root / "registry/groups/annan.yaml").unlink()
    assert any("Ann Exempel" in entry.read_text() for entry in (tmp_path / "cache/vis").iterdir())
    done = vis("person", "forget", "ann-exempel", "--yes", cwd=repository.root, env=env)
    assert done.code == 0
    left = [
        entry
        for entry in [*(tmp_path / "cache").rglob("*"), *(repository.root / ".git/vis").rglob("*")]
        if entry.is_file() and any(own in entry.read_text() for own in OWN)
    ]
    assert left == []
    done = vis("undo", cwd=repository.root, env=env)
    assert (done.code, "no change here that vis can take back" in done.err) == (3, True)


def test_where_the_copy_cannot_be_removed_nothing_is_forgotten_yet(repository: Repository) -> None:
    (repository.root / ".git/vis/last.json").mkdir(parents=True)
    before = repository.snapshot()
    done = person(repository, "forget", "ann-exempel", "--yes")
    assert (done.code, done.out) == (5, "")
    assert ".git/vis/last.json` cannot be read or written: is a directory" in done.err
    assert repository.snapshot() == before


def test_gits_own_files_and_the_copy_of_vis_are_named_where_they_hold_it(repository: Repository) -> None:
    person(repository, "new", "Ny Provsson", "--title", "chef", "--organisation", "testvik-kommun")
    repository.commit({"registry/x.md": "Prov\n"}, "Ann Exempel tackas")
    done = person(repository, "traces", "--text", "Ann Exempel", "--json")
    own = json.loads(told(done))["history"]["own"]
    assert own == [".git/COMMIT_EDITMSG", ".git/logs/HEAD", ".git/logs/refs/heads/main", ".git/vis/last.json"]
    repository.git("branch", "-m", "main", "ann-exempel")
    said = person(repository, "traces", "--text", "Ann Exempel", "--text", "ann-exempel")
    assert "- .git/logs/refs/heads/•••" in told(said)


def test_a_name_that_two_have_is_left_where_only_a_reader_can_say_whose_it_is(repository: Repository) -> None:
    people = (repository.root / PEOPLE).read_text()
    other = people[people.index("ann-exempel:") :].split("\nbo-prov:")[0].replace("ann-exempel:", "ann-exempel-2:")
    repository.write(PEOPLE, f"{people}\n{other}\n")
    done = person(repository, "forget", "ann-exempel", "--yes", "--json")
    assert done.code == 0, done.err
    assert "\nann-exempel-2:\n  name: Ann Exempel\n" in (repository.root / PEOPLE).read_text()
    text = (repository.root / NEW).read_text()
    assert ("person: tidigare-1" in text, "Ann Exempels förslag" in text) == (True, True)
    assert NEW in {place["path"] for place in json.loads(done.out)["forgotten"]["left"]}


def test_a_number_that_stands_beside_the_name_is_told_of(repository: Repository) -> None:
    text = (repository.root / NEW).read_text()
    repository.write(NEW, f"# Ann Exempel nås på 070-987 65 43\n{text}")
    done = person(repository, "forget", "ann-exempel", "--dry-run", "--json")
    assert {"path": NEW, "line": 1} in json.loads(done.out)["forgotten"]["left"]


def test_a_text_that_was_never_a_person_is_looked_for_without_being_said(repository: Repository) -> None:
    number = "19121212-1212"
    commit = repository.commit({"docs/brev.txt": f"Ärende 121212{number[8:]}\n"})
    repository.commit({"docs/brev.txt": "Ärende\n"})
    done = vis("person", "traces", "--text", number, "--json", cwd=repository.root, env=repository.environ)
    assert "1212-1212" not in done.out + done.err
    found = json.loads(done.out)["history"]
    assert [one["commit"] for one in found["brought"]] == [commit]
    assert (found["now"], found["paths"]) == ([], ["docs/brev.txt"])
    done = vis("person", "traces", "--text", "finns inte alls", cwd=repository.root, env=repository.environ)
    assert (done.code, done.out) == (0, "the history does not hold it\n")
    assert vis("person", "traces", "--text", "ab", cwd=repository.root, env=repository.environ).code == 2
    hostile = vis("person", "traces", "--text", "--output=x", cwd=repository.root, env=repository.environ)
    assert (hostile.code, (repository.root / "x").exists()) == (0, False)


def test_a_clone_without_its_whole_history_does_not_answer(repository: Repository, tmp_path: Path) -> None:
    repository.commit({"docs/a.txt": "a\n"})
    clone = tmp_path / "clone"
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.root}", str(clone))
    done = vis("person", "traces", "--text", "Ann Exempel", cwd=clone, env=repository.environ)
    assert (done.code, "shallow" in done.err) == (3, True)


def test_who_has_left_is_due_when_the_time_that_was_decided_has_passed(repository: Repository) -> None:
    def due(day: str) -> str:
        return vis("check", "--due", cwd=repository.root, env={**repository.environ, "VIS_TODAY": day}).out

    assert "Name to be replaced" not in due("2040-01-01")
    settings = repository.root / "registry/vis.yaml"
    settings.write_text(settings.read_text() + "retention_months: 24\n")
    assert "Name to be replaced by the role" not in due("2032-12-01")
    assert "Name to be replaced by the role" in due("2033-03-02")
    data = json.loads(vis("report", "due", "--on", "2033-03-02", "--json", cwd=repository.root).out)
    late = [(one["kind"], one["of"]["id"]) for one in data["late"]]
    assert ("retention", "ann-exempel") in late
    assert person(repository, "forget", "ann-exempel", "--yes").code == 0
    assert "Name to be replaced by the role" not in due("2033-03-02")


def test_a_contact_that_ends_says_until_when_the_name_is_kept(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    contact = "id: exempelby\nksa:\n  - person: cia-test\n    from: 2030-01-01\n"
    vis_yaml = county()["registry/vis.yaml"] + "retention_months: 6\n"
    repository.commit({**county(), CONTACT: contact, "registry/vis.yaml": vis_yaml})
    done = vis("contact", "end", "exempelby", "ksa", "--date", "2031-03-31", cwd=repository.root, env=DAY)
    assert (done.code, "the name is kept until 30 September 2031" in done.err) == (0, True), done.err

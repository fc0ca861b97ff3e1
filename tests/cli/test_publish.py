"""`vis agreement publish`, `tag` and `history`: what was published stays, and is found again."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.agreements import AGREEMENT, PARTIES, VERSION, county, text, version
from tests.history.repositories import Repository
from tests.program import Done, vis

TAG = "agreement/vardplan/1.0"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A register with a draft of an agreement."""
    found = Repository(tmp_path / "register")
    found.commit(county(), "Börja registret", day="2031-01-10")
    return found


def ask(repository: Repository, *arguments: str, root: Path | None = None) -> Done:
    return vis(*arguments, cwd=root or repository.root, env={**repository.environ, "VIS_TODAY": "2033-06-01"})


def publish(repository: Repository) -> None:
    done = ask(repository, "agreement", "publish", "vardplan", "--date", "2031-03-01", "--commit")
    assert done.code == 0, done.err


def test_to_publish_records_the_day_the_digest_and_whom_it_binds(repository: Repository) -> None:
    done = ask(repository, "agreement", "publish", "vardplan", "--date", "2031-03-01")
    assert (done.code, done.lines) == (0, [VERSION.format("1.0")])
    written = (repository.root / VERSION.format("1.0")).read_text(encoding="utf-8")
    parties = "".join(f"  - {party}\n" for party in PARTIES)
    assert written.startswith(f"agreement: vardplan\nversion: '1.0'\nparties:\n{parties}entry_into_force:\n")
    assert "publication:\n  date: 2031-03-01\n  digest: " in written
    assert repository.git("status", "--porcelain") == f" M {VERSION.format('1.0')}"
    assert "once it is on main: `vis agreement tag vardplan`" in done.err


def test_whom_it_binds_is_not_written_twice(repository: Repository) -> None:
    repository.commit({VERSION.format("1.0"): version(more="parties: [region-exempel, testvik]\n")})
    publish(repository)
    written = (repository.root / VERSION.format("1.0")).read_text(encoding="utf-8")
    assert written.count("parties:") == 1
    assert "provkoping" not in written


def test_a_dry_run_of_publishing_shows_the_change_and_writes_nothing(repository: Repository) -> None:
    done = ask(repository, "agreement", "publish", "vardplan", "--date", "2031-03-01", "--dry-run")
    assert "+publication:" in done.lines
    assert repository.git("status", "--porcelain") == ""


@pytest.mark.parametrize(
    ("files", "arguments", "words"),
    [
        ({AGREEMENT: text().replace("transcribed", "not-transcribed")}, (), "there is nothing to publish"),
        ({AGREEMENT: text().replace("    text: Alla ska få en vårdplan.\n", "")}, (), "are empty: Syfte"),
        ({AGREEMENT: text().replace("transcribed", "original")}, (), "these sections are missing"),
        ({AGREEMENT: text("1.1"), VERSION.format("1.1"): version("1.1")}, ("1.0",), "is of version 1.1, not of 1.0"),
        ({AGREEMENT: text().replace("version: '1.0'\n", "")}, (), "does not say which version its text is of"),
        ({AGREEMENT: text("1.1")}, (), "there is no version 1.1"),
        ({"registry/organisations.yaml": "kontoret:\n  name: Kontoret\n  type: company\n"}, (), "nobody is known"),
        ({}, ("--date", "2031-02-30"), "there is no day `2031-02-30`"),
    ],
)
def test_what_cannot_be_published_is_refused_with_the_way_forward(
    repository: Repository, files: dict[str, str], arguments: tuple[str, ...], words: str
) -> None:
    repository.commit(files)
    before = repository.snapshot()
    done = ask(repository, "agreement", "publish", "vardplan", *arguments)
    assert done.code in (1, 2)
    assert words in done.err
    assert done.err.count("\n") == 2  # what is, and what to do
    assert repository.snapshot() == before


def test_what_is_published_is_not_published_again(repository: Repository) -> None:
    publish(repository)
    done = ask(repository, "agreement", "publish", "vardplan")
    assert done.code == 1
    assert "was published on 2031-03-01" in done.err
    assert "`vis agreement revise vardplan`" in done.err


def test_an_agreement_with_faults_is_not_published(repository: Repository) -> None:
    repository.commit({AGREEMENT: text(more="owners:\n  - group: saknas\n")})
    done = ask(repository, "agreement", "publish", "vardplan", "--commit")
    assert done.code == 1
    assert "VIS201" in done.err
    assert "it is not published, because of these faults" in done.err


def test_a_text_that_git_does_not_have_is_not_published_in_a_commit(repository: Repository) -> None:
    repository.write(AGREEMENT, text(purpose="Alla ska få två vårdplaner."))
    done = ask(repository, "agreement", "publish", "vardplan", "--commit")
    assert done.code == 3
    assert f"the text in `{AGREEMENT}` is not saved in the register's history as it is now" in done.err
    assert "save it first: `git add agreements/vardplan` and `git commit" in done.err


def test_a_published_text_that_is_changed_is_a_fault(repository: Repository) -> None:
    publish(repository)
    assert ask(repository, "check", "--select", "VIS270,VIS271,VIS272").code == 0
    repository.write(AGREEMENT, text(purpose="Alla ska få två vårdplaner."))
    done = ask(repository, "check", "--select", "VIS270,VIS271,VIS272", "--format", "concise")
    assert done.found == [f"{AGREEMENT}:5:10 VIS270"]


def test_on_main_the_tag_is_set_on_the_commit_that_holds_the_text_and_is_not_pushed(repository: Repository) -> None:
    publish(repository)
    # The next version is begun before anyone came to tag the first.
    revised = {AGREEMENT: text("1.1", "Alla ska få två."), VERSION.format("1.1"): version("1.1")}
    repository.commit({"README.md": "# Annat\n"}, day="2031-03-02")
    newest = repository.git("rev-parse", "HEAD")
    repository.commit(revised, day="2031-04-01")
    done = ask(repository, "agreement", "tag", "vardplan")
    assert (done.code, done.lines) == (0, [f"{TAG} {newest}"])
    assert done.err == f"to share them: git push origin {TAG}\n"
    assert repository.git("cat-file", "-t", TAG) == "tag"
    message = repository.git("tag", "-l", "--format=%(contents)", TAG)
    assert message.startswith("Överenskommelse om vårdplan, version 1.0\n\nPublished 2031-03-01\nSHA-256 ")
    again = ask(repository, "agreement", "tag", "--all")
    assert (again.code, again.out) == (0, "")
    assert "every published version has its tag" in again.err


def test_the_tag_is_on_head_where_nothing_came_after(repository: Repository) -> None:
    publish(repository)
    repository.commit({"README.md": "# Annat\n"})
    done = ask(repository, "agreement", "tag", "--all", "--dry-run")
    assert done.lines == [f"{TAG} {repository.git('rev-parse', 'HEAD')}"]
    assert repository.git("tag") == ""


def test_on_another_branch_no_tag_is_set(repository: Repository) -> None:
    repository.git("switch", "-qc", "publicera")
    publish(repository)
    done = ask(repository, "agreement", "tag", "vardplan")
    assert done.code == 3
    assert "tags are set on `main`, after the merge, and `publicera` is checked out" in done.err
    repository.git("switch", "-q", "--detach")
    assert "no branch is checked out" in ask(repository, "agreement", "tag", "vardplan").err
    repository.git("switch", "-q", "main")
    unmerged = ask(repository, "agreement", "tag", "vardplan")
    assert (unmerged.code, repository.git("tag")) == (1, "")
    assert "version 1.0 of `vardplan` is not published" in unmerged.err
    repository.git("merge", "-q", "--squash", "publicera")
    uncommitted = ask(repository, "agreement", "tag", "vardplan")
    assert uncommitted.code == 3
    assert "does not stand as published in any commit of `main`" in uncommitted.err
    repository.git("commit", "-qm", "Slå ihop")
    assert ask(repository, "agreement", "tag", "vardplan").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-m", "Flyttad", TAG, "HEAD"), "names another text than the one that was published"),
        ((TAG, "HEAD~1"), "it is not annotated"),
    ],
)
def test_a_tag_that_is_wrong_is_said_and_left(repository: Repository, arguments: tuple[str, ...], words: str) -> None:
    publish(repository)
    repository.commit({AGREEMENT: text("1.1", "Alla ska få två."), VERSION.format("1.1"): version("1.1")})
    repository.git("tag", *arguments)
    before = repository.git("rev-parse", TAG)
    done = ask(repository, "agreement", "tag", "--all")
    assert done.code == 3
    assert words in done.err
    assert repository.git("rev-parse", TAG) == before
    assert ask(repository, "agreement", "history", "vardplan").code == 0


def test_a_shallow_clone_is_not_tagged_in(repository: Repository, tmp_path: Path) -> None:
    publish(repository)
    clone = tmp_path / "grund"
    subprocess.run(
        ["git", "clone", "-q", "--depth", "1", f"file://{repository.root}", str(clone)],
        env=repository.environ,
        check=True,
    )
    for command in ("tag", "history"):
        done = ask(repository, "agreement", command, "vardplan", root=clone)
        assert done.code == 3
        assert "git fetch --unshallow" in done.err


def test_history_tells_the_versions_and_who_changed_what_when(repository: Repository) -> None:
    publish(repository)
    published = repository.git("rev-parse", "HEAD")
    assert ask(repository, "agreement", "tag", "vardplan").code == 0
    revised = {AGREEMENT: text("1.1", "Alla ska få två."), VERSION.format("1.1"): version("1.1")}
    repository.commit(revised, "Börja på version 1.1", day="2031-04-01")
    repository.commit({"registry/people.yaml": "exempel-a:\n  name: Exempel A\n"}, "Annat")
    done = ask(repository, "agreement", "history", "vardplan")
    assert done.code == 0
    assert "not published" in done.lines[1]
    assert all(words in done.lines[2] for words in ("1.0", "2031-03-01", published[:12], "tagged"))
    changes = done.out.partition("\n\n")[2].splitlines()
    assert [line.split("  ")[-1] for line in changes[1:]] == [
        "Börja på version 1.1",
        "Publish version 1.0 of Överenskommelse om vårdplan",
        "Börja registret",
    ]
    assert changes[1].startswith("2031-04-01 13:00")  # in the register's time zone
    report = json.loads(ask(repository, "agreement", "history", "vardplan", "--json").out)
    assert [item["version"] for item in report["versions"]] == ["1.1", "1.0"]
    assert report["versions"][1]["published_in"]["commit"] == published
    assert report["versions"][1]["tag"]["author"] == "Exempel Person"
    assert len(report["revisions"]) == 3

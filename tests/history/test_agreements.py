"""The text of an older version: by its tag, or by its digest in the history, and never another text."""

import subprocess
from pathlib import Path

import pytest
from repositories import Repository

from tests.agreements import AGREEMENT, county, text
from vis_cli.errors import Failure
from vis_cli.history.agreements import VersionText, version_text
from vis_cli.history.git import Git
from vis_cli.model.agreement import Agreement
from vis_cli.registry.digest import digest
from vis_cli.registry.single import single
from vis_cli.source.tree import WorkTree

TAG = "agreement/vardplan/1.0"


def digest_of(data: str) -> str:
    found, faults = single(Agreement, AGREEMENT, data.encode())
    assert found is not None, faults
    return digest(found)


DIGEST = digest_of(text())


@pytest.fixture
def revised(repository: Repository) -> Repository:
    """Version 1.0 was tagged, and version 1.1 has come after it."""
    repository.commit(county(), "Börja", day="2031-01-10")
    repository.commit({AGREEMENT: text(more="subject: vårdplan\n")}, "Ämne", day="2031-02-10")
    repository.git("tag", "-m", "Version 1.0", TAG)
    repository.commit({AGREEMENT: text("1.1", "Alla ska få två.")}, "Version 1.1", day="2031-03-10")
    return repository


def ask(repository: Repository, wanted: str = "1.0", known: str | None = DIGEST, git: Git | None = None) -> VersionText:
    return version_text(git or repository.open(), WorkTree(repository.root), "vardplan", wanted, known)


def said(found: VersionText) -> str:
    return " | ".join(map(str, found.notices))


def test_the_text_that_is_there_needs_no_git(revised: Repository) -> None:
    known = digest_of(text("1.1", "Alla ska få två."))
    found = version_text(None, WorkTree(revised.root), "vardplan", "1.1", known)
    assert (found.found, found.commit, found.notices) == ("tree", None, ())
    assert found.data == (revised.root / AGREEMENT).read_bytes()


def test_an_older_text_is_read_from_its_tag(revised: Repository) -> None:
    found = ask(revised)
    assert (found.found, found.commit, said(found)) == ("tag", revised.git("rev-parse", f"{TAG}^{{}}"), "")
    assert found.agreement.sections[0].text == "Alla ska få en vårdplan."
    assert found.data.decode() == text(more="subject: vårdplan\n")


def test_without_its_tag_it_is_found_by_its_digest_in_the_newest_commit_that_has_it(revised: Repository) -> None:
    tagged = revised.git("rev-parse", f"{TAG}^{{}}")
    revised.git("tag", "-d", TAG)
    found = ask(revised)
    assert (found.found, found.commit, said(found)) == ("history", tagged, f"there is no tag `{TAG}`")


def test_a_moved_tag_is_said_and_not_believed(revised: Repository) -> None:
    tagged = revised.git("rev-parse", f"{TAG}^{{}}")
    revised.git("tag", "-f", "-m", "Flyttad", TAG, "HEAD")
    found = ask(revised)
    assert (found.found, found.commit) == ("history", tagged)
    assert "names another text than the one that was published" in said(found)


def test_a_tag_that_nobody_signed_for_is_said(revised: Repository) -> None:
    revised.git("tag", "-f", TAG, f"{TAG}^{{}}")
    found = ask(revised)
    assert found.found == "tag"
    assert "it is not annotated" in said(found)


def test_a_tag_of_something_else_than_a_commit_is_said(revised: Repository) -> None:
    revised.git("tag", "-f", "-m", "En fil", TAG, f"HEAD:{AGREEMENT}")
    assert f"the tag `{TAG}` names no commit" in said(ask(revised))


def test_a_rewritten_text_is_said_and_the_published_one_is_answered(revised: Repository) -> None:
    revised.write(AGREEMENT, text(purpose="Något helt annat."))
    found = ask(revised)
    assert found.agreement.sections[0].text == "Alla ska få en vårdplan."
    assert "that is not the text that was published" in said(found)


def test_a_rewritten_history_is_a_clear_failure(revised: Repository) -> None:
    revised.git("tag", "-d", TAG)
    with pytest.raises(
        Failure, match=r"the text of version 2.0 of `vardplan` is nowhere in the history of `main`"
    ) as e:
        ask(revised, "2.0", "0" * 64)
    assert e.value.exit_code == 3
    assert "git fetch --tags" in e.value.hint


def test_a_text_on_a_branch_only_is_found_there_and_said(revised: Repository) -> None:
    revised.git("switch", "-qc", "gren")
    draft = text("2.0", "En gren.")
    revised.commit({AGREEMENT: draft})
    revised.commit({AGREEMENT: text("2.1", "Nästa.")})
    found = ask(revised, "2.0", digest_of(draft))
    assert (found.found, found.commit) == ("history", revised.git("rev-parse", "HEAD~1"))
    assert "not on `main`" in said(found)


def test_a_merged_branch_counts_as_its_merge(revised: Repository) -> None:
    revised.git("switch", "-qc", "gren")
    draft = text("1.2", "Bara på grenen.")
    revised.commit({AGREEMENT: draft})
    final = text("1.2", "Sammanslagen.")
    revised.commit({AGREEMENT: final})
    revised.git("switch", "-q", "main")
    revised.git("merge", "-q", "--no-ff", "-m", "Slå ihop", "gren")
    merge = revised.git("rev-parse", "HEAD")
    revised.commit({AGREEMENT: text("1.3", "Sedan.")})
    assert ask(revised, "1.2", digest_of(final)).commit == merge
    with pytest.raises(Failure, match="is nowhere"):
        ask(revised, "1.2", digest_of(draft))


def test_a_draft_that_was_never_published_is_the_last_one_called_so(revised: Repository) -> None:
    revised.git("tag", "-d", TAG)
    found = ask(revised, known=None)
    assert (found.found, found.commit) == ("history", revised.git("rev-parse", "HEAD~1"))


def test_an_old_text_that_is_not_understood_is_a_clear_failure(repository: Repository) -> None:
    repository.commit({**county(), AGREEMENT: text(more="kind_of_old: ja\n")})
    commit = repository.git("rev-parse", "HEAD")
    repository.commit({AGREEMENT: text("1.1")})
    with pytest.raises(Failure, match=f"in commit {commit[:12]} cannot be understood: VIS041 in line 7") as caught:
        ask(repository, known="0" * 64)
    assert caught.value.exit_code == 3


def test_a_shallow_clone_says_so_where_the_text_is_not_in_it(revised: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "grund"
    command = ["git", "clone", "-q", "--depth", "1", "--no-tags", f"file://{revised.root}", str(clone)]
    subprocess.run(command, env=revised.environ, check=True)
    with pytest.raises(Failure, match="this clone is shallow") as caught:
        version_text(Git(clone, revised.environ), WorkTree(clone), "vardplan", "1.0", DIGEST)
    assert caught.value.exit_code == 3
    subprocess.run(["git", "fetch", "-q", "--depth", "1", "origin", "tag", TAG], cwd=clone, env=revised.environ)
    found = version_text(Git(clone, revised.environ), WorkTree(clone), "vardplan", "1.0", DIGEST)
    assert found.found == "tag"


def test_without_git_an_older_text_is_a_clear_failure(revised: Repository) -> None:
    with pytest.raises(Failure, match="there is no Git repository"):
        version_text(None, WorkTree(revised.root), "vardplan", "1.0", DIGEST)

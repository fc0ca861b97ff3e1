"""`--commit`: a step becomes one commit in the register's history, and nothing else does."""

from tests.cli.steps import ADOPTION, EXEMPELBY, ON_THE_DAY, Register, in_git  # noqa: F401 - a fixture
from tests.history.repositories import Repository


def test_a_step_is_one_commit_with_a_message_in_swedish(repository: Repository) -> None:
    Register(repository.root).records("adopt", *ON_THE_DAY, "--body", "KS", "--reference", "§ 14", "--commit")
    assert repository.git("log", "-1", "--format=%s") == (
        "avtalet 1.0: Exempelby kommun har antagit (KS § 14, 2031-02-03)"
    )
    assert repository.git("show", "--format=", "--name-only") == ADOPTION
    assert repository.git("status", "--porcelain") == ""


def test_what_is_not_committed_yet_is_not_swept_along(repository: Repository) -> None:
    Register(repository.root).records("adopt", *ON_THE_DAY)
    said = Register(repository.root).refuses("decide", *EXEMPELBY, "--outcome", "appealed", "--date", "2031-03-03",
        "--commit", code=3,
    )  # fmt: skip
    assert "adoptions/1.0/exempelby.yaml` exists and is not saved in the register's history" in said


def test_two_parties_recorded_on_two_branches_merge_without_a_conflict(repository: Repository) -> None:
    for party in ("exempelby", "testvik"):
        repository.git("switch", "-q", "-c", party, "main")
        Register(repository.root).records("adopt", "avtalet", "--party", party, "--date", "2031-02-03")
        repository.commit({})
    repository.git("switch", "-q", "main")
    for party in ("exempelby", "testvik"):
        repository.git("merge", "-q", "--no-edit", party)
    done = Register(repository.root).step("adopt", "avtalet", "--party", "provkoping", "--date", "2031-02-03")
    assert "3 of 4 parties have adopted" in done.err

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


def test_what_builds_on_an_agreement_that_is_not_saved_yet_says_what_to_save_first(repository: Repository) -> None:
    register = Register(repository.root)
    register.write("agreements/nya/agreement.yaml", "id: nya\ntitle: Nya avtalet\ntype: agreement\n")
    register.write("agreements/nya/versions/1.0.yaml", "agreement: nya\nversion: '1.0'\n")
    for step in (
        ("adopt", "nya", "--party", "exempelby", "--date", "2031-02-03"),
        ("refer", "nya", "--from", "2031-03-01", "--until", "2031-04-30"),
        ("recommend", "nya", "--body", "exempelregionen", "--date", "2031-02-03"),
    ):
        said = register.refuses(*step, "--commit", code=3)
        assert "this builds on what is not saved in the register's history yet: agreements/nya" in said
        assert "save that first: `git add agreements/nya` and `git commit -m …`; or leave out --commit" in said
    repository.commit({}, "Nya avtalet")
    register.records("adopt", "nya", "--party", "exempelby", "--date", "2031-02-03", "--commit")


def test_that_it_is_saved_is_said_with_the_commit(repository: Repository) -> None:
    said = Register(repository.root).records("adopt", *ON_THE_DAY, "--commit")
    assert said.startswith(f"saved in the register's history ({repository.git('rev-parse', 'HEAD')[:12]})\n")

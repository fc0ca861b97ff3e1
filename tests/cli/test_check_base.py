"""`vis check --base`: what must not change between what the register said and what it says."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.agreements import ADOPTION, AGREEMENT, ORGANISATIONS, VERSION, adoption, county, text, version
from tests.history.repositories import Repository
from tests.program import VIS_YAML, Done, vis

LAW = "legal_basis:\n  - text: Lagen om exempel.\n"
ENDED = "ended:\n  last_day: 2033-12-31\n"
REFERRAL = "referrals:\n  - from: 2031-01-15\n"
RECOMMENDED = "recommendations:\n  - body: region-exempel\n    date: 2031-02-01\n"
ADOPTED = ADOPTION.format("1.0", "exempelby")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A register whose agreement is published, demanded by law, and adopted by one party; on a branch of its own."""
    found = Repository(tmp_path / "register")
    found.commit({**county(), AGREEMENT: text(more=LAW)}, "Börja", day="2031-01-10")
    done = ask(found, "agreement", "publish", "vardplan", "--date", "2031-03-01", "--commit")
    assert done.code == 0, done.err
    found.commit({ADOPTED: adoption("exempelby")}, "Exempelby antar")
    found.git("switch", "-qc", "gren")
    return found


def ask(repository: Repository, *arguments: str, root: Path | None = None) -> Done:
    return vis(*arguments, cwd=root or repository.root, env={**repository.environ, "VIS_TODAY": "2033-06-01"})


def judge(repository: Repository, *options: str) -> Done:
    return ask(repository, "check", "--base", "main", "--select", "VIS3", "--format", "concise", *options)


def published(repository: Repository) -> str:
    return (repository.root / VERSION.format("1.0")).read_text(encoding="utf-8")


def test_a_change_that_adds_is_no_fault(repository: Repository) -> None:
    added = published(repository) + "accessions:\n  - party: nykoping\n    date: 2032-01-01\n"
    added += "term:\n  until: 2035-12-31\nnotice:\n  months: 12\n"
    repository.write(VERSION.format("1.0"), added)
    repository.write(ADOPTION.format("1.0", "testvik"), adoption("testvik"))
    correction = "  - outcome: adopted\n    date: 2031-05-22\n    corrects: 1\n    reason: Fel dag.\n"
    repository.write(ADOPTED, adoption("exempelby", more=correction))
    done = judge(repository)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"the change is judged from commit {repository.git('rev-parse', 'main')[:12]} of 2026-01-01\n"


def test_the_terms_of_a_published_version_are_kept(repository: Repository) -> None:
    changed = published(repository).replace("2031-07-01", "2031-09-01").replace("  - testvik\n", "")
    repository.write(VERSION.format("1.0"), changed)
    done = judge(repository)
    assert done.code == 1
    assert done.found == [f"agreements/vardplan/versions/1.0.yaml:{line} VIS301" for line in ("3:1", "9:15")]


def test_the_published_text_is_kept_with_its_digest(repository: Repository) -> None:
    old = published(repository)
    repository.write(VERSION.format("1.0"), old[: old.index("publication")])
    done = judge(repository)
    assert done.found == [f"{VERSION.format('1.0')}:2:10 VIS301"]
    repository.write(AGREEMENT, text(more=LAW, purpose="Alla ska få två."))
    assert ask(repository, "agreement", "publish", "vardplan", "--date", "2031-04-01").code == 0
    again = judge(repository)
    assert [item.split()[1] for item in again.found] == ["VIS301"]


def test_a_changed_decision_is_shown_as_it_was_and_as_it_is(repository: Repository) -> None:
    repository.write(ADOPTED, adoption("exempelby", "2031-05-23"))
    done = ask(repository, "check", "--base", "main", "--select", "VIS3")
    commit = repository.git("rev-parse", "main")[:12]
    assert f"{ADOPTED}:5:5: error[VIS302]" in done.out
    assert "   5 │   - outcome: adopted" in done.out
    assert f"{ADOPTED}:5:5 ({commit}): what was recorded" in done.out


def test_a_decision_that_is_gone_is_shown_in_the_file_as_it_was(repository: Repository) -> None:
    commit = repository.git("rev-parse", "main")[:12]
    repository.git("rm", "-q", ADOPTED)
    done = ask(repository, "check", "--base", "main", "--select", "VIS3")
    assert f"{ADOPTED}:4:1 ({commit}): error[VIS302] what `exempelby` decided" in done.out
    assert "   4 │ decisions:\n     │ ^^^^^^^^^" in done.out
    report = json.loads(judge(repository, "--format", "json").out)
    (found,) = report["diagnostics"]
    assert (found["path"], found["revision"], found["line"]) == (ADOPTED, commit, 4)
    github = judge(repository, "--format", "github").out
    assert github.startswith(f"::error file={ADOPTED},title=VIS302::what `exempelby` decided")
    assert f"[{ADOPTED}:4:1 ({commit})]" in github


def test_a_recommendation_that_is_gone_takes_the_version_back(repository: Repository) -> None:
    repository.git("rm", "-q", ADOPTED)
    repository.commit({VERSION.format("1.0"): published(repository) + RECOMMENDED})
    repository.git("branch", "-f", "main")
    repository.write(VERSION.format("1.0"), published(repository).replace(RECOMMENDED, ""))
    done = judge(repository)
    assert done.found == [f"{VERSION.format('1.0')}:2:10 VIS303"]
    assert "from recommended back to published" in done.out
    allowed = published(repository).replace("version: '1.0'", "version: '1.0'  # vis: allow VIS303 - det var en annan")
    repository.write(VERSION.format("1.0"), allowed)
    assert judge(repository).code == 1  # whoever makes the change does not allow it
    repository.git("stash", "-q")
    old = published(repository)
    stated = old.replace("version: '1.0'", "version: '1.0'  # vis: allow VIS303 - det var en annan")
    repository.commit({VERSION.format("1.0"): stated}, "Tillåt")
    repository.git("branch", "-f", "main")
    repository.write(VERSION.format("1.0"), allowed)
    assert judge(repository).code == 0
    repository.commit({})
    assert ask(repository, "check", "--base", "HEAD", "--select", "VIS3,VIS9").code == 0  # and it may stay


def test_a_decision_entered_in_error_is_corrected_without_a_fault(repository: Repository) -> None:
    wrong = "  - outcome: entered-in-error\n    corrects: 1\n    reason: Fel kommun.\n"
    repository.write(ADOPTED, adoption("exempelby", more=wrong))
    assert judge(repository).code == 0


def test_a_referral_may_lead_back_to_a_draft(repository: Repository) -> None:
    repository.commit({VERSION.format("1.1"): version("1.1", more=REFERRAL)})
    repository.git("branch", "-f", "main")
    repository.write(VERSION.format("1.1"), version("1.1"))
    assert judge(repository).code == 0


def test_an_id_does_not_go_away(repository: Repository) -> None:
    repository.write("registry/organisations.yaml", ORGANISATIONS.partition("testvik:")[0])
    done = judge(repository)
    assert done.code == 1
    assert done.out.startswith("registry/organisations.yaml:13:1 (")
    assert "error[VIS304] the organisation `testvik` is gone" in done.out


def test_an_agreement_that_the_law_demands_is_not_ended_without_a_successor(repository: Repository) -> None:
    repository.write(AGREEMENT, text(more=ENDED))
    done = judge(repository)
    assert done.found == [f"{AGREEMENT}:7:1 VIS305"]
    repository.write(AGREEMENT, text(more=LAW + ENDED))
    assert judge(repository).code == 0  # another rule sees it, without a base
    assert "VIS280" in ask(repository, "check", "--base", "main", "--select", "VIS28,VIS3").out
    repository.write(AGREEMENT, text(more=f"{LAW}{ENDED}  successor: samlad-vardplan\n"))
    assert judge(repository).code == 0


def test_an_agreement_that_the_law_demands_is_not_taken_away(repository: Repository) -> None:
    repository.git("rm", "-rq", "agreements")
    codes = [line.partition("error[")[2][:6] for line in judge(repository).lines]
    assert sorted(codes) == ["VIS302", "VIS304", "VIS304", "VIS305"]


def test_a_file_that_cannot_be_read_is_not_taken_for_one_that_is_gone(repository: Repository) -> None:
    repository.write(AGREEMENT, "id: [\n")
    assert judge(repository).out == ""


def test_a_version_comes_after_those_before_it(repository: Repository) -> None:
    repository.write(VERSION.format("0.9"), version("0.9"))
    done = judge(repository)
    assert done.found == [f"{VERSION.format('0.9')}:2:10 VIS306"]
    dated = f"publication:\n  date: 2030-01-01\n  digest: 'c0ffee{'0' * 58}'\n"
    repository.write(VERSION.format("0.9"), version("0.9", more=dated))
    assert judge(repository).code == 0  # an older one, registered late


def test_a_draft_may_be_given_up(repository: Repository) -> None:
    repository.commit({AGREEMENT: text("1.1", more=LAW, purpose="Nytt."), VERSION.format("1.1"): version("1.1")})
    repository.git("branch", "-f", "main")
    repository.git("checkout", "-q", "main~1", "--", AGREEMENT)
    repository.git("rm", "-q", VERSION.format("1.1"))
    assert judge(repository).code == 0
    repository.write(AGREEMENT, text("1.0", more=LAW, purpose="Ett tredje."))
    assert judge(repository).found == [f"{AGREEMENT}:5:10 VIS306"]


def test_without_a_base_no_rule_looks_at_the_past(repository: Repository) -> None:
    repository.git("rm", "-q", ADOPTED)
    assert ask(repository, "check").code == 0
    done = ask(repository, "check", "--select", "VIS302")
    assert done.code == 2
    assert "--base main" in done.err


def test_what_others_did_on_main_meanwhile_is_no_part_of_the_change(repository: Repository) -> None:
    repository.git("switch", "-q", "main")
    repository.commit({ADOPTION.format("1.0", "testvik"): adoption("testvik")})
    repository.git("switch", "-q", "gren")
    assert judge(repository).code == 0


@pytest.mark.parametrize(
    ("base", "code", "words"),
    [
        ("saknas", 2, "there is no commit `saknas`\n     name a branch"),
        ("-x", 2, "there is no commit"),
        ("main..gren", 2, "there is no commit `main..gren`\n     with `..` two commits are named; give each by itself"),
    ],
)
def test_a_base_that_is_not_there_is_said(repository: Repository, base: str, code: int, words: str) -> None:
    done = ask(repository, "check", f"--base={base}")
    assert (done.code, done.out) == (code, "")
    assert words in done.err


def test_a_base_with_nothing_in_common_is_said(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "annan")
    repository.commit({}, "Från början")
    done = ask(repository, "check", "--base", "main")
    assert done.code == 2
    assert "have nothing in common" in done.err


def test_without_git_there_is_no_base(tmp_path: Path) -> None:
    for path, content in county().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    done = vis("check", "--base", "main", cwd=tmp_path)
    assert done.code == 3
    assert "there is no Git repository here" in done.err


def test_a_shallow_clone_is_refused_unless_the_base_is_in_it(repository: Repository, tmp_path: Path) -> None:
    repository.commit({ADOPTION.format("1.0", "testvik"): adoption("testvik")})
    repository.git("switch", "-q", "main")
    base = repository.commit({"README.md": "# Annat\n"}, "Meanwhile")
    repository.git("merge", "-q", "--no-ff", "-m", "Prövas", "gren")
    clone = tmp_path / "grund"
    for depth, code in (("1", 3), ("2", 0)):
        source = f"file://{repository.root}"
        command = ["git", "clone", "-q", "--depth", depth, source, str(clone / depth)]
        subprocess.run(command, env=repository.environ, check=True)
        done = ask(repository, "check", "--base", base, root=clone / depth)
        assert done.code == code, done.err
        assert ("git fetch --unshallow" in done.err) is (code == 3)


def test_a_base_with_faults_is_said(repository: Repository) -> None:
    repository.commit({AGREEMENT: "id: [\n"})
    repository.git("branch", "-f", "main")
    repository.commit({AGREEMENT: text(more=LAW)})
    done = judge(repository)
    assert done.code == 0
    assert f"files that had faults there, and may not have been compared: {AGREEMENT}" in done.err


BODY = """\
id: exempelgruppen
name: Exempelgruppen
type: consultation
level: regional
status: established
members:
  - side: municipality
    subregion: norra länet
"""
SEAT = "  - side: municipality\n    subregion: södra länet\n"
PARTS = "subregions: [norra länet, södra länet]\n"


def test_a_setting_that_is_changed_does_not_judge_the_change_that_brings_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    group, settings = "registry/groups/exempelgruppen.yaml", "registry/vis.yaml"
    repository.commit({settings: VIS_YAML + PARTS, group: BODY + SEAT})
    repository.git("switch", "-qc", "gren")
    command = ("check", "--base", "main", "--select", "VIS512,VIS905", "--strict", "--format", "concise")
    repository.commit({settings: VIS_YAML + "subregions: [norra länet]\n", group: BODY})
    done = ask(repository, *command)
    assert done.code == 1
    assert sorted(item.split()[1] for item in done.found) == ["VIS512", "VIS905"]
    # Taken in by itself, by somebody who has read it, it holds for what comes after.
    repository.commit({group: BODY + SEAT})
    assert [item.split()[1] for item in ask(repository, *command).found] == ["VIS905"]
    repository.git("branch", "-f", "main")
    repository.commit({group: BODY})
    assert ask(repository, *command).code == 0


def test_the_first_settings_of_a_register_judge_themselves(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit({"README.md": "x\n"})
    repository.git("switch", "-qc", "gren")
    repository.commit({"registry/vis.yaml": VIS_YAML + PARTS, "registry/groups/exempelgruppen.yaml": BODY})
    done = ask(repository, "check", "--base", "main", "--select", "VIS512", "--format", "concise")
    assert [item.split()[1] for item in done.found] == ["VIS512"]


def test_a_template_that_a_change_brings_is_read_and_never_filled_in(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit({"registry/vis.yaml": VIS_YAML, "templates/year.md.j2": "{% if %}\n"})
    repository.git("switch", "-qc", "gren")
    fitting = "{% for a in missing %}{{ 1 / 0 }}{% endfor %}\n"
    repository.commit({"templates/agenda.md.j2": "# A\n\n{{ a | unknown }}\n", "templates/minutes.md.j2": fitting})
    done = ask(repository, "check", "--base", "main", "--format", "concise", "--select", "VIS401")
    assert (done.code, done.found) == (1, ["templates/agenda.md.j2:3:1 VIS401"])
    assert ask(repository, "check", "--base", "HEAD").code == 0  # what was there before is not read again

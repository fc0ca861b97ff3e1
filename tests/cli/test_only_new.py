"""`vis check --base`: what a change introduces apart from what was there, and that it does not judge itself."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.program import VIS_YAML, Done, vis

GROUP = "id: {}\nname: {}\ntype: forum\nlevel: local\nstatus: active\n{}"
STYRET = "registry/groups/styret.yaml"
RADET = "registry/groups/radet.yaml"
PEOPLE = "registry/people.yaml"
WRONG = "reports_to: saknas\n"
POST = (
    "{0}:\n  name: Person {0}\n  posts:\n    - title: chef\n      organisation: region-exempel\n"
    "      from: 2031-05-01\n      until: 2031-01-01\n"
)
ALLOWED = "reports_to: saknas  # vis: allow VIS201 - den kommer\n"


def group(id: str, more: str = "") -> str:
    return GROUP.format(id, id.capitalize(), more)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A register whose council has reported to a body that is not there for long; on a branch of its own."""
    found = Repository(tmp_path / "register")
    files = {"registry/vis.yaml": VIS_YAML, RADET: group("radet", WRONG), STYRET: group("styret")}
    found.commit(files, "Börja", day="2031-01-10")
    found.git("switch", "-qc", "gren")
    return found


def judge(repository: Repository, *options: str, base: str = "main", root: Path | None = None, **more: str) -> Done:
    chosen = () if "--select" in options else ("--select", "VIS0,VIS201,VIS9")
    arguments = ("check", "--base", base, *chosen, "--format", "concise", *options)
    return vis(*arguments, cwd=root or repository.root, env={**repository.environ, **more})


def test_what_was_there_is_told_apart_and_what_is_new_decides_alone(repository: Repository) -> None:
    done = judge(repository)
    assert (done.code, done.lines) == (
        1,
        [f"{RADET}:6:13: error[VIS201] there is no group `saknas` [was there before the change]"],
    )
    done = judge(repository, "--only-new")
    assert (done.code, done.out) == (0, "")
    repository.write(STYRET, group("styret", WRONG))
    done = judge(repository, "--only-new")
    assert (done.code, done.found) == (1, [f"{STYRET}:6:13 VIS201"])
    people = judge(repository, "--format", "text").out
    assert people.index(STYRET) < people.index("before the change there were already:") < people.index(RADET)
    assert "there before the change: errors: 1, warnings: 0, gaps: 0" in people


def test_a_fault_is_the_same_wherever_its_line_is(repository: Repository) -> None:
    repository.write(RADET, f"# Ett råd.\n\n{group('radet', WRONG)}")
    assert judge(repository, "--only-new").code == 0


def test_the_same_words_of_another_entity_are_a_new_fault(repository: Repository) -> None:
    wrong = {id: POST.format(id) for id in ("exempel-a", "exempel-b")}
    well = {id: text.replace("2031-01-01", "2032-01-01") for id, text in wrong.items()}
    repository.commit({PEOPLE: wrong["exempel-a"] + well["exempel-b"]})
    repository.git("branch", "-f", "main")
    repository.write(PEOPLE, well["exempel-a"] + wrong["exempel-b"])
    options = ("--only-new", "--select", "VIS101")
    done = judge(repository, *options)
    assert (done.code, done.found) == (1, [f"{PEOPLE}:14:14 VIS101"])
    repository.write(PEOPLE, well["exempel-b"] + wrong["exempel-a"])
    assert judge(repository, *options).code == 0


def test_one_more_of_the_same_is_new(repository: Repository) -> None:
    double = "{}status: active\n"
    repository.commit({STYRET: group("styret", "status: active\n")})
    repository.git("branch", "-f", "main")
    assert judge(repository, "--only-new").code == 0
    repository.write(STYRET, double.format(group("styret", "status: active\n")))
    report = json.loads(judge(repository, "--format", "json").out)
    (old, new) = [item["new"] for item in report["diagnostics"] if item["path"] == STYRET]
    assert (old, new) == (False, True)
    assert (report["summary"]["new"], report["summary"]["old"], report["summary"]["ok"]) == (1, 2, False)


def test_what_was_there_can_only_become_less(repository: Repository) -> None:
    counts = []
    for files in ({STYRET: group("styret")}, {RADET: group("radet")}, {RADET: group("radet", WRONG)}):
        repository.commit(files)
        done = judge(repository, "--only-new", "--format", "json")
        counts.append((done.code, json.loads(done.out)["summary"]["old"]))
        if not done.code:
            repository.git("branch", "-f", "main")
    assert counts == [(0, 1), (0, 0), (1, 0)]


def test_a_comment_of_the_change_allows_nothing_and_is_shown(repository: Repository) -> None:
    repository.write(STYRET, group("styret", ALLOWED))
    done = judge(repository, "--only-new")
    assert (done.code, done.found) == (1, [f"{STYRET}:6:13 VIS201", f"{STYRET}:6:21 VIS904"])
    assert vis("check", "--select", "VIS201,VIS9", STYRET, cwd=repository.root).code == 0
    repository.commit({})
    repository.git("branch", "-f", "main")
    assert judge(repository, "--only-new").code == 0
    repository.write(STYRET, "# Flyttad.\n" + group("styret", ALLOWED))
    assert (judge(repository, "--only-new").code, judge(repository, "--only-new").out) == (0, "")


def test_a_comment_that_is_there_does_not_allow_another_value(repository: Repository) -> None:
    repository.commit({STYRET: group("styret", ALLOWED)})
    repository.git("branch", "-f", "main")
    repository.write(STYRET, group("styret", ALLOWED.replace("saknas", "en-annan")))
    assert [item.split()[1] for item in judge(repository, "--only-new").found] == ["VIS201", "VIS904"]


def test_a_comment_on_the_line_above_stands_at_the_line_below_it(repository: Repository) -> None:
    above = f"# vis: allow VIS201 - den kommer\n{WRONG}"
    repository.commit({STYRET: group("styret", above)})
    repository.git("branch", "-f", "main")
    repository.write(STYRET, group("styret", above).replace("status: active\n", "", 1) + "status: active\n")
    assert judge(repository, "--only-new").out == ""


def test_an_exemption_of_the_change_excuses_nothing_and_is_shown(repository: Repository) -> None:
    area = "exempelby:\n  name: Exempelby\n  type: municipality\n  municipality: exempelby-kommun\n"
    owner = "exempelby-kommun:\n  name: Exempelby kommun\n  type: principal\n  side: municipality\n"
    repository.commit({"registry/areas.yaml": area, "registry/organisations.yaml": owner})
    repository.git("branch", "-f", "main")
    exempt = "exemptions:\n  - expects: gsa\n    area: exempelby\n    reason: Vi vill inte\n"
    repository.write("registry/vis.yaml", f"{VIS_YAML}{exempt}")
    done = judge(repository, "--select", "VIS232,VIS905", "--gaps")
    assert done.found == ["registry/areas.yaml:1:1 VIS232", "registry/vis.yaml:5:1 VIS905"]
    repository.commit({})
    repository.git("branch", "-f", "main")
    assert judge(repository, "--select", "VIS232,VIS905", "--gaps").out == ""


def test_the_structure_of_agreements_is_that_of_the_base(repository: Repository) -> None:
    structure = "id: agreement\nsections:\n  - id: {}\n    heading: Ansvar\n    prompt: Vem som gör vad.\n"
    path = "templates/agreement.structure.yaml"
    agreement = (
        "id: plan\ntitle: En plan\ntype: agreement\ntext_state: original\nsections:\n"
        "  - id: syfte\n    heading: Syfte\n    text: Alla får en.\n"
    )
    repository.commit({path: structure.format("ansvar"), "agreements/plan/agreement.yaml": agreement})
    repository.git("branch", "-f", "main")
    repository.write(path, structure.format("syfte"))
    done = judge(repository, "--select", "VIS273,VIS905", "--gaps")
    assert sorted(item.split()[1] for item in done.found) == ["VIS273", "VIS905"]
    repository.write(path, structure.format("ansvar"))
    assert "VIS905" not in judge(repository, "--select", "VIS273,VIS905", "--gaps").out


@pytest.mark.parametrize(
    "path", [".github/workflows/vis.yml", "CODEOWNERS", "templates/agenda.md.j2", ".gitlab-ci.yml"]
)
def test_a_file_that_acts_is_shown_when_it_is_added_changed_and_removed(repository: Repository, path: str) -> None:
    shown = [f"{path}:1:1 VIS905"]
    repository.write(path, "ett\n")
    assert judge(repository, "--select", "VIS905").found == shown
    repository.commit({})
    assert judge(repository, "--select", "VIS905").found == shown
    repository.git("branch", "-f", "main")
    assert judge(repository, "--select", "VIS905").out == ""
    repository.git("rm", "-q", path)
    assert judge(repository, "--select", "VIS905").found == shown
    assert judge(repository, "--select", "VIS905").code == 0
    assert judge(repository, "--select", "VIS905", "--strict").code == 1


def test_a_time_zone_of_the_change_does_not_keep_it_from_being_judged(repository: Repository) -> None:
    repository.write("registry/vis.yaml", f"{VIS_YAML}time_zone: Ingen/Alls\n")
    done = judge(repository, "--only-new")
    assert (done.code, done.found) == (0, ["registry/vis.yaml:5:1 VIS905"])


def test_a_register_below_the_top_is_judged_and_its_paths_are_those_of_the_repository(tmp_path: Path) -> None:
    found = Repository(tmp_path / "allt")
    found.commit({"har/registry/vis.yaml": VIS_YAML, f"har/{STYRET}": group("styret")})
    found.git("switch", "-qc", "gren")
    found.write(f"har/{STYRET}", group("styret", WRONG))
    found.write("har/templates/egen.md.j2", "ett\n")
    found.write(".github/x.yml", "ett\n")
    done = judge(found, "--format", "gitlab", root=found.root / "har")
    paths = [item["location"]["path"] for item in json.loads(done.out)]
    assert sorted(paths) == [".github/x.yml", f"har/{STYRET}", "har/templates/egen.md.j2"]


def clone(repository: Repository, to: Path, *options: str) -> Path:
    command = ["git", "clone", "-q", *options, f"file://{repository.root}", str(to)]
    subprocess.run(command, env=repository.environ, check=True)
    return to


def test_a_merge_on_a_detached_head_is_judged_from_the_branch_that_it_goes_to(repository: Repository) -> None:
    repository.commit({STYRET: group("styret", WRONG)})
    repository.git("switch", "-q", "main")
    base = repository.commit({"registry/groups/annan.yaml": group("annan", WRONG)}, "Meanwhile")
    repository.git("merge", "-q", "--no-ff", "-m", "Prövas", "gren")
    repository.git("checkout", "-q", "--detach")
    done = judge(repository, "--only-new", base=base)
    assert (done.code, done.found) == (1, [f"{STYRET}:6:13 VIS201"])


def test_a_branch_that_took_in_main_is_judged_from_there(repository: Repository) -> None:
    repository.git("switch", "-q", "main")
    repository.commit({"registry/groups/annan.yaml": group("annan", WRONG)}, "Meanwhile")
    repository.git("switch", "-q", "gren")
    repository.commit({STYRET: group("styret", "elected: true\n")})
    repository.git("merge", "-q", "-m", "Hämta", "main")
    assert judge(repository, "--only-new").code == 0


@pytest.mark.parametrize("base", ["0123456789abcdef0123456789abcdef01234567", "origin/main"])
def test_a_base_that_was_not_fetched_is_told_how_to_fetch(repository: Repository, base: str) -> None:
    done = judge(repository, base=base)
    assert (done.code, done.out) == (3, "")
    assert "fetch-depth: 0" in done.err


def test_a_shallow_clone_is_told_what_the_workflow_lacks(repository: Repository, tmp_path: Path) -> None:
    base = repository.git("rev-parse", "main")
    repository.commit({STYRET: group("styret", "elected: true\n")})
    done = judge(repository, base=base, root=clone(repository, tmp_path / "grund", "--depth", "1", "-b", "gren"))
    assert (done.code, done.out) == (3, "")
    assert "fetch-depth: 0" in done.err


def test_an_unborn_branch_is_said(repository: Repository) -> None:
    repository.git("checkout", "-q", "--orphan", "annan")
    done = judge(repository)
    assert (done.code, done.out) == (3, "")


def test_only_new_needs_a_base(repository: Repository) -> None:
    done = vis("check", "--only-new", cwd=repository.root)
    assert done.code == 2
    assert "--base main" in done.err


def test_no_hook_filter_or_program_of_the_repository_is_run(repository: Repository, tmp_path: Path) -> None:
    mark = tmp_path / "kord"
    for name in ("post-checkout", "fsmonitor", "post-index-change"):
        hook = repository.write(f".git/hooks/{name}", f"#!/bin/sh\ntouch {mark}\n")
        hook.chmod(0o755)
    repository.git("config", "core.fsmonitor", ".git/hooks/fsmonitor")
    repository.git("config", "filter.x.clean", f"touch {mark}")
    repository.git("config", "diff.external", f"touch {mark}")
    repository.write(".gitattributes", "*.yaml filter=x\n")
    mark.unlink(missing_ok=True)
    assert judge(repository).code == 1
    assert not mark.exists()

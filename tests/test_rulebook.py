"""The whole rulebook through the real program: every rule runs in `vis check`, and speaks both languages.

What the examples of a rule's page say, line by line: `tests/test_rules.py`.
"""

import re
from pathlib import Path

import pytest

import vis_cli.rules
from tests.history.repositories import Repository
from tests.program import VIS_YAML, Done, register, vis
from tests.test_rules import Example, examples, judge
from vis_cli.check import Rule, rulebook

ROOT = Path(__file__).parents[1]
RULES = list(rulebook(vis_cli.rules))
_HEADING = re.compile(r"^## (VIS\d{3}) ", re.MULTILINE)
_CODES = _HEADING.findall((ROOT / "vis_cli/diagnostics/codes.md").read_text(encoding="utf-8"))
_ENGLISH = re.compile(r"\b(?:the|is|are|of|and|which|nobody|known)\b")


def checked(folder: Path, rule: Rule, files: Example, language: str) -> Done:
    """What `vis check` says of an example that is a register, or a change of one."""
    options = ["--format", "concise", "--select", rule.code, "--gaps"]
    now = {path: text for (path, at), text in files.items() if not at}
    now.setdefault("registry/vis.yaml", VIS_YAML)
    if rule.change:
        repository = Repository(folder / "register")
        before = {path: text for (path, at), text in files.items() if at}
        before.setdefault("registry/vis.yaml", now["registry/vis.yaml"])
        repository.commit(dict(before))
        for path in before.keys() - now.keys():
            repository.git("rm", "-q", path)
        repository.commit(dict(now))
        return vis("check", "--base", "HEAD~1", *options, cwd=repository.root, env={"VIS_LANG": language})
    here = register(folder, dict(now), vis_yaml=None)
    return vis("check", *options, cwd=here, env={"VIS_LANG": language})


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_runs_in_check_and_tells_its_fault_in_swedish(tmp_path: Path, rule: Rule) -> None:
    wrong = examples(rule, "Wrong")[0]
    expected = [item for item in judge(rule, wrong).diagnostics if item.code == rule.code]
    done = checked(tmp_path, rule, wrong, "sv")
    told = [line for line in done.out.split("\n") if f"[{rule.code}]" in line]
    assert len(told) == len(expected) > 0, done
    assert done.code == any(item.severity == "error" for item in expected)
    for line in told:
        words = re.sub("`[^`]*`", "", line.partition("] ")[2])
        assert not _ENGLISH.search(words), line


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.change], ids=lambda rule: rule.code)
def test_a_right_change_is_right_through_the_program_too(tmp_path: Path, rule: Rule) -> None:
    done = checked(tmp_path, rule, examples(rule, "Right")[0], "en")
    assert (done.code, done.out) == (0, "")


def test_every_code_has_its_page_and_is_explained(tmp_path: Path) -> None:
    page = (ROOT / "docs/reference/codes.md").read_text(encoding="utf-8")
    codes = [*_CODES, *(rule.code for rule in RULES)]
    assert len(set(codes)) == len(codes)
    for code in codes:
        assert re.search(rf"\b{code}\b", page), code
    for code in codes[::20]:  # the same lookup for all of them
        for language in ("sv", "en"):
            done = vis("explain", code, cwd=tmp_path, env={"VIS_LANG": language})
            assert (done.code, code in done.out) == (0, True)


def test_no_code_is_only_on_paper() -> None:
    """Each that is no rule is given somewhere in the program, and a test meets it."""
    program = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "vis_cli").rglob("*.py"))
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    assert [code for code in _CODES if f'"{code}"' not in program] == []
    assert [code for code in _CODES if code not in tests] == []

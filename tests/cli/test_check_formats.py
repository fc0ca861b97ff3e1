"""`vis check --format`: what forges are given, read by parsers that are not ours; no data becomes a command."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from tests.history.repositories import Repository
from tests.program import Done, register, vis
from tests.runner import commands

GROUP = "id: exempelgruppen\nname: Exempelgruppen\ntype: forum\nlevel: local\nstatus: active\n"
FILE = "registry/groups/exempelgruppen.yaml"
HOSTILE = (
    "::error file=x,line=1::hej",
    "##[set-output name=a]b",
    "###[add-mask]å",
    "##vso[task.setvariable variable=a]b",
    "%0A::set-env name=A::b",
    "100 %25",
    "[klicka](https://ond.example)",
    "<img src=x onerror=alert(1)>",
    "![bild](https://ond.example/x.png)",
    "@alla i #12 och https://ond.example www.ond.example",
    "a | b `c` **d** __e__ ~~f~~",
    "{0} och {{1}} ](1)",
    "# rubrik",
)
NAMES = ("a,b%2C::c%0A", "##[error]x", "::error::y", "[z](ond)", "w|`v`", "å ä ö")
CHOSEN = ("--select", "VIS0,VIS201")
EDITOR = Path(sys.prefix, "editor/node_modules")
needs_schema = pytest.mark.skipif(
    shutil.which("node") is None or not (EDITOR / "@microsoft/jest-sarif").is_dir(),
    reason="the schema of SARIF is not installed: `make test` where there is npm",
)

GITLAB = {
    "description": str,
    "check_name": str,
    "fingerprint": str,
    "severity": str,
    "location": dict,
}
"""What GitLab's documentation demands of a finding of Code Quality."""


def hostile(folder: Path) -> Path:
    """A register with hostile keys and names of files, each a fault."""
    keys = "".join(f"{json.dumps(key, ensure_ascii=False)}: x\n" for key in HOSTILE)
    return register(folder, {FILE: GROUP + keys, **{f"registry/groups/{name}.yaml": "" for name in NAMES}})


def report(folder: Path, format: str, *options: str, **env: str) -> Done:
    return vis("check", "--format", format, *(options or CHOSEN), cwd=folder, env=env)


def sarif_faults(log: str) -> Any:
    """What the schema of the format says is wrong."""
    done = subprocess.run(
        ["node", str(Path(__file__).parent.parent / "sarif_schema.js")],
        env={"NODE_PATH": str(EDITOR), "PATH": str(Path(shutil.which("node") or "").parent)},
        input=log,
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


@needs_schema
def test_the_report_for_code_scanning_is_valid_by_the_schema_of_the_format(tmp_path: Path) -> None:
    assert sarif_faults('{"version": "2.1.0"}') != []
    assert sarif_faults(report(hostile(tmp_path), "sarif").out) == []
    assert sarif_faults(report(register(tmp_path / "tom"), "sarif").out) == []
    assert sarif_faults(report(Path(__file__).parent.parent.parent, "sarif", "--gaps").out) == []


def test_the_report_for_code_scanning_has_rules_with_help_and_regions_with_columns(tmp_path: Path) -> None:
    text = f"{GROUP}reports_to: sākñas  # så\n".replace("sākñas", "saknas")
    (run,) = json.loads(report(register(tmp_path, {FILE: text}), "sarif").out)["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"], rule["defaultConfiguration"]) == (
        "VIS201",
        "UnknownReference",
        {"level": "error"},
    )
    assert "Wrong:" in rule["help"]["markdown"]
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("VIS201", 0, "error")
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == FILE
    assert place["region"] == {"startLine": 6, "startColumn": 13, "endLine": 6, "endColumn": 19}
    assert text.split("\n")[5][12:18] == "saknas"
    assert "baselineState" not in result


def test_a_related_place_is_given_to_code_scanning(tmp_path: Path) -> None:
    (run,) = json.loads(report(register(tmp_path, {FILE: f"{GROUP}status: active\n"}), "sarif").out)["runs"]
    (related,) = run["results"][0]["relatedLocations"]
    assert related["message"]["text"] == "it stands here first"
    assert related["physicalLocation"]["region"]["startLine"] == 5


def test_a_fingerprint_stays_when_lines_move_and_no_two_faults_have_the_same(tmp_path: Path) -> None:
    def names(text: str) -> list[str]:
        register(tmp_path, {FILE: text})
        (run,) = json.loads(report(tmp_path, "sarif").out)["runs"]
        gitlab = [item["fingerprint"] for item in json.loads(report(tmp_path, "gitlab").out)]
        assert gitlab == [item["partialFingerprints"]["vis/v1"] for item in run["results"]]
        return gitlab

    one = names(f"{GROUP}reports_to: saknas\n")
    assert names(f"# Nytt.\n\n{GROUP}reports_to: saknas\n") == one
    assert names(f"{GROUP}reports_to: annan\n") != one
    twice = names(f"{GROUP}status: active\nstatus: active\n")
    assert len(set(twice)) == len(twice) == 2


def test_names_of_files_are_given_to_code_scanning_as_uris(tmp_path: Path) -> None:
    (run,) = json.loads(report(hostile(tmp_path), "sarif").out)["runs"]
    uris = [item["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for item in run["results"]]
    assert {f"registry/groups/{name}.yaml" for name in NAMES} <= {unquote(uri) for uri in uris}
    assert all(uri.isascii() and not set(uri) & set(" []|`<>") for uri in uris)


def test_no_value_becomes_a_link_or_a_placeholder_in_code_scanning(tmp_path: Path) -> None:
    (run,) = json.loads(report(hostile(tmp_path), "sarif").out)["runs"]
    texts = [item["message"]["text"] for item in run["results"]]
    assert any("klicka" in text for text in texts)
    assert not any("](" in text or "{0}" in text or "{1}" in text for text in texts)


def test_the_report_for_gitlab_has_what_its_documentation_demands(tmp_path: Path) -> None:
    found = json.loads(report(hostile(tmp_path), "gitlab").out)
    assert len(found) == len(HOSTILE) + len(NAMES)
    for item in found:
        assert {name: type(value) for name, value in item.items()} == GITLAB
        assert item["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert set(item["location"]) == {"path", "lines"}
        assert item["location"]["lines"]["begin"] >= 1
        assert not item["location"]["path"].startswith(("/", "./"))
    assert len({item["fingerprint"] for item in found}) == len(found)
    assert json.loads(report(register(tmp_path / "tom"), "gitlab").out) == []


def test_a_runner_reads_annotations_and_nothing_else(tmp_path: Path) -> None:
    done = report(hostile(tmp_path), "github", *CHOSEN, GITHUB_ACTIONS="true")
    found = commands(done.out)
    assert len(found) == len(done.lines) == len(HOSTILE) + len(NAMES)
    assert {item.name for item in found} == {"error"}
    assert all(list(item.properties) == ["file", "line", "col", "endColumn", "title"] for item in found)
    paths = {item.properties["file"] for item in found}
    assert {f"registry/groups/{name}.yaml" for name in NAMES} <= paths
    for key in HOSTILE:
        assert sum(f"the key `{key}`" in item.data for item in found) == 1
    assert commands(done.err) == []


@pytest.mark.parametrize("format", ["text", "concise", "json", "gitlab", "sarif"])
def test_no_data_is_a_command_to_a_runner_in_any_format(tmp_path: Path, format: str) -> None:
    done = report(hostile(tmp_path), format, *CHOSEN, GITHUB_ACTIONS="true")
    assert done.code == 1
    assert commands(done.out + done.err) == []
    assert "##[" not in done.out + done.err
    assert "##vso[" not in done.out + done.err
    if format not in ("text", "concise"):
        json.loads(done.out)


def test_no_data_is_a_command_to_a_runner_on_standard_error(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    hostile(repository.root)
    repository.commit({})
    env = {**repository.environ, "GITHUB_ACTIONS": "true"}
    done = vis("check", "--base", "HEAD", "--only-new", cwd=repository.root, env=env)
    assert "may not have been compared" in done.err
    assert commands(done.out + done.err) == []
    for words in ("##[error]x", "\n::error::x"):
        assert commands(vis("check", words, cwd=repository.root, env=env).err) == []


def many(folder: Path) -> Path:
    ids = [f"grupp-{number}" for number in range(12)]
    wrong = f"{GROUP}reports_to: saknas\n"
    return register(folder, {f"registry/groups/{id}.yaml": wrong.replace("exempelgruppen", id, 1) for id in ids})


def test_beyond_what_github_shows_the_summary_is_named_and_has_all(tmp_path: Path) -> None:
    done = report(many(tmp_path), "github", "--select", "VIS201")
    assert len(done.lines) == 12
    assert '--summary "$GITHUB_STEP_SUMMARY"' in done.err
    summary = tmp_path / "summary.md"
    summary.write_text("Ett steg före.\n\n", encoding="utf-8")
    done = report(tmp_path, "github", "--select", "VIS201", "--summary", str(summary))
    assert (len(done.lines), done.err) == (12, "")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("Ett steg före.\n\n## Check of the register\n")
    assert MarkdownIt().render(text).count("<li>") == 12


def test_no_data_is_markdown_in_the_summary(tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    report(hostile(tmp_path / "register"), "concise", *CHOSEN, "--summary", str(summary))
    tokens = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(summary.read_text(encoding="utf-8"))
    kinds = {token.type for token in tokens}
    inner = [child for token in tokens for child in token.children or ()]
    assert kinds == {
        *("heading_open", "inline", "heading_close", "paragraph_open", "paragraph_close"),
        *("bullet_list_open", "list_item_open", "list_item_close", "bullet_list_close"),
    }
    assert {child.type for child in inner} == {"text", "strong_open", "strong_close", "text_special"} & {
        child.type for child in inner
    }
    shown = "".join(child.content for child in inner).replace("\u2060", "")
    for key in HOSTILE:
        assert f"the key `{key}`" in shown
    assert "https://" not in "".join(child.content for child in inner)
    assert "@alla" not in "".join(child.content for child in inner)


def test_a_summary_stays_below_what_a_forge_takes(tmp_path: Path) -> None:
    keys = "".join(f"{'å' * 150}{number}: x\n" for number in range(500))
    ids = [f"grupp-{number}" for number in range(8)]
    files = {f"registry/groups/{id}.yaml": GROUP.replace("exempelgruppen", id, 1) + keys for id in ids}
    summary = tmp_path / "summary.md"
    register(tmp_path / "register", files)
    vis("check", "--format", "concise", *CHOSEN, "--summary", str(summary), cwd=tmp_path / "register", timeout=60)
    assert 800_000 < summary.stat().st_size < 2**20
    assert "for which there is no room" in summary.read_text(encoding="utf-8")


def test_a_summary_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    done = report(register(tmp_path), "concise", *CHOSEN, "--summary", str(tmp_path / "saknas/s.md"))
    assert done.code == 5
    assert "cannot be written" in done.err


def test_code_scanning_is_told_what_was_there_before(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    register(repository.root, {FILE: f"{GROUP}reports_to: saknas\n"})
    base = repository.commit({})
    register(
        repository.root,
        {"registry/groups/annan.yaml": GROUP.replace("exempelgruppen", "annan", 1) + "reports_to: saknas\n"},
    )
    done = vis("check", "--base", base, "--format", "sarif", *CHOSEN, cwd=repository.root, env=repository.environ)
    (run,) = json.loads(done.out)["runs"]
    assert [item["baselineState"] for item in run["results"]] == ["new", "unchanged"]


@needs_schema
def test_what_a_change_took_away_is_valid_too(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    register(repository.root, {FILE: GROUP})
    base = repository.commit({})
    repository.git("rm", "-q", FILE)
    done = vis("check", "--base", base, "--format", "sarif", cwd=repository.root, env=repository.environ)
    assert sarif_faults(done.out) == []
    (run,) = json.loads(done.out)["runs"]
    (result,) = [item for item in run["results"] if item["ruleId"] == "VIS304"]
    assert "region" not in result["locations"][0]["physicalLocation"]
    assert f"[{FILE}:1:5 ({base[:12]})]" in result["message"]["text"]

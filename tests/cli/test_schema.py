"""`vis schema`: what a file may say, for editors and other programs."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.program import VIS_YAML, register, vis
from vis_cli.model import ENTITIES
from vis_cli.reference.schemas import schemas
from vis_cli.registry.layout import entries, owner
from vis_cli.source.tree import WorkTree
from vis_cli.source.yaml import parse

ROOT = Path(__file__).parent.parent.parent
LINE = "# yaml-language-server: $schema="
QUESTION = ("question", "raise", "--title", "Prov av läkemedel", "--text", "Vem provar?", "--level", "local")


def schema(kind: str, *options: str, cwd: Path) -> Any:
    done = vis("schema", kind, *options, cwd=cwd)
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_a_schema_is_printed_without_a_register(tmp_path: Path) -> None:
    found = schema("group", cwd=tmp_path)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["title"] == "grupp"
    seat = found["$defs"]["Seat"]["properties"]
    assert seat["node"]["description"] == "Om innehavaren är gruppens nod mot sekretariatet. (000:555)"
    assert seat["person"]["x-vis-ref"] == ["person"]
    assert seat["side"]["enumDescriptions"][1] == "kommun"


def test_a_schema_is_in_english_where_that_is_asked_for(tmp_path: Path) -> None:
    found = schema("grupp", "--lang", "en", cwd=tmp_path)
    assert found["title"] == "group"
    assert (
        found["properties"]["reports_to"]["description"]
        == "The one body that it reports to. (000:261-263) · id of group"
    )


def test_a_list_has_a_schema_of_the_whole_file(tmp_path: Path) -> None:
    found = schema("person", cwd=tmp_path)
    assert found["additionalProperties"] == {"$ref": "#/$defs/Person"}
    assert "pattern" in found["propertyNames"]


def test_a_kind_and_a_language_that_are_not_there_are_wrong_use(tmp_path: Path) -> None:
    assert "there is no kind `grup`" in vis("schema", "grup", cwd=tmp_path).err
    assert "there is no language `de`" in vis("schema", "group", "--lang", "de", cwd=tmp_path).err
    done = vis("schema", "group", "--commit", cwd=tmp_path)
    assert (done.code, done.err.splitlines()[0]) == (2, "vis: --output and a kind go with --lang only")


def test_a_new_register_has_its_schemas_and_the_way_to_them(tmp_path: Path) -> None:
    vis("init", "r", "--county", "Exempellän", cwd=tmp_path)
    kinds = {path.stem for path in (tmp_path / "r/.vis/schema").iterdir()}
    assert kinds == set(ENTITIES)
    settings = json.loads((tmp_path / "r/.vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"][".vis/schema/meeting.json"] == "registry/meetings/*/*.yaml"
    assert vis("schema", "--check", cwd=tmp_path / "r").code == 0


def test_a_file_that_vis_makes_begins_with_the_line(tmp_path: Path) -> None:
    vis("init", "r", "--county", "Exempellän", cwd=tmp_path)
    done = vis(*QUESTION, cwd=tmp_path / "r")
    assert done.code == 0, done.err
    path = tmp_path / "r" / done.lines[0]
    assert path.read_text(encoding="utf-8").startswith(f"{LINE}../../.vis/schema/question.json\nid: ")
    assert vis("fmt", "--check", cwd=tmp_path / "r").code == 0
    assert vis("check", "--strict", cwd=tmp_path / "r").code == 0


def test_a_register_without_schemas_gets_no_line(tmp_path: Path) -> None:
    done = vis(*QUESTION, cwd=register(tmp_path))
    assert (tmp_path / done.lines[0]).read_text(encoding="utf-8").startswith("id: ")


def test_the_dry_run_shows_the_line_too(tmp_path: Path) -> None:
    vis("init", "r", "--county", "Exempellän", cwd=tmp_path)
    assert f"+{LINE}../../.vis/schema/question.json" in vis(*QUESTION, "--dry-run", cwd=tmp_path / "r").lines


def test_the_line_is_added_to_files_that_lack_it_and_mended_where_it_leads_astray(tmp_path: Path) -> None:
    people = "# Alla som är med.\nann-exempel:\n  name: Ann Exempel\n  posts:\n    - title: prövare\n"
    area = f"{LINE}../gammal.json\nexempelby:\n  name: Exempelby\n  type: municipality\n  municipality: e-kommun\n"
    register(tmp_path, {"registry/people.yaml": people, "registry/areas.yaml": area})
    done = vis("schema", "--add-lines", cwd=tmp_path)
    assert done.code == 0, done.err
    read = {
        name: (tmp_path / f"registry/{name}.yaml").read_text(encoding="utf-8") for name in ("people", "areas", "vis")
    }
    assert read["people"] == f"{LINE}../.vis/schema/person.json\n{people}"
    assert read["areas"].splitlines()[:2] == [f"{LINE}../.vis/schema/area.json", "exempelby:"]
    assert read["vis"] == f"{LINE}../.vis/schema/collaboration.json\n{VIS_YAML}"
    again = vis("schema", "--add-lines", cwd=tmp_path)
    assert (again.out, again.err) == ("", "the schemas are up to date\n")


def test_fmt_keeps_the_line_first_when_the_keys_change_places(tmp_path: Path) -> None:
    line = f"{LINE}../../.vis/schema/group.json"
    text = f"{line}\n# Om nivån.\nlevel: regional\nname: Exempelgruppen\nid: exempelgruppen\ntype: steering\n"
    register(tmp_path, {"registry/groups/exempelgruppen.yaml": text})
    assert vis("fmt", cwd=tmp_path).code == 0
    lines = (tmp_path / "registry/groups/exempelgruppen.yaml").read_text(encoding="utf-8").splitlines()
    assert lines == [
        line,
        "id: exempelgruppen",
        "name: Exempelgruppen",
        "type: steering",
        "# Om nivån.",
        "level: regional",
    ]


def test_schemas_out_of_date_are_named_and_made_anew(tmp_path: Path) -> None:
    vis("init", "r", "--county", "Exempellän", cwd=tmp_path)
    folder = tmp_path / "r/.vis/schema"
    (folder / "group.json").write_text("{}\n", encoding="utf-8")
    (folder / "gone.json").write_text('{"x-vis-kind": "gone"}\n', encoding="utf-8")
    (folder / "mine.json").write_text("{}\n", encoding="utf-8")
    done = vis("schema", "--check", cwd=tmp_path / "r")
    assert (done.code, done.lines) == (1, [".vis/schema/gone.json", ".vis/schema/group.json"])
    assert vis("schema", cwd=tmp_path / "r").code == 0
    assert not (folder / "gone.json").exists()
    assert (folder / "mine.json").exists()
    assert vis("schema", "--check", cwd=tmp_path / "r").code == 0


def test_the_language_that_was_chosen_is_kept(tmp_path: Path) -> None:
    register(tmp_path)
    assert vis("schema", "--lang", "en", cwd=tmp_path).code == 0
    assert vis("schema", "--check", cwd=tmp_path).code == 0
    assert vis("schema", cwd=tmp_path).err == "the schemas are up to date\n"
    assert vis("schema", "--lang", "sv", cwd=tmp_path).code == 0
    assert json.loads((tmp_path / ".vis/schema/area.json").read_text(encoding="utf-8"))["title"] == "område"


def test_settings_that_are_somebodys_own_are_left_alone(tmp_path: Path) -> None:
    register(tmp_path, {".vscode/settings.json": '{"editor.rulers": [100]}\n'})
    done = vis("schema", cwd=tmp_path)
    assert "`.vscode/settings.json` is yours and stays as it is" in done.err
    assert (tmp_path / ".vscode/settings.json").read_text(encoding="utf-8") == '{"editor.rulers": [100]}\n'


def test_the_schemas_can_be_committed(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path)], check=True)
    identity = {"GIT_AUTHOR_NAME": "E", "GIT_AUTHOR_EMAIL": "e@exempel.example"}
    who = {**identity, "GIT_COMMITTER_NAME": "E", "GIT_COMMITTER_EMAIL": "e@exempel.example"}
    register(tmp_path)
    git = ["git", "-C", str(tmp_path), "-c", "user.name=E", "-c", "user.email=e@exempel.example"]
    subprocess.run([*git, "add", "registry"], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "Registret"], check=True)
    done = vis("schema", "--add-lines", "--commit", cwd=tmp_path, env=who)
    assert done.code == 0, done.err
    status = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True)
    assert status.stdout == ""


def test_schemas_go_into_any_folder_but_never_over_what_is_not_theirs(tmp_path: Path) -> None:
    done = vis("schema", "area", "--output", "s", "--lang", "en", cwd=tmp_path)
    assert (done.code, [path.name for path in (tmp_path / "s").iterdir()]) == (0, ["area.json"])
    (tmp_path / "s/group.json").write_text("{}", encoding="utf-8")
    assert "`s/group.json` was not made by vis" in vis("schema", "--output", "s", cwd=tmp_path).err
    assert (tmp_path / "s/group.json").read_text(encoding="utf-8") == "{}"


def files(root: Path) -> list[Any]:
    tree = WorkTree(root)
    return [(entry.path, owner(entry.path)) for entry in entries(tree) if owner(entry.path)]


@pytest.mark.parametrize("root", [ROOT, *sorted((ROOT / "vis_cli/sample").glob("[0-9]*"))], ids=lambda path: path.name)
def test_every_file_of_the_registers_that_come_with_vis_follows_its_schema(root: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    made = {path: json.loads(data) for path, data in schemas().items()}
    checks = {kind: jsonschema.Draft202012Validator(made[f"docs/schema/{kind}.json"]) for kind in ENTITIES}
    for path, belongs in files(root):
        data = parse((root / path).read_text(encoding="utf-8"))[0]
        assert [f"{path}: {fault.message}" for fault in checks[belongs.model.kind].iter_errors(data)] == []


def test_a_month_and_a_day_that_no_year_has_are_faults_for_editors_too() -> None:
    figure = json.loads(schemas()["docs/schema/figure.json"])
    as_of = figure["properties"]["as_of"]
    pattern = re.compile((as_of if "pattern" in as_of else figure["$defs"]["When"])["pattern"])
    right = ("2022", "2021-03", "2022-23", "2022-07-31", "2022~", "2021-12?", "[2023..2024-23]", "[..2024]", "[2024..]")
    wrong = (
        "2031-13",
        "2031-13-45",
        "2031-12-32",
        "2031-00",
        "2031-23-01",
        "[2031-13..]",
        "[..igår]",
        "igår",
        "2031-1",
    )
    assert [text for text in right if not pattern.search(text)] == []
    assert [text for text in wrong if pattern.search(text)] == []


def test_every_schema_is_one() -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    for data in schemas().values():
        jsonschema.Draft202012Validator.check_schema(json.loads(data))

"""What an editor shows to whoever writes a file of the register: told by the server that editors use."""

import json
from pathlib import Path

import pytest

from tests.language_server import Server, needs_server
from tests.program import vis

GROUP = """\
# yaml-language-server: $schema=../../.vis/schema/group.json
id: exempelgruppen
name: Exempelgruppen
type: konsultation
level: regional
status: established
members:
  - role: chair
    side: region
    person: Ann Exempel
    precent: 50
    node: true
"""


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new register, as `vis init` makes it, with a group that has faults."""
    root = tmp_path_factory.mktemp("editor") / "r"
    assert vis("init", "r", "--county", "Exempellän", cwd=root.parent).code == 0
    (root / "registry/groups").mkdir()
    (root / "registry/groups/exempelgruppen.yaml").write_text(GROUP, encoding="utf-8")
    return root


@needs_server
def test_faults_are_shown_where_they_are_and_as_vis_check_has_them(register: Path) -> None:
    with Server(register) as server:
        shown = server.faults("registry/groups/exempelgruppen.yaml")
    assert [line for line, _ in shown] == [4, 10, 11]
    assert '"consultation"' in shown[0][1]
    assert shown[1][1].startswith("gemener, siffror och bindestreck")
    assert "precent" in shown[2][1]
    found = vis("check", "--format", "concise", "--select", "VIS0", cwd=register).found
    assert [int(line.split(":")[1]) for line in found] == [4, 10, 11]


@needs_server
def test_what_vis_init_writes_has_no_fault(register: Path) -> None:
    with Server(register) as server:
        assert server.faults("registry/vis.yaml") == []


@needs_server
def test_hovering_over_a_key_explains_it_in_swedish(register: Path) -> None:
    path = "registry/groups/exempelgruppen.yaml"
    with Server(register) as server:
        server.faults(path)
        node, status, person = (server.hover(path, line, 5 if line > 6 else 2) for line in (12, 6, 10))
    assert node.startswith("#### nod\n\nOm innehavaren är gruppens nod mot sekretariatet. (000:555)")
    assert "* `established`: etablerad" in status
    assert "Vem som sitter på den.\n\nid för person" in person


@needs_server
def test_values_and_keys_are_completed_with_their_meaning(register: Path) -> None:
    path = "registry/groups/halva.yaml"
    text = GROUP.splitlines()[0] + "\nid: halva\nlevel: \nmembers:\n  - role: chair\n    \n"
    (register / path).write_text(text, encoding="utf-8")
    with Server(register) as server:
        server.faults(path)
        levels, keys = server.completions(path, 3, 8), server.completions(path, 6, 5)
    (register / path).unlink()
    assert levels["subregional"] == "delregional"
    assert {"national", "regional", "local"} <= levels.keys()
    assert "Punkten hos tjänstestyrgruppen" in keys["seated"]


@needs_server
def test_files_without_the_line_find_their_schema_by_the_settings(register: Path) -> None:
    settings = json.loads((register / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    path = "registry/people.yaml"
    (register / path).write_text("ann-exempel:\n  nam: Ann Exempel\n", encoding="utf-8")
    with Server(register, schemas=settings) as server:
        shown = server.faults(path)
    (register / path).unlink()
    assert [(line, message.split('"')[1::2] or message) for line, message in shown] == [
        (1, ["name"]),
        (1, ["posts"]),
        (2, "Property nam is not allowed."),
    ]


@needs_server
def test_an_id_in_a_list_must_look_like_one(register: Path) -> None:
    path = "registry/areas.yaml"
    area = "type: municipality\n  municipality: exempelby-kommun\n"
    line = "# yaml-language-server: $schema=../.vis/schema/area.json\n"
    (register / path).write_text(f"{line}Exempelby:\n  name: Exempelby\n  {area}", encoding="utf-8")
    with Server(register) as server:
        shown = server.faults(path)
    (register / path).unlink()
    assert [line for line, _ in shown] == [2]

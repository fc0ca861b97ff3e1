"""`vis fmt`: one form for every file, with every comment and every value kept."""

from pathlib import Path

from tests.program import VIS_YAML, vis

UNTIDY = """\
---
# Gruppen är påhittad
status:   "active"   # än så länge
name: 'Exempelgruppen'
id: exempelgruppen
level: regional

members:
- side: region   # en plats
  function: "no"


- {side: municipality}
type: steering
"""
TIDY = """\
# Gruppen är påhittad
id: exempelgruppen
name: Exempelgruppen
type: steering
level: regional

status: active   # än så länge
members:
  - side: region   # en plats
    function: 'no'

  - {side: municipality}
"""


def register(folder: Path) -> Path:
    group = folder / "registry/groups/exempelgruppen.yaml"
    group.parent.mkdir(parents=True)
    (folder / "registry/vis.yaml").write_text(VIS_YAML, encoding="utf-8")
    return group


def test_fmt_orders_keys_mends_quotes_and_keeps_comments(tmp_path: Path) -> None:
    group = register(tmp_path)
    group.write_text(UNTIDY, encoding="utf-8")
    asked = vis("fmt", "--check", cwd=tmp_path)
    assert (asked.code, asked.lines) == (1, ["registry/groups/exempelgruppen.yaml"])
    assert group.read_text(encoding="utf-8") == UNTIDY
    assert vis("fmt", cwd=tmp_path).code == 0
    text = group.read_text(encoding="utf-8")
    assert sorted(line.split("#")[1] for line in text.splitlines() if "#" in line) == sorted(
        line.split("#")[1] for line in UNTIDY.splitlines() if "#" in line
    )
    assert [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()] == [
        "id",
        "name",
        "type",
        "level",
        "status",
        "members",
    ]
    assert "function: 'no'" in text
    assert vis("fmt", "--check", cwd=tmp_path).code == 0
    assert vis("check", "--select", "VIS0", cwd=tmp_path).code == 0


def test_fmt_mends_letters_that_are_not_nfc_and_windows_line_ends(tmp_path: Path) -> None:
    group = register(tmp_path)
    decomposed = "id: exempelgruppen\r\nname: Ma\u0308nskor\r\ntype: steering\r\nlevel: local\r\nstatus: active\r\n"
    group.write_bytes(decomposed.encode())
    assert "VIS006" in vis("check", "--format", "concise", cwd=tmp_path).out
    assert vis("fmt", cwd=tmp_path).code == 0
    assert (
        group.read_bytes()
        == "id: exempelgruppen\nname: Mänskor\ntype: steering\nlevel: local\nstatus: active\n".encode()
    )


def test_a_file_that_cannot_be_read_is_left_alone_and_said(tmp_path: Path) -> None:
    group = register(tmp_path)
    group.write_text("id: [\n", encoding="utf-8")
    done = vis("fmt", cwd=tmp_path)
    assert done.code == 1
    assert "files that cannot be read and were left alone: 1;" in done.err
    assert group.read_text(encoding="utf-8") == "id: [\n"


def test_only_the_named_files_are_written(tmp_path: Path) -> None:
    group = register(tmp_path)
    group.write_text(UNTIDY, encoding="utf-8")
    other = tmp_path / "registry/sources.yaml"
    other.write_text("k:  {title:   Exempel}\n", encoding="utf-8")
    assert vis("fmt", "registry/sources.yaml", cwd=tmp_path).code == 0
    assert group.read_text(encoding="utf-8") == UNTIDY
    assert other.read_text(encoding="utf-8") != "k:  {title:   Exempel}\n"

"""A fault in a template is shown like any other: file, line, what is wrong."""

from pathlib import Path

import pytest

from tests.program import VIS_YAML, vis

MEETING = "id: exempelgruppen-2031-02-19\ngroup: exempelgruppen\nstatus: called\ndate: 2031-02-19\n"
GROUP = """\
id: exempelgruppen
name: 'Exempel | *gruppen* #1 <b>'
type: steering
level: regional
status: active
"""


def register(folder: Path, template: str | None = None) -> None:
    files = {
        "registry/vis.yaml": VIS_YAML,
        "registry/groups/exempelgruppen.yaml": GROUP,
        "registry/meetings/exempelgruppen/2031-02-19.yaml": MEETING,
    }
    if template is not None:
        files["templates/agenda.md.j2"] = template
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("template", "place", "code"),
    [
        ("# A\n\n{{ grupp }}\n", "3", "VIS402"),
        ("# A\n{% if %}\n", "2", "VIS401"),
        ("# A\n{% include '/etc/passwd' %}\n", "2", "VIS401"),
        ("# A\n\n\n{{ group.__class__ }}\n", "4", "VIS401"),
    ],
)
def test_a_template_fault_has_a_file_and_a_line(tmp_path: Path, template: str, place: str, code: str) -> None:
    register(tmp_path, template)
    done = vis("meeting", "agenda", "exempelgruppen-2031-02-19", "-o", "a.md", cwd=tmp_path)
    assert done.code == 1
    assert f"templates/agenda.md.j2:{place}:1: error[{code}]" in done.err
    assert not (tmp_path / "a.md").exists()


def test_a_character_that_no_font_has_is_named(tmp_path: Path) -> None:
    register(tmp_path, "# A\n\nEn glad \N{SLIGHTLY SMILING FACE} mall\n")
    done = vis("meeting", "agenda", "exempelgruppen-2031-02-19", "-o", "a.pdf", cwd=tmp_path)
    assert done.code == 1
    assert "U+1F642" in done.err
    assert not (tmp_path / "a.pdf").exists()


def test_signs_of_markdown_in_data_are_only_signs(tmp_path: Path) -> None:
    register(tmp_path)
    done = vis("meeting", "agenda", "exempelgruppen-2031-02-19", cwd=tmp_path)
    assert done.code == 0
    assert done.out.startswith(r"# Exempel \| \*gruppen\* \#1 \<b>: kallelse och dagordning")


def test_an_unknown_ending_or_meeting_is_said(tmp_path: Path) -> None:
    register(tmp_path)
    assert "is no format" in vis("meeting", "agenda", "exempelgruppen-2031-02-19", "-o", "a.docx", cwd=tmp_path).err
    unknown = vis("meeting", "agenda", "exempelgruppen-2031-02-20", cwd=tmp_path)
    assert unknown.code == 2
    assert "did you mean `exempelgruppen-2031-02-19`" in unknown.err
    assert "is not a meeting" in vis("meeting", "agenda", "exempelgruppen", cwd=tmp_path).err

"""A document is only made of what is in order, and never in the place of the register."""

from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.program import VIS_YAML, vis

FILES = {
    "registry/vis.yaml": VIS_YAML,
    "registry/groups/exempelgruppen.yaml": (
        "id: exempelgruppen\nname: Exempelgruppen\ntype: steering\nlevel: regional\nstatus: active\n"
    ),
    "registry/organisations.yaml": "exempelby:\n  name: Exempelby\n  type: principal\n  side: municipality\n",
    "registry/people.yaml": (
        "exempel-person:\n  name: Exempel Person\n  posts:\n    - title: direktör\n      organisation: exempelby\n"
    ),
    "registry/meetings/exempelgruppen/2031-02-19.yaml": """\
id: exempelgruppen-2031-02-19
group: exempelgruppen
status: held
date: 2031-02-19
attendance:
  - person: exempel-person
    capacity: municipality
    present: true
    role: chair
items:
  - id: information
    number: 1
    heading: Information
    type: information
    text: Något sades.
""",
}
MEETING = "registry/meetings/exempelgruppen/2031-02-19.yaml"
ID = "exempelgruppen-2031-02-19"


@pytest.fixture
def register(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def change(register: Path, path: str, old: str, new: str) -> None:
    text = (register / path).read_text(encoding="utf-8")
    assert old in text
    (register / path).write_text(text.replace(old, new), encoding="utf-8")


def test_sound_data_becomes_minutes(register: Path) -> None:
    made = vis("meeting", "minutes", ID, cwd=register)
    assert made.code == 0
    assert "Exempel Person, direktör, Exempelby (ordförande)" in made.out


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (MEETING, "text: Något sades.", "text: Hej <bar>", "VIS160"),
        (MEETING, "number: 1", "number: 2", "VIS147"),
        ("registry/people.yaml", "exempel-person:", "exempel-persn:", "VIS201"),
        ("registry/people.yaml", "posts:", "post:", "VIS041"),
        ("registry/groups/exempelgruppen.yaml", "name:", "nam:", "VIS041"),
        ("registry/vis.yaml", "county: Exempellän", "county: TBD", "VIS051"),
    ],
)
def test_nothing_is_printed_from_what_is_wrong(register: Path, path: str, old: str, new: str, code: str) -> None:
    change(register, path, old, new)
    made = vis("meeting", "minutes", ID, "-o", "out.pdf", cwd=register)
    assert made.code == 1
    assert made.out == ""
    assert f"error[{code}]" in made.err
    assert not (register / "out.pdf").exists()


@pytest.mark.parametrize("status", ["planned", "called", "cancelled"])
def test_a_meeting_that_was_not_held_has_no_minutes(register: Path, status: str) -> None:
    change(register, MEETING, FILES[MEETING].partition("attendance")[2], "")
    change(register, MEETING, "status: held\n", f"status: {status}\nreason: exempel\n")
    change(register, MEETING, "attendance", "")
    made = vis("meeting", "minutes", ID, cwd=register)
    assert made.code == 1
    assert "there are no minutes" in made.err
    assert vis("meeting", "agenda", ID, cwd=register).code == 0


@pytest.mark.parametrize("target", ["registry/vis.yaml", "agreements/x.md", "templates/agenda.md.j2", ".git/config"])
def test_no_document_is_written_into_the_register(register: Path, target: str) -> None:
    before = {path: path.read_bytes() for path in register.rglob("*.yaml")}
    made = vis("meeting", "agenda", ID, "-o", target, "--format", "md", cwd=register)
    assert made.code == 2
    assert "inside the register" in made.err
    assert {path: path.read_bytes() for path in register.rglob("*.yaml")} == before
    assert not (register / target).exists() or target == "registry/vis.yaml"


@pytest.mark.parametrize("name", ["ut.md", "ut.pdf"])
def test_only_what_vis_made_is_written_over(register: Path, name: str) -> None:
    out = register / name
    for mine in (b"%PDF-1.7 en egen fil\n", b"Egna anteckningar om vis 1.0.\n"):
        out.write_bytes(mine)
        made = vis("meeting", "agenda", ID, "-o", name, cwd=register)
        assert made.code == 2
        assert f"vis: `{name}` was not made by vis, and is not written over\n" in made.err
        assert "choose another name, or add --force" in made.err
        assert out.read_bytes() == mine
    assert vis("meeting", "agenda", ID, "-o", name, "--force", cwd=register).code == 0
    first = out.read_bytes()
    assert vis("meeting", "agenda", ID, "-o", name, cwd=register).code == 0
    assert out.read_bytes() == first
    out.write_bytes(b"")
    assert vis("meeting", "agenda", ID, "-o", name, cwd=register).code == 0


def test_a_document_of_changes_that_are_not_committed_is_warned_of(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    repository.commit(FILES)
    warning = "warning: it is made from changes that are not committed, as its last line says\n"
    assert warning not in vis("meeting", "agenda", ID, cwd=repository.root).err
    repository.write("registry/people.yaml", f"{FILES['registry/people.yaml']}# en ändring\n")
    made = vis("meeting", "agenda", ID, cwd=repository.root)
    assert (made.code, made.err) == (0, warning)
    assert "med ändringar som inte är incheckade" in made.out


def test_a_file_that_git_keeps_is_not_written_over(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r")
    repository.commit({**FILES, "README.md": "Läs mig.\n", "out/gammal.md": "Gammal.\n"})
    for name in ("README.md", "out/gammal.md", "out/../README.md"):
        before = (repository.root / name).read_text()
        made = vis("meeting", "agenda", ID, "-o", name, cwd=repository.root)
        assert made.code == 2
        assert f"vis: `{name}` is kept in Git, and is not written over\n" in made.err
        assert "choose another name, or write documents to `out/`" in made.err
        assert (repository.root / name).read_text() == before
    for _again in range(2):  # what Git does not keep is written over
        assert vis("meeting", "agenda", ID, "-o", "out/ny/agenda.md", cwd=repository.root).code == 0


def test_only_the_folder_out_is_made(register: Path) -> None:
    made = vis("meeting", "agenda", ID, "-o", "nope/x.pdf", cwd=register)
    assert made.code == 2
    assert "vis: there is no folder `nope`\n" in made.err
    assert not (register / "nope").exists()
    assert vis("meeting", "agenda", ID, "-o", "out/a/x.md", cwd=register).code == 0


def test_markdown_is_held_to_what_a_pdf_can_be(register: Path) -> None:
    (register / "templates").mkdir()
    (register / "templates/agenda.md.j2").write_text("# A\n\n![a](b.png)\n", encoding="utf-8")
    for ending in ("md", "pdf"):
        assert vis("meeting", "agenda", ID, "-o", f"a.{ending}", cwd=register).code == 1
        assert not (register / f"a.{ending}").exists()


def test_a_template_that_is_a_link_is_not_followed(register: Path) -> None:
    (register / "templates").mkdir()
    (register / "templates/agenda.md.j2").symlink_to("/etc/passwd")
    made = vis("meeting", "agenda", ID, cwd=register)
    assert made.code == 1
    assert "templates are files" in made.err


def test_an_own_template_counts_as_part_of_the_document(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit({**FILES, "templates/agenda.md.j2": "# Egen mall\n"})
    assert "inte är incheckade" not in vis("meeting", "agenda", ID, cwd=tmp_path).out
    (tmp_path / "templates/agenda.md.j2").write_text("# Annan mall\n", encoding="utf-8")
    assert "inte är incheckade" in vis("meeting", "agenda", ID, cwd=tmp_path).out

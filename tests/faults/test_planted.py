"""What somebody sends in a branch to be taken for vis's own, or to act where nobody looks."""

import base64
import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.program import VIS_YAML, vis

NOTE = ".vis/state/write.json"


@pytest.fixture
def register(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "r")
    repository.commit({"registry/vis.yaml": VIS_YAML, "README.md": "Exempel\n", ".gitignore": "/mine.txt\n"})
    repository.git("switch", "-qc", "other")
    repository.write("mine.txt", "mitt eget\n")
    return repository


def note() -> str:
    """That of a change which, taken back, would rewrite the README and remove a file of the user's own."""

    def digest(text: str) -> str:
        return sha256(text.encode()).hexdigest()

    files = [
        {"path": "README.md", "old": base64.b64encode(b"ont\n").decode(), "new": digest("Exempel\n"), "mode": None},
        {"path": "mine.txt", "old": None, "new": digest("mitt eget\n"), "mode": None},
        {"path": "never.txt", "old": None, "new": digest("aldrig"), "mode": None},
    ]
    return json.dumps({"below": "", "message": "Ändra", "undo": False, "made": [], "files": files})


@pytest.mark.parametrize(
    "command", [("fmt",), ("doctor", "--mend", "--yes"), ("person", "new", "Eva Exempel", "--id", "eva")]
)
def test_a_note_that_came_with_a_branch_is_not_followed(register: Repository, command: tuple[str, ...]) -> None:
    register.write(NOTE, note())
    register.git("add", "-f", NOTE)
    register.git("commit", "-qm", "Ändra")
    done = vis(*command, cwd=register.root, env=register.environ)
    assert (register.root / "README.md").read_text() == "Exempel\n"
    assert (register.root / "mine.txt").read_text() == "mitt eget\n"
    assert (register.root / NOTE).exists()
    assert f"`{NOTE}` came with the repository" in done.err


@pytest.mark.parametrize("link", [".vis", ".vis/state"])
def test_a_folder_of_notes_that_is_a_link_is_not_followed(register: Repository, tmp_path: Path, link: str) -> None:
    there = tmp_path / "there" / (".vis/state".removeprefix(link).lstrip("/"))
    there.mkdir(parents=True)
    (there / "write.json").write_text(note())
    (register.root / link).parent.mkdir(exist_ok=True)
    (register.root / link).symlink_to(tmp_path / "there")
    done = vis("fmt", cwd=register.root, env=register.environ)
    assert (done.code, done.err) == (0, "")
    assert (there / "write.json").exists()
    assert (register.root / "mine.txt").exists()


@pytest.mark.parametrize(
    "said", ["[" * 100_000, note().replace('"mode": null', '"mode": Infinity'), note().replace("mine.txt", "../x")]
)
def test_a_note_that_is_none_is_said_and_not_followed(register: Repository, said: str) -> None:
    register.write(".git/vis/write.json", said)
    done = vis("fmt", cwd=register.root, env=register.environ)
    assert done.code == 3
    assert "the note of an interrupted change cannot be read" in done.err
    assert (register.root / "README.md").read_text() == "Exempel\n"


def test_what_acts_in_any_folder_is_said_and_a_submodule_that_is_an_empty_folder(register: Repository) -> None:
    own = register.git("rev-parse", "HEAD")
    for path, text in {
        "registry/.gitattributes": "*.yaml -diff linguist-generated\n",
        "agreements/.gitignore": "/x\n",
        ".gitmodules": '[submodule "x"]\n\tpath = registry/groups\n\turl = ./x\n\tignore = all\n',
        ".vis/schema/group.json": "{}\n",
        ".envrc": "touch x\n",
    }.items():
        register.write(path, text)
    register.git("add", "-A")
    register.git("update-index", "--add", "--cacheinfo", f"160000,{own},registry/groups")
    register.git("commit", "-qm", "Ändra")
    (register.root / "registry/groups").mkdir()
    done = vis("check", "--base", "main", "--format", "concise", cwd=register.root, env=register.environ)
    assert done.found == [
        f"{path}:1:1 VIS905"
        for path in (
            *(".envrc", ".gitmodules", ".vis/schema/group.json", "agreements/.gitignore"),
            *("registry/.gitattributes", "registry/groups"),
        )
    ]
    told = vis("diff", "main", cwd=register.root, env=register.environ).out
    assert all(path in told for path in ("registry/groups", "registry/.gitattributes"))

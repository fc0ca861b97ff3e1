"""Row 10 of reliability.md, the other way: what a command makes is put nowhere that Git, a forge or vis reads.

Nor through a link that somebody has laid there, nor over what an export's own list of its files names.
"""

import json
from pathlib import Path

import pytest

from tests.faults.bounds import everything, small
from tests.history.repositories import Repository
from tests.program import Done, vis

MEETING = "exempelgruppen-2031-02-20"
COMMANDS = {
    "agenda": ("meeting", "agenda", MEETING, "-o", "{}.md"),
    "minutes": ("meeting", "minutes", MEETING, "-o", "{}.pdf"),
    "calendar": ("calendar", "-o", "{}.ics"),
    "json": ("export", "-o", "{}.json"),
    "tables": ("export", "--format", "csv", "-o", "{}"),
    "all": ("export", "--all", "{}"),
    "cards": ("contact", "export", "-o", "{}.vcf"),
    "schemas": ("schema", "-o", "{}"),
    "wheel": ("plan", "show", "2031", "-o", "{}.svg"),
    "digest": ("digest", "--from", "2031-01-01", "--until", "2031-12-31", "-o", "{}.html"),
    "due": ("report", "due", "-o", "{}.md"),
    "chart": ("group", "chart", "-o", "{}.md"),
}
PLACES = (
    ".git/hooks/x",
    ".GIT/x",
    "link/x",
    "registry/groups/x",
    "Registry/x",
    "agreements/x",
    "templates/x",
    ".github/workflows/x",
    ".vis/x",
    "way/../registry/x",
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Nothing is written in it."""
    made = Repository(tmp_path_factory.mktemp("outputs") / "register")
    made.commit(small())
    (made.root / "link").symlink_to(".git/hooks")
    for name in ("way", ".github/workflows", ".vis", "templates", "agreements"):
        (made.root / name).mkdir(parents=True, exist_ok=True)
    return made


@pytest.mark.parametrize("command", COMMANDS)
def test_no_command_puts_what_it_makes_into_the_register_or_what_git_and_forges_read(
    repository: Repository, command: str
) -> None:
    before = everything(repository.root)
    for place in PLACES:
        arguments = [part.format(place) for part in COMMANDS[command]]
        done = vis(*arguments, cwd=repository.root, env=repository.environ)
        assert done.code == 2, (place, done)
        assert "is inside the register" in done.err, (place, done)
    assert everything(repository.root) == before


@pytest.mark.parametrize("listed", ["registry/vis.yaml", "x/vis.yaml", "x/../../registry/vis.yaml", "out/kept.md", "d"])
def test_the_list_of_an_earlier_export_takes_no_file_that_no_export_wrote(tmp_path: Path, listed: str) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit({**small(), "out/kept.md": "# Mitt\n"})
    (repository.root / "x").symlink_to("registry")
    (repository.root / "d").mkdir()
    (repository.root / "manifest.json").write_text(json.dumps({"files": [listed]}), encoding="utf-8")
    done = _export(repository, ".")
    assert done.code == (0 if ".." in listed else 2), done
    for path in ("registry/vis.yaml", "registry/groups/exempelgruppen.yaml", "out/kept.md", "d"):
        assert (repository.root / path).exists(), path


@pytest.mark.parametrize("link", ["csv", "register.json"])
def test_an_export_writes_through_no_link_in_its_folder(tmp_path: Path, link: str) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit(small())
    out = repository.root / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{"files": []}', encoding="utf-8")
    (out / link).symlink_to("../registry" if link == "csv" else "../registry/vis.yaml")
    before = everything(repository.root)
    done = _export(repository, "out")
    assert (done.code, everything(repository.root)) == (2, before), done


def _export(repository: Repository, folder: str) -> Done:
    return vis("export", "--all", folder, cwd=repository.root, env=repository.environ)

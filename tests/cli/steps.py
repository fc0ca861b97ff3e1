"""An agreement between a region and two municipalities on disk, and the steps that the real program takes with it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.facts.county import ALL, County
from tests.history.repositories import IDENTITY, Repository
from tests.program import Done, vis

TODAY = "2031-09-01"
EXEMPELBY = ("avtalet", "--party", "exempelby")
ON_THE_DAY = (*EXEMPELBY, "--date", "2031-02-03")
"""Which agreement, whose decision and when: what most steps begin with."""
FILE = "agreements/avtalet/agreement.yaml"
VERSION = "agreements/avtalet/versions/1.0.yaml"
ADOPTION = "agreements/avtalet/adoptions/1.0/exempelby.yaml"
_AGREEMENT = "id: avtalet\ntitle: Exempelavtalet\nshort_name: EXA\ntype: agreement\n"
VERSION_TEXT = """\
agreement: avtalet
version: '1.0'
parties:  # de som var med från början
  - exempelregionen
  - exempelby
  - provkoping
# testvik tillkom senare
entry_into_force:
  rule: all-parties
term:
  until: 2032-12-31
notice:
  months: 12  # räknat från dagen för uppsägningen
"""
_ADOPTED = """\
agreement: avtalet
version: '1.0'
party: exempelby
decisions:
  # protokollet kom i mars
  - outcome: adopted
    date: 2031-02-03  # justerat dagen efter
    body: Kommunstyrelsen
    reference: § 14
"""


@dataclass(frozen=True)
class Register:
    """A register on disk, and what `vis agreement` does with it."""

    root: Path

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        found = (path for path in self.root.rglob("*") if path.is_file() and ".git" not in path.parts)
        return {str(path): path.read_bytes() for path in found}

    def step(self, *arguments: str, today: str = TODAY, language: str = "en") -> Done:
        """Any `vis agreement`, whatever comes of it."""
        environ = {**IDENTITY, "VIS_TODAY": today, "VIS_LANG": language}
        return vis("agreement", *arguments, cwd=self.root, env=environ)

    def records(self, *arguments: str, today: str = TODAY) -> str:
        """What a step that is taken says on standard error."""
        done = self.step(*arguments, today=today)
        assert done.code == 0, done.err
        return done.err

    def refuses(self, *arguments: str, code: int = 1) -> str:
        """What it says; nothing is written."""
        before = self.files()
        done = self.step(*arguments)
        assert (done.code, done.out) == (code, "")
        assert self.files() == before
        return done.err

    def changes(self, *arguments: str) -> list[str]:
        """The lines that a dry run would take away and add; it writes nothing."""
        before = self.files()
        done = self.step(*arguments, "--dry-run")
        assert done.code == 0, done.err
        assert self.files() == before
        return [line for line in done.lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]

    def in_order(self) -> bool:
        """Whether all is valid, and written as `vis fmt` writes it."""
        done = vis("check", cwd=self.root)
        assert done.code == 0, done.out
        return vis("fmt", "--check", "agreements", cwd=self.root).code == 0


def laid(folder: Path, county: County) -> Register:
    """The files of a county as a register on disk."""
    found, tree = Register(folder), county.tree()
    for root in ("registry", "agreements"):
        for entry in tree.entries(root):
            found.write(entry.path, tree.read(entry.path).decode())
    return found


@pytest.fixture(name="here")
def undecided(tmp_path: Path) -> Register:
    """An agreement that a third municipality may join; nobody has decided."""
    register = laid(tmp_path, County())
    register.write(FILE, _AGREEMENT)
    register.write(VERSION, VERSION_TEXT)
    return register


@pytest.fixture(name="adopted")
def decided(here: Register) -> Register:
    """The same; Exempelby has adopted it."""
    here.write(ADOPTION, _ADOPTED)
    return here


@pytest.fixture(name="repository")
def in_git(tmp_path: Path) -> Repository:
    """An agreement between all four, in Git; nobody has decided."""
    found = Repository(tmp_path / "register")
    laid(found.root, County().version(rule=ALL))
    found.commit({})
    return found

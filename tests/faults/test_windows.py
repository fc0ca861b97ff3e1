"""What Windows has not is not missed: every command answers as elsewhere, in an interpreter that lacks it.

Beside it: what Windows writes and people there type, on any system.
"""

import os
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.windows_lines import LINES
from tests.history.repositories import IDENTITY, Repository
from tests.program import Done, environment, vis
from tests.sample import made
from tests.test_handbok import Reader, blocks, command_named, commands
from tests.warm import Warm
from vis_cli.cli.frame import program
from vis_cli.reference.commands import names

NOON = "2026-06-01T12:00:00+02:00"
ENV = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **IDENTITY,
    "GIT_AUTHOR_DATE": NOON,
    "GIT_COMMITTER_DATE": NOON,
    "VIS_TODAY": "2026-06-01",
}
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the interpreter that pretends is a fork")
Answer = tuple[int, str, str]


class Side:
    """One of two ways to run the program, always in folders below its own."""

    def __init__(self, folder: Path, module: str, language: str = "en") -> None:
        self.folder, self.language = folder, language
        folder.mkdir()
        self.warm = Warm(environment(Path("/"), {"VIS_LANG": language}), module)

    def run(self, *arguments: str, cwd: Path, **more: str) -> Answer:
        environ = environment(self.folder, {"VIS_LANG": self.language, **ENV, **more})
        code, out, err = self.warm.run(arguments, cwd, environ, 120)
        assert code != 70, err.decode()
        return code, self._plain(out), self._plain(err)

    def _plain(self, said: bytes) -> str:
        return said.decode().replace(str(self.folder), "")


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Side, Side]]:
    """The program as it is, and the program in an interpreter that lacks what Windows lacks."""
    folder = tmp_path_factory.mktemp("sides")
    both = Side(folder / "here", "tests.warm"), Side(folder / "windows", "tests.faults.windows")
    yield both
    for side in both:
        side.warm.close()


def leaves(command: Any, name: str = "") -> Iterator[str]:
    inner = getattr(command, "commands", {})
    for below, found in inner.items():
        yield from leaves(found, f"{name} {below}".strip())
    if not inner:
        yield name


def named(arguments: list[str]) -> str:
    """The name of the command that a line runs."""
    _command, rest = command_named(arguments)
    return " ".join(arguments[: len(arguments) - len(rest)])


def contents(folder: Path) -> dict[str, bytes]:
    """Every file outside `.git`, and the commit that was made last."""
    found = {
        str(file.relative_to(folder)): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file() and ".git" not in file.relative_to(folder).parts
    }
    return found | {"HEAD": (folder / ".git/refs/heads/main").read_bytes()}


def test_every_command_is_run_here_or_in_the_handbook() -> None:
    told = {
        named(command[1:])
        for block in blocks()
        if block.kind == "console"
        for command, _ in commands(block)
        if command[0] == "vis"
    }
    run = {named(shlex.split(line)) for line in LINES.splitlines()}
    assert set(leaves(program())) - told - run == set()
    assert set(names(program())) >= run


@pytest.mark.slow
def test_every_other_command_answers_the_same_and_writes_the_same(
    sides: tuple[Side, Side], tmp_path_factory: pytest.TempPathFactory
) -> None:
    county = made(tmp_path_factory.mktemp("county"))
    registers = []
    for side in sides:
        shutil.copytree(county, side.folder / "county")
        (side.folder / "county/ut").mkdir()
        registers.append(side.folder / "county")
    failed = []
    for line in LINES.splitlines():
        here, windows = (
            side.run(*shlex.split(line), cwd=register) for side, register in zip(sides, registers, strict=True)
        )
        if "Python" not in line:
            assert here == windows, line
        if here[0]:
            failed.append((line, here[0]))
    here, windows = map(contents, registers)
    assert here.keys() == windows.keys()
    assert [path for path in here if here[path] != windows[path]] == []
    assert any(path.endswith(".pdf") for path in here)
    assert failed == FAIL, failed


FAIL = [("plan status", 2)]
"""The sample county has no plan with goal areas."""


@pytest.mark.slow
def test_the_handbook_is_answered_the_same(tmp_path: Path) -> None:
    Reader(tmp_path, "tests.faults.windows").reads()


def test_a_register_without_git_is_written_by_one_at_a_time(sides: tuple[Side, Side]) -> None:
    """There are no locks on folders there, so the lock is a file beside the register."""
    answers = []
    for side in sides:
        register = side.folder / "bare"
        (register / "registry").mkdir(parents=True)
        (register / "registry/vis.yaml").write_text(
            "id: vis\nname: Vård i samverkan Exempellän\nshort_name: VIS\ncounty: Exempellän\n", encoding="utf-8"
        )
        answers.append(side.run("schema", cwd=register))
        assert (register / ".vis/schema/person.json").is_file()
    assert answers[0] == answers[1]
    assert (sides[1].folder / "bare/.vis/state/lock").is_file()


@pytest.fixture
def checkout(sample: Path, tmp_path: Path) -> Repository:
    """The sample county as Git for Windows checks it out by itself: CRLF everywhere."""
    repository = Repository(tmp_path / "checkout")
    shutil.rmtree(repository.root)
    settings = ("-c", "core.autocrlf=true", "-c", "core.eol=crlf")
    source = Repository.__new__(Repository)
    source.root, source.environ = sample, repository.environ
    source.git("clone", "-q", *settings, str(sample), str(repository.root))
    repository.git("config", "core.autocrlf", "true")
    for folder in ("registry", "agreements"):
        for file in (repository.root / folder).rglob("*.yaml"):
            file.write_bytes(file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    repository.git("add", "-A")  # so that the index knows how large they are now
    return repository


def at(repository: Repository, *arguments: str) -> Done:
    return vis(*arguments, cwd=repository.root, env=ENV)


def test_a_checkout_with_line_ends_of_windows_is_checked_with_warnings_and_no_errors(checkout: Repository) -> None:
    done = at(checkout, "check", "--format", "concise")
    assert done.code == 0, done.out
    assert {line.rpartition("warning[")[2][:6] for line in done.lines if "warning[" in line} == {"VIS027"}
    assert checkout.git("status", "--porcelain", "--untracked-files=no", "--", "registry", "agreements") == ""


def test_a_commit_there_changes_only_the_lines_that_it_is_about(checkout: Repository) -> None:
    done = at(checkout, "deviation", "close", "hemgang-sent-besked", "--date", "2026-05-31", "--commit")
    assert done.code == 0, done.err
    changed = checkout.git("show", "--format=", "--numstat").split("\n")
    assert changed == ["1\t0\tregistry/deviations/hemgang-sent-besked.yaml"]
    assert "\r" not in checkout.git("show", "HEAD:registry/deviations/hemgang-sent-besked.yaml")
    assert checkout.git("diff", "--numstat", "HEAD") == ""


def test_a_write_there_keeps_the_change_to_the_lines_that_it_is_about(checkout: Repository) -> None:
    done = at(checkout, "deviation", "close", "hemgang-sent-besked", "--date", "2026-05-31")
    assert done.code == 0, done.err
    changed = checkout.git("diff", "--numstat").split("\n")
    assert changed == ["1\t0\tregistry/deviations/hemgang-sent-besked.yaml"]


def test_fmt_mends_the_line_ends_and_git_sees_no_change(checkout: Repository) -> None:
    assert at(checkout, "fmt").code == 0
    assert not [file for file in (checkout.root / "registry").rglob("*.yaml") if b"\r" in file.read_bytes()]
    assert checkout.git("diff", "--numstat") == ""
    assert "warnings: 0" in at(checkout, "check").out


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", r"registry\vis.yaml"),
        ("meeting", "agenda", "styrgruppen-2026-02-12", "-o", r"ingen\mapp\a.pdf"),
        ("-C", r"C:\Users\Exempel\register", "check"),
        ("agreement", "show", "CON"),
        ("contact", "find", "NUL"),
    ],
    ids=" ".join,
)
def test_paths_and_names_of_windows_are_answered_without_a_traceback(sample: Path, arguments: tuple[str, ...]) -> None:
    done = vis(*arguments, cwd=sample, env=ENV)
    assert done.code in (0, 1, 2), done.err


@pytest.mark.parametrize("name", ["con", "nul", "prn", "aux", "com1", "lpt9"])
def test_a_name_that_windows_keeps_for_a_device_is_no_id(sample: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(sample, tmp_path / "copy")
    new = ("group", "new", "--name", "Provgruppen", "--type", "working", "--level", "regional", "--id", name)
    more = ("--reports-to", "styrgruppen", "--subject", "prov", "--target-group", "Alla")
    done = vis(*new, *more, cwd=tmp_path / "copy", env=ENV)
    assert done.code in (1, 2)
    assert not list((tmp_path / "copy/registry").rglob(f"{name}.*"))

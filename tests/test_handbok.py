"""The handbook does what it says: its commands are run, in order, in one sample register.

What stands in a fenced block is one of three things; everything else in the handbook is prose.

- ```console: a line that begins with `$ ` is run; the lines below it are what is answered. They must come in that
  order with nothing between them, but a line `…` stands for any lines, and `…` in a line for anything. The exit code is
  0, or the one in a comment above the block: `<!-- slutkod 1 -->`.
- ```csv fil=PATH: the file, written as it stands.
- ```diff ändra=PATH: an edit by hand. The lines with ` ` and `-`, together, stand once in the file; those with ` ` and
  `+` come in their place.

Where the prose tells the reader to set another day, `$env:VIS_TODAY = "2026-06-18"`, that day holds from there on.
The names of commands and options in inline code are held against the program's own.
"""

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperCommand, TyperGroup

from tests.history.repositories import IDENTITY
from tests.program import environment
from tests.warm import Warm
from vis_cli.cli.frame import program

HANDBOOK = Path(__file__).parent.parent / "docs/handbok.md"
TEXT = HANDBOOK.read_text(encoding="utf-8")
TODAY = "2026-06-01"
NOON = f"{TODAY}T12:00:00+02:00"
SETTINGS = {
    **IDENTITY,
    "GIT_AUTHOR_DATE": NOON,
    "GIT_COMMITTER_DATE": NOON,
    "VIS_LANG": "sv",
    "VIS_TODAY": TODAY,
    "COLUMNS": "80",
    "TERMINAL_WIDTH": "80",
}
_BLOCK = re.compile(r"(?:<!-- slutkod (\d+) -->\n)?^```(\w+)(?: (fil|ändra)=(\S+))?\n(.*?)^```$", re.M | re.S)
_DAY = re.compile(r'`\$env:VIS_TODAY = "([\d-]+)"`')


@dataclass(frozen=True)
class Block:
    """A fenced block, and the line that it begins on."""

    line: int
    code: int
    kind: str
    does: str
    path: str
    text: str


def blocks() -> tuple[Block, ...]:
    return tuple(
        Block(TEXT[: found.start()].count("\n") + 1, int(found[1] or 0), found[2], found[3], found[4], found[5])
        for found in _BLOCK.finditer(TEXT)
    )


def commands(block: Block) -> Iterator[tuple[list[str], list[str]]]:
    """Each command of a console block, with the lines that it is said to answer."""
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        command, *answer = part.splitlines()
        yield shlex.split(command), answer


class Reader:
    """Somebody who reads the handbook from the beginning and does what it says, day by day."""

    def __init__(self, folder: Path, module: str = "tests.warm") -> None:
        self.folder = folder
        self.environ = environment(folder, SETTINGS)
        self._vis = Warm(environment(Path("/"), SETTINGS), module)

    def reads(self) -> None:
        for block in blocks():
            days = _DAY.findall("\n".join(TEXT.splitlines()[: block.line]))
            self.environ["VIS_TODAY"] = days[-1] if days else TODAY
            self.does(block)
        self._vis.close()

    def does(self, block: Block) -> None:
        if block.kind == "console":
            for command, answer in commands(block):
                self.runs(command, answer, block)
        elif block.does == "fil":
            (self.folder / block.path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / block.path).write_text(block.text, encoding="utf-8")
        else:
            self.edits(block)

    def runs(self, command: list[str], answer: list[str], block: Block) -> None:
        program, *arguments = command
        if program == "cd":
            (self.folder,) = (self.folder / name for name in arguments)
            return
        code, told = self._answer(program, arguments)
        said = told.decode()
        where = f"{HANDBOOK.name}:{block.line}: {shlex.join(command)}\n{said}"
        assert code == block.code, where
        assert as_pattern(answer).fullmatch("".join(f"{line.rstrip()}\n" for line in said.splitlines())), where

    def _answer(self, program: str, arguments: list[str]) -> tuple[int, bytes]:
        if program == "vis":
            return self._vis.run(arguments, self.folder, self.environ, 120, together=True)[:2]
        assert program == "git"
        done = subprocess.run(
            [program, *arguments],
            cwd=self.folder,
            env=self.environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=120,
            check=False,
        )
        return done.returncode, done.stdout

    def edits(self, block: Block) -> None:
        file = self.folder / block.path
        text = file.read_text(encoding="utf-8")
        lines = block.text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] in " -")
        new = "".join(line[1:] for line in lines if line[0] in " +")
        assert text.count(old) == 1, f"{HANDBOOK.name}:{block.line}: {text.count(old)} of\n{old}"
        file.write_text(text.replace(old, new), encoding="utf-8")


def as_pattern(answer: list[str]) -> re.Pattern[str]:
    """What is answered, with `…` for what is left out."""
    any_line, anything = r"(?:.*\n)*", ".*"
    lines = (any_line if line == "…" else re.escape(line).replace("…", anything) + r"\n" for line in answer)
    return re.compile("".join(lines))


@pytest.mark.slow
def test_every_command_of_the_handbook_does_what_it_says(tmp_path: Path) -> None:
    Reader(tmp_path).reads()


def test_every_block_is_run_or_made() -> None:
    assert len(blocks()) * 2 == len(re.findall(r"^```", TEXT, re.M))
    assert {(block.kind, block.does) for block in blocks()} == {
        ("console", None), ("csv", "fil"), ("diff", "ändra"),
    }  # fmt: skip
    assert all(list(commands(block)) for block in blocks() if block.kind == "console")


def inline() -> list[str]:
    """The inline code of the prose."""
    return re.findall(r"`([^`\n]+)`", _BLOCK.sub("", TEXT))


def command_named(arguments: list[str]) -> tuple[TyperGroup | TyperCommand, list[str]]:
    """The command that the words name, and what is left of them."""
    found: Any = program()
    while isinstance(found, TyperGroup) and arguments and not arguments[0].startswith("-"):
        name, *arguments = arguments
        assert name in found.commands, name
        found = found.commands[name]
    return found, arguments


@pytest.mark.parametrize("code", sorted({code for code in inline() if code.startswith("vis ")}))
def test_a_command_named_in_the_prose_exists_with_its_options(code: str) -> None:
    command, rest = command_named(shlex.split(code)[1:])
    known = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    assert {word for word in rest if word.startswith("-")} <= known


def test_an_option_named_in_the_prose_is_one_of_a_command_that_the_handbook_runs() -> None:
    run = [command[1:] for block in blocks() if block.kind == "console" for command, _ in commands(block)
           if command[0] == "vis"]  # fmt: skip
    known = {name for words in run for option in command_named(words)[0].params for name in option.opts} | {"--help"}
    named = {word for code in inline() for word in code.split() if code.startswith("--") and word.startswith("--")}
    assert named <= known


def test_every_link_leads_somewhere() -> None:
    anchors = {re.sub(r"[^\w -]", "", line.lstrip("# ")).lower().replace(" ", "-")
               for line in TEXT.splitlines() if line.startswith("#")}  # fmt: skip
    for target in re.findall(r"\]\(([^)]+)\)", _BLOCK.sub("", TEXT)):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        else:
            assert (HANDBOOK.parent / target.partition("#")[0]).exists(), target

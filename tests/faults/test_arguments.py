"""Arguments that nobody means: paths, options, markup, escapes, other scripts' digits, and far too much of anything.

Whatever is given, the program answers in a sentence (exit 0 to 5), writes nothing, and what it repeats is text.
"""

from pathlib import Path

import pytest

from tests.faults.bounds import bounded, everything, small
from tests.history.repositories import Repository
from tests.program import vis

GIVEN = (
    "../registry/vis",
    "/etc/passwd",
    "--output=pwn",
    "\u202eid",
    "[/red]\x1b[31m",
    "%s{0}{x}",
    "::error::x",
    "٣",
    "a\nb",
)
LONG = "x" * 100_000
COMMANDS = (
    ("show", "{}"),
    ("list", "{}"),
    ("explain", "{}"),
    ("agreement", "history", "{}"),
    ("agreement", "text", "{}"),
    ("agreement", "verify", "{}"),
    ("meeting", "agenda", "{}"),
    ("meeting", "list", "--group", "{}"),
    ("contact", "find", "{}"),
    ("export", "--at", "{}"),
    ("export", "--on", "{}"),
    ("check", "--base", "{}"),
    ("check", "--select", "{}"),
    ("check", "{}"),
    ("plan", "show", "{}"),
    ("-C", "{}", "check"),
    ("completion", "{}"),
    ("fmt", "--check", "{}"),
    ("meeting", "new", "{}", "--date", "2031-01-09", "--dry-run"),
    ("{}",),
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Nothing is written in it."""
    made = Repository(tmp_path_factory.mktemp("arguments") / "register")
    made.commit(small())
    return made


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_whatever_an_argument_is_the_answer_is_a_sentence_and_nothing_is_written(
    repository: Repository, command: tuple[str, ...]
) -> None:
    before = everything(repository.root)
    for given in (*GIVEN, LONG):
        arguments = [part.format(given) if part == "{}" else part for part in command]
        done = vis(*arguments, cwd=repository.root, env=repository.environ)
        assert done.code in (0, 1, 2, 3), (given[:40], done.code, done.err[-300:])
        said = done.out + done.err
        assert all(sign == "\n" or sign.isprintable() for sign in said.replace("\u00a0", " ")), given[:40]
        assert len(said) < 40_000 + 2 * len(given), given[:40]
        assert not [line for line in said.split("\n") if line.lstrip().startswith("::")]
    assert everything(repository.root) == before


def test_the_longest_argument_is_answered_in_time_and_memory(tmp_path: Path) -> None:
    here = Repository(tmp_path / "register")
    here.commit(small())
    for command in (("show", LONG), ("check", "--base", LONG), ("agreement", "history", LONG)):
        assert bounded(*command, cwd=here.root, env=here.environ).code == 2


def test_an_argument_with_bytes_that_are_no_text_is_refused(repository: Repository) -> None:
    done = vis(b"show", b"\xe5\xe4", cwd=repository.root, env=repository.environ)
    assert (done.code, "not UTF-8" in done.err) == (2, True)

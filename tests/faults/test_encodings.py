"""Rows 4 to 7 and 35 of reliability.md: wrong encodings, signs that cannot be seen, line ends, terminals.

`tests/cli/test_bad_files.py` has every encoding and every sign with its place, `tests/cli/test_fmt.py` and
`tests/cli/test_surroundings.py` the mending and the terminals. Here: whatever a file holds, every command ends in words
and changes nothing, and a write keeps a change to the lines that it is about.
"""

from pathlib import Path

import pytest

from tests.faults.bounds import AGENDA, GROUP, bounded, small
from tests.history.repositories import Repository
from tests.program import check, register, vis

GROUP_PATH = "registry/groups/exempelgruppen.yaml"
VALID = f"id: exempelgruppen\n{GROUP}"
BAD: dict[str, bytes] = {
    "latin-1": VALID.encode() + "subject: vård\n".encode("latin-1"),
    "utf-16": VALID.encode("utf-16"),
    "half-a-letter": VALID.encode() + b"subject: v\xc3",
    "zero": VALID.encode() + b"subject: a\0b\n",
    "zeros": bytes(4096),
    "surrogate": VALID.encode() + b'subject: "\\ud800"\n',
    "escape": VALID.encode() + b"subject: \x1b]0;x\x07\n",
    "escaped-escape": VALID.encode() + b'subject: "\\e[31m"\n',
    "bidi": VALID.encode() + "subject: a\u202eb\n".encode(),
    "separator": VALID.encode() + "subject: a\u2028members: []\n".encode(),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "all-bytes": bytes(range(256)),
}
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check",),
    ("check", "--format", "json"),
    ("check", "--format", "github"),
    ("fmt", "--check"),
    ("list", "group"),
    ("show", "exempelgruppen"),
    ("group", "list"),
    ("meeting", "list"),
    ("agreement", "search", "vård"),
    ("export", "--format", "json"),
    ("report", "due"),
    AGENDA,
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_whatever_files_hold_every_command_ends_in_words(tmp_path: Path, command: tuple[str, ...]) -> None:
    bad = {f"registry/groups/{name}.yaml": data.replace(b"exempelgruppen", name.encode()) for name, data in BAD.items()}
    register(tmp_path, {**small(), **bad})
    done = bounded(*command, cwd=tmp_path)
    assert done.code in (0, 1)
    assert all(sign == "\n" or sign.isprintable() for sign in done.err)
    if command[0] == "check":
        assert done.code == 1
        assert all(path in done.out for path in bad)


def test_a_write_into_a_file_of_another_encoding_is_refused_and_guesses_nothing(tmp_path: Path) -> None:
    register(tmp_path, {**small(), GROUP_PATH: BAD["latin-1"]})
    for command in (
        ("group", "chair", "exempelgruppen", "--by", "region"),
        ("fmt",),
        ("fmt", GROUP_PATH),
    ):
        assert bounded(*command, cwd=tmp_path).code in (1, 2), command


def test_a_write_keeps_windows_line_ends_and_the_change_to_its_own_lines(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    path = "registry/meetings/exempelgruppen/2031-05-20.yaml"
    text = "id: exempelgruppen-2031-05-20\r\ngroup: exempelgruppen\r\nstatus: planned\r\ndate: 2031-05-20\r\n# slut\r\n"
    repository.commit({**small(), path: text})
    done = vis("meeting", "cancel", "exempelgruppen-2031-05-20", "--reason", "Sjukdom", cwd=repository.root)
    assert done.code == 0, done.err
    changed = repository.git("diff", "--numstat", "--ignore-space-at-eol", "--", path).split()
    assert int(changed[0]) <= 3 and int(changed[1]) <= 1
    data = (repository.root / path).read_bytes()
    assert data.count(b"\n") in (data.count(b"\r\n"), data.count(b"\n") if b"\r" not in data else -1)


def test_letters_of_two_signs_are_a_fault_in_a_file_and_mended_by_fmt(tmp_path: Path) -> None:
    register(tmp_path, {**small(subject="va\u030ard"), ".gitignore": ""})
    assert check(tmp_path).found == [f"{GROUP_PATH}:6:11 VIS006"]
    assert vis("fmt", cwd=tmp_path).code == 0
    assert "subject: vård" in (tmp_path / GROUP_PATH).read_text(encoding="utf-8")
    assert check(tmp_path).code == 0

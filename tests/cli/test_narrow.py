"""What is said on standard error: as wide as the terminal where somebody reads it, a line each where a program does."""

import io
from pathlib import Path

from tests.program import register, vis
from tests.terminal import Terminal
from vis_cli.cli.narrow import NarrowLog


def test_in_a_terminal_no_line_is_wider_than_it_and_none_is_broken_in_a_word(tmp_path: Path) -> None:
    register(tmp_path)
    terminal = Terminal("diff", "main", cwd=tmp_path, env={"COLUMNS": "50", "VIS_LANG": "sv"})
    assert terminal.end() == 3
    lines = terminal.screen.split("\n")
    assert len(lines) > 3 and max(map(len, lines)) <= 50
    assert lines[0].startswith("vis: ") and all(line.startswith("     ") for line in lines[1:] if line)
    piped = vis("diff", "main", cwd=tmp_path, env={"VIS_LANG": "sv"})
    assert " ".join(terminal.screen.split()) == " ".join(piped.err.split())
    assert piped.err.count("\n") == 2


def test_a_command_to_copy_stays_on_one_line(tmp_path: Path) -> None:
    terminal = Terminal("check", cwd=tmp_path, env={"COLUMNS": "75"})
    assert terminal.end() == 2
    assert "or begin one with\n       `vis init`\n" in terminal.screen


def test_a_line_that_is_said_in_pieces_has_all_its_words() -> None:
    said = io.BytesIO()
    log = NarrowLog(said)
    for piece in ("ett " * 40, "två " * 40, "tre\n", "   \n", "   "):
        log.write(piece)
    log.flush()
    assert said.getvalue().decode().split() == ["ett"] * 40 + ["två"] * 40 + ["tre"]
    assert said.getvalue().endswith(b" tre\n   \n   ")

"""Standard error where somebody reads it: no line is wider than the terminal, or than can be read with ease."""

import io
import os
import re
import shutil
import textwrap
from typing import BinaryIO

WIDEST = 100
_LEAST = 40
_LEAD = re.compile(r" *(?:vis: |- |→ )?")
_QUOTED = re.compile(r"`[^`\n]+`")
_DRAWN = ("│", "\x1b", "\r")
"""What stands in lines that mean something by where their signs are: excerpts of files, what moves the cursor."""
_HELD = "\x00"


class NarrowLog(io.TextIOWrapper):
    """A stream that breaks long lines between words, and a command in back-ticks only where it must."""

    def __init__(self, buffer: BinaryIO) -> None:
        super().__init__(buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)

    def write(self, text: str) -> int:
        """Write the text, its long lines as several."""
        wide = max(min(self._columns() or WIDEST, WIDEST), _LEAST)
        # Bytes are no text here either: typer tries whether a stream takes them.
        super().write("\n".join(_broken(line, wide) for line in text.split("\n")))
        return len(text)

    def _columns(self) -> int:
        try:
            own = os.get_terminal_size(self.fileno())
        except OSError:
            return 0
        return shutil.get_terminal_size(own).columns


def _broken(line: str, wide: int) -> str:
    if len(line) <= wide or any(sign in line for sign in _DRAWN):
        return line
    lead = _LEAD.match(line)
    first = lead[0] if lead else ""
    rest = " " * len(first) if first.strip() else f"{first}  "
    end = line[len(line.rstrip()) :]  # a prompt ends so, and what is said in pieces goes on after it
    whole = _QUOTED.sub(lambda found: _held(found[0], wide - len(rest)), line[len(first) :])
    lines = textwrap.wrap(
        whole, wide, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
    return "\n".join(lines).replace(_HELD, " ") + end


def _held(quoted: str, room: int) -> str:
    return quoted.replace(" ", _HELD) if len(quoted) <= room else quoted

"""The real program in a real terminal: keys go in, and what a person would read comes out."""

import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping
from fcntl import ioctl
from pathlib import Path

from tests.program import PROGRAM, environment

ENTER, DOWN, SPACE, CTRL_C = "\r", "\x1b[B", " ", "\x03"
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>]|[\x07\x0f\r]")
_CURSOR_ASKED = b"\x1b[6n"


class Terminal:
    """`vis` with the arguments in a terminal of 120 columns; `env` adds to the environment of `tests.program`."""

    def __init__(self, *arguments: str, cwd: Path, env: Mapping[str, str] | None = None) -> None:
        self.master, slave = pty.openpty()
        ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 120, 0, 0))
        self.process = subprocess.Popen(
            [*PROGRAM, *arguments],
            cwd=cwd,
            env=environment(cwd, {"TERM": "xterm", **(env or {})}),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            preexec_fn=lambda: ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self._raw = b""
        self._read_to = 0

    @property
    def screen(self) -> str:
        """All that has been written, without the signs that move the cursor and colour."""
        return _CONTROL.sub("", self._raw.decode("utf-8", "replace"))

    def answer(self, expected: str, keys: str, *, within: float = 20) -> None:
        """Wait until `expected` is written after the last answer, then press the keys."""
        end = time.monotonic() + within
        while expected not in self.screen[self._read_to :]:
            if not self._more(end - time.monotonic()):
                raise AssertionError(f"{expected!r} never came:\n{self.screen[self._read_to :]}")
        self._read_to = len(self.screen)
        os.write(self.master, keys.encode())

    def end(self, *, within: float = 20) -> int:
        """The exit code, once it has ended."""
        end = time.monotonic() + within
        while self._more(end - time.monotonic()):
            pass
        try:
            return self.process.wait(max(0.1, end - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGKILL)
            raise AssertionError(f"it did not end:\n{self.screen[self._read_to :]}") from None
        finally:
            os.close(self.master)

    def _more(self, left: float) -> bool:
        if left <= 0 or not select.select([self.master], [], [], left)[0]:
            return False
        try:
            data = os.read(self.master, 65536)
        except OSError:  # what Linux says when the other end is closed
            return False
        self._raw += data
        for _ in range(data.count(_CURSOR_ASKED)):
            os.write(self.master, b"\x1b[1;1R")
        return bool(data)

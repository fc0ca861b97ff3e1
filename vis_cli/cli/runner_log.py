"""Standard error where a runner reads it: what data says there is never a command to the runner."""

import io
from typing import BinaryIO

from vis_cli.diagnostics.github import defused


class RunnerLog(io.TextIOWrapper):
    """A stream in which no line, nor part of one, is taken for a command."""

    def __init__(self, buffer: BinaryIO) -> None:
        super().__init__(buffer, encoding="utf-8", errors="backslashreplace", line_buffering=True)

    def write(self, text: str) -> int:
        """Write the text, with what would be a command made visible."""
        super().write(defused(text))
        return len(text)

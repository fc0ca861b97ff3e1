"""The first line of a file for editors: where the schema is that it follows."""

import re

_MARK = "# yaml-language-server:"
_BOM = b"\xef\xbb\xbf"
_LINE = re.compile(rb"# yaml-language-server:[^\n]*\n")


def first_line(path: str, schema: str) -> str:
    """The line for the file at `path`: the way from its folder to the schema, both given from the same root."""
    return f"{_MARK} $schema={'../' * path.count('/')}{schema}"


def is_editor_line(text: str) -> bool:
    """Whether a comment, or what a text begins with, is the line: it stays first whatever becomes of the rest."""
    return text.startswith(_MARK)


def opening(text: str) -> int:
    """Where a text begins to be about something: after the line, where it has one."""
    return text.index("\n") + 1 if is_editor_line(text) and "\n" in text else 0


def with_line(data: bytes, line: str) -> bytes:
    """The file with the line before all else, and without one that it had there."""
    bare = data.removeprefix(_BOM)
    old = _LINE.match(bare)
    return data[: len(data) - len(bare)] + f"{line}\n".encode() + bare[old.end() if old else 0 :]

"""Typst source in code mode: values become literals, so that no text is ever read as markup."""

import re
from collections.abc import Iterable
from datetime import date

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]')


def string(text: str) -> str:
    """A string literal."""
    return '"' + _SPECIAL.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found[0]) or f"\\u{{{ord(found[0]):x}}}"


def literal(value: str | int | date | None) -> str:
    """The literal of a value."""
    if value is None:
        return "none"
    if isinstance(value, date):
        return f"datetime(year: {value.year}, month: {value.month}, day: {value.day})"
    return string(value) if isinstance(value, str) else str(value)


def joined(parts: Iterable[str]) -> str:
    """Expressions put after one another, as one piece of content."""
    return "{" + "; ".join(parts) + "}" if (parts := list(parts)) else "[]"


def call(function: str, *arguments: str, **named: str) -> str:
    """A call; `heading_level=…` is written `heading-level: …`."""
    options = (f"{name.replace('_', '-')}: {value}" for name, value in named.items())
    return f"{function}({', '.join([*options, *arguments])})"


def array(values: Iterable[str]) -> str:
    """An array, of one value too."""
    return "(" + "".join(f"{value}, " for value in values) + ")"


def at(line: int, source: str) -> str:
    """`source` with a remark on the line of the document that it comes from."""
    return f"\n// {line}\n{source}"


def line_of(source: str, number: int) -> int:
    """The line of the document that line `number` of Typst source comes from, by the last remark before it."""
    for line in reversed(source.split("\n")[:number]):
        if found := re.fullmatch(r"// (\d+)", line):
            return int(found[1])
    return 1

"""Lines for people to read: headings, items with what is said of them, wrapped to the terminal."""

import shutil
import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.narrow import WIDEST
from vis_cli.cli.where import colour
from vis_cli.diagnostics.wording import visible

if TYPE_CHECKING:
    from vis_cli.registry import Record


def width() -> int:
    """How wide a line may be: as the terminal, and no wider than can be read with ease."""
    return min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST) if sys.stdout.isatty() else WIDEST


def heading(text: str) -> str:
    """A heading, bold where the terminal can."""
    return bold(visible(text))


def bold(text: str) -> str:
    """The text in bold, where the terminal can."""
    return f"\x1b[1m{text}\x1b[0m" if colour() else text


def wrapped(text: str, indent: str = "", *, first: str | None = None) -> Iterator[str]:
    """The text in lines that begin with `indent`, the first one with `first`."""
    yield from textwrap.wrap(
        visible(" ".join(text.split())),
        max(width(), 40),
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def item(text: str, notes: tuple[str, ...] = (), indent: str = "  ") -> Iterator[str]:
    """An item of a list, and below it, further in, what is said of it."""
    yield from wrapped(text, f"{indent}  ", first=f"{indent}- ")
    for note in notes:
        yield from wrapped(note, f"{indent}  ")


def called(record: "Record[Any]") -> str:
    """What it is called in a list: an agreement by its number and for short, all else by its name."""
    from vis_cli.facts.titles import brief

    if record.kind != "agreement":
        return record.name
    number = record.entity.number
    return f"{number}. {brief(record)}" if number else brief(record)

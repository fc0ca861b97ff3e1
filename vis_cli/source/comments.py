"""Where the comments of a YAML text stand: whatever begins with `#` between two scalars."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.source.nodes import Node

COMMENT = re.compile(r"#[^\n]*")
HEADER = re.compile(r"[|>][-+0-9]*(?P<space>[ \t]*)(?P<comment>#[^\n]*)?")
"""The first line of a block text."""

_BEFORE_DASH = re.compile(r"(?:[ \t\n:,]|#[^\n]*)*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its `#` to the end of its line, without trailing blanks."""

    text: str
    start: int


def gaps(root: Node) -> Iterator[tuple[int, int]]:
    """The stretches before, between and after the scalars: indicators, white space and comments, nothing else."""
    cursor = 0
    for scalar in root.scalars():
        if scalar.start > cursor:
            yield cursor, scalar.start
        cursor = max(cursor, scalar.end)
    yield cursor, -1


def comments(text: str, root: Node) -> list[Comment]:
    """Every comment, in the order of the text."""
    found = []
    for start, end in gaps(root):
        found += [(hit[0], hit.start()) for hit in COMMENT.finditer(text, start, len(text) if end < 0 else end)]
    for scalar in root.scalars():
        if scalar.style in ("|", ">") and (hit := HEADER.match(text, scalar.start)) and hit["comment"]:
            found.append((hit["comment"], hit.start("comment")))
    return [Comment(words.rstrip(), start) for words, start in sorted(found, key=lambda item: item[1])]


def within(found: list[Comment], start: int, end: int) -> list[Comment]:
    """Those of the comments that begin in `text[start:end]`."""
    return found[bisect_left(found, start, key=lambda it: it.start) : bisect_left(found, end, key=lambda it: it.start)]


def dash(text: str, offset: int) -> int:
    """The dash of the next item of a block list, where `offset` is at the end of the one before, or at the dash."""
    hit = _BEFORE_DASH.match(text, offset)
    return hit.end() if hit else offset

"""The proof that a changed text says what was meant, made before anyone sees the text."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from vis_cli.source.comments import Comment, comments
from vis_cli.source.nodes import compose
from vis_cli.source.yaml import YamlFault, parse


class EditError(AssertionError):
    """A change of text came out other than meant: a mistake of ours. Nothing was written."""


def data_of(text: str) -> Any:
    """The plain data of a text; its first fault is raised."""
    data, faults = parse(text)
    if faults:
        raise faults[0]
    return data


def prove(result: str, want: Any, kept: Iterable[Comment]) -> None:
    """Raise EditError unless the result reads as `want` (types and order of keys too), with these comments."""
    try:
        have = data_of(result)
    except YamlFault as fault:
        raise EditError(f"the changed text is not readable: {fault} {fault.values} in {result!r}") from fault
    if repr(have) != repr(want):
        raise EditError(f"the changed text reads as {have!r}, and {want!r} was meant")
    lost = Counter(comment.text for comment in kept)
    lost.subtract(comment.text for comment in comments(result, compose(result)))
    if missing := [words for words, count in lost.items() if count > 0]:
        raise EditError(f"the changed text lost the comments {missing}")

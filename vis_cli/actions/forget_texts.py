"""The texts of files in which a name gives way to a role: values, comments, and what a contact had of its own."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.actions.step import plain
from vis_cli.facts.personal import details_of, parts_to
from vis_cli.model.person import Person
from vis_cli.places import Route
from vis_cli.registry import Record, Reference, Registry
from vis_cli.source.comments import comments
from vis_cli.source.edit import EditError, add_key, remove, set_value
from vis_cli.source.nodes import compose
from vis_cli.source.proof import data_of

_OWN = ("aliases", "remarks")
"""What an entry has of the person that no minutes need."""


def renamed(text: str, person: Record[Person], id: str, role: str, *, stays: bool) -> str:
    """The list of persons with the role under its own id; the person's own entry goes, unless the minutes need it."""
    own = person.entity
    if id:
        entry: dict[str, Any] = {"name": role, "posts": [plain(post) for post in own.posts]}
        text = add_key(text, (), id, {**entry, **({"sources": list(own.sources)} if own.sources else {})})
    if not stays:
        return remove(text, person.base)
    for key in _OWN:
        if getattr(own, key):
            text = remove(text, (*person.base, key))
    return text


def without_details(registry: Registry, reference: Reference, text: str, values: Sequence[str]) -> str:
    """A contact without the mailbox and the telephone that were the person's own."""
    if reference.source.kind != "contact":
        return text
    part: Any = parts_to(reference)[-1]
    for key in details_of(registry, part, values):
        text = remove(text, (*reference.route[:-1], key))
    return text


def said_otherwise(text: str, finds: re.Pattern[str], role: str, *, but: str = "") -> str:
    """The text with the role for the name in sentences and comments; ids and addresses stay, and the entry `but`."""
    for route, value in _strings(data_of(text)):
        if route[-1:] in (("mailbox",), ("phone",)):
            continue  # of a function, or of somebody else
        if re.search(r"\s", value) and finds.search(value) and not (but and route[:1] == (but,)):
            text = set_value(text, route, _instead(value, finds, role))
    return _comments(text, finds, role, but)


def _strings(data: Any, route: Route = ()) -> Iterator[tuple[Route, str]]:
    if isinstance(data, str):
        yield route, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _strings(value, (*route, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*route, index))


def _instead(text: str, finds: re.Pattern[str], role: str) -> str:
    def words(match: re.Match[str]) -> str:
        if "@" in match[0] or match[0][-1].isdigit() or text[match.end() : match.end() + 1] == "@":
            return "[borttaget]"
        genitive = match[0].endswith("s") and finds.fullmatch(match[0][:-1]) and not role.endswith("s")
        words = f"{role}s" if genitive else role
        return words[:1].upper() + words[1:] if match.start() == 0 else words

    return finds.sub(words, text)


def _comments(text: str, finds: re.Pattern[str], role: str, but: str) -> str:
    root = compose(text)
    found = root.child(but) if but else None
    own = range(found[1].start, found[1].end) if found else range(0)
    data = data_of(text)
    parts, cursor = [], 0
    for comment in comments(text, root):
        if not finds.search(comment.text) or comment.start in own:
            continue
        parts += [text[cursor : comment.start], _instead(comment.text, finds, role)]
        cursor = comment.start + len(comment.text)
    result = "".join([*parts, text[cursor:]])
    if repr(data_of(result)) != repr(data):
        raise EditError("a comment is no longer one")
    return result

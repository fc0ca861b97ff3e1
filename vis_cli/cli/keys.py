"""What the keys of a file mean: each with its type in words, whether it is demanded, and the keys below it."""

import re
import textwrap
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.language import _, meanings
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.fields import Field

_WIDTH = 80
_INDEX = re.compile(r"\[\d+\]|\.\d+(?=\.|$)")
_TYPES = (
    N_("list of map"),
    N_("map"),
    N_("text"),
    N_("date"),
    N_("date or part of one"),
    N_("citation"),
    N_("whole number"),
    N_("true or false"),
)


def of_kind(what: str) -> list[str]:
    """What the kind is that the word names, and its keys, each with its type; nothing where it names none."""
    from vis_cli.cli.listing import kind_named
    from vis_cli.model import ENTITIES
    from vis_cli.model.docs import kind_doc
    from vis_cli.model.fields import fields

    kind = kind_named(what)
    if kind is None:
        return []
    head = f"{kind} ({_(kind)})" if _(kind) != kind else kind
    about = [f"{head}: {ENTITIES[kind].path}", *_indented(_meaning(kind_doc(ENTITIES[kind]))), ""]
    return about + [line for field in fields() if field.path.startswith(f"{kind}.") for line in _head(field)]


def of_key(what: str) -> list[str]:
    """What a key means, by its path from the kind or by the end of that. Raises Failure with what is near."""
    from vis_cli.cli.listing import kind_named
    from vis_cli.model.fields import fields

    known = list(fields())
    first, dot, rest = _INDEX.sub("", what).partition(".")  # as a message names it: `meeting.items[0].heading`
    path = f"{kind_named(first) or first}{dot}{rest}"
    found = [field for field in known if field.path == path or field.path.endswith(f".{path}")]
    if not found:
        near = _near(path, [field.path for field in known])
        raise Failure(
            N_("no file has a key `{what}`"),
            hint=N_("did you mean {near}?")
            if near
            else N_("write the kind and the key: group.members; `vis list` names the kinds"),
            what=what,
            near=", ".join(f"`{path}`" for path in near),
        )
    lines = []
    for field in found:
        below = [
            other.path.removeprefix(f"{field.path}.") for other in known if other.path.startswith(f"{field.path}.")
        ]
        keys = _ordered(field.path, [key for key in below if "." not in key])
        lines += [*_head(field), *_indented(_meaning(field.doc)), *_keys(keys), ""]
    return lines[:-1]


def _meaning(doc: str) -> str:
    """What a docstring says, in the reader's language."""
    return meanings().gettext(doc) if doc else ""


def _head(field: "Field") -> list[str]:
    """The path, what the key is called, its type, and whether it must be there."""
    key = field.path.rpartition(".")[2].replace("_", " ")
    called = f" ({_(key)})" if _(key) != key else ""
    demanded = f", {_(N_('required'))}" if field.required else ""
    return textwrap.wrap(
        f"{field.path}{called}: {in_words(field.type)}{demanded}",
        _WIDTH,
        subsequent_indent="    ",
        break_on_hyphens=False,
    )


def in_words(words: str, say: Callable[[str], str] = _) -> str:
    """The type in the reader's language; a value that is written in English with its word beside it."""
    if words in _TYPES:
        return say(words)
    if words.startswith("list of "):
        return say(N_("list of {what}")).format(what=in_words(words.removeprefix("list of "), say))
    if words.startswith("id of "):
        either = say(N_("or"))
        kinds = f" {either} ".join(say(kind) for kind in words.removeprefix("id of ").split(" or "))
        return say(N_("id of {kinds}")).format(kinds=kinds)
    return " | ".join(value if say(value) == value else f"{value} ({say(value)})" for value in words.split(" | "))


def _ordered(path: str, keys: Sequence[str]) -> Sequence[str]:
    """The keys of a map as files have them."""
    from vis_cli.model import ENTITIES
    from vis_cli.model.fields import key_order

    kind, *route = path.split(".")
    model = ENTITIES[kind]
    return key_order(model)((kind, *route) if model.listed else tuple(route), keys)


def _keys(keys: Sequence[str]) -> list[str]:
    return _indented(_(N_("keys: {keys}")).format(keys=", ".join(keys))) if keys else []


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)


def _near(what: str, paths: list[str]) -> list[str]:
    """The keys that may have been meant: beside it where it is written with its kind, else anywhere."""
    import difflib

    above, _dot, last = what.lower().rpartition(".")
    beside = {path.rpartition(".")[2]: path for path in paths if path.rpartition(".")[0] == above}
    if above and beside:
        return [beside[name] for name in difflib.get_close_matches(last, beside, 3, 0.6)]
    if above:
        return difflib.get_close_matches(what.lower(), paths, 3, 0.8)
    return difflib.get_close_matches(last, sorted({path.rpartition(".")[2] for path in paths}), 3, 0.7)

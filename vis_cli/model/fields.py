"""Every key that a file can have, with its type in words and what it means: read off the models."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from vis_cli.model.base import ENTITIES, Entity, Part
from vis_cli.model.docs import doc_of
from vis_cli.model.values import Cites, ExactDay, IsMarkdown, RefTo, When
from vis_cli.places import Route


@dataclass(frozen=True, slots=True)
class Field:
    """A key, by its path from the kind: `group.members.role`."""

    path: str
    type: str
    doc: str
    required: bool


def fields() -> Iterator[Field]:
    """All keys of all kinds, in the order of the models: its own first, then those that many have."""
    for kind, model in ENTITIES.items():
        yield from _fields(kind, model)


def _fields(path: str, model: type[Part]) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    named = {info.alias or name: (name, info) for name, info in model.model_fields.items()}
    for own in keys_of(model):
        name, info = named[own]
        key = f"{path}.{own}"
        words, part = _type(hints[name])
        yield Field(key, words, doc_of(model, name), info.is_required())
        if part is not None:
            yield from _fields(key, part)


def type_words(hint: Any) -> str:
    """The type in words: `id of person`, `list of text`, `local | regional`."""
    return _type(hint)[0]


def _type(hint: Any) -> tuple[str, type[Part] | None]:
    """(in words, the model of the map inside)."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return "map", hint
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        for mark in args[1:]:
            if isinstance(mark, RefTo):
                return f"id of {' or '.join(mark.kinds)}", None
            if isinstance(mark, Cites):
                return "citation", None
            if isinstance(mark, IsMarkdown):
                return "Markdown", None
            if isinstance(mark, ExactDay):
                return "date", None
        return _type(args[0])
    if origin is tuple:
        words, part = _type(args[0])
        return f"list of {words}", part
    if origin in (Union, UnionType):
        return _type(next(arg for arg in args if arg is not NoneType))
    if origin is Literal:
        return " | ".join(str(arg) for arg in args), None
    return {str: "text", int: "whole number", bool: "true or false", When: "date or part of one"}.get(
        hint, "text"
    ), None


def key_order(model: type[Entity]) -> Callable[[Route, Sequence[str]], Sequence[str]]:
    """For each map of a file of this kind, its keys in the order of the model; unknown ones last.

    A list of entities keeps the order that it has.
    """

    def order(route: Route, keys: Sequence[str]) -> Sequence[str]:
        if model.listed and not route:
            return keys
        inner = model_at(model, route[1:] if model.listed else route)
        known = keys_of(inner) if inner else ()
        return sorted(keys, key=lambda key: known.index(key) if key in known else len(known))

    return order


@cache
def keys_of(part: type[Part]) -> tuple[str, ...]:
    """The keys of a map in the order of its model: the id, its own, then those that many have, such as its sources.

    What a thing is comes before how long, why and from where.
    """
    common = {name for base in part.__mro__[1:] if issubclass(base, Part) for name in base.model_fields}
    own = {field.alias or name for name, field in part.model_fields.items() if name not in common}
    keys = [field.alias or name for name, field in part.model_fields.items()]
    last = [key for key in _LAST if key in keys and key not in own]
    return (*sorted((key for key in keys if key not in last), key=lambda key: key != "id"), *last)


_LAST = ("from", "until", "assumed", "sources", "remarks")


def model_at(model: type[Part], route: Route) -> type[Part] | None:
    """The model of the map that a route leads to, from a map of `model`."""
    found: type[Part] | None = model
    for step in route:
        if isinstance(step, int):
            continue
        if found is None:
            return None
        hints = get_type_hints(found, include_extras=True)
        name = next((n for n, field in found.model_fields.items() if (field.alias or n) == step), None)
        found = _type(hints[name])[1] if name else None
    return found

"""Every key that a file can have, with its type in words and what it means: read off the models."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from vis_cli.model.base import ENTITIES, Part
from vis_cli.model.values import Cites, ExactDay, IsMarkdown, RefTo, When


@dataclass(frozen=True, slots=True)
class Field:
    """A key, by its path from the kind: `group.members.role`."""

    path: str
    type: str
    doc: str
    required: bool


def fields() -> Iterator[Field]:
    """All keys of all kinds, in the order of the models."""
    for kind, model in ENTITIES.items():
        yield from _fields(kind, model)


def _fields(path: str, model: type[Part]) -> Iterator[Field]:
    hints = get_type_hints(model, include_extras=True)
    for name, info in model.model_fields.items():
        key = f"{path}.{info.alias or name}"
        words, part = _type(hints[name])
        yield Field(key, words, re.sub(r"\s+", " ", info.description or ""), info.is_required())
        if part is not None:
            yield from _fields(key, part)


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

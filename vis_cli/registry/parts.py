"""The parts of an entity that have some fields: read off the types of the model, once for each class."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from vis_cli.model.base import Part
from vis_cli.places import Route


def parts_with(part: Part, fields: tuple[str, ...], base: Route = ()) -> Iterator[tuple[Route, Any]]:
    """The part itself and every part inside it that has all of `fields`, each with its route."""
    has_them, inner = _plan(type(part), fields)
    if has_them:
        yield base, part
    for name, key, many in inner:
        value = getattr(part, name)
        if not value:
            continue
        if many:
            for index, item in enumerate(value):
                yield from parts_with(item, fields, (*base, key, index))
        else:
            yield from parts_with(value, fields, (*base, key))


_NOT_KEPT: set[str] = set()


def lighten(part: Part) -> None:
    """Let go of which keys of it and its parts were written: nobody asks, and a quarter of a register's memory is that.

    For entities that were just made: pydantic keeps a set of names for each of a hundred thousand parts.
    """
    object.__setattr__(part, "__pydantic_fields_set__", _NOT_KEPT)
    values = part.__dict__
    for name, _, many in _plan(type(part), ())[1]:
        if value := values[name]:
            for item in value if many else (value,):
                lighten(item)


@cache
def _plan(model: type[Part], fields: tuple[str, ...]) -> tuple[bool, tuple[tuple[str, str, bool], ...]]:
    """Whether it has the fields itself, and (attribute, key, is a list) of what may have them further in."""
    hints = get_type_hints(model, include_extras=True)
    inner = []
    for name, field in model.model_fields.items():
        many, target = _target(hints[name])
        if target is not None and target is not model and any(_plan(target, fields)):
            inner.append((name, field.alias or name, many))
    return all(name in model.model_fields for name in fields), tuple(inner)


def _target(hint: Any) -> tuple[bool, type[Part] | None]:
    """(is a list, the class inside it that is a part) for a field's type."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return False, hint
    origin = get_origin(hint)
    if origin is Annotated:
        return _target(get_args(hint)[0])
    if origin is tuple:
        return True, _target(get_args(hint)[0])[1]
    if origin in (Union, UnionType):
        return next((found for arg in get_args(hint) if (found := _target(arg))[1] is not None), (False, None))
    return False, None

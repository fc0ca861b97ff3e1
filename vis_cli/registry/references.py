"""Which ids of an entity name others: read off the types of the model, once for each class."""

from collections.abc import Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from vis_cli.model.base import Part
from vis_cli.model.values import Cites, RefTo
from vis_cli.places import Route

Named = tuple[tuple[str, ...], str]
"""The kinds that a reference can be to, and the id."""

_SOURCE = ("source",)


@cache
def _plan(model: type[Part]) -> tuple[tuple[str, str, bool, Any], ...]:
    """(attribute, key, is a list, kinds or the class inside), for each field that can hold references."""
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        many, target = _target(hints[name])
        if target is not None and not (isinstance(target, type) and not _plan(target)):
            found.append((name, field.alias or name, many, target))
    return tuple(found)


def _target(hint: Any) -> tuple[bool, Any]:
    """(is a list, kinds of a reference | class of a part | None) for a field's type."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return False, hint
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *marks = get_args(hint)
        for mark in marks:
            if isinstance(mark, RefTo):
                return False, mark.kinds
            if isinstance(mark, Cites):
                return False, _SOURCE
        return _target(inner)
    if origin is tuple:
        return True, _target(get_args(hint)[0])[1]
    if origin in (Union, UnionType):
        targets = [found for arg in get_args(hint) if (found := _target(arg))[1] is not None]
        return targets[0] if targets else (False, None)
    if origin is Literal:
        return False, None
    return False, None


def collect(entity: Part, same: dict[Named, Named]) -> list[Named]:
    """Whatever it refers to, without places, for speed; what is equal to something in `same` is that very thing."""
    found: list[Named] = []
    _collect(entity, found)
    return [same.setdefault(item, item) for item in found]


def _collect(entity: Part, found: list[Named]) -> None:
    values = entity.__dict__
    for name, _, many, target in _plan(type(entity)):
        value = values[name]
        if not value:
            continue
        if type(target) is tuple:
            if target is _SOURCE:
                for item in value if many else (value,):
                    found.append((target, item.partition(":")[0]))
            elif many:
                found.extend((target, item) for item in value)
            else:
                found.append((target, value))
        elif many:
            for item in value:
                _collect(item, found)
        else:
            _collect(value, found)


def repeats(entity: Part) -> bool:
    """Whether a list of ids in it names something twice; citations are not asked."""
    values = entity.__dict__
    for name, many, part in _lists(type(entity)):
        value = values[name]
        if not value:
            continue
        if not part:
            if len(set(value)) < len(value):
                return True
        elif any(map(repeats, value if many else (value,))):
            return True
    return False


@cache
def _lists(model: type[Part]) -> tuple[tuple[str, bool, bool], ...]:
    """(attribute, is a list, is a part) of each field that is a list of ids, or leads to one."""
    return tuple(
        (name, many, isinstance(target, type))
        for name, _, many, target in _plan(model)
        if (_lists(target) if isinstance(target, type) else many and target != _SOURCE)
    )


def routes(entity: Part, base: Route = ()) -> Iterator[tuple[Route, tuple[str, ...], str]]:
    """(route, kinds, id) of every reference in it."""
    for name, key, many, target in _plan(type(entity)):
        value = getattr(entity, name)
        if not value:
            continue
        steps: list[tuple[Route, Any]] = (
            [((*base, key, i), item) for i, item in enumerate(value)] if many else [((*base, key), value)]
        )
        for route, item in steps:
            if isinstance(target, tuple):
                yield route, target, item.partition(":")[0]
            else:
                yield from routes(item, route)

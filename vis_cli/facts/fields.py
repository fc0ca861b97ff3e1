"""Fields by what they are marked as: every Markdown text, every citation, whatever entity they stand in."""

from collections.abc import Callable, Iterator
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from vis_cli.model.base import Part
from vis_cli.places import Route
from vis_cli.registry import Record, Registry


def marked(part: Part, mark: type, base: Route = ()) -> Iterator[tuple[Route, str]]:
    """(route, text) of every value in it whose type carries `mark`: `IsMarkdown`, `Cites`."""
    values = part.__dict__
    for name, key, many, inner in _plan(type(part), mark):
        value = values[name]
        if not value:
            continue
        if not many:
            if inner is None:
                yield (*base, key), value
            else:
                yield from marked(value, mark, (*base, key))
            continue
        for index, item in enumerate(value):
            if inner is None:
                yield (*base, key, index), item
            else:
                yield from marked(item, mark, (*base, key, index))


def records_where(registry: Registry, suspect: Callable[[str], object]) -> Iterator[Record[Any]]:
    """The entities of whose file `suspect` answers yes; for what is rare and dear to look for."""
    paths = {path for path, file in registry.files.items() if suspect(file.text)}
    return (record for record in registry.entities if record.file.path in paths) if paths else iter(())


@cache
def _plan(model: type[Part], mark: type) -> tuple[tuple[str, str, bool, type[Part] | None], ...]:
    """(attribute, key, is a list, the class inside or None for a marked value) of each field that leads to one."""
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, field in model.model_fields.items():
        for many, inner in _leads(hints[name], mark):
            if inner is None or _plan(inner, mark):
                found.append((name, field.alias or name, many, inner))
    return tuple(found)


def _leads(hint: Any, mark: type) -> Iterator[tuple[bool, type[Part] | None]]:
    origin = get_origin(hint)
    if isinstance(hint, type) and issubclass(hint, Part):
        yield False, hint
    elif origin is Annotated:
        inner, *marks = get_args(hint)
        if any(isinstance(item, mark) for item in marks):
            yield False, None
        else:
            yield from _leads(inner, mark)
    elif origin is tuple:
        for _, inner in _leads(get_args(hint)[0], mark):
            yield True, inner
    elif origin in (Union, UnionType):
        for option in get_args(hint):
            yield from _leads(option, mark)

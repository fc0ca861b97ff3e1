"""JSON Schema of every kind, for editors and for other programs."""

import json
from typing import get_type_hints

from pydantic import TypeAdapter

from vis_cli.model import ENTITIES, Part
from vis_cli.model.docs import doc_of
from vis_cli.model.fields import part_in


def schemas() -> dict[str, bytes]:
    """`docs/schema/<kind>.json`: of one entity, or of the whole list where a kind is kept in one."""
    _describe()
    found = {}
    for kind, model in ENTITIES.items():
        shape = TypeAdapter(dict[str, model] if model.listed else model)  # type: ignore[valid-type]
        schema = shape.json_schema(by_alias=True)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind, **schema}
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        found[f"docs/schema/{kind}.json"] = f"{text}\n".encode()
    return found


def _describe() -> None:
    """Give every field its docstring as its description, and build the classes anew, the innermost first."""
    for model in _below(Part):
        for name, field in model.model_fields.items():
            field.description = doc_of(model, name) or None
    built: set[type[Part]] = set()
    for model in _below(Part):
        _build(model, built)


def _build(model: type[Part], built: set[type[Part]]) -> None:
    if model in built:
        return
    built.add(model)
    for hint in get_type_hints(model, include_extras=True).values():
        inner = part_in(hint)
        if inner is not None:
            _build(inner, built)
    model.model_rebuild(force=True)


def _below(model: type[Part]) -> list[type[Part]]:
    """The classes that are kinds of it, in the order of declaration."""
    found = [cls for direct in model.__subclasses__() for cls in (direct, *_below(direct))]
    return list(dict.fromkeys(found))

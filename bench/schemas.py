"""The same shape for the peers: a JSON Schema and a yamale schema for each kind, made from the models."""

import json
import re
from pathlib import Path
from typing import Any

from vis_cli.model import ENTITIES, Entity

Schema = dict[str, Any]


def write_json_schema(model: type[Entity], place: Path) -> None:
    """The JSON Schema of a kind's file; for a list, of a map from ids to entities."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    if model.listed:
        schema = {"type": "object", "additionalProperties": schema}
    place.write_text(json.dumps({**schema, "$defs": definitions}), encoding="utf-8")


def write_yamale_schema(model: type[Entity], place: Path) -> None:
    """The yamale schema of a kind's file: YAML documents, the file's own first and then the maps inside it."""
    schema = model.model_json_schema()
    definitions = schema.pop("$defs", {})
    parts = [_yamale_map(name, definition) for name, definition in definitions.items()]
    if model.listed:
        parts = ["map(include('entity'), key=str())\n", "entity:\n" + _keys(schema, "  "), *parts]
    else:
        parts = [_keys(schema, ""), *parts]
    place.write_text("---\n".join(parts), encoding="utf-8")


def _yamale_map(name: str, schema: Schema) -> str:
    return f"{name}:\n{_keys(schema, '  ')}"


def _keys(schema: Schema, pad: str) -> str:
    required = schema.get("required", [])
    lines = (
        f"{pad}{json.dumps(key)}: {json.dumps(_validator(value, key in required))}\n"
        for key, value in schema["properties"].items()
    )
    return "".join(lines)


def _validator(schema: Schema, required: bool) -> str:
    options = [] if required else ["required=False"]
    if "anyOf" in schema:
        schema = next(choice for choice in schema["anyOf"] if choice.get("type") != "null")
    name, arguments = _call(schema)
    return f"{name}({', '.join([*arguments, *options])})"


def _call(schema: Schema) -> tuple[str, list[str]]:
    if "$ref" in schema:
        return "include", [repr(schema["$ref"].rsplit("/", 1)[1])]
    if "const" in schema or "enum" in schema:
        return "enum", [repr(value) for value in schema.get("enum", [schema.get("const")])]
    match schema["type"]:
        case "array":
            least = [f"min={schema['minItems']}"] if schema.get("minItems") else []
            return "list", [_validator(schema["items"], required=True), *least]
        case "string" if schema.get("format") == "date":
            return "day", []
        case "string":
            return _text(schema)
        case "integer":
            bounds = (("min", "minimum"), ("max", "maximum"))
            return "int", [f"{word}={schema[key]}" for word, key in bounds if key in schema]
        case "boolean":
            return "bool", []
    raise ValueError(schema)


def _text(schema: Schema) -> tuple[str, list[str]]:
    longest = [f"max={schema['maxLength']}"] if "maxLength" in schema else []
    if "pattern" not in schema:
        return "str", longest
    pattern = f"regex({schema['pattern']!r})"
    if re.fullmatch(schema["pattern"], "2031-02-28"):
        return "any", [pattern, "day()"]  # PyYAML makes a date of what is not quoted
    return "regex", [repr(schema["pattern"])]


def write_schemas(folder: Path) -> None:
    """Both schemas of every kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, model in ENTITIES.items():
        write_json_schema(model, folder / f"{kind}.json")
        write_yamale_schema(model, folder / f"{kind}.yamale.yaml")

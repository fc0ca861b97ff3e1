"""JSON Schema of every kind, for editors and for other programs."""

import json

from pydantic import TypeAdapter

from vis_cli.model import ENTITIES


def schemas() -> dict[str, bytes]:
    """`docs/schema/<kind>.json`: of one entity, or of the whole list where a kind is kept in one."""
    found = {}
    for kind, model in ENTITIES.items():
        shape = TypeAdapter(dict[str, model] if model.listed else model)  # type: ignore[valid-type]
        schema = shape.json_schema(by_alias=True)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind, **schema}
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True)
        found[f"docs/schema/{kind}.json"] = f"{text}\n".encode()
    return found

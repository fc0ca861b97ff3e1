"""JSON Schema of every kind in English, for other programs; `vis schema` makes those for editors."""

from vis_cli.documents.export import schema_of_export
from vis_cli.documents.schema import Words, schema_of, text_of
from vis_cli.model import ENTITIES

ENGLISH = Words("en", meaning=str, word=str, holds=str)


def schemas() -> dict[str, bytes]:
    """`docs/schema/<kind>.json`: of one entity, or of the whole list where a kind is kept in one; and of an export."""
    found = {kind: schema_of(kind, ENGLISH) for kind in ENTITIES} | {"export": schema_of_export(ENGLISH)}
    return {f"docs/schema/{name}.json": text_of(schema).encode() for name, schema in found.items()}

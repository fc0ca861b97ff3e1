"""JSON Schema of every kind in English, for other programs; `vis schema` makes those for editors."""

from vis_cli.documents.schema import Words, schema_of, text_of
from vis_cli.model import ENTITIES

ENGLISH = Words("en", meaning=str, word=str, holds=str)


def schemas() -> dict[str, bytes]:
    """`docs/schema/<kind>.json`: of one entity, or of the whole list where a kind is kept in one."""
    return {f"docs/schema/{kind}.json": text_of(schema_of(kind, ENGLISH)).encode() for kind in ENTITIES}

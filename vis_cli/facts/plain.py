"""An entity as plain data, as it stands in its file: for JSON, and for templates."""

from typing import Any

from vis_cli.registry import Record


def plain(record: Record[Any]) -> dict[str, Any]:
    """Dicts, lists, texts, numbers; dates as text; keys without a value left out."""
    data = record.entity.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"id": record.id, "kind": record.kind, "file": record.file.path, **data}

"""An entity as plain data, as it stands in its file: for JSON, and for templates."""

from typing import Any

from vis_cli.model import Part
from vis_cli.registry import Record


def plain(record: Record[Any]) -> dict[str, Any]:
    """Dicts, lists, texts, numbers; dates as text; keys without a value left out."""
    data = record.entity.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"id": record.id, "kind": record.kind, "file": record.file.path, **data}


def understood(part: Part) -> dict[str, Any]:
    """The same of an entity by itself, with what holds where its file says nothing; what is empty is left out."""
    data: dict[str, Any] = part.model_dump(mode="json", by_alias=True, exclude_none=True)
    _drop_empty(part, data)
    return data


def _drop_empty(part: Part, data: dict[str, Any]) -> None:
    """Take out the lists that are empty and need not be there."""
    for name, field in type(part).model_fields.items():
        key, value = field.alias or name, getattr(part, name)
        if value == () and not field.is_required():
            del data[key]
        elif isinstance(value, Part):
            _drop_empty(value, data[key])
        elif isinstance(value, tuple):
            for item, plain_item in zip(value, data[key], strict=True):
                if isinstance(item, Part):
                    _drop_empty(item, plain_item)

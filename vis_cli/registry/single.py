"""One entity from the bytes of its file, without the register around it: for an old text, or one setting."""

from typing import TypeVar

from pydantic import ValidationError

from vis_cli.diagnostics import Diagnostic
from vis_cli.model import Entity
from vis_cli.registry.shape import explain
from vis_cli.source.file import read

E = TypeVar("E", bound=Entity)


def single(model: type[E], path: str, data: bytes) -> tuple[E | None, tuple[Diagnostic, ...]]:
    """The entity that a file of its own says, or None and why it cannot be understood."""
    file, found = read(path, data)
    if file is None:
        return None, tuple(found)
    try:
        return model.__pydantic_validator__.validate_python(file.data), ()
    except ValidationError as error:
        return None, tuple(explain(file, model, (), file.data, error))

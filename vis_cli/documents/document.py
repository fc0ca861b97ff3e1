"""A document before it is set: which template, with what data, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """What a template makes a document of. `files` are the paths that it depends on; `state` is its own status."""

    template: str
    title: str
    subject: str
    organisation: str
    day: date
    state: str
    context: Mapping[str, Any]
    files: tuple[str, ...]

"""A document before it is set: which template, with what data, and what it says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from vis_cli.documents.citation import Citation


@dataclass(frozen=True, slots=True)
class Embedded:
    """A file that goes along inside a PDF: what the document was made from."""

    name: str
    data: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing (SVG) as a template and its data; `alt` says what it is to whoever cannot see it."""

    template: str
    context: Mapping[str, Any]
    alt: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a template makes a document of. `files` are the paths that it depends on; `state` is its own status.

    `day` is its own date, None where it has no other than that of the commit. `embedded` goes along inside a PDF;
    `citation` is printed as its last line, with the commit added. `poster` is a sheet of its own before a PDF's first.
    """

    template: str
    title: str
    subject: str
    organisation: str
    day: date | None
    state: str
    context: Mapping[str, Any]
    files: tuple[str, ...]
    embedded: Embedded | None = None
    citation: Citation | None = None
    poster: Picture | None = None

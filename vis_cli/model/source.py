"""Sources: the documents that the facts of the register are taken from."""

from vis_cli.model.base import Entity
from vis_cli.model.values import Text, When


class Source(Entity, kind="source", path="registry/sources.yaml"):
    """A document that facts are taken from (*källa*). A citation names it and the line: `"003:34"`."""

    title: Text
    """What it is called, or what it is."""
    author: Text | None = None
    """Who wrote or published it."""
    date: When | None = None
    """When it was written, as precisely as known."""
    dated_by: Text | None = None
    """How the date is known, where the document does not print it."""
    lines: Text | None = None
    """How its lines are counted."""

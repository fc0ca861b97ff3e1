"""The text of an agreement: sections, clauses and definitions, each with an id that never changes.

A text refers to another place by its id, `[](#kostnadsansvar)`; the number is computed when it is rendered.
"""

from vis_cli.model.base import Part
from vis_cli.model.values import Id, Markdown, Seq, Text


class Definition(Part):
    """A term, and what it means in the agreement. `[](#id)` uses it."""

    id: Id
    """Unique in the agreement."""
    term: Text
    """The term."""
    meaning: Markdown
    """What it means."""


class Clause(Part):
    """A numbered paragraph of a section."""

    id: Id
    """Unique in the agreement; it never changes, whatever becomes of the text."""
    heading: Text | None = None
    """Its heading, if it has one."""
    text: Markdown
    """What it says."""


class Section(Part):
    """A numbered section (*avsnitt*)."""

    id: Id
    """Unique in the agreement; the standard structure names the ids of its sections."""
    heading: Text
    """As printed, without the number."""
    text: Markdown | None = None
    """What is said before the clauses, or all of it."""
    definitions: Seq[Definition] = ()
    """Terms declared here."""
    clauses: Seq[Clause] = ()
    """Its clauses, in their order."""

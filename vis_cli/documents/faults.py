"""What can be wrong with a template or with a document's Markdown, and how that becomes a diagnostic."""

from collections.abc import Mapping, Sequence
from typing import Any

from vis_cli.diagnostics import Diagnostic, diagnostic
from vis_cli.errors import N_
from vis_cli.facts.markdown import MarkdownFault
from vis_cli.places import Span


class TemplateFault(Exception):
    """A template that cannot be read or filled in: its name, the line, and what is wrong there.

    `unreadable` tells a template that is wrong in itself from one that does not fit its document.
    """

    def __init__(
        self, name: str, line: int, message: str, values: Mapping[str, Any] | None = None, *, unreadable: bool = False
    ) -> None:
        self.name = name
        self.line = line
        self.message = message
        self.values = dict(values or {})
        self.unreadable = unreadable
        super().__init__(f"{name}:{line}: {message.format(**self.values)}")

    @property
    def as_data(self) -> dict[str, Any]:
        """What it is made of, to be made again in another process."""
        words = ("name", "line", "message", "values", "unreadable")
        return {word: getattr(self, word) for word in words}


class Exhausted(Exception):
    """A template takes more time than it may have."""


class DocumentFault(Exception):
    """Markdown that cannot become a document; `name` is a file of the house style where the fault is there."""

    def __init__(self, faults: Sequence[MarkdownFault], *, name: str = "") -> None:
        self.faults = tuple(faults)
        self.name = name
        super().__init__("; ".join(f"{name}:{one.line}: {one.message.format(**one.values)}" for one in faults))


def as_diagnostic(fault: TemplateFault, path: str) -> Diagnostic:
    """VIS401 for a template that is wrong in itself, VIS402 for one that does not fit; `path` is the template's."""
    code, help_ = (
        ("VIS401", N_("templates are Jinja, with plain data and a short list of filters"))
        if fault.unreadable
        else ("VIS402", N_("use only what the document gives; test what may be missing with `is defined`"))
    )
    return diagnostic(code, Span(path, max(fault.line, 1)), fault.message, help=help_, **fault.values)


def as_diagnostics(fault: DocumentFault, path: str) -> list[Diagnostic]:
    """VIS403 for each place where the document at `path` (or the house style beside it) cannot be set."""
    return [
        diagnostic("VIS403", Span(path, max(one.line, 1)), one.message, help=one.help, **one.values)
        for one in fault.faults
    ]

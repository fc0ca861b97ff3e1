"""A diagnostic: a fault with its code, its place and its remedy, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vis_cli.places import Route, Span

Severity = Literal["error", "warning", "gap"]


@dataclass(frozen=True, slots=True)
class Label:
    """A further place, with what it has to do with the fault (a message template)."""

    span: Span
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault, ready to print: `message` and `help` are templates, translated by the report."""

    code: str
    severity: Severity
    primary: Span
    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    help: str = ""
    related: tuple[Label, ...] = ()
    secret: bool = False
    """Whether the lines of the file must not be shown: they hold what nobody should read again."""
    route: Route = ()
    """The keys that lead to what a rule speaks of; empty where only the place says it."""

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """File, place, code: one order for every report."""
        return (self.primary, self.code, self.message, str(sorted(self.values.items(), key=lambda item: item[0])))


def diagnostic(code: str, primary: Span, message: str, *, help: str = "", **values: Any) -> Diagnostic:
    """An error of the source or the shape (0xx), without the ceremony."""
    return Diagnostic(code, "error", primary, message, values, help)

"""A rule: a check with a code, whose docstring is its page and its test."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from vis_cli.diagnostics import Severity
from vis_cli.registry import Place, Registry

_MODULE = re.compile(r"vis(\d{3})_(\w+)\Z")


@dataclass(frozen=True, init=False)
class Problem:
    """What a rule found: a place, a message template (marked with `N_`) and its values, a remedy."""

    place: Place
    message: str
    values: Mapping[str, Any]
    help: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    severity: Severity | None = None
    secret: bool = False

    def __init__(
        self,
        place: Place,
        message: str,
        *,
        help: str = "",
        related: tuple[tuple[Place, str], ...] = (),
        severity: Severity | None = None,
        secret: bool = False,
        **values: Any,
    ) -> None:
        for name, value in (
            ("place", place),
            ("message", message),
            ("values", values),
            ("help", help),
            ("related", related),
            ("severity", severity),
            ("secret", secret),
        ):
            object.__setattr__(self, name, value)


Check = Callable[[Registry], Iterable[Problem]]
ChangeCheck = Callable[[Registry, Registry], Iterable[Problem]]
"""Of a registry before and after a change; a place may be in either."""


@dataclass(frozen=True)
class Rule:
    """A check with its code (from its module's name), its severity, and its page."""

    code: str
    name: str
    severity: Severity
    check: Check | None
    page: str
    gap: str = ""
    """For gaps: one line for all of them, with `{count}` and, where the rule gives it, `{total}`."""
    change: ChangeCheck | None = None
    """For rules against the past, in place of `check`: run only where there is a past to compare with."""

    @property
    def headline(self) -> str:
        """The first line of the page."""
        return self.page.partition("\n")[0]

    @property
    def swedish(self) -> str:
        """The Swedish headline: the line in asterisks below the first."""
        found = re.search(r"^\*(.+)\*$", self.page, re.MULTILINE)
        return found[1] if found else ""


@dataclass(frozen=True)
class Rulebook:
    """All rules, by code."""

    rules: Mapping[str, Rule] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())


def rule(*, severity: Severity = "error", gap: str = "") -> Callable[[Check], Check]:
    """Make a function the rule of its module: `vis203_lead_not_a_member.py` gives the code VIS203."""

    def mark(check: Check) -> Check:
        code, name, page = _named(check)
        check.__vis_rule__ = Rule(code, name, severity, check, page, gap)  # type: ignore[attr-defined]
        return check

    return mark


def change_rule(*, severity: Severity = "error") -> Callable[[ChangeCheck], ChangeCheck]:
    """Make a function of the registry before and after the rule of its module: a rule against the past."""

    def mark(check: ChangeCheck) -> ChangeCheck:
        code, name, page = _named(check)
        check.__vis_rule__ = Rule(code, name, severity, None, page, change=check)  # type: ignore[attr-defined]
        return check

    return mark


def _named(check: Callable[..., object]) -> tuple[str, str, str]:
    """(code, name, page) from a rule's module and its docstring."""
    found = _MODULE.search(check.__module__.rpartition(".")[2])
    if not found:
        raise TypeError(f"{check.__module__} is not named vis123_like_this")
    return f"VIS{found[1]}", found[2].replace("_", "-"), inspect.cleandoc(check.__doc__ or "")


def rulebook(package: ModuleType) -> Rulebook:
    """The rules of a package, one a module, in the order of their codes."""
    found = {}
    for module in sorted(item.name for item in pkgutil.iter_modules(package.__path__)):
        if not _MODULE.match(module):
            continue
        loaded = importlib.import_module(f"{package.__name__}.{module}")
        for value in vars(loaded).values():
            if isinstance(made := getattr(value, "__vis_rule__", None), Rule) and value.__module__ == loaded.__name__:
                if made.code in found:
                    raise TypeError(f"two rules have the code {made.code}")
                found[made.code] = made
    return Rulebook(found)

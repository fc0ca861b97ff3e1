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


@dataclass(frozen=True)
class Rule:
    """A check with its code (from its module's name), its severity, and its page."""

    code: str
    name: str
    severity: Severity
    check: Check
    page: str
    gap: str = ""
    """For gaps: one line for all of them, with `{count}` and, where the rule gives it, `{total}`."""

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
        found = _MODULE.search(check.__module__.rpartition(".")[2])
        if not found:
            raise TypeError(f"{check.__module__} is not named vis123_like_this")
        page = inspect.cleandoc(check.__doc__ or "")
        made = Rule(f"VIS{found[1]}", found[2].replace("_", "-"), severity, check, page, gap)
        check.__vis_rule__ = made  # type: ignore[attr-defined]
        return check

    return mark


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

"""What `vis doctor` finds: how one thing stands, in words, and what to do about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from vis_cli.errors import N_, Failure, reason_of

State = Literal["ok", "note", "mend", "unknown"]
"""In order; in order but worth knowing; to be mended; not to be known from here."""
Cure = Literal["interrupted", "locks", "left-over"]
"""What `vis doctor --mend` can do by itself, without losing anything."""


@dataclass(frozen=True, slots=True)
class Finding:
    """How the thing `name` stands; `message` and `help` are templates, as in `Failure`."""

    name: str
    state: State
    message: str
    help: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    cure: Cure | None = None


def ok(name: str, message: str, **values: object) -> Finding:
    """It is in order."""
    return Finding(name, "ok", message, values=values)


def note(name: str, message: str, help: str = "", **values: object) -> Finding:
    """Nothing is wrong, but one should know."""
    return Finding(name, "note", message, help, values)


def mend(name: str, message: str, help: str, cure: Cure | None = None, **values: object) -> Finding:
    """It is to be mended."""
    return Finding(name, "mend", message, help, values, cure)


def unknown(name: str, message: str, help: str = "", **values: object) -> Finding:
    """It cannot be known from here."""
    return Finding(name, "unknown", message, help, values)


def of_failure(name: str, failure: Failure) -> Finding:
    """What vis cannot do is to be mended, in the words that it is refused with."""
    return Finding(name, "mend", failure.message, failure.hint, failure.values)


def looked(name: str, examine: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """What an examination finds. One that cannot be made is itself a finding, and stops no other."""
    try:
        yield from examine()
    except Failure as failure:
        yield of_failure(name, failure)
    except ImportError as error:
        yield unknown(name, N_("this could not be looked at: {reason}"), reason=str(error))
    except OSError as error:
        yield unknown(name, N_("this could not be looked at: {reason}"), reason=reason_of(error))

"""Failures: vis cannot do its work. Raised with a hint, caught once in `main`."""

from typing import Any


def N_(message: str) -> str:  # noqa: N802 - gettext's customary name
    """Mark `message` for the catalogue; it is translated where it is shown, never here."""
    return message


class Failure(Exception):
    """vis cannot do its work; the message says what is, the hint what to do.

    `message` and `hint` are templates (marked with `N_`) and `values` what goes in;
    `exit_code` is 2 for wrong use, 3 where Git's state forbids it, 4 busy, 5 disk.
    """

    def __init__(self, message: str, *, hint: str = "", exit_code: int = 2, **values: Any) -> None:
        super().__init__(message.format(**values))
        self.message = message
        self.hint = hint
        self.values = values
        self.exit_code = exit_code


def reason_of(error: OSError) -> str:
    """Why the system would not, in its own words."""
    return error.strerror or str(error)


class Word(str):
    """A value of a message that is itself translated: the name of a kind, of a side."""

    __slots__ = ()


class Words(tuple[str, ...]):
    """A value of a message that is a list of words, each of them translated."""

    __slots__ = ()

"""Questions in a terminal: each in one line of its own once it is answered, in the reader's language."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.output import create_output
from prompt_toolkit.shortcuts import print_formatted_text

from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import visible
from vis_cli.errors import N_

_ONE = N_("(arrows choose, Enter goes on)")
_MANY = N_("(arrows move, space marks, a marks all, Enter goes on)")


@contextmanager
def on_standard_error() -> Iterator[None]:
    """Ask there: standard output is for what comes of it."""
    import sys

    with create_app_session(output=create_output(stdout=sys.stderr)):
        yield


def text(question: str, default: str = "", *, check: Callable[[str], str] = lambda answer: "", hint: str = "") -> str:
    """A line; `check` says what is wrong with it, if anything. Raises KeyboardInterrupt."""
    asked = questionary.text(
        _(question),
        default=default,
        validate=lambda given: check(given.strip()) or True,
        instruction=f"({_(hint)}) " if hint else None,
        erase_when_done=True,
    )
    return _said(question, str(asked.unsafe_ask()).strip())


def one(question: str, choices: Mapping[str, str], default: str = "") -> str:
    """One of the choices, shown by their names. Raises KeyboardInterrupt."""
    asked = questionary.select(
        _(question),
        choices=[questionary.Choice(visible(name), value) for value, name in choices.items()],
        default=default if default in choices else None,
        instruction=_(_ONE),
        erase_when_done=True,
    )
    answer = str(asked.unsafe_ask())
    _said(question, choices[answer])
    return answer


def many(
    question: str,
    choices: Mapping[str, str],
    marked: Sequence[str] = (),
    *,
    check: Callable[[Sequence[str]], str] = lambda answers: "",
) -> tuple[str, ...]:
    """Some of the choices, shown by their names, in their order. Raises KeyboardInterrupt."""
    asked = questionary.checkbox(
        _(question),
        choices=[questionary.Choice(visible(name), value, checked=value in marked) for value, name in choices.items()],
        validate=lambda given: check(given) or True,
        instruction=_(_MANY),
        erase_when_done=True,
    )
    given = set(asked.unsafe_ask())
    answers = tuple(value for value in choices if value in given)
    names = [choices[value] for value in answers]
    short = f"{', '.join(names[:3])} … ({len(names)})" if len(names) > 4 else ", ".join(names)
    _said(question, short)
    return answers


def _said(question: str, answer: str) -> str:
    shown = visible(answer) if answer else "–"
    parts = [("class:qmark", "✓ "), ("bold", _(question)), ("", f"  {shown}")]
    print_formatted_text(FormattedText(parts))
    return answer

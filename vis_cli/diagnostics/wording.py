"""From a message template and its values to words, in the reader's language and safe to print."""

import unicodedata
from collections.abc import Callable, Mapping
from typing import Any

from vis_cli.diagnostics.hidden import hide
from vis_cli.errors import Word, Words

Translate = Callable[[str], str]
"""A message in English to the same in the reader's language."""

_SAFE_FORMAT = {"\u00a0", "\u202f", "\u2009"}


def fill(template: str, values: Mapping[str, Any], translate: Translate) -> str:
    """The message in words. A value of `Word` or `Words` is translated too; what cannot be shown is written out."""
    if not template:
        return ""
    return translate(template).format(**{name: visible(_said(value, translate)) for name, value in values.items()})


def _said(value: Any, translate: Translate) -> str:
    if isinstance(value, Words):
        return ", ".join(translate(word) for word in value)
    return translate(value) if isinstance(value, Word) else str(value)


def visible(text: str) -> str:
    """The text with every character that a terminal would act on, or that cannot be seen, written out.

    Personal identity numbers and secrets in it are masked: a report is read by more people than the file.
    """
    text = hide(text)
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in _SAFE_FORMAT else _written_out(c) for c in text)


def _written_out(character: str) -> str:
    if unicodedata.category(character) == "Cs":
        return f"\\x{ord(character) & 0xFF:02x}"  # a byte of a file name that is not UTF-8
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"

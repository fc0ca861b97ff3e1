"""What a report of diagnostics does not print: e-mail addresses and telephone numbers.

A report ends in the log of a CI job, which more people read than the register, and longer. The place that it names is
enough to find the value. All addresses are masked alike: a program cannot know which are a function's.
"""

import re
from collections.abc import Mapping
from typing import Any

from vis_cli.diagnostics.wording import Translate, fill

_ADDRESS = re.compile(r"[^\s@<>()\"'`,;:\[\]{}│]+(?=@[^\s@]*\w)")
_PHONE = re.compile(
    r"""(?<![\w:.,+-])
    (?: (?:\+|00)[1-9]\d{0,2}[\x20-]?(?:\(0\))?[\x20-]?[1-9]\d{0,3} | 0[1-9]\d{0,2} )   # of a country, or of an area
    [\x20-]? (?:\d[\x20-]?){4,7}\d (?![\w.,-]\d|\w)""",
    re.VERBOSE,
)
_OF_ONE = re.compile(
    r"(?<![^\W_])((?:mailbox|phone|e-?mail|e-?post|tel|telefon|mobil|telephone|mobile)[\"']? ?: +)([^\s#][^#]*)",
    re.IGNORECASE,
)
_SAYS_IT_ALL = frozenset(("`{value}` is not a telephone number", "`{value}` is not an e-mail address"))
"""What was meant as one is not known by its form."""


def told(template: str, values: Mapping[str, Any], translate: Translate) -> str:
    """A message of a diagnostic in words, as `fill`, without contact data."""
    if template in _SAYS_IT_ALL:
        values = {name: _starred(str(value)) for name, value in values.items()}
    return without_contact_data(fill(template, values, translate))


def without_contact_data(text: str) -> str:
    """The text with every address (but for its domain) and telephone number masked, of the same length."""
    if "@" in text:
        text = _ADDRESS.sub(lambda match: "*" * len(match[0]), text)
    if ":" in text:
        text = _OF_ONE.sub(lambda match: match[1] + (match[2] if "@" in match[2] else _starred(match[2])), text)
    return _PHONE.sub(lambda match: _starred(match[0]), text)


def _starred(text: str) -> str:
    return re.sub(r"\w", "*", text)

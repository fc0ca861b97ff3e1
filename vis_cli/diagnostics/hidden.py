"""What no message may print again: Swedish personal identity numbers and the secrets of machines, found in a text."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Literal

Secret = Literal["private key", "access token"]

# Looked for first, for speed, in a text with every digit a 0 and every sign a hyphen: few have as many in a row.
# A dash is three bytes, a no-break space two.
_SHAPES = (b"0000000000", b"000000-0000", b"000000---0000", b"00000000 0000", b"00000000\xc2\xa00000")
_SHAPE = bytes.maketrans(b"123456789+\xe2\x80\x93", b"000000000----")
# The third digit pair of an organisation number is 20 or more, so that it is never a month.
_NUMBER = re.compile(
    r"(?<![0-9a-fA-F])(?<!\d[-/.,])((?:1[89]|20)?\d{2})(0\d|1[0-2])(\d{2})([-+–]?|[ \u00a0])(\d{4})"
    r"(?![0-9A-Za-z]|[-–]\w|[.,]\d)"
)
_RECENT = 2010
"""From this year on, eight digits, a space and four are rather a day and a time than somebody."""


# Only what can hardly be anything else: each issuer gives its tokens a beginning of their own.
_SECRET = re.compile(
    r"""
      (?P<key> -----BEGIN\ (?:[A-Z0-9]+\ ){0,3}PRIVATE\ KEY(?:\ BLOCK)?----- )
    | (?<![A-Za-z0-9_-])(?:
        gh[opsur]_[A-Za-z0-9]{36,255} | github_pat_[A-Za-z0-9_]{40,255}                    # GitHub
      | gl(?:pat|dt|rt)-[A-Za-z0-9_-]{20,255}                                              # GitLab
      | (?:AKIA|ASIA)[A-Z2-7]{16} | AIza[A-Za-z0-9_-]{35}                                  # Amazon, Google
      | xox[abeprs]-[0-9][A-Za-z0-9-]{20,255}                                              # Slack
      | npm_[A-Za-z0-9]{36} | pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{40,500}                    # npm, PyPI
      | eyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1000}       # a signed JSON Web Token
    )(?![A-Za-z0-9_-])
    """,
    re.VERBOSE,
)
_PERHAPS = re.compile(r"\d{6}|gh[opsur]_|github_pat_|gl\w{2,4}-|AKIA|ASIA|AIza|xox|npm_|pypi-|eyJ")
_UNDERSCORED = ("gho_", "ghp_", "ghr_", "ghs_", "ghu_", "github_pat_", "npm_")


def secrets(text: str) -> Iterator[tuple[int, int, Secret]]:
    """(start, end, what) of every private key's first line and every access token."""
    # One word at a time, for speed: few texts have any of them, or an underscore at all.
    if (
        ("_" in text and any(beginning in text for beginning in _UNDERSCORED))
        or ("PRIVATE KEY" in text or "eyJ" in text or "AKIA" in text or "ASIA" in text or "AIza" in text)
        or ("xox" in text or "glpat-" in text or "gldt-" in text or "glrt-" in text or "pypi-" in text)
    ):
        for match in _SECRET.finditer(text):
            yield *match.span(), "private key" if match["key"] else "access token"


def hide(text: str) -> str:
    """The text with every such number and token masked, of the same length."""
    if len(text) < 10 or not _PERHAPS.search(text):
        return text
    text = "/".join(map(_without_numbers, text.split("/")))  # a path has a name after a date's folder
    for start, end, what in secrets(text):
        if what == "access token":
            text = text[: start + 4] + "*" * (end - start - 4) + text[end:]
    return text


def _without_numbers(text: str) -> str:
    for start, end in personal_numbers(text):
        text = text[:start] + masked(text[start:end]) + text[end:]
    return text


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of everything that is one: a day of the calendar (60 added in a coordination number), a right digit.

    The century may be there or not, and the sign before the last four. A space there counts only after a century: ten
    digits with a space may be a telephone number.
    """
    shape = text.encode("utf-8", "replace").translate(_SHAPE)
    if not any(digits in shape for digits in _SHAPES):
        return
    for match in _NUMBER.finditer(text):
        year, month, day, sign, last = match.groups()
        if sign in (" ", "\u00a0") and not _spaced(year, last):
            continue
        if _luhn(year[-2:] + month + day + last) and _is_day(year, int(month), int(day) % 60):
            yield match.span()


def _spaced(year: str, last: str) -> bool:
    """Whether digits with a space before the last four can hardly be anything else."""
    is_time = int(last[:2]) < 24 and int(last[2:]) < 60
    return len(year) == 4 and not (int(year) >= _RECENT and is_time)


def masked(number: str) -> str:
    """The number with only its year left, so that it can be shown."""
    kept = 4 if sum(c.isdigit() for c in number) == 12 else 2
    return number[:kept] + "".join("*" if c.isdigit() else c for c in number[kept:])


def _is_day(year: str, month: int, day: int) -> bool:
    for full in (int(year),) if len(year) == 4 else (1900 + int(year), 2000 + int(year)):
        try:
            dt.date(full, month, day)
        except ValueError:
            continue
        return True
    return False


def _luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(digits):
        value = int(digit) * (2 - index % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0

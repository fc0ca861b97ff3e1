"""Swedish personal identity numbers (*personnummer*, *samordningsnummer*) in a text."""

import datetime as dt
import re
from collections.abc import Iterator

# Looked for first, for speed, in a text with every digit a 0 and every sign a hyphen: few have as many in a row.
_SHAPES = (b"0000000000", b"000000-0000", b"000000---0000")  # a dash is three bytes
_SHAPE = bytes.maketrans(b"123456789+\xe2\x80\x93", b"000000000----")
# The third digit pair of an organisation number is 20 or more, so that it is never a month.
_NUMBER = re.compile(
    r"(?<![0-9a-fA-F])(?<!\d[-/.,])((?:1[89]|20)?\d{2})(0\d|1[0-2])(\d{2})[-+–]?(\d{4})(?![0-9A-Za-z]|[-–]\w|[.,]\d)"
)


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of everything that is one: a day of the calendar (60 added in a coordination number), a right digit.

    The century may be there or not, and the sign before the last four.
    """
    shape = text.encode().translate(_SHAPE)
    if not any(digits in shape for digits in _SHAPES):
        return
    for match in _NUMBER.finditer(text):
        year, month, day, last = match.groups()
        if _luhn(year[-2:] + month + day + last) and _is_day(year, int(month), int(day) % 60):
            yield match.span()


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

"""Swedish words for documents: dates, times, numbers, enumerations and the order of the alphabet."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal

from vis_cli.facts.swedish_dates import MONTHS as MONTHS
from vis_cli.facts.swedish_dates import NO_BREAK as NO_BREAK
from vis_cli.facts.swedish_dates import short_date as short_date

WEEKDAYS = ("måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen")
NUMERALS = ("noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")

# The three last letters become the signs that follow z in the character set.
_LETTERS = {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y", "ß": "ss", "ð": "d", "þ": "th"}
_DIGITS = re.compile(r"(\d+)", re.ASCII)


def long_date(day: date) -> str:
    """`torsdagen den 19 februari 2026`."""
    return f"{WEEKDAYS[day.weekday()]} den {short_date(day)}"


def clock(moment: time) -> str:
    """`14.00`."""
    return f"{moment.hour:02}.{moment.minute:02}"


def clock_range(start: time, end: time | None = None) -> str:
    """`14.00–16.00`; only the start where no end is known."""
    return clock(start) if end is None else f"{clock(start)}–{clock(end)}"


def number(value: int | float | Decimal) -> str:
    """`18 000 000`, `2,5` and `−3`: no-break spaces between thousands, a decimal comma, a real minus."""
    text = f"{value:,}" if isinstance(value, int) else f"{Decimal(str(value)).normalize():,f}"
    return text.replace(",", NO_BREAK).replace(".", ",").replace("-", "−")


def kronor(amount: int | float | Decimal) -> str:
    """`18 000 000 kronor`."""
    return f"{number(amount)}{NO_BREAK}{'krona' if amount == 1 else 'kronor'}"


def numeral(value: int, *, neuter: bool = False) -> str:
    """`tre`, from noll to tolv; larger numbers in figures. One is `ett` before a neuter word."""
    if value == 1 and neuter:
        return "ett"
    return NUMERALS[value] if 0 <= value < len(NUMERALS) else number(value)


def listing(words: Sequence[str], *, last: str = "och") -> str:
    """`a, b och c`."""
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def sentence(text: str) -> str:
    """`text` with a capital first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def sort_key(text: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A key in the order of the Swedish alphabet: å ä ö last, v before w, é as e, 2 before 10, case aside."""
    parts = _DIGITS.split(_plain(text))
    ordered = tuple((0, int(part), "") if i % 2 else (1, 0, part) for i, part in enumerate(parts) if part)
    return ordered, text


def _plain(text: str) -> str:
    """The letters that count when words are ordered: lower case, without accents, å ä ö after z."""
    lowered = unicodedata.normalize("NFC", text).lower()
    return "".join(_LETTERS.get(letter) or _base(letter) for letter in lowered)


def _base(letter: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", letter) if not unicodedata.combining(c))

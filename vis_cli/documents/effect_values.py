"""The values of effects in Swedish words: names, dates, amounts, lists that end in how many more there are."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.documents import amounts, swedish
from vis_cli.documents.group_words import KNOWLEDGE
from vis_cli.errors import Word
from vis_cli.facts.effect import Titles
from vis_cli.facts.kronor import Sum
from vis_cli.facts.swedish_dates import in_words, on_day, short_date
from vis_cli.facts.titles import brief
from vis_cli.model import Part
from vis_cli.model.values import When
from vis_cli.registry import Record


@dataclass(frozen=True, slots=True)
class Voice:
    """How effects are told: what an id is called, of some kinds if they are given, and the Swedish of a word.

    `hide` takes out of what is told the names that the change is to have forgotten.
    """

    name: Callable[..., str]
    translate: Callable[[str], str]
    hide: Callable[[str], str] = str


MOST = 6
"""So many are named; of more, one less and how many there are beside."""
LONGEST = 200
"""A longer text is not quoted whole."""
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{(\w+)\}")


def listed(names: Sequence[str], most: int = MOST) -> str:
    """`a, b och c`; of many the first and `och 20 till`."""
    if len(names) <= most:
        return swedish.listing(names)
    return f"{', '.join(names[: most - 1])} och {len(names) - most + 1} till"


def head_of(lines: Sequence[str], most: int) -> list[str]:
    """The first of some lines, and how many more there are."""
    if len(lines) <= most:
        return [*lines]
    return [*lines[: most - 1], f"och {len(lines) - most + 1} till"]


def short(text: str, longest: int = LONGEST) -> str:
    """A text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return f"{line[:longest].rpartition(' ')[0] or line[:longest]} …"


def words(value: Any, voice: Voice) -> str:
    """A value in words."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case Word():
            return voice.translate(value) if value else ""
        case When():
            return in_words(value)
        case dt.date():
            return short_date(value)
        case Sum():
            return amounts.in_words(value)
        case int():
            return swedish.number(value)
        case Record():
            return called(value, voice)
        case Titles():
            return "; ".join(head_of([short(item, 80) for item in value], 12))
        case tuple():
            return listed([words(item, voice) for item in value])
    return short(str(value))


def say(template: str, values: Mapping[str, Any], voice: Voice) -> str:
    """A template with its values; what stands in brackets is left out where a value in it is not known.

    `on_day` and the like is how a sentence says a day: `den 1 mars 2031`.
    """

    def value(name: str) -> str:
        if name.startswith("on_") and isinstance(values.get(name[3:]), When | dt.date):
            return on_day(values[name[3:]])
        return words(values.get(name.removeprefix("on_")), voice)

    def fill(text: str) -> str:
        return _SLOT.sub(lambda slot: value(slot[1]), text)

    kept = _OPTIONAL.sub(lambda part: part[1] if all(map(value, _SLOT.findall(part[1]))) else "", template)
    return fill(kept)


def called(record: Record[Any], voice: Voice) -> str:
    """What a record is called in a sentence: an agreement for short, a meeting by its body and day."""
    own, name = record.entity, voice.name
    match record.kind:
        case "agreement":
            return brief(record)
        case "meeting":
            return f"{name(own.group, 'group')} {short_date(own.date)}"
        case "annual-plan":
            return f"{name(own.group, 'group')} {own.year}"
        case "version":
            return f"{name(own.agreement, 'agreement')} {own.version}"
        case "adoption":
            return f"{name(own.party, 'organisation')}, {name(own.agreement, 'agreement')} {own.version}"
        case "contact":
            return str(name(record.id, "area"))
        case "collaboration":
            return str(own.name)
    return record.name


def item_name(part: Part, voice: Voice) -> str:
    """What an item of a list is called, by the first that it says of itself."""
    if clinic := getattr(part, "clinic", None):
        return short(clinic, 80)
    if (body := getattr(part, "body", None)) in KNOWLEDGE:
        return short(f"{KNOWLEDGE[body]} {getattr(part, 'name', None) or ''}".strip(), 80)
    for key in ("person", "party", "organisation", "group", "area", "agreement", "body", "to", "meeting"):
        if isinstance(value := getattr(part, key, None), str):
            function = getattr(part, "function", None)
            return f"{voice.name(value)}, {function}" if function and key == "organisation" else voice.name(value)
    for key in ("heading", "title", "name", "term", "task", "purpose", "criterion", "matter", "function"):
        if isinstance(value := getattr(part, key, None), str):
            return short(value, 80)
    for key in ("text", "question", "placement", "id"):
        if isinstance(value := getattr(part, key, None), str):
            return short(value, 80)
    return ""

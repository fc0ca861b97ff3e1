"""The types of single values: ids and references, texts, dates, times, amounts. Strict: nothing is converted."""

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, Strict, StringConstraints
from pydantic_core import PydanticCustomError, core_schema

T = TypeVar("T")
FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2999, 12, 31)
"""Between these a day lies that somebody meant; another is a slip, and has no days around it to reckon with."""

Seq = Annotated[tuple[T, ...], Strict(False)]
"""A list: strict mode would refuse YAML's lists where a tuple is wanted."""

# Digits are 0-9: `\d` would take those of every script.
DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
CLOCK_PATTERN = r"^(?:[01][0-9]|2[0-3]):[0-5][0-9]$"
ID_PATTERN = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Id = Annotated[str, StringConstraints(strict=True, pattern=ID_PATTERN, max_length=60)]
"""Lower case, digits and hyphens; å and ä become a, ö becomes o. It never changes."""


VERSION_PATTERN = r"^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)$"
VersionName = Annotated[str, StringConstraints(strict=True, pattern=VERSION_PATTERN, max_length=20)]
"""The number of a version, quoted: `"1.0"`. The first part counts new agreements on the text, the second revisions."""

DIGEST_PATTERN = r"^[0-9a-f]{64}$"
Digest = Annotated[str, StringConstraints(strict=True, pattern=DIGEST_PATTERN)]
"""SHA-256 in hexadecimal."""


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks an id as naming another entity, and says of which kinds."""

    kinds: tuple[str, ...]

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "x-vis-ref": list(self.kinds)}


PersonRef = Annotated[Id, RefTo(("person",))]
OrganisationRef = Annotated[Id, RefTo(("organisation",))]
GroupRef = Annotated[Id, RefTo(("group",))]
AreaRef = Annotated[Id, RefTo(("area",))]
AgreementRef = Annotated[Id, RefTo(("agreement",))]
MeetingRef = Annotated[Id, RefTo(("meeting",))]
GoalAreaRef = Annotated[Id, RefTo(("goal-area",))]
DirectionRef = Annotated[Id, RefTo(("direction",))]
PlanRef = Annotated[Id, RefTo(("plan",))]
ActivityRef = Annotated[Id, RefTo(("activity",))]
QuestionRef = Annotated[Id, RefTo(("question",))]
ForumRef = Annotated[Id, RefTo(("forum",))]
FigureRef = Annotated[Id, RefTo(("figure",))]
MatterRef = Annotated[Id, RefTo(("agreement", "question", "activity", "project", "plan", "fund", "group", "forum"))]
"""What an item can be about: an agreement, a development question, an activity, a project, a plan, a fund, a group,
a local forum."""
OriginRef = Annotated[Id, RefTo(("agreement", "question", "activity", "annual-plan", "fund"))]
"""What an item on an agenda can follow from."""
ActorRef = Annotated[Id, RefTo(("person", "group", "organisation"))]
"""Whoever can do something: a person, a group or an organisation."""


@dataclass(frozen=True, slots=True)
class Cites:
    """Marks a citation: the id of a source and, after a colon, where in it."""


_LINES = "[0-9]+(?:-[0-9]+)?"
Citation = Annotated[
    str,
    StringConstraints(
        strict=True, pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*(?::[0-9]+(?:-[0-9]+)?(?:,[0-9]+(?:-[0-9]+)?)*)?$"
    ),
    Cites(),
]
"""Where a fact is stated: `"003:34"` is line 34 of the source `003`; `"003:34-37,41"` several."""

Text = Annotated[str, StringConstraints(strict=True, pattern=r"^\S(?:.*\S)?$", max_length=1000)]
"""One line of plain text; signs that mean something in Markdown stand for themselves."""

PHONE_PATTERN = r"^\+?[0-9][0-9 -]{3,20}[0-9]$"
Phone = Annotated[str, StringConstraints(strict=True, pattern=PHONE_PATTERN, max_length=24)]
"""A telephone number, quoted: `"08-123 45 67"`."""

MAILBOX_PATTERN = r'^[^\s@<>()\[\],;:\\"=|]+@[^\s@<>()\[\],;:\\"=|]+\.[^\s@<>()\[\],;:\\"=|.]+$'
Mailbox = Annotated[str, StringConstraints(strict=True, pattern=MAILBOX_PATTERN, max_length=254)]
"""An e-mail address: `ksa@exempelby.example`."""

FILE_NAME_PATTERN = r"^[^\s./\\\x00-\x1f](?:[^/\\\x00-\x1f]*[^\s/\\\x00-\x1f])?$"
FileName = Annotated[str, StringConstraints(strict=True, pattern=FILE_NAME_PATTERN, max_length=255)]
"""The name of a file, without folders and not hidden: it cannot lead out of the folder it stands for."""


@dataclass(frozen=True, slots=True)
class IsMarkdown:
    """Marks a text that is read as Markdown: no HTML, no images, links to http, https and mailto only."""


Markdown = Annotated[str, StringConstraints(strict=True, pattern=r"\S", max_length=60_000), IsMarkdown()]
"""Text of any length in Markdown."""


@dataclass(frozen=True, slots=True)
class ExactDay:
    """Marks an exact date: YYYY-MM-DD, matched whole: strict mode refuses text, lax mode makes dates of numbers."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        text = core_schema.str_schema(pattern=DAY_PATTERN, strict=True)
        return core_schema.chain_schema([text, core_schema.date_schema(strict=False, ge=FIRST_DAY, le=LAST_DAY)])

    def __get_pydantic_json_schema__(
        self, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "format": "date"}


Day = Annotated[dt.date, ExactDay()]
"""An exact date, YYYY-MM-DD."""

Clock = Annotated[str, StringConstraints(strict=True, pattern=CLOCK_PATTERN)]
"""A time of day, quoted: `"14:00"`."""

_PART = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[?~%]?"
_SHAPE = r"[0-9]{4}(-(2[1-4]|(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?))?[?~%]?"
"""The same for editors, which know no calendar."""
_EDTF = re.compile(rf"(?:{_PART}|\[(?:{_PART})?\.\.(?:{_PART})?\])\Z")
# Seasons are wide on purpose: "hösten 2022" in a text may be August as well as December.
_SEASONS = {21: (1, 6), 22: (6, 8), 23: (7, 12), 24: (10, 15)}
DAY_ONE, DAY_LAST = dt.date(1, 1, 1), dt.date(9999, 12, 31)


@dataclass(frozen=True, slots=True)
class When:
    """A date as precise as it is known (EDTF), with the first and the last day that it can mean.

    `2022`, `2021-03`, `2022-23` (autumn 2022; 21 spring, 22 summer, 24 winter), `2022-07-01`, each with `~` for
    about or `?` for uncertain; `[2023..2024-23]` one day in that time, `[..2024]` some day until then.
    """

    text: str
    earliest: dt.date
    latest: dt.date

    @property
    def exact(self) -> bool:
        """Whether it is one day, and stated without doubt."""
        return self.earliest == self.latest and self.text[-1].isdigit()

    def __str__(self) -> str:
        return self.text

    @classmethod
    def parse(cls, text: str) -> "When":
        """Read EDTF. Raises ValueError where it is none, or no day of the calendar that somebody can have meant."""
        match = _EDTF.match(text)
        if not match or text == "[..]":
            raise ValueError(text)
        groups = match.groups()
        if text[0] != "[":
            return cls(text, *_bounds(*groups[:3]))
        earliest = _bounds(*groups[3:6])[0] if groups[3] else DAY_ONE
        latest = _bounds(*groups[6:9])[1] if groups[6] else DAY_LAST
        if latest < earliest:
            raise ValueError(text)
        return cls(text, earliest, latest)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        return core_schema.no_info_after_validator_function(
            _to_when,
            core_schema.str_schema(strict=True),
            json_schema_input_schema=core_schema.str_schema(),
            serialization=core_schema.to_string_ser_schema(),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: core_schema.CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": rf"^({_SHAPE}|\[({_SHAPE})?\.\.({_SHAPE})?\])$"}


@lru_cache(4096)  # the same dates come again and again
def _to_when(text: str) -> When:
    try:
        return When.parse(text)
    except ValueError:
        raise PydanticCustomError("edtf", "not a date") from None


def _bounds(year: str, month: str | None, day: str | None) -> tuple[dt.date, dt.date]:
    y = int(year)
    if not FIRST_DAY.year <= y <= LAST_DAY.year:
        raise ValueError(year)
    if month is None:
        return dt.date(y, 1, 1), dt.date(y, 12, 31)
    m = int(month)
    if day is not None:
        exact = dt.date(y, m, int(day))
        return exact, exact
    if m in _SEASONS:
        first, last = _SEASONS[m]
        return dt.date(y, first, 1), _month_end(y + (last > 12), (last - 1) % 12 + 1)
    return dt.date(y, m, 1), _month_end(y, m)


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


Side = Literal["region", "municipality", "joint", "external"]
"""Whose it is: the region's, a municipality's, both sides' together (*gemensam*), or neither's."""

Level = Literal["national", "regional", "subregional", "local"]
"""National, the whole county (*länsövergripande*), a part of the county (*delregional*), or local. (000:363)"""

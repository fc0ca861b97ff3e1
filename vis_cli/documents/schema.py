"""JSON Schema of every kind, in the reader's words: for editors, and for other programs.

It says what `vis check` says of the shape of a file, but that it takes no empty keys: what is not known is left out.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, get_type_hints

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from vis_cli.errors import N_
from vis_cli.model import ENTITIES, Entity
from vis_cli.model.docs import doc_of, kind_doc
from vis_cli.model.fields import type_words
from vis_cli.model.values import (
    CLOCK_PATTERN,
    DAY_PATTERN,
    DIGEST_PATTERN,
    ID_PATTERN,
    MAILBOX_PATTERN,
    PHONE_PATTERN,
    VERSION_PATTERN,
)

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The one that yaml-language-server and pydantic both have."""

_TOLD = ("id of ", "date", "citation", "Markdown", "list of id of ", "list of citation", "list of date")
"""The types that are worth a word beside what the key means."""

_EXAMPLES = {"date": "2031-05-31", "date or part of one": "2031-05", "citation": "003:34"}
_PATTERNS = {
    ID_PATTERN: N_("lower case, digits and hyphens; å and ä become a, ö becomes o"),
    DAY_PATTERN: N_("a date is written 2031-05-31"),
    CLOCK_PATTERN: N_('a time is written in quotes: "14:00"'),
    VERSION_PATTERN: N_('a version is written in quotes: "1.0"'),
    MAILBOX_PATTERN: N_("an e-mail address is written as name@example.se"),
    PHONE_PATTERN: N_('a telephone number is written in quotes: "08-123 45 67"'),
    DIGEST_PATTERN: N_("64 hexadecimal digits"),
    r"\S": N_("there is no text here"),
}
_WHEN = N_("a date is written 2031, 2031-05, 2031-05-31 or 2031-23 (autumn), with ~ for about")
_CITATION = N_('a citation is written in quotes: "003:34" or "003:34-37,41"')
_LINE = N_("one line of text, without blanks at its ends")
_MARKED = re.compile(r"\*([^*]+)\*|`([^`]+)`")


@dataclass(frozen=True, slots=True)
class Words:
    """How a schema speaks: the meaning of a key, a message or word of the models, and the words of a type."""

    language: str
    meaning: Callable[[str], str]
    word: Callable[[str], str]
    holds: Callable[[str], str]


def schema_of(kind: str, words: Words) -> dict[str, Any]:
    """The schema of a file of that kind: one entity, or all of them by their ids where a kind is kept in one list."""
    model = ENTITIES[kind]
    shape: TypeAdapter[Any] = TypeAdapter(dict[str, model] if model.listed else model)  # type: ignore[valid-type]
    found = shape.json_schema(by_alias=True, schema_generator=partial(_Worded, words))  # type: ignore[arg-type]
    if model.listed:
        found["propertyNames"] = _pattern({"pattern": ID_PATTERN, "maxLength": 60}, words)
    head = {"$schema": DIALECT, "title": words.word(kind), **_described(kind_doc(model), words)}
    return {**found, **head, "x-vis-kind": kind, "x-vis-path": model.path, "x-vis-language": words.language}


def definitions(words: Words) -> tuple[dict[str, Any], dict[str, Any]]:
    """(by kind the schema of one entity, what they refer to), for a schema that has all kinds in it."""
    models: list[tuple[type[Entity], Literal["validation"]]] = [(model, "validation") for model in ENTITIES.values()]
    found, whole = models_json_schema(models, schema_generator=partial(_Worded, words))  # type: ignore[arg-type]
    return {model.kind: found[model, mode] for model, mode in models}, whole["$defs"]


def text_of(schema: Mapping[str, Any]) -> str:
    """A schema as it stands in its file: the same bytes every time."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


class _Worded(GenerateJsonSchema):
    """pydantic's generator, with our titles and descriptions in place of those that it makes."""

    def __init__(self, words: Words, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._say = words

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        model = schema["cls"]
        for extra in ("title", "description"):
            found.pop(extra, None)
        if issubclass(model, Entity):
            found |= {"title": self._say.word(model.kind), **_described(kind_doc(model), self._say)}
        hints = get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items():
            key = field.alias or name
            holds = type_words(hints[name])
            found["properties"][key] = self._key(found["properties"][key], key, holds, doc_of(model, name))
        return found

    def _key(self, found: JsonSchemaValue, key: str, holds: str, doc: str) -> JsonSchemaValue:
        """What is said of a key: as pydantic has it, without null, and with our words."""
        shown = dict(found)
        if shown.get("default") in (None, []):
            shown.pop("default", None)
        if "anyOf" in shown:
            options = [option for option in shown.pop("anyOf") if option != {"type": "null"}]
            shown |= options[0] if len(options) == 1 else {"anyOf": options}
        told = _described(doc, self._say, self._say.holds(holds) if holds.startswith(_TOLD) else "")
        shown |= {"title": self._say.word(key.replace("_", " ")), **told}
        value = shown["items"] = dict(shown["items"]) if shown.get("type") == "array" else shown
        if value is shown:
            shown.pop("items")
        return _valued(value, shown, holds.removeprefix("list of "), self._say)


def _valued(value: dict[str, Any], whole: dict[str, Any], holds: str, words: Words) -> dict[str, Any]:
    """What is said of a single value of the key: its choices explained, its pattern in words, an example."""
    if "enum" in value:
        told = [words.word(str(choice)) for choice in value["enum"]]
        if told != value["enum"]:
            value["enumDescriptions"] = told
    if holds in _EXAMPLES:
        value["examples"] = [_EXAMPLES[holds]]
    if holds == "date":
        value["pattern"] = DAY_PATTERN
    message = {"date or part of one": _WHEN, "citation": _CITATION}.get(holds)
    _pattern(value, words, message)
    return whole


def _pattern(value: dict[str, Any], words: Words, message: str | None = None) -> dict[str, Any]:
    """With the pattern's meaning for whoever does not read patterns."""
    if "pattern" in value:
        value["patternErrorMessage"] = words.word(message or _PATTERNS.get(value["pattern"], _LINE))
    return value


def _described(doc: str, words: Words, holds: str = "") -> dict[str, str]:
    """The meaning as plain text; and, where it is more than that, for editors that read Markdown."""
    parts = [part for part in (words.meaning(doc), holds) if part]
    plain = " · ".join(_MARKED.sub(lambda hit: hit[1] or hit[2], part) for part in parts)
    return {"description": plain} | ({"markdownDescription": "\n\n".join(parts)} if [plain] != parts else {})

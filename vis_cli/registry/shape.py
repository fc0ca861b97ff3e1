"""From pydantic's errors to diagnostics: what is wrong with the shape, where, and what would be right."""

import difflib
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError

from vis_cli.diagnostics import Diagnostic, diagnostic
from vis_cli.errors import N_, Word
from vis_cli.model.base import Part
from vis_cli.model.fields import model_at
from vis_cli.model.values import (
    CLOCK_PATTERN,
    DAY_PATTERN,
    FILE_NAME_PATTERN,
    ID_PATTERN,
    MAILBOX_PATTERN,
    PHONE_PATTERN,
)
from vis_cli.places import Route, Span
from vis_cli.source.file import YamlFile

_GUESSES = 100
"""For how many unknown keys of an entity it is asked what was meant; a file of thousands is no slip of the pen."""
_WANTED = {
    "string_type": N_("text"),
    "int_type": N_("a whole number"),
    "bool_type": N_("true or false"),
    "tuple_type": N_("a list"),
    "model_type": N_("a map"),
    "dict_type": N_("a map"),
}
_ID_HELP = N_("use only a-z, 0-9 and hyphens, with å and ä as a, ö as o")
_PATTERNS = {
    DAY_PATTERN: ("VIS045", N_("`{value}` is not a date of the form YYYY-MM-DD"), ""),
    r"^\S(?:.*\S)?$": (
        "VIS048",
        N_("one line of text is wanted here, without space before or after it"),
        N_("put it on one line; `>-` folds a long one"),
    ),
    r"\S": ("VIS048", N_("the text is empty"), N_("leave the key out where there is nothing to say")),
    FILE_NAME_PATTERN: (
        "VIS048",
        N_("`{value}` is not the name of a file"),
        N_("write only a name that does not begin with a dot; the file is in the folder beside the meeting's file"),
    ),
    CLOCK_PATTERN: (
        "VIS049",
        N_("`{value}` is not a time of the form HH:MM"),
        N_('write it in quotes: "14:00"'),
    ),
    ID_PATTERN: ("VIS044", N_("`{value}` is not an id"), _ID_HELP),
    PHONE_PATTERN: (
        "VIS048",
        N_("`{value}` is not a telephone number"),
        N_('write it in quotes, digits with spaces and hyphens: "08-123 45 67"'),
    ),
    MAILBOX_PATTERN: (
        "VIS048",
        N_("`{value}` is not an e-mail address"),
        N_("write it as name@example.se, without spaces or anything round it"),
    ),
}
_CITATION = ("VIS044", N_("`{value}` is not a citation"), N_('write the source and the line: "003:34"'))


def explain(file: YamlFile, model: type[Part], base: Route, data: Any, error: ValidationError) -> Iterator[Diagnostic]:
    """One diagnostic for each thing that is wrong with the shape of an entity."""
    errors = error.errors(include_url=False)
    unknown = [tuple(item["loc"]) for item in errors if item["type"] == "extra_forbidden"]
    meant = {route: near for route in unknown[:_GUESSES] for near in _near(str(route[-1]), _keys(model, route))}
    misspelt = {(*route[:-1], near) for route, near in meant.items()}
    for item in errors:
        route = tuple(item["loc"])
        if item["type"] == "missing" and route in misspelt:
            continue  # it is there, under the wrong name: one fault, not two
        if item["type"] == "too_short" and _value(data, route):
            continue  # what it holds is wrong, and not counted
        if item["type"] == "extra_forbidden":
            yield _unknown(file, base, route, meant.get(route), _keys(model, route))
        else:
            yield _explain(file, base, route, _value(data, route), item)


def wrong_key(file: YamlFile, id: str) -> Diagnostic | None:
    """The fault of a key in a list of entities that is no id."""
    if re.fullmatch(ID_PATTERN, id) and len(id) <= 60:
        return None
    span = file.span((id,), at_key=True)
    return diagnostic("VIS044", span, N_("`{value}` is not an id"), help=_ID_HELP, value=id[:60])


def _unknown(file: YamlFile, base: Route, route: Route, near: str | None, known: tuple[str, ...]) -> Diagnostic:
    return diagnostic(
        "VIS041",
        file.span((*base, *route), at_key=True),
        N_("the key `{key}` is not known here"),
        help=N_("did you mean `{near}`?") if near else N_("known are: {known}"),
        key=str(route[-1])[:60],
        near=near or "",
        known=", ".join(known),
    )


def _explain(file: YamlFile, base: Route, route: Route, value: Any, item: Any) -> Diagnostic:
    kind, span = item["type"], file.span((*base, *route))
    key = str(route[-1]) if route else ""
    if kind == "missing":
        return diagnostic("VIS040", file.span((*base, *route[:-1])), N_("`{key}` is missing"), key=key)
    if kind in _WANTED:
        return _wrong_type(span, kind, value, file.text[span.start : span.end])
    if kind == "literal_error" and value is None:
        return _nothing(span, N_("one of the possible values"))
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", item["ctx"]["expected"])
        near = _near(str(value), tuple(known))
        return diagnostic(
            "VIS043",
            span,
            N_("`{value}` is not one of the values that `{key}` can have"),
            help=N_("did you mean `{near}`? Possible are: {known}") if near else N_("possible are: {known}"),
            value=_short(value),
            key=next((str(step) for step in reversed(route) if isinstance(step, str)), ""),
            near=near[0] if near else "",
            known=", ".join(known),
        )
    if kind == "string_pattern_mismatch":
        code, message, remedy = _PATTERNS.get(item["ctx"]["pattern"], _CITATION)
        return diagnostic(code, span, message, help=remedy, value=_short(value))
    if kind == "edtf":
        return diagnostic(
            "VIS047",
            span,
            N_("`{value}` is not a date"),
            help=N_("write a day, a month or a year (2031-03-01, 2031-03, 2031), or 2031-23 for the autumn"),
            value=_short(value),
        )
    if kind.startswith("date"):
        return diagnostic("VIS046", span, N_("`{value}` is no day of the calendar"), value=_short(value))
    return _out_of_bounds(span, kind, value, item.get("ctx", {}))


def _wrong_type(span: Span, kind: str, value: Any, written: str) -> Diagnostic:
    wanted = Word(_WANTED[kind])
    if value is None:
        return _nothing(span, wanted)
    quote = kind == "string_type" and isinstance(value, (int, float, bool))
    return diagnostic(
        "VIS042",
        span,
        N_("{wanted} is wanted here, not {found}"),
        help=N_('quote it: "{value}"') if quote else "",
        wanted=wanted,
        found=Word(_found(value)),
        value=_short(written),
    )


def _nothing(span: Span, wanted: str) -> Diagnostic:
    help = N_("leave the key out where there is nothing to say")
    message = N_("{wanted} is wanted here, and there is nothing")
    return diagnostic("VIS042", span, message, help=help, wanted=Word(wanted))


def _out_of_bounds(span: Span, kind: str, value: Any, context: Any) -> Diagnostic:
    if kind == "string_too_long":
        message = N_("longer than {limit} characters")
        return diagnostic("VIS050", span, message, limit=context["max_length"])
    if kind == "too_short":
        return diagnostic("VIS048", span, N_("at least {least} is wanted here"), least=context["min_length"])
    if "le" in context:
        return diagnostic(
            "VIS048", span, N_("`{value}` is more than {limit}"), value=_short(value), limit=context["le"]
        )
    if "ge" in context:
        return diagnostic(
            "VIS048", span, N_("`{value}` is less than {limit}"), value=_short(value), limit=context["ge"]
        )
    return diagnostic("VIS048", span, N_("`{value}` is out of bounds"), value=_short(value))


def _found(value: Any) -> str:
    if isinstance(value, bool):
        return N_("true or false")
    if isinstance(value, (int, float)):
        return N_("a number")
    if isinstance(value, list):
        return N_("a list")
    return N_("a map") if isinstance(value, dict) else N_("text")


def _short(value: Any) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 60 else f"{text[:59]}…"


def _value(data: Any, route: Route) -> Any:
    for step in route:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _near(given: str, known: tuple[str, ...]) -> list[str]:
    """What was probably meant, if anything is near."""
    return difflib.get_close_matches(given[:60], known, 1)


def _keys(model: type[Part], route: Route) -> tuple[str, ...]:
    """The keys that the map has in which the key at `route` stands."""
    return _keys_at(model, tuple(step for step in route[:-1] if isinstance(step, str)))


@cache
def _keys_at(model: type[Part], route: Route) -> tuple[str, ...]:
    inner = model_at(model, route) or model
    return tuple(field.alias or name for name, field in inner.model_fields.items())

"""A step: the texts that it changes, the message of its commit, and what the user should know about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.model.base import Entity, Part
from vis_cli.model.fields import key_order, keys_of, model_at
from vis_cli.model.values import When
from vis_cli.places import Route
from vis_cli.registry import Record
from vis_cli.source.edit import add_key, append_item, set_value

E = TypeVar("E", bound=Entity)

LONGEST = 1000
_UNKNOWN = frozenset({"unknown", "not known", "okänt", "okänd", "okänt datum", "ej känt", "inte känt"})
FORBIDDEN = 1
"""The exit code of a step that the rules forbid."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is to be written. The message is in Swedish: the secretariat reads it in the history."""

    changes: Mapping[str, str]
    message: str
    notices: tuple[Notice, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Files that come along as they are, where none is yet."""
    forgets: bool = False
    """Whether it takes out what nobody is to have any more: then no copy of the files as they were is kept."""


class Forbidden(Failure):
    """The rules do not allow the step: exit 1, and nothing is written. `about` is the key that is to blame."""

    def __init__(self, message: str, *, hint: str = "", about: str = "outcome", **values: Any) -> None:
        super().__init__(message, hint=hint, exit_code=FORBIDDEN, **values)
        self.about = about


def plain(part: Part) -> dict[str, Any]:
    """A part as it is written: only what it says, its keys in the canonical order."""
    names = {field.alias or name: name for name, field in type(part).model_fields.items()}
    values = {key: getattr(part, names[key]) for key in keys_of(type(part))}
    usual = {key: type(part).model_fields[names[key]].default for key in values}
    return {key: _written(value) for key, value in values.items() if value not in (None, (), usual[key])}


def _written(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_written(item) for item in value]
    if isinstance(value, Part):
        return plain(value)
    return value if isinstance(value, int | str) else str(value)


def with_item(record: Record[E], route: Route, key: str, item: Part) -> str:
    """The text of a file with one more item of the list under a key, made where it is not there yet."""
    return with_item_in(record.file.text, type(record.entity), route, key, item)


def with_item_in(text: str, model: type[Entity], route: Route, key: str, item: Part) -> str:
    """A text of a file of a kind with one more item of the list under a key, made where it is not there yet."""
    try:
        return add_key(text, route, key, [plain(item)], order=order(model, route))
    except KeyError:
        return append_item(text, (*route, key), plain(item))


def with_key(record: Record[E], key: str, value: Part) -> str:
    """The text of a file with a key that it has not yet."""
    return add_key(record.file.text, (), key, plain(value), order=order(type(record.entity), ()))


def put_in(text: str, model: type[Entity], route: Route, value: Any) -> str:
    """A text of a file of a kind with a value at a route, whether its key is there already or not."""
    try:
        return set_value(text, route, value)
    except KeyError:
        *above, key = route
        return add_key(text, tuple(above), str(key), value, order=order(model, tuple(above)))


def order(model: type[Entity], route: Route) -> list[str]:
    """The keys of a map in a file of a kind, in the canonical order."""
    inner = model_at(model, route[1:] if model.listed else route)
    keys = [field.alias or name for name, field in inner.model_fields.items()] if inner else []
    return list(key_order(model)(route, keys))


def detail(*parts: object) -> str:
    """`(KS § 14, 2031-02-03)`, of what is known; nothing where nothing is."""
    found = [str(part) for part in parts if part]
    return f" ({', '.join(found)})" if found else ""


def when(text: str) -> When:
    """A date as precise as it is known. Raises Failure."""
    try:
        return When.parse(text.strip())
    except ValueError:
        raise Failure(
            N_("there is no date `{value}`"),
            hint=N_("write it as 2031-02-03, or as much as is known: 2031-02, 2031"),
            value=text,
        ) from None


def when_known(text: str) -> When | None:
    """A date as precise as it is known, or None where nothing is known of it: `unknown`, `okänt`. Raises Failure."""
    return None if " ".join(text.split()).casefold() in _UNKNOWN else when(text)


def line(text: str) -> str:
    """The words that were given, on one line. Raises Failure where there are none, or far too many."""
    words = " ".join(text.split())
    if not 0 < len(words) <= LONGEST:
        raise Failure(N_("write one line here, of {limit} characters at most"), limit=LONGEST)
    return words

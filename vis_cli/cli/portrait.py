"""A portrait in lines: labels, names instead of ids, texts wrapped to the terminal."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import visible
from vis_cli.errors import N_
from vis_cli.facts.overview import name_of
from vis_cli.facts.portrait import Portrait
from vis_cli.model.base import Part
from vis_cli.model.values import RefTo
from vis_cli.registry import Registry

_LABEL = 22
_LEFT_OUT = {"id", "sources", "assumed"}


def lines(registry: Registry, subject: Portrait) -> Iterator[str]:
    """The whole portrait."""
    record = subject.record
    title = getattr(record.entity, "name", None) or getattr(record.entity, "title", None) or record.id
    yield visible(str(title))
    yield f"{_(record.kind)} · {record.id} · {record.file.path}"
    yield ""
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    yield from _part(registry, record.entity, "", width, skip=("name", "title"))
    for label, values in subject.computed:
        for value in values:
            yield from _row(_(label), value, "", width)
    if assumed := record.entity.assumed:
        yield from _row(_(N_("assumed")), assumed, "", width)
    if record.entity.sources:
        yield from _row(_(N_("sources")), ", ".join(record.entity.sources), "", width)
    yield from _referrers(subject)


def _referrers(subject: Portrait) -> Iterator[str]:
    if not subject.referrers:
        return
    yield ""
    yield _(N_("Referred to by"))
    seen: dict[tuple[str, str], list[str]] = {}
    for item in subject.referrers:
        keys = [str(step) for step in item.route if isinstance(step, str)]
        seen.setdefault((item.source.kind, item.source.id), []).append(_(_words(keys[-1] if keys[-1:] else "")))
    for (kind, id), keys in sorted(seen.items()):
        yield f"  {_(kind)} {id} ({', '.join(dict.fromkeys(keys))})"


def _part(registry: Registry, part: Part, indent: str, width: int, skip: tuple[str, ...] = ()) -> Iterator[str]:
    hints = get_type_hints(type(part), include_extras=True)
    for name, field in _in_order(part):
        value = getattr(part, name)
        if name in _LEFT_OUT or name in skip or _says_nothing(value, field):
            continue
        label = _(_words(field.alias or name))
        if isinstance(value, Part):
            inner = list(_part(registry, value, f"{indent}  ", width))
            yield from [f"{indent}{label}", *inner] if inner else _row(label, _(N_("yes")), indent, width)
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            yield f"{indent}{label}"
            for item in value:
                yield from _item(registry, item, f"{indent}  ", width)
        else:
            shown = value if isinstance(value, tuple) else (value,)
            text = ", ".join(_value(registry, item, hints[name]) for item in shown)
            yield from _row(label, text, indent, width)


def _item(registry: Registry, part: Part, indent: str, width: int) -> Iterator[str]:
    """An item of a list: on one line where that is enough."""
    hints = get_type_hints(type(part), include_extras=True)
    brief: list[str] = []
    for name, field in _in_order(part):
        value = getattr(part, name)
        if name in _LEFT_OUT or _says_nothing(value, field):
            continue
        if isinstance(value, Part) or (isinstance(value, tuple) and isinstance(value[0], Part)):
            yield f"{indent}-"
            yield from _part(registry, part, f"{indent}  ", width)
            return
        shown = value if isinstance(value, tuple) else (value,)
        text = ", ".join(_value(registry, item, hints[name]) for item in shown)
        if isinstance(value, bool):
            text = _(_words(name)) if value else f"{_(_words(name))}: {text}"
        elif name == "kronor":
            text = f"{value:,} {_('kronor')}".replace(",", " ")
        elif name in ("since", "until"):
            text = f"{_(field.alias or name)} {text}"
        brief.append(text)
    if assumed := getattr(part, "assumed", None):
        brief.append(f"{_(N_('assumed'))}: {assumed}")
    text = " · ".join(brief) or getattr(part, "id", "-")
    yield from textwrap.wrap(text, width, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  ")


def _row(label: str, text: str, indent: str, width: int) -> Iterator[str]:
    head = f"{indent}{label:<{_LABEL - len(indent)}} "
    paragraphs = [line for line in visible_lines(text) if line.strip()] or [""]
    for number, paragraph in enumerate(paragraphs):
        yield from textwrap.wrap(
            paragraph,
            max(width, 40),
            initial_indent=head if not number else " " * (_LABEL + 1),
            subsequent_indent=" " * (_LABEL + 1),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [head.rstrip()]


def visible_lines(text: str) -> list[str]:
    """The lines of a text, each safe to print."""
    return [visible(line) for line in text.split("\n")]


def _in_order(part: Part) -> list[tuple[str, Any]]:
    """The fields in the order of their declaration, remarks last."""
    return sorted(type(part).model_fields.items(), key=lambda field: field[0] == "remarks")


def _says_nothing(value: Any, field: Any) -> bool:
    return value is None or value == () or (value is False and field.default is False)


def _words(key: str) -> str:
    return key.replace("_", " ")


def _value(registry: Registry, value: Any, hint: Any) -> str:
    if isinstance(value, bool):
        return _(N_("yes")) if value else _(N_("no"))
    if kinds := _kinds(hint):
        name = name_of(registry, value, *kinds)
        return f"{name} ({value})" if name != value else value
    return _(value) if isinstance(value, str) and value in _choices(hint) else str(value)


def _kinds(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Annotated:
        for mark in get_args(hint)[1:]:
            if isinstance(mark, RefTo):
                return mark.kinds
    return next((found for arg in get_args(hint) if (found := _kinds(arg))), ())


def _choices(hint: Any) -> tuple[str, ...]:
    if get_origin(hint) is Literal:
        return get_args(hint)
    return tuple(choice for arg in get_args(hint) for choice in _choices(arg))

"""A portrait in lines: labels, names instead of ids, texts wrapped to the terminal."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import visible
from vis_cli.errors import N_, Word
from vis_cli.facts.names import name_of
from vis_cli.facts.portrait import Portrait
from vis_cli.model.base import Part
from vis_cli.model.values import RefTo, When
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
    yield from _part(registry, record.entity, "", width, skip=("name", "title", "remarks"))
    for label, values in subject.computed:
        words = [_(value) if isinstance(value, Word) else value for value in values]
        if len(words) > 1 and sum(map(len, words)) > width - _LABEL:
            yield _(label)
            for word in words:
                yield from textwrap.wrap(visible(word), width, initial_indent="  - ", subsequent_indent="    ")
        else:
            yield from _row(_(label), ", ".join(words), "", width)
    if assumed := record.entity.assumed:
        yield from _row(_(N_("assumed")), assumed, "", width)
    if record.entity.sources:
        yield from _row(_(N_("sources")), ", ".join(record.entity.sources), "", width)
    if record.entity.remarks:
        yield ""
        yield _(N_("Remarks"))
        for remark in record.entity.remarks:
            yield from _item(registry, remark, "  ", width)
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
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if name in skip or _says_nothing(name, field, value):
            continue
        label = _(_words(field.alias or name))
        if isinstance(value, Part):
            inner = list(_part(registry, value, f"{indent}  ", width))
            yield from [f"{indent}{label}", *inner] if inner else _row(label, _(N_("yes")), indent, width)
            if assumed := getattr(value, "assumed", None):
                yield from _row(_(N_("assumed")), assumed, f"{indent}  ", width)
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            yield f"{indent}{label}"
            for item in value:
                yield from _item(registry, item, f"{indent}  ", width)
        else:
            yield from _row(label, _values(registry, value, hints[name]), indent, width)


def _says_nothing(name: str, field: Any, value: Any) -> bool:
    """Whether a value is only what the key has when it is left out, or is shown elsewhere."""
    return name in _LEFT_OUT or value is None or value == () or (value is False and field.default is False)


def _item(registry: Registry, part: Part, indent: str, width: int) -> Iterator[str]:
    """An item of a list: on one line where that is enough, else its heading and the rest below."""
    hints = get_type_hints(type(part), include_extras=True)
    brief: list[str] = []
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        if _says_nothing(name, field, value):
            continue
        if isinstance(value, Part) or (isinstance(value, tuple) and isinstance(value[0], Part)) or "\n" in str(value):
            skip, head = _heading(registry, part, hints)
            yield from _wrapped(head, indent, width)
            yield from _part(registry, part, f"{indent}  ", width, skip=skip)
            if assumed := getattr(part, "assumed", None):
                yield from _row(_(N_("assumed")), assumed, f"{indent}  ", width)
            return
        label = _(_words(field.alias or name))
        text = _values(registry, value, hints[name])
        if isinstance(value, bool):
            text = label if value else _(N_("not {label}")).format(label=label)
        elif name in ("since", "until"):
            text = f"{label} {text}"
        elif name == "kronor":
            text = f"{value:,} {label}".replace(",", " ")
        brief.append(text)
    if assumed := getattr(part, "assumed", None):
        brief.append(f"{_(N_('assumed'))}: {assumed}")
    yield from _wrapped(" · ".join(brief) or getattr(part, "id", _(N_("no particulars"))), indent, width)


_HEADS = ("number", "heading")


def _heading(registry: Registry, part: Part, hints: dict[str, Any]) -> tuple[tuple[str, ...], str]:
    """(the keys that it is made of, what an item of a list is headed by): its type or first text if it has no own."""
    head = [str(getattr(part, key)) for key in _HEADS if getattr(part, key, None) is not None]
    if head:
        return _HEADS, ". ".join(head)
    for name in ("type", *type(part).model_fields):
        value = getattr(part, name, None)
        inner = value[0] if isinstance(value, tuple) and value else value
        if name not in _LEFT_OUT and value not in (None, ()) and not isinstance(inner, Part | bool):
            return (name,), _values(registry, value, hints[name])
    return (), getattr(part, "id", _(N_("no particulars")))


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(
        visible(" ".join(text.split())), width, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  "
    )


def _row(label: str, text: str, indent: str, width: int) -> Iterator[str]:
    head = f"{indent}{label:<{_LABEL - len(indent)}} "
    if len(head) > _LABEL + 1:  # a long label has a line of its own
        yield head.rstrip()
        head = " " * (_LABEL + 1)
    for number, paragraph in enumerate(paragraphs(text) or [""]):
        yield from textwrap.wrap(
            paragraph,
            max(width, 40),
            initial_indent=head if not number else " " * (_LABEL + 1),
            subsequent_indent=" " * (_LABEL + 1),
            break_long_words=False,
            break_on_hyphens=False,
        ) or [head.rstrip()]


def paragraphs(text: str) -> list[str]:
    """A Markdown text as lines to wrap: paragraphs in one piece, list items each for itself."""
    found: list[str] = []
    for block in text.split("\n\n"):
        for line in block.split("\n"):
            begins = not found or found[-1] == "" or line.lstrip().startswith(("- ", "* "))
            if begins:
                found.append(visible(line.strip()))
            else:
                found[-1] += f" {visible(line.strip())}"
        found.append("")
    return [line for line in found if line]


def _words(key: str) -> str:
    return key.replace("_", " ")


def _values(registry: Registry, value: Any, hint: Any) -> str:
    return ", ".join(_value(registry, item, hint) for item in (value if isinstance(value, tuple) else (value,)))


def _value(registry: Registry, value: Any, hint: Any) -> str:
    if isinstance(value, bool):
        return _(N_("yes")) if value else _(N_("no"))
    if kinds := _kinds(hint):
        name = name_of(registry, value, *kinds)
        return f"{name} ({value})" if name != value else value
    if isinstance(value, When):
        return in_words(value)
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

"""The filters a template may use: Jinja's harmless ones, Markdown's, and Swedish words."""

import html
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from typing import Any, TypeVar

from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as JINJA
from jinja2.runtime import Undefined
from markupsafe import Markup

from vis_cli.documents import swedish
from vis_cli.documents.escaping import MarkdownText, escape
from vis_cli.documents.markdown import shift_headings
from vis_cli.facts.markdown import faults, link_refused

LARGEST = 8 * 1024 * 1024
"""How many characters a template may make, in all and of any one value."""

_NUMBERS = ("abs", "int", "max", "min", "round", "sum")
_TEXTS = ("d", "default", "lower", "string", "trim", "upper")
_LISTS = ("count", "first", "groupby", "last", "length", "list", "map", "unique")
_CHOICES = ("reject", "rejectattr", "select", "selectattr")

_FOR_MARKDOWN = ("below", "indent", "join", "link", "listing", "quote")

_UNFIT = re.compile(r"[\s<>\\|`\"]")
"""What an address of a link cannot hold as it is."""

_ENTITY = re.compile(r"&(?=#?\w+;)")

_Text = TypeVar("_Text", bound=str)


def output(value: Any) -> Markup:
    """What `{{ value }}` prints: Markdown as it is, anything else as escaped text; nothing for None."""
    if isinstance(value, Markup):
        return _limited(value)
    return _limited(Markup(escape(_printed(value))))


def page_output(value: Any) -> Markup:
    """What `{{ value }}` prints in a web page: text, with the signs of HTML escaped; what a macro made, as it is."""
    if isinstance(value, MarkdownText):
        raise SecurityError("Markdown has no place in a web page")
    if isinstance(value, Markup):
        return _limited(value)
    return _limited(Markup(html.escape(_printed(value))))


def _printed(value: Any) -> str:
    if isinstance(value, Undefined):
        str(value)  # says that it is missing
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if not isinstance(value, (str, int, float)):
        raise SecurityError("only text and numbers can be printed; print the parts of a list or a mapping")
    return str(value)


def concatenate(parts: Iterable[Any]) -> str:
    """What `a ~ b` means: Markdown as soon as one part is Markdown, with the others escaped; else plain text."""
    values = ["" if part is None else part for part in parts]
    if any(isinstance(value, Markup) for value in values):
        return _limited(Markup("".join(output(value) for value in values)))
    return _limited("".join(str(value) for value in values))


def page_concatenate(parts: Iterable[Any]) -> str:
    """What `a ~ b` means in a web page: plain text of plain text."""
    values = list(parts)
    if any(isinstance(value, Markup) for value in values):
        raise SecurityError("in a web page only plain text is joined with `~`")
    return concatenate(values)


def join(values: Iterable[Any], separator: str = "", attribute: str | None = None) -> str:
    """`values` (or the `attribute` of each) with `separator` between them."""
    parts: list[Any] = []
    for value in values:
        parts += [separator, value if attribute is None else _get(value, attribute)]
    return concatenate(parts[1:])


def listing(values: Iterable[Any], last: str = "och") -> str:
    """`a, b och c`."""
    words = list(values)
    signs = [", "] * (len(words) - 2) + [f" {last} "] if len(words) > 1 else []
    return concatenate(part for pair in zip(words, [*signs, ""], strict=True) for part in pair) if words else ""


def indent(text: str, width: int = 2) -> str:
    """`text` as part of a list item: every line but the first `width` spaces in."""
    pad = " " * min(max(width, 0), 40)
    first, *rest = str(output(text)).split("\n")
    return _limited(MarkdownText("\n".join([first, *(pad + line if line.strip() else "" for line in rest)])))


def quote(text: str) -> str:
    """`text` as a block quote."""
    lines = str(output(text)).strip("\n").split("\n")
    return _limited(MarkdownText("\n".join(f"> {line}".rstrip() for line in lines)))


def below(text: str, level: int) -> str:
    """A Markdown field with its headings moved down, to stand below a heading of `level`."""
    if not isinstance(text, Markup) or "#" not in text:
        return text
    if deep := [fault for fault in faults(str(text), shift=level) if "most" in fault.values]:
        raise SecurityError(deep[0].message.format(**deep[0].values))
    return MarkdownText(shift_headings(str(text), level))


def link(text: str, url: str | None) -> str:
    """`text` as a link to `url`; only the text where there is no address, or one that no link may lead to."""
    label = output(text)
    if not url or link_refused(url):
        return label
    address = _ENTITY.sub(r"\\&", _UNFIT.sub(_percent, url))
    return MarkdownText(f"[{label}](<{address}>)")


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found[0].encode())


def replace(text: str, old: str, new: str) -> str:
    """Plain `text` with `new` for every `old`."""
    if isinstance(text, Markup):
        raise SecurityError("replace is for plain text, not for Markdown")
    grown = len(text) + max(len(new) - len(old), 0) * text.count(old)
    if grown > LARGEST:
        raise SecurityError("too large")
    return text.replace(old, new)


def sort(values: Iterable[Any], attribute: str | None = None, reverse: bool = False) -> list[Any]:
    """`values` (or by the `attribute` of each) in the order of the Swedish alphabet, or of their size."""

    def key(value: Any) -> Any:
        found = value if attribute is None else _get(value, attribute)
        return swedish.sort_key(found) if isinstance(found, str) else found

    return sorted(values, key=key, reverse=reverse)


def _get(value: Any, attribute: str) -> Any:
    """The value at the dotted path `attribute` of plain data."""
    for name in attribute.split("."):
        if not isinstance(value, Mapping) or name not in value:
            raise SecurityError(f"no `{attribute}` to go by")
        value = value[name]
    return value


def _limited(text: _Text) -> _Text:
    if len(text) > LARGEST:
        raise SecurityError("too large")
    return text


FILTERS: Mapping[str, Callable[..., Any]] = {
    **{name: JINJA[name] for name in (*_NUMBERS, *_TEXTS, *_LISTS, *_CHOICES)},
    "below": below,
    "clock": lambda text: swedish.clock(time.fromisoformat(text)),
    "indent": indent,
    "join": join,
    "kronor": swedish.kronor,
    "link": link,
    "listing": listing,
    "long_date": lambda text: swedish.long_date(date.fromisoformat(text)),
    "number": swedish.number,
    "numeral": swedish.numeral,
    "quote": quote,
    "replace": replace,
    "sentence": swedish.sentence,
    "short_date": lambda text: swedish.short_date(date.fromisoformat(text)),
    "sort": sort,
}

PAGE_FILTERS = {name: made for name, made in FILTERS.items() if name not in _FOR_MARKDOWN}
"""Those that a web page can use."""

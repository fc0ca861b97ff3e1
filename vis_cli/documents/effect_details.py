"""What an entity says otherwise, key by key, in Swedish: for whatever has no words of its own."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from vis_cli.documents.effect_values import Voice, item_name, listed, short, words
from vis_cli.documents.swedish import numeral
from vis_cli.errors import Word
from vis_cli.facts.differences import EVIDENCE, Difference
from vis_cli.model import Part
from vis_cli.model.values import IsMarkdown, RefTo, When

_LABELS = {
    ("follow_up", "next"): "nästa uppföljning",
    ("follow_up", "responsible"): "ansvarig för uppföljningen",
    ("items", "about"): "vad punkten rör",
    ("decision_points", "about"): "vad punkten rör",
    ("members", "since"): "första dag",
    ("substitutes", "since"): "första dag",
    ("next",): "nästa möte",
    ("knowledge_governance", "none"): "varför det inte finns någon koppling",
}
_PLAIN = {"since": "första dag", "until": "sista dag", "place": "plats", "mailbox": "funktionsbrevlåda"}
_UNSAID = frozenset(("mailbox", "phone", "digest", "file", "link"))
"""Contact data is printed nowhere but where it is asked for; that it changed is told."""
_QUOTED = 100
_FIGURES = (int, When, dt.date)
"""What is no quotation: amounts and days."""


def details(found: Sequence[Difference], voice: Voice) -> Iterator[str]:
    """A phrase for each difference; what only says where facts come from is told once, last."""
    evidence = [item for item in found if item.path[-1] in EVIDENCE]
    yield from dict.fromkeys(_detail(items, voice) for items in _alike(item for item in found if item not in evidence))
    if evidence:
        yield "källhänvisningar eller antaganden ändras"


def _alike(found: Iterable[Difference]) -> Iterator[list[Difference]]:
    """What came into one list, or left it, together; all else alone."""
    for (type, *_rest), items in groupby(found, lambda item: (item.type, item.path, item.within)):
        together = [*items]
        yield from [together] if type in ("added", "removed") else ([item] for item in together)


def _detail(items: list[Difference], voice: Voice) -> str:
    item = items[0]
    place = ", ".join(filter(None, (item_name(part, voice) for part in item.within)))
    label = f"{_label(item.path, voice)}{f' ({place})' if place else ''}"
    if item.type == "reordered":
        return f"{label}: ordningen"
    if item.type in ("added", "removed"):
        verb = "läggs till" if item.type == "added" else "tas bort"
        values = [one.after if one.type == "added" else one.before for one in items]
        names = [f"”{said}”" for value in values if (said := _value(item.model, item.path[-1], value, voice))]
        if unnamed := len(values) - len(names):
            names.append("en post" if unnamed == 1 else f"{numeral(unnamed)} poster")
        return f"{label}: {listed(names)} {verb}"
    old, new = (_value(item.model, item.path[-1], value, voice) for value in (item.before, item.after))
    if item.path[-1] in _UNSAID or not (old or new):
        return f"{label} {_verb(item)}"
    if item.before in (None, ()):
        return f"{label} anges: {new}" if new else f"{label} anges"
    if item.after in (None, ()):
        return f"{label} tas bort (var: {old})" if old else f"{label} tas bort"
    if not (old and new):
        return f"{label} ändras"
    if isinstance(item.before, _FIGURES) and isinstance(item.after, _FIGURES):
        return f"{label} ändras från {old} till {new}"
    return f"{label} ändras från ”{old}” till ”{new}”"


def _verb(item: Difference) -> str:
    return "anges" if item.before in (None, ()) else "tas bort" if item.after in (None, ()) else "ändras"


def _label(path: tuple[str, ...], voice: Voice) -> str:
    """The key in Swedish, after the map or the list that it stands in."""

    def one(end: int) -> str:
        key = path[end]
        found = _LABELS.get(path[max(end - 1, 0) : end + 1]) or _PLAIN.get(key)
        return found or voice.translate(key.replace("_", " "))

    return ", ".join(one(index) for index in range(len(path)))


def _value(model: type[Part], key: str, value: Any, voice: Voice) -> str:
    """A value in words; nothing where it is long."""
    if value is None or value == ():
        return ""
    if isinstance(value, Part):
        return item_name(value, voice) or _row(value, voice)
    if isinstance(value, int) and key.endswith("year"):
        return str(value)
    kinds, choices, markdown = marks(get_type_hints(model, include_extras=True)[key])
    if kinds:
        return ", ".join(voice.name(one, *kinds) for one in (value if isinstance(value, tuple) else (value,)))
    if markdown or (isinstance(value, tuple) and value and isinstance(value[0], Part)):
        return ""
    if isinstance(value, str) and value in choices:
        return voice.translate(value)
    said = words(Word("") if value == "" else value, voice)
    return said if len(said) <= _QUOTED else ""


def _row(part: Part, voice: Voice) -> str:
    """What an item without a name says, key by key; of a figure also what it is of."""
    found = []
    for key, value in part.__dict__.items():
        if key not in EVIDENCE | _UNSAID and (said := _value(type(part), key, value, voice)):
            found.append(f"{_label((key,), voice)}: {said}" if isinstance(value, int) else said)
    return short(", ".join(found), _QUOTED)


def marks(hint: Any) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """(the kinds that it refers to, the words it can be, whether it is Markdown), read off a type."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *marked = get_args(hint)
        for mark in marked:
            if isinstance(mark, RefTo):
                return mark.kinds, (), False
            if isinstance(mark, IsMarkdown):
                return (), (), True
        return marks(inner)
    if origin is Literal:
        return (), tuple(arg for arg in get_args(hint) if isinstance(arg, str)), False
    for arg in get_args(hint):
        found = marks(arg)
        if any(found):
            return found
    return (), (), False

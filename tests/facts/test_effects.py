"""The effect of a change: nothing that a file can say otherwise is changed in silence."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import pytest

from vis_cli.cli.language import translations
from vis_cli.documents.effect import as_markdown, page
from vis_cli.documents.effect_values import Voice
from vis_cli.documents.effect_words import told
from vis_cli.facts.effect import Change
from vis_cli.facts.effects import effects, in_substance
from vis_cli.model import ENTITIES, Part
from vis_cli.model.values import RefTo, When
from vis_cli.registry import Record, Registry
from vis_cli.source.file import YamlFile

ON = dt.date(2031, 3, 1)


def registry(kind: str, entity: Any) -> Registry:
    """A register of one entity."""
    file = YamlFile(f"registry/{kind}.yaml", repr(entity), None)
    return Registry({(kind, "exempel"): Record(kind, "exempel", entity, file)}, {file.path: file})


def full(model: type[Part]) -> Any:
    """An entity with everything that it can say, each list with two items."""
    hints = get_type_hints(model, include_extras=True)
    return model.model_construct(**{name: value_of(hints[name], name) for name in model.model_fields})


def value_of(hint: Any, name: str, number: int = 1) -> Any:
    """A value of a type; another one for another number."""
    if isinstance(hint, type) and issubclass(hint, Part):
        return full(hint)
    if hint is When:
        return When.parse(f"2031-0{number}-01")
    if hint is dt.date:
        return dt.date(2031, number, 1)
    if hint is bool:
        return number == 1
    if hint is int:
        return number
    if hint is str:
        return {"version": f"{number}.0", "aligned_to": f"{number}.0", "start": f"1{number}:00"}.get(
            name, f"exempel-{name.replace('_', '-')}-{number}"
        )
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        if any(isinstance(mark, RefTo) for mark in args[1:]):
            return f"exempel-{number}"
        return value_of(args[0], name, number)
    if origin is tuple:
        first, second = value_of(args[0], name, 1), value_of(args[0], name, 2)
        return (first, otherwise(first)) if isinstance(first, Part) else (first, second)
    if origin is Literal:
        return args[(number - 1) % len(args)]
    return value_of(next(arg for arg in args if arg is not type(None)), name, number)


def otherwise(part: Part) -> Part:
    """A part with another value of every plain key."""
    hints = get_type_hints(type(part), include_extras=True)
    plain = {name: value for name, value in part.__dict__.items() if not isinstance(value, Part | tuple)}
    return type(part).model_construct(**{**part.__dict__, **{name: value_of(hints[name], name, 2) for name in plain}})


def changed(part: Part, path: str = "") -> Iterator[tuple[str, Part]]:
    """The same part with one thing changed, for everything that can be: left out, another value, another order."""
    hints = get_type_hints(type(part), include_extras=True)
    for name, value in part.__dict__.items():
        here = f"{path}.{name}"
        others: list[tuple[str, Any]] = []
        if isinstance(value, Part):
            others = [(f"{here}-", None), *changed(value, here)]
        elif isinstance(value, tuple):
            others = [(f"{here}-", ()), (f"{here}[0]", value[:1]), (f"{here}<", value[::-1])]
            if isinstance(value[0], Part):
                others += [(key, (one, *value[1:])) for key, one in changed(value[0], f"{here}[]")]
        else:
            others = [(here, value_of(hints[name], name, 2))]
            if type(part).model_fields[name].default is None:
                others.append((f"{here}-", None))
        for key, other in others:
            if other != value:
                yield key, type(part).model_construct(**{**part.__dict__, name: other})


@pytest.mark.parametrize("kind", ENTITIES)
def test_whatever_changes_in_an_entity_is_told_in_words(kind: str) -> None:
    before = full(ENTITIES[kind])
    silent = []
    for path, after in changed(before):
        for old, new in ((before, after), (after, before)):
            change = Change(registry(kind, old), registry(kind, new), ON)
            voice = Voice(change.name, translations("sv").gettext)
            found = in_substance(effects(change))
            differences = change.all_altered[0].differences
            known = {id(item) for effect in found for item in effect.tells}
            if not differences or not all(id(item) in known for item in differences):
                silent.append(path)
            if not all(told(effect, voice).text for effect in found):
                silent.append(path)
    assert silent == []


@pytest.mark.parametrize("kind", ENTITIES)
def test_what_is_new_and_what_is_gone_is_told(kind: str) -> None:
    whole, empty = registry(kind, full(ENTITIES[kind])), Registry()
    for old, new in ((empty, whole), (whole, empty)):
        change = Change(old, new, ON)
        voice = Voice(change.name, translations("sv").gettext)
        found = effects(change)
        assert in_substance(found)
        assert "{" not in as_markdown(page(change, found, voice))


def test_a_file_that_only_looks_otherwise_changes_nothing_in_substance() -> None:
    entity = full(ENTITIES["source"])
    before, after = registry("source", entity), registry("source", entity)
    after.files["registry/source.yaml"].text += "# en kommentar\n"
    change = Change(before, after, ON)
    found = effects(change)
    assert [item.kind for item in found] == ["only-form"]
    text = as_markdown(page(change, found, Voice(change.name, str)))
    assert text.startswith("<!-- vis diff -->\n## Inget ändras i sak\n")

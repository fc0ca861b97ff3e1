"""The catalogue of messages: what there is to translate, and the Swedish of it, compiled."""

import ast
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

from vis_cli.model import ENTITIES
from vis_cli.model.base import Part
from vis_cli.model.docs import all_docs
from vis_cli.model.fields import fields, model_at

_FIXED = datetime(2026, 1, 1, tzinfo=UTC)  # a date that changed would make every catalogue differ
LOCALE = "vis_cli/locale/sv/LC_MESSAGES"


def messages(root: Path) -> dict[str, set[str]]:
    """Every message to translate, with the files that it stands in."""
    found: dict[str, set[str]] = {}
    for file in sorted((root / "vis_cli").rglob("*.py")):
        for message in _marked(file.read_text(encoding="utf-8")):
            found.setdefault(message, set()).add(file.relative_to(root).as_posix())
    for word in vocabulary():
        found.setdefault(word, set()).add("vis_cli/model")
    return found


def _marked(source: str) -> Iterator[str]:
    """What stands in `N_()` and `_()`; by the syntax tree, as Babel sees nothing within an f-string before 3.12."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(func=ast.Name("N_" | "_"), args=[ast.Constant(str() as message), *_]) if message:
                yield message


def vocabulary() -> Iterator[str]:
    """The words of the models: kinds, keys as labels, and the values that a key can have."""
    yield from ENTITIES
    for model in ENTITIES.values():
        yield from model.parts.values()
    for field in fields():
        *steps, key = field.path.split(".")
        yield key.replace("_", " ")
        if part := model_at(ENTITIES[steps[0]], tuple(steps[1:])):
            yield from _choices(part, key)


def _choices(model: type[Part], key: str) -> Iterator[str]:
    hints = get_type_hints(model, include_extras=True)
    for name, field in model.model_fields.items():
        if (field.alias or name) == key:
            yield from _literals(hints[name])


def _literals(hint: Any) -> Iterator[str]:
    if get_origin(hint) is Literal:
        yield from get_args(hint)
    else:
        for inner in get_args(hint):
            yield from _literals(inner)


def keys() -> dict[str, set[str]]:
    """What the kinds and their keys mean, with the files that it stands in: for hover texts and `vis explain`."""
    found: dict[str, set[str]] = {}
    for doc, module in all_docs():
        found.setdefault(doc, set()).add(module.replace(".", "/") + ".py")
    return found


def catalogues(root: Path) -> dict[str, bytes]:
    """The Swedish catalogues with every message in them, and their compiled forms."""
    return {
        **_catalogue(root, "vis", "# The messages of vis in Swedish.", messages(root)),
        **_catalogue(root, "keys", "# What the keys of the register's files mean, in Swedish.", keys()),
    }


def _catalogue(root: Path, domain: str, comment: str, found: dict[str, set[str]]) -> dict[str, bytes]:
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po, write_po

    source = root / LOCALE / f"{domain}.po"
    known: dict[str, str] = {}
    if source.exists():
        with source.open("rb") as file:
            known = {str(m.id): str(m.string) for m in read_po(file) if m.id}
    catalogue = Catalog(
        locale="sv",
        domain=domain,
        header_comment=comment,
        project="vis",
        version="1",
        creation_date=_FIXED,
        revision_date=_FIXED,
        fuzzy=False,
    )
    for message, places in sorted(found.items()):
        catalogue.add(message, known.get(message, ""), locations=[(place, 0) for place in sorted(places)])
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=120, include_lineno=False)
    write_mo(mo, catalogue)
    return {f"{LOCALE}/{domain}.po": po.getvalue(), f"{LOCALE}/{domain}.mo": mo.getvalue()}

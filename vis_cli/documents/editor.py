"""What an editor needs to help whoever writes a file: the schemas, and where each file finds its own."""

import json
import re
from collections.abc import Mapping

from vis_cli.documents.schema import Words, schema_of, text_of
from vis_cli.model import ENTITIES
from vis_cli.registry.layout import entries, owner
from vis_cli.source.editor_line import first_line, with_line
from vis_cli.source.tree import Tree

FOLDER = ".vis/schema"
"""Where a register keeps its schemas; `vis schema` writes them there."""

SETTINGS = ".vscode/settings.json"
"""What VS Code is told of the files that have no line of their own."""


def schema_files(words: Words) -> dict[str, bytes]:
    """Path to content of every schema, as a register keeps them."""
    return {schema_path(kind): text_of(schema_of(kind, words)).encode() for kind in ENTITIES}


def schema_path(kind: str) -> str:
    """Where a register keeps the schema of a kind."""
    return f"{FOLDER}/{kind}.json"


def settings() -> bytes:
    """The settings of VS Code: which files each schema is for. Editors without them go by the files' first lines."""
    globs = {schema_path(kind): re.sub(r"\{\w+\}", "*", model.path) for kind, model in ENTITIES.items()}
    return (json.dumps({"yaml.schemas": globs}, indent=2) + "\n").encode()


def language_of(tree: Tree) -> str | None:
    """The language that the register's schemas are in, where it has them."""
    try:
        found = json.loads(tree.read(schema_path("collaboration")))
    except (OSError, ValueError):
        return None
    language = found.get("x-vis-language") if isinstance(found, dict) else None
    return language if language in ("sv", "en") else None


def refreshed(tree: Tree, words: Words) -> dict[str, bytes | None]:
    """The schemas that are not as they should be, with what they should be; None for one of a kind that is no more."""
    wanted = schema_files(words)
    changes: dict[str, bytes | None] = {path: data for path, data in wanted.items() if _read(tree, path) != data}
    for entry in tree.entries(FOLDER):
        if entry.path not in wanted and entry.form == "file" and b'"x-vis-kind"' in tree.read(entry.path):
            changes[entry.path] = None
    return changes


def lined(tree: Tree) -> dict[str, bytes]:
    """Every file of the register that lacks its first line for editors, with that line."""
    found = {}
    for entry in entries(tree):
        belongs = owner(entry.path)
        data = _read(tree, entry.path) if belongs and entry.form == "file" else None
        if belongs and data is not None:
            new = with_line(data, first_line(entry.path, schema_path(belongs.model.kind)))
            if new != data:
                found[entry.path] = new
    return found


def with_lines(tree: Tree, changes: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """The changes, each file that is new with its first line for editors where the register has its schema."""
    found = dict(changes)
    for path, data in changes.items():
        belongs = owner(path) if data is not None else None
        if belongs is None or data is None or _read(tree, path) is not None:
            continue
        schema = schema_path(belongs.model.kind)
        if schema in changes or _read(tree, schema) is not None:
            found[path] = with_line(data, first_line(path, schema))
    return found


def _read(tree: Tree, path: str) -> bytes | None:
    try:
        return tree.read(path)
    except OSError:
        return None

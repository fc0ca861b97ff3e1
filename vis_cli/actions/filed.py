"""A new file of its own for something that the register did not have."""

import re
from collections.abc import Mapping
from typing import Any

from vis_cli.actions.step import order
from vis_cli.errors import N_, Failure
from vis_cli.facts.spelling import words
from vis_cli.model.base import Entity
from vis_cli.model.values import ID_PATTERN
from vis_cli.registry import Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.emit import emit

LONGEST_ID = 60


def free_id(registry: Registry, kind: type[Entity], given: str, *names: str) -> str:
    """The id that was given, or one made of names, with a number where it is taken. Raises Failure."""
    if not given:
        made = made_of(*names)
        tries = (made, *(f"{made[: LONGEST_ID - 3]}-{number}" for number in range(2, 100)))
        given = next((id for id in tries if id and not _taken(registry, kind, id)), made)
    refuse_id(registry, kind, given, kind.kind)
    return given


def refuse_id(registry: Registry, kind: type[Entity], id: str, *kinds: str) -> None:
    """Raises Failure where nothing new of the kind can have the id.

    It must have the form of one, and nothing of `kinds` (of any, where none is named) may have it already; what cannot
    be understood may.
    """
    if not re.fullmatch(ID_PATTERN, id) or len(id) > LONGEST_ID:
        hint = N_("give another one with --id: lower case a to z, digits and hyphens, at most 60")
        raise Failure(N_("`{id}` cannot be an id"), hint=hint, id=id)
    if taken := registry.find(id, kinds):
        raise Failure(
            N_("`{id}` is the id of something else: {name}"),
            hint=N_("give another one with --id"),
            id=id,
            name=taken.name,
        )
    if registry.is_broken(id, (kind.kind,)):
        raise Failure(
            N_("a file that may have `{id}` in it cannot be understood"),
            hint=N_("`vis check` says what is wrong in it"),
            exit_code=1,
            id=id,
        )


def made_of(*names: str) -> str:
    """An id of the words of some names: å and ä become a, ö becomes o; as many words as an id can hold."""
    found = ""
    for word in (word for name in names for word in words(name)):
        longer = f"{found}-{word}" if found else word
        if not re.fullmatch(ID_PATTERN, longer) or len(longer) > LONGEST_ID:
            continue
        found = longer
    return found


def file_of(kind: type[Entity], data: Mapping[str, Any]) -> dict[str, str]:
    """The path and the text of a new file, with what is said in it, its keys in the canonical order."""
    said = {key: value for key, value in data.items() if value not in (None, "", [], {}, ())}
    text = emit({key: said[key] for key in order(kind, ()) if key in said})
    return {path_of(kind.kind, str(data["id"])): text}


def _taken(registry: Registry, kind: type[Entity], id: str) -> bool:
    return registry.find(id, (kind.kind,)) is not None or registry.is_broken(id, (kind.kind,))

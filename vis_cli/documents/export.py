"""The whole register as one document for other programs: what the files say, and what follows from that."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from vis_cli.documents.schema import DIALECT, Words, definitions
from vis_cli.facts.computed import computed
from vis_cli.facts.force import State
from vis_cli.facts.plain import understood
from vis_cli.facts.responsibility import Part
from vis_cli.model import ENTITIES
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry

SCHEMA_VERSION = 1


@dataclass(frozen=True, slots=True)
class Taken:
    """Of what an export is: the day that its answers are of, and the state of the register that it was made from."""

    on: dt.date
    commit: str | None = None
    committed: dt.date | None = None
    uncommitted: bool = False
    left_out: Sequence[str] = ()
    """The files that could not be understood."""


def head(registry: Registry, taken: Taken) -> dict[str, Any]:
    """What is said of the whole."""
    own = next((record.entity for record in registry.all(Collaboration)), None)
    return {
        "schema_version": SCHEMA_VERSION,
        "name": own.name if own else None,
        "county": own.county if own else None,
        "on": taken.on.isoformat(),
        "commit": taken.commit,
        "committed": taken.committed.isoformat() if taken.committed else None,
        "uncommitted": taken.uncommitted,
        "left_out": list(taken.left_out),
    }


def exported(registry: Registry, taken: Taken) -> dict[str, Any]:
    """The register: by kind and id the file, the data as they are understood, and what follows on the day."""
    follows = computed(registry, taken.on)
    kinds: dict[str, Mapping[str, Any]] = {}
    for kind in ENTITIES:
        found = {}
        for record in registry.of_kind(kind):
            shown: dict[str, Any] = {"file": record.file.path, "data": understood(record.entity)}
            beside = follows.get((kind, record.id))
            found[record.id] = {**shown, "computed": beside} if beside else shown
        kinds[kind] = found
    return {**head(registry, taken), "kinds": kinds}


def schema_of_export(words: Words) -> dict[str, Any]:
    """The JSON Schema of what `exported` makes."""
    models, shared = definitions(words)
    text, day, yes = {"type": ["string", "null"]}, {"type": ["string", "null"], "format": "date"}, {"type": "boolean"}
    applies = _closed(state={"enum": list(get_args(State))}, version=text, **{"from": text}, until=text)
    facts = {
        "agreement": _closed(
            applies=applies,
            parties={"type": "object", "additionalProperties": applies},
            owner=text,
            owner_inherited=yes,
            possible_owners={"type": "array", "items": {"type": "string"}},
        ),
        "group": _closed(agreements={"type": "object", "additionalProperties": {"enum": list(get_args(Part))}}),
    }
    kinds = {}
    for kind, model in models.items():
        parts = {"file": {"type": "string"}, "data": model}
        one = _closed(**parts, computed=facts[kind]) if kind in facts else _closed(**parts)
        kinds[kind] = {"type": "object", "additionalProperties": one}
    whole = _closed(
        schema_version={"const": SCHEMA_VERSION},
        name=text,
        county=text,
        on={"type": "string", "format": "date"},
        commit={**text, "pattern": "^[0-9a-f]{40}(?:[0-9a-f]{24})?$"},
        committed=day,
        uncommitted=yes,
        left_out={"type": "array", "items": {"type": "string"}},
        kinds=_closed(**kinds),
    )
    return {"$schema": DIALECT, "title": "vis export", **whole, "$defs": shared, "x-vis-language": words.language}


def _closed(**properties: Any) -> dict[str, Any]:
    """A map that has all of these keys and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }

"""What somebody means by a name: an id, a name or an alias, however written; and what is near where it is none."""

import difflib
from collections.abc import Iterable, Mapping

from vis_cli.facts.spelling import keys, words
from vis_cli.model.organisation import Organisation
from vis_cli.registry import Record, Registry

# What a municipality is, and not which: `Exempelby`, `Exempelby kommun` and `Exempelbys kommun` are one.
_FORM = frozenset({"kommun", "kommunen", "stad", "stads"})


def meant(given: str, names: Mapping[str, Iterable[str]]) -> str | None:
    """The id that is meant, by the names of each id; None where it is none of them, or might be several."""
    if given in names:
        return given
    for told in (_same, _of_one_form):
        found = [id for id, its in names.items() if any(told(given, name) for name in (id, *its))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def near(given: str, names: Mapping[str, Iterable[str]], most: int = 3) -> tuple[str, ...]:
    """The ids whose names are most like what was given, nearest first."""
    by_name = {" ".join(words(name)): id for id, its in names.items() for name in (id, *its)}
    by_name |= {" ".join(_bare(name)): id for id, its in names.items() for name in its if _bare(name)}
    found = difflib.get_close_matches(" ".join(words(given)), by_name, most * 2, 0.6)
    return tuple(dict.fromkeys(by_name[name] for name in found))[:most]


def names_of_organisations(registry: Registry, ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
    """The names of organisations, of all or of some, by id."""
    chosen = [record.id for record in registry.all(Organisation)] if ids is None else ids
    found = {id: registry.get(Organisation, id) for id in chosen}
    return {id: _names(record) if record else () for id, record in found.items()}


def _names(record: Record[Organisation]) -> tuple[str, ...]:
    entity = record.entity
    return (entity.name, *filter(None, [entity.short_name]), *entity.aliases)


def _same(given: str, name: str) -> bool:
    return bool(keys(given) & keys(name))


def _of_one_form(given: str, name: str) -> bool:
    return bool(_bare(given)) and _bare(given) == _bare(name)


def _bare(name: str) -> tuple[str, ...]:
    """Its words without what it is, and without the s of the genitive."""
    found = words(name)
    left = tuple(word for word in found if word not in _FORM)
    return tuple(word.removesuffix("s") for word in left) if left != found or len(found) == 1 else ()

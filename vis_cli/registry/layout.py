"""Which kind owns which path, and what id a file's name gives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice

from vis_cli.model import ENTITIES, Entity
from vis_cli.source.tree import MOST_FILES, Entry, Tree, too_large

ROOTS = ("registry", "agreements")
"""The folders that hold the data."""

STRUCTURE = ENTITIES["structure"].path
"""The one file of the templates that is data."""

ATTACHMENT = re.compile(r"(registry/meetings/[^/]+/[^/]+)/[^/]+\Z")

_FIELDS = {
    "id": r"(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)",
    "group": r"(?P<group>[a-z0-9]+(?:-[a-z0-9]+)*)",
    "year": r"(?P<year>[0-9]{4})",
    "date": r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})",
    "agreement": r"(?P<agreement>[a-z0-9]+(?:-[a-z0-9]+)*)",
    "version": r"(?P<version>(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*))",
    "party": r"(?P<party>[a-z0-9]+(?:-[a-z0-9]+)*)",
}
_DEVICES = frozenset(("con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))))
"""What Windows takes for a device, whatever the ending of the file: a checkout there would fail."""
_VERSIONED = re.compile(r"(?P<agreement>.+?)-(?P<version>[0-9]+\.[0-9]+)(?:-(?P<party>.+))?\Z")


@dataclass(frozen=True, slots=True)
class Owner:
    """The kind that a path belongs to, the id that the path gives (empty for a list of many), and its parts."""

    model: type[Entity]
    id: str
    parts: Mapping[str, str]


@cache
def _patterns() -> Mapping[str, tuple[tuple[re.Pattern[str], type[Entity]], ...]]:
    """What the paths of each kind look like, by what they begin with."""
    found: dict[str, list[tuple[re.Pattern[str], type[Entity]]]] = {}
    for model in ENTITIES.values():
        found.setdefault(_beginning(model.path), []).append((_compile(model.path, strict=True), model))
    return {beginning: tuple(patterns) for beginning, patterns in found.items()}


def _beginning(path: str) -> str:
    """The first folder, and in `registry/` the second one too or the file's name: no field of a pattern is in it."""
    first, _, rest = path.partition("/")
    return f"{first}/{rest.partition('/')[0]}" if first == ROOTS[0] else first


def _compile(path: str, *, strict: bool) -> re.Pattern[str]:
    def field(match: re.Match[str]) -> str:
        return _FIELDS[match[1]] if strict else r"[^/]+"

    return re.compile(re.sub(r"\\\{(\w+)\\\}", field, re.escape(path)) + r"\Z")


def owner(path: str) -> Owner | None:
    """The kind that owns a path, if one does."""
    for pattern, model in _patterns().get(_beginning(path), ()):
        if match := pattern.match(path):
            found = match.groupdict()
            if not _DEVICES.isdisjoint(found.values()):
                return None
            if model.listed:
                return Owner(model, "", {})
            name = path.rsplit("/", 1)[1].partition(".")[0]
            return Owner(model, found.get("id") or "-".join(found.values()) or name, found)
    return None


def is_device(path: str) -> bool:
    """Whether a part of the path is what Windows takes for a device."""
    return any(part.partition(".")[0].lower() in _DEVICES for part in path.split("/"))


def entries(tree: Tree) -> list[Entry]:
    """Every name of a tree that is data, by path. Raises Failure (exit 1) where there are more than `MOST_FILES`."""
    listed = chain.from_iterable(tree.entries(root) for root in ROOTS)
    found = list(islice(listed, MOST_FILES + 1))
    if len(found) > MOST_FILES:
        raise too_large()
    found += (entry for entry in templates(tree) if entry.path == STRUCTURE)
    return sorted(found, key=lambda entry: entry.path)


def templates(tree: Tree) -> list[Entry]:
    """Every name below the folder of templates. Raises Failure (exit 1) where there are more than `MOST_FILES`."""
    found = list(islice(tree.entries(STRUCTURE.rpartition("/")[0]), MOST_FILES + 1))
    if len(found) > MOST_FILES:
        raise too_large()
    return found


def path_of(kind: str, id: str) -> str:
    """Where an entity of a kind is kept."""
    path = ENTITIES[kind].path
    if "{date}" in path:
        return path.format(group=id[:-11], date=id[-10:])
    if "{year}" in path:
        return path.format(group=id[:-5], year=id[-4:])
    if "{version}" in path and (found := _VERSIONED.match(id)):
        return path.format(**found.groupdict())
    return path.format(id=id)


def nearly_owned(path: str) -> type[Entity] | None:
    """The kind whose folder the path is in, where only the name is not one that an id can have."""
    return next((m for m in ENTITIES.values() if "{" in m.path and _compile(m.path, strict=False).match(path)), None)

"""What a published version binds its parties to, and which of it two states of the register tell differently."""

from collections.abc import Iterator
from typing import Any

from vis_cli.facts.versions import parties
from vis_cli.model.base import Part
from vis_cli.model.version import Extension, Version
from vis_cli.places import Route
from vis_cli.registry import Record, Registry

_EVIDENCE = ("sources", "assumed")
"""Where a fact comes from may be told better later; it binds nobody."""


def changed_terms(before: Registry, old: Record[Version], after: Registry, new: Record[Version]) -> Iterator[Route]:
    """Where a version says something else than it did: its parties, its entry into force, its term, its notice.

    What was not said before may be filled in, extensions may be added, and the order of parties means nothing.
    """
    if changed_parties(before, old, after, new):
        yield ("parties",)
    for name in ("entry_into_force", "notice"):
        yield from _changed(getattr(old.entity, name), getattr(new.entity, name), (name,))
    was, now = old.entity.term, new.entity.term
    if was is None:
        return
    yield from _changed(was, now, ("term",), leave=("extensions",))
    kept = now.extensions[: len(was.extensions)] if now else ()
    if now and [_plain(item) for item in kept] != [_plain(item) for item in was.extensions]:
        yield ("term", "extensions")


def changed_parties(before: Registry, old: Record[Version], after: Registry, new: Record[Version]) -> bool:
    """Whether a version is between others than before. Those that follow from the county's list are not compared."""
    if old.entity.parties or new.entity.parties:
        return set(parties(before, old)) != set(parties(after, new))
    return False


def _changed(old: Part | None, new: Part | None, route: Route, leave: tuple[str, ...] = ()) -> Iterator[Route]:
    if old is None:
        return
    if new is None:
        yield route
        return
    for name, value in old.__dict__.items():
        if name not in (*_EVIDENCE, *leave) and value != getattr(new, name):
            yield (*route, name)


def _plain(item: Extension) -> dict[str, Any]:
    return {name: value for name, value in item.__dict__.items() if name not in _EVIDENCE}

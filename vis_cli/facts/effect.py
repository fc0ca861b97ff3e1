"""The effect of a change: what holds otherwise afterwards, as a kind and its values; and the two states it is of."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Generic, Literal, TypeVar, get_args

from vis_cli.facts.differences import Difference, differences
from vis_cli.facts.forgotten import forgotten, with_roles
from vis_cli.facts.names import name_of
from vis_cli.model import Entity
from vis_cli.registry import Record, Registry

E = TypeVar("E", bound=Entity)

Topic = Literal["attention", "applies", "decisions", "people", "meetings", "local", "money", "rest", "elsewhere"]
TOPICS: tuple[Topic, ...] = get_args(Topic)
"""What needs an eye of its own (settings, templates, workflows), what applies, decisions, people, meetings, the local
level, money, all else, and what the change brings elsewhere."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that holds otherwise after the change.

    `kind` chooses its words, `values` go into them. `touches` are what follows from it elsewhere. `tells` are the
    records and differences that nobody needs to tell again.
    """

    topic: Topic
    kind: str
    subject: Record[Any] | None
    values: Mapping[str, Any] = field(default_factory=dict)
    touches: tuple["Effect", ...] = ()
    tells: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Altered(Generic[E]):
    """A record that is there on both sides and says something else."""

    before: Record[E]
    after: Record[E]
    differences: tuple[Difference, ...]

    def of(self, *path: str) -> tuple[Difference, ...]:
        """The differences at a key or below it."""
        return tuple(item for item in self.differences if item.path[: len(path)] == path)

    def at(self, *path: str) -> tuple[Difference, ...]:
        """The differences of a key itself: another value, items that were added or removed."""
        return tuple(item for item in self.differences if item.path == path)


class Titles(tuple[str, ...]):
    """A list of headings: what can have an `och` and commas in it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file beside the data that is new, gone or otherwise; its path is from the register's folder.

    Of any file: that it is now a program that can be started (`executable`), or no longer one (`plain`).
    """

    path: str
    state: Literal["new", "gone", "altered", "executable", "plain"]
    acting: bool
    """Whether something acts by it: a forge, Git, a document that is made."""


@dataclass
class Change:
    """A change: the register before and after it, and the day on which it is asked about."""

    before: Registry
    after: Registry
    on: dt.date
    files: tuple["File", ...] = ()
    """Files of the repository that are otherwise in what the registries do not hold."""

    def added(self, model: type[E]) -> Iterator[Record[E]]:
        """The records of a kind that are new."""
        return (record for record in self.all_added if record.kind == model.kind)

    def removed(self, model: type[E]) -> Iterator[Record[E]]:
        """The records of a kind that are gone, as they were."""
        return (record for record in self.all_removed if record.kind == model.kind)

    def altered(self, model: type[E]) -> Iterator[Altered[E]]:
        """The records of a kind that say something else."""
        return (item for item in self.all_altered if item.after.kind == model.kind)

    # What could not be read on one side is neither new nor gone: nothing is known of it there.

    @cached_property
    def all_added(self) -> tuple[Record[Any], ...]:
        """Every record that is new."""
        return tuple(_only(self.after, self.before))

    @cached_property
    def all_removed(self) -> tuple[Record[Any], ...]:
        """Every record that is gone."""
        return tuple(_only(self.before, self.after))

    @cached_property
    def all_altered(self) -> tuple[Altered[Any], ...]:
        """Every record that says something else."""
        found = []
        for record in _in_order(self.after):
            other = self.before.records.get((record.kind, record.id))
            if other is not None and other.entity != record.entity:
                was = replace(other, entity=with_roles(self.before, other, self.forgotten))
                found.append(Altered(was, record, differences(was.entity, record.entity)))
        return tuple(found)

    def name(self, id: str | None, *kinds: str) -> str:
        """What the entity with that id is called, after the change or, where it is gone, before it."""
        if not id:
            return ""
        registry = self.after if self.after.find(id, kinds) else self.before
        return name_of(registry, id, *kinds)

    def readable(self, *kinds: str) -> bool:
        """Whether all of some kinds (or all there is) could be read on both sides.

        Only then does something follow from what is not there.
        """
        broken = self.before.broken | self.after.broken
        return not any(not kinds or kind in kinds for kind, _ in broken)

    @cached_property
    def forgotten(self) -> Mapping[str, str]:
        """Whose names the change takes away, and the ids that stand for them now."""
        return forgotten(self.before, self.after)


def _only(here: Registry, there: Registry) -> Iterator[Record[Any]]:
    for record in _in_order(here):
        if (record.kind, record.id) not in there.records and not there.is_broken(record.id, (record.kind,)):
            yield record


def _in_order(registry: Registry) -> list[Record[Any]]:
    return sorted(registry.entities, key=lambda record: (record.kind, record.id))

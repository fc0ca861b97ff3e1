"""Records: an entity with the file it was read from, and all of them together."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, Generic, TypeVar, cast

from vis_cli.model.base import Entity, Part
from vis_cli.places import Route, Span, span_at
from vis_cli.registry.references import Named, collect, routes
from vis_cli.source.file import YamlFile

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)
E = TypeVar("E", bound=Entity)
P = TypeVar("P", bound=Part, covariant=True)


@dataclass(frozen=True, slots=True)
class Place:
    """A value in a file, named by its route; the line is only looked up when it is shown."""

    file: YamlFile
    route: Route = ()
    at_key: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return self.file.span(self.route, at_key=self.at_key)


@dataclass(frozen=True, slots=True)
class Stretch(Place):
    """A stretch of a file's text by its offsets: for what may stand anywhere, in a comment too."""

    start: int = 0
    end: int = 0

    @property
    def span(self) -> Span:
        """Where it stands in the text."""
        return span_at(self.file.path, self.file.text, self.start, self.end)


@dataclass(frozen=True, slots=True)
class Record(Generic[P]):
    """An entity, or a part of one that can be referred to, and where it was read."""

    kind: str
    id: str
    entity: P
    file: YamlFile
    base: Route = ()

    def at(self, *route: str | int) -> Place:
        """The place of a value of it."""
        return Place(self.file, (*self.base, *route))

    def key(self, *route: str | int) -> Place:
        """The place of a key of it; for what is wrong with a whole map or list."""
        return Place(self.file, (*self.base, *route), at_key=True)

    @property
    def name(self) -> str:
        """What people call it: its short name or name or title, or else its id."""
        entity: Any = self.entity
        for attribute in ("short_name", "name", "title", "heading"):
            if value := getattr(entity, attribute, None):
                return str(value)
        return self.id


@dataclass(frozen=True, slots=True)
class Reference:
    """One id in a record that names another."""

    source: Record[Any]
    route: Route
    kinds: tuple[str, ...]
    id: str

    @property
    def place(self) -> Place:
        """Where the id stands."""
        return self.source.at(*self.route)


@dataclass
class Registry:
    """All records of a tree, by kind and id. Questions go to `facts`; this only finds."""

    records: Mapping[tuple[str, str], Record[Any]] = field(default_factory=dict)
    files: Mapping[str, YamlFile] = field(default_factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """What has a file that could not be understood: (kind, id), with the id `*` for a whole list."""
    attachments: frozenset[str] = frozenset()
    """Paths of the files beside meetings."""
    steering: "Registry | None" = None
    """The registry whose settings hold in the check of this one: that before the change, where a change is judged."""
    beside: Mapping[str, YamlFile] = field(default_factory=dict)
    """Texts that are no data, by their path: files that could not be understood, attachments, templates."""
    like: "Registry | None" = None
    """One with which it shares the entities of the same files, and so what they refer to."""

    def texts(self) -> Iterator[YamlFile]:
        """Everything that is written in a file, whether it was understood or not."""
        return chain(self.files.values(), self.beside.values())

    def all(self, entity: type[E]) -> Iterator[Record[E]]:
        """The records of one kind, by id."""
        return iter(self._by_kind.get(entity.kind, ()))

    def of_kind(self, kind: str) -> tuple[Record[Any], ...]:
        """The records of a kind named by its word, by id."""
        return self._by_kind.get(kind, ())

    def get(self, entity: type[E], id: str | None) -> Record[E] | None:
        """The record of a kind with that id."""
        return self.records.get((entity.kind, id)) if id else None

    def find(self, id: str, kinds: tuple[str, ...] = ()) -> Record[Any] | None:
        """The record with that id, of one of `kinds` (of any kind where none is given)."""
        for kind in kinds or self._by_kind:
            if record := self.records.get((kind, id)):
                return record
        return None

    def is_broken(self, id: str, kinds: tuple[str, ...]) -> bool:
        """Whether it stands in a file that could not be understood, so that nothing is known of it."""
        return any((kind, id) in self.broken or (kind, "*") in self.broken for kind in kinds)

    def has_broken(self, kind: str) -> bool:
        """Whether anything of a kind could not be understood, so that nothing follows from what is not there."""
        return any(broken == kind for broken, _ in self.broken)

    def named(self, record: Record[Any]) -> tuple[Named, ...]:
        """Whatever a record refers to, as often as it does, without places: quick to ask again and again."""
        return self._named[record.kind, record.id]

    @cached_property
    def dangling(self) -> frozenset[Named]:
        """What is referred to somewhere, and is not there, or only as another kind."""
        named = set(chain.from_iterable(self._named.values()))
        return frozenset(item for item in named if not any((kind, item[1]) in self.records for kind in item[0]))

    @cached_property
    def _named(self) -> dict[tuple[str, str], tuple[Named, ...]]:
        same: dict[Named, Named] = {}
        found = {}
        for record in self._entities:
            key = (record.kind, record.id)
            other = self.like.records.get(key) if self.like else None
            if self.like and other and other.entity is record.entity:
                found[key] = self.like._named[key]
            else:
                found[key] = tuple(collect(record.entity, same))
        return found

    def once(self, answer: Callable[["Registry"], T]) -> T:
        """What a fact says of the whole registry: computed when it is first asked for, and kept."""
        if answer not in self._answers:
            self._answers[answer] = answer(self)
        return cast(T, self._answers[answer])

    def once_for(self, answer: Callable[["Registry", K], T], key: K) -> T:
        """What a fact says of one thing, named by something to look it up by: computed and kept in the same way."""
        if (answer, key) not in self._answers:
            self._answers[answer, key] = answer(self, key)
        return cast(T, self._answers[answer, key])

    def prepare(self) -> None:
        """Find what rules all over the book ask for, so that two processes that part after this need not both do it."""
        _ = self._by_kind, self.dangling

    @cached_property
    def _answers(self) -> dict[Hashable, Any]:
        return {}

    def references(self) -> Iterator[Reference]:
        """Every reference of every record, each reported by the entity that holds it."""
        for record in self._entities:
            yield from self.references_of(record)

    def references_of(self, record: Record[Any]) -> Iterator[Reference]:
        """The references of one record."""
        for route, kinds, id in routes(record.entity):
            yield Reference(record, route, kinds, id)

    @cached_property
    def _entities(self) -> tuple[Record[Any], ...]:
        return tuple(record for record in self.records.values() if isinstance(record.entity, Entity))

    @property
    def entities(self) -> tuple[Record[Any], ...]:
        """Every record that is an entity of its own."""
        return self._entities

    @cached_property
    def _by_kind(self) -> dict[str, tuple[Record[Any], ...]]:
        groups: dict[str, list[Record[Any]]] = {}
        for (kind, _), record in sorted(self.records.items(), key=lambda item: item[0]):
            groups.setdefault(kind, []).append(record)
        return {kind: tuple(found) for kind, found in groups.items()}

    def referrers(self, kind: str, id: str) -> tuple[Reference, ...]:
        """Who refers to it: the other direction, computed, never stored."""
        return self._backward.get((kind, id), ())

    @cached_property
    def _backward(self) -> dict[tuple[str, str], tuple[Reference, ...]]:
        found: dict[tuple[str, str], list[Reference]] = {}
        for reference in self.references():
            for kind in reference.kinds:
                if (kind, reference.id) in self.records:
                    found.setdefault((kind, reference.id), []).append(reference)
        return {key: tuple(value) for key, value in found.items()}

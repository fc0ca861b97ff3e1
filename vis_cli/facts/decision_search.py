"""Search in the decision log: the decisions that speak of something, however it is inflected or misspelt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vis_cli.facts.decisions import Decided, log
from vis_cli.facts.hits import direct, near
from vis_cli.facts.likeness import likest, vocabulary
from vis_cli.facts.stems import fold, telling
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class _Text:
    """All that is said of one decision."""

    text: str
    rough: str


@dataclass(frozen=True, slots=True)
class Spoken:
    """The decisions that speak of what was asked for."""

    found: tuple[Decided, ...]
    like: Mapping[str, tuple[str, ...]]
    """For a word that no decision has: the words that were taken for it."""
    missing: tuple[str, ...]
    """Words that no decision has, nor anything like them."""


def speaking_of(registry: Registry, words: str) -> Spoken:
    """The decisions that have all the words, in some form, the newest first."""
    texts, decided = registry.once(_texts), log(registry)
    known = vocabulary(text.rough for text in texts)
    left, like, missing = set(range(len(decided))), {}, []
    for word in dict.fromkeys(telling(words)):
        hits = {index for index, hit in direct(word, texts) if hit.quality}
        if not hits:
            likeness = likest(word, known)
            hits = {index for index, _ in near(likeness, texts)}
            if hits:
                like[word] = likeness.words
            else:
                missing.append(word)
        left &= hits
    return Spoken(tuple(decided[index] for index in sorted(left)), like, tuple(missing))


def _texts(registry: Registry) -> tuple[_Text, ...]:
    whole = (" · ".join(_said(registry, decided)) for decided in log(registry))
    return tuple(_Text(text, fold(text)) for text in whole)


def _said(registry: Registry, decided: Decided) -> Iterator[str]:
    yield decided.decision.text
    yield decided.day.isoformat()
    yield decided.item.heading
    yield from decided.basis
    yield from (amount.purpose for amount in decided.decision.amounts)
    for group in (decided.meeting.entity.group, decided.decision.recipient):
        if record := registry.get(Group, group):
            yield from _names(record)
    for agreement in decided.about:
        if found := registry.get(Agreement, agreement):
            yield from _names(found)


def _names(record: Record[Group] | Record[Agreement]) -> Iterator[str]:
    entity = record.entity
    yield entity.title if isinstance(entity, Agreement) else entity.name
    yield from (name for name in (entity.short_name, *entity.aliases) if name)

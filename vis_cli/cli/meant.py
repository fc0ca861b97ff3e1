"""Which one is meant: an agreement, a group, a party, by its id, its number, any of its names, or a part of one."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure, Word

if TYPE_CHECKING:
    from vis_cli.registry import Record, Registry


def the_one(registry: "Registry", given: str, kind: str, where: Where | None = None) -> "Record[Any]":
    """The record of a kind that the user named: its id, number, path, a name of it, or words of just one of them.

    Raises Failure with what is near.
    """
    from vis_cli.cli.listing import find
    from vis_cli.facts.stems import fold

    records = registry.of_kind(kind)
    if record := registry.find(given, (kind,)):
        return record
    asked = fold(" ".join(given.split()))
    exact = [item for item in records if asked in {fold(name) for name in _names(item)}]
    found = exact or [item for item in records if asked and any(_has(name, asked) for name in _names(item))]
    if len(found) == 1:
        return found[0]
    if found:
        raise Failure(
            N_("`{given}` can be several: {ids}"),
            hint=N_("write the id of the one that you mean"),
            given=given,
            ids=", ".join(f"`{item.id}`" for item in found[:6]) + (" …" if len(found) > 6 else ""),
        )
    if "/" in given or given.endswith(".yaml") or registry.has_broken(kind):
        named = find(registry, given, where)
        if named.kind == kind:
            return named
    raise _nothing(given, kind, records)


def choice(given: str, choices: Iterable[str], what: str) -> str:
    """The one of some words that the user wrote, in English or as it is translated. Raises Failure with what is near.

    `what` is what they are words of, as a template for `N_`.
    """
    from rapidfuzz import process

    from vis_cli.facts.stems import fold

    words = {fold(word): choice for choice in choices for word in (choice, _(choice))}
    if found := words.get(fold(" ".join(given.split()))):
        return found
    near = process.extractOne(fold(given), list(words), score_cutoff=60)
    raise Failure(
        N_("there is no {what} `{given}`"),
        hint=N_("did you mean `{near}`?") if near else N_("there are: {known}"),
        what=Word(what),
        given=given,
        near=_(words[near[0]]) if near else "",
        known=", ".join(sorted({_(choice) for choice in choices})),
    )


def _nothing(given: str, kind: str, records: "Iterable[Record[Any]]") -> Failure:
    from rapidfuzz import fuzz, process

    from vis_cli.facts.stems import fold

    names = {(item.id, name): fold(name) for item in records for name in _names(item)}
    close = process.extract(fold(given), names, scorer=fuzz.WRatio, limit=5, score_cutoff=65)
    near = list(dict.fromkeys(key[0] for _name, _score, key in close))[:3]
    return Failure(
        N_("there is no {kind} `{given}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis list {kind}` shows what there is"),
        kind=Word(kind),
        given=given,
        near=", ".join(f"`{id}`" for id in near),
    )


def _names(record: "Record[Any]") -> list[str]:
    own = record.entity
    number = getattr(own, "number", None)
    named = (getattr(own, key, None) for key in ("short_name", "name", "title"))
    return [
        record.id,
        *(name for name in named if name),
        *getattr(own, "aliases", ()),
        *([str(number)] if number else []),
    ]


def _has(name: str, asked: str) -> bool:
    """Whether a name has what was written, from the beginning of a word; a number only as the whole."""
    from vis_cli.facts.stems import fold

    plain = fold(name)
    return not asked.isdigit() and (plain.startswith(asked) or f" {asked}" in plain or f"-{asked}" in plain)

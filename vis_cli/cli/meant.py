"""Which one is meant: an agreement, a group, a party, by its id, its number, any of its names, or a part of one."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure, Word

if TYPE_CHECKING:
    from vis_cli.registry import Record, Registry

T = TypeVar("T", bound=str)
_CLOSE = 12
"""Names that are so much less like what was written than the best one are not what was meant."""


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


def one_of(registry: "Registry", given: str, kinds: tuple[str, ...]) -> str:
    """The id of what was named, of one of some kinds (`ACTORS`, `MATTERS`). Raises Failure with what is near."""
    from vis_cli.facts.names import SEVERAL

    if record := registry.find(given, kinds):
        return record.id
    found, why = [], []
    for kind in kinds:
        try:
            found.append(the_one(registry, given, kind).id)
        except Failure as failure:
            why.append(failure)
    several = [failure.values["ids"] for failure in why if failure.values.get("ids")]
    if len(found) == 1 and not several:
        return found[0]
    if found or several:
        raise Failure(
            N_("`{given}` can be several: {ids}"),
            hint=N_("write the id of the one that you mean"),
            given=given,
            ids=", ".join([*(f"`{id}`" for id in found), *several]),
        )
    near = [failure.values["near"] for failure in why if failure.values.get("near")]
    raise Failure(
        N_("there is no {kind} `{given}`"),
        hint=N_("did you mean {near}?") if near else "",
        kind=Word(SEVERAL[kinds]),
        given=given,
        near=", ".join(near),
    )


def choice(given: str, choices: Iterable[T] | Mapping[T, Iterable[str]], what: str) -> T:
    """The one of some words that the user wrote: as it is, as vis says it in either language, or by a word for it.

    What every option with a closed vocabulary goes through; `choices` may name further words for each. Raises Failure
    with what is near. `what` is what they are words of, as a template for `N_`.
    """
    from vis_cli.cli.language import translations
    from vis_cli.facts.vocabulary import one_of

    swedish = translations("sv").gettext
    further = choices if isinstance(choices, Mapping) else dict.fromkeys(choices, ())
    said = {value: [word for own in (value, *its) for word in (own, swedish(own))] for value, its in further.items()}
    return one_of(given, said, what)


def _nothing(given: str, kind: str, records: "Iterable[Record[Any]]") -> Failure:
    from rapidfuzz import fuzz, process

    from vis_cli.facts.stems import fold

    names = {(item.id, name): fold(name) for item in records for name in _names(item)}
    close = process.extract(fold(given), names, scorer=fuzz.WRatio, limit=5, score_cutoff=65)
    best = close[0][1] if close else 0
    near = list(dict.fromkeys(key[0] for _name, score, key in close if score > best - _CLOSE))[:3]
    return Failure(
        N_("there is no {kind} `{given}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis list {listed}` shows what there is"),
        kind=Word(kind),
        listed=f'"{name}"' if " " in (name := _(kind)) else name,
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

"""The fund, and what of it, that a user named."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Protocol

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.fund import Fund
    from vis_cli.registry import Record, Registry

Named = Annotated[str, typer.Argument(metavar=_(N_("FUND")), help=_(N_("The fund: its id, its name or a part of it.")))]
Portion = Annotated[
    str | None,
    typer.Option("--portion", metavar=_(N_("PORTION")), help=_(N_("The portion that it belongs to, by id or words."))),
]
Purpose = Annotated[
    str | None,
    typer.Option("--purpose", metavar=_(N_("PURPOSE")), help=_(N_("The purpose that it is for, by id or words."))),
]


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


def fund(registry: "Registry", given: str, where: Where | None = None) -> "Record[Fund]":
    """The fund that was meant: by id, path, a name of it or words of one. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "fund", where)


def portion(own: "Fund", given: str) -> str:
    """The id of the portion that was meant, by id or words. Raises Failure."""
    return _part(given, own.portions, N_("there is no portion `{given}`"), own.id)


def purpose(own: "Fund", given: str) -> str:
    """The id of the purpose that was meant, by id or words. Raises Failure."""
    return _part(given, own.purposes, N_("`{fund}` may not be used for `{given}`"), own.id)


def duty(own: "Fund", given: str) -> str:
    """The id of the reporting duty that was meant, by id or words. Raises Failure."""
    return _part(given, own.duties, N_("`{fund}` demands no report `{given}`"), own.id)


def actor(registry: "Registry", given: str) -> str:
    """The id of a person, a group or an organisation; a municipality also by the name of its area. Raises Failure."""
    from vis_cli.cli.meant import one_of
    from vis_cli.facts.names import ACTORS
    from vis_cli.model.area import Area

    if (area := registry.get(Area, given)) and area.entity.type == "municipality":
        return area.entity.municipality
    return one_of(registry, given, ACTORS)


def actors(registry: "Registry", given: Iterable[str]) -> tuple[str, ...]:
    """The ids of several, each given by itself or several between commas; each once. Raises Failure."""
    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    return tuple(dict.fromkeys(actor(registry, word) for word in words))


def _part(given: str, parts: Sequence[_Named], message: str, fund: str) -> str:
    from vis_cli.facts.stems import fold

    asked = fold(given.strip())
    if found := [item.id for item in parts if item.id == given.strip() or fold(item.text) == asked]:
        return found[0]
    found = [item.id for item in parts if asked and asked in fold(f"{item.id} {item.text}")]
    if len(found) == 1:
        return found[0]
    known = ", ".join(f"`{id}`" for id in found or [item.id for item in parts])
    if found:
        raise Failure(
            N_("`{given}` can be several: {known}"),
            hint=N_("write the id of the one that you mean"),
            given=given,
            known=known,
        )
    hint = N_("it has {known}") if known else N_("it has none yet")
    raise Failure(message, hint=hint, given=given, fund=fund, known=known)

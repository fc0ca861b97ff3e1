"""The area, the role and the holder that a user named."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.coverage import Expected
    from vis_cli.model.area import Area
    from vis_cli.registry import Record, Registry

KINDS = ("area", "contact", "organisation", "forum", "person")
"""The kinds that say whom to turn to, for `left_out`."""
READ = (*KINDS, "collaboration", "group", "agreement")
"""The kinds that an answer about contacts follows from, for `load_at`."""

Named = Annotated[str, typer.Argument(metavar=_(N_("AREA")), help=_(N_("The area: its id, a name of it or a part.")))]
MaybeNamed = Annotated[
    str | None,
    typer.Argument(metavar=_(N_("AREA")), help=_(N_("The area; without it, all."))),
]
NamedRole = Annotated[str, typer.Argument(metavar="KSA|GSA", help=_(N_("Which function: ksa or gsa.")))]
MaybeRole = Annotated[
    str | None, typer.Argument(metavar="KSA|GSA", help=_(N_("Which function: ksa or gsa; without it, both.")))
]
Subregion = Annotated[
    str | None,
    typer.Option("--subregion", metavar=_(N_("SUBREGION")), help=_(N_("Only the areas of this part of the county."))),
]
Municipality = Annotated[
    str | None,
    typer.Option("--municipality", metavar=_(N_("MUNICIPALITY")), help=_(N_("Only the areas of this municipality."))),
]


def area(registry: "Registry", given: str, where: Where | None = None) -> "Record[Area]":
    """The area that was meant: by id, a name of it, old ones too, or words of one. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "area", where)


def role(given: str) -> "Expected":
    """The role that was named. Raises Failure."""
    from vis_cli.cli.meant import choice

    words: dict[Expected, tuple[str, ...]] = {
        "ksa": ("kommunal samordnande funktion", "kommunsamordnare"),
        "gsa": ("geografiskt samordnande vårdcentral", "samordnande vårdcentral"),
    }
    return choice(given, words, N_("function"))


def kept(registry: "Registry", subregion: str | None, municipality: str | None) -> "frozenset[str] | None":
    """The ids of the areas of a part of the county or a municipality; None where neither is named. Raises Failure."""
    from vis_cli.cli.meant import choice
    from vis_cli.model.area import Area

    if subregion is None and municipality is None:
        return None
    parts = {record.entity.subregion for record in registry.all(Area) if record.entity.subregion}
    part = choice(subregion, sorted(parts), N_("part of the county")) if subregion else None
    of = municipality_of(registry, municipality) if municipality else None
    return frozenset(
        record.id
        for record in registry.all(Area)
        if part in (None, record.entity.subregion) and of in (None, record.entity.municipality)
    )


def municipality_of(registry: "Registry", given: str) -> str:
    """The id of the municipality that was meant, among those that have areas. Raises Failure with what is near."""
    from vis_cli.errors import Failure
    from vis_cli.facts.naming import meant, names_of_organisations, near
    from vis_cli.model.area import Area

    names = names_of_organisations(registry, dict.fromkeys(record.entity.municipality for record in registry.all(Area)))
    if found := meant(given, names):
        return found
    raise Failure(
        N_("there is no municipality `{given}`"),
        hint=N_("did you mean {near}?") if near(given, names) else "",
        given=given,
        near=", ".join(f"`{id}`" for id in near(given, names)),
    )

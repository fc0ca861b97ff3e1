"""The forum, the area, the organisation and the words that a user named."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.area import Area
    from vis_cli.model.forum import Forum
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str, typer.Argument(metavar=_(N_("FORUM")), help=_(N_("The forum: its id, its name or words of it.")))
]
Type = Annotated[
    str | None,
    typer.Option("--type", metavar=_(N_("TYPE")), help=_(N_("The type: family-centre, bus, local-consultation …"))),
]
InArea = Annotated[
    str | None,
    typer.Option("--area", metavar=_(N_("AREA")), help=_(N_("An area, by any name; its old areas count too."))),
]
OfAgreement = Annotated[
    str | None, typer.Option("--agreement", metavar=_(N_("AGREEMENT")), help=_(N_("An agreement, by id or name.")))
]


def forum(registry: "Registry", given: str, where: Where | None = None) -> "Record[Forum]":
    """The forum that was meant: by id, path, its name or words of it. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "forum", where)


def area(registry: "Registry", given: str, where: Where | None = None) -> "Record[Area]":
    """The area that was meant: by id, or any of its names. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "area", where)


def actor(registry: "Registry", given: str) -> str:
    """The id of the person, group or organisation that was meant. Raises Failure with what is near."""
    from vis_cli.cli.meant import one_of
    from vis_cli.facts.names import ACTORS

    return one_of(registry, given, ACTORS)


def areas(registry: "Registry", where: Where) -> dict[str, str]:
    """The areas of today to choose from, by name."""
    from vis_cli.facts.areas import areas_on

    return {record.id: record.entity.name for record in areas_on(registry, where.today())}


def agreements(registry: "Registry") -> dict[str, str]:
    """The agreements to choose from, in their order."""
    from vis_cli.cli.lines import called
    from vis_cli.facts.alphabet import in_order
    from vis_cli.model.agreement import Agreement

    return {record.id: called(record) for record in in_order(registry.all(Agreement))}


def organisations(registry: "Registry") -> dict[str, str]:
    """The organisations to choose from, by name."""
    from vis_cli.facts.alphabet import alphabetical
    from vis_cli.model.organisation import Organisation

    every = sorted(registry.all(Organisation), key=lambda item: alphabetical(item.entity.name))
    return {record.id: record.entity.name for record in every}

"""The deviation and the words that a user named."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.deviation import Deviation
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str, typer.Argument(metavar=_(N_("DEVIATION")), help=_(N_("The deviation: its id, its title or words of it.")))
]
Type = Annotated[
    str | None,
    typer.Option("--type", metavar=_(N_("TYPE")), help=_(N_("The type: participation, summons, information …"))),
]
Date = Annotated[
    str | None, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When (YYYY-MM-DD); without it, today.")))
]
Question = Annotated[
    str | None,
    typer.Option("--question", metavar=_(N_("QUESTION")), help=_(N_("The development question that it leads to."))),
]


def deviation(registry: "Registry", given: str, where: Where | None = None) -> "Record[Deviation]":
    """The deviation that was meant: by id, path, its title or words of it. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "deviation", where)


def type_named(given: str) -> str:
    """The type that was named, in either language. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice
    from vis_cli.documents.forum_words import DEVIATIONS
    from vis_cli.facts.deviations import WORDS

    return choice(given, {type: (words, DEVIATIONS[type]) for type, words in WORDS.items()}, N_("type of deviation"))

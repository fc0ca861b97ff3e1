"""The question and the words that a user named."""

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.question import DevelopmentQuestion, QuestionLevel
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str, typer.Argument(metavar=_(N_("QUESTION")), help=_(N_("The question: its id, its title or a part of it.")))
]
Date = Annotated[
    str | None,
    typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When; without it, the day of the meeting, or today."))),
]
Meeting = Annotated[
    str | None,
    typer.Option(
        "--meeting", metavar=_(N_("MEETING")), help=_(N_("The meeting that decided it: id, or name and day."))
    ),
]
Body = Annotated[
    str | None,
    typer.Option(
        "--body", metavar=_(N_("GROUP")), help=_(N_("Who has it there; without it, the only body that it can be."))
    ),
]


def question(registry: "Registry", given: str, where: Where | None = None) -> "Record[DevelopmentQuestion]":
    """The question that was meant: by id, path, its title or words of it. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "question", where)


def level(given: str) -> "QuestionLevel":
    """The level that was named, in English or as it is translated. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice
    from vis_cli.model.question import QuestionLevel

    levels: tuple[QuestionLevel, ...] = get_args(QuestionLevel)
    return choice(given, levels, N_("level"))


def levels() -> dict[str, str]:
    """The levels to choose from, from below."""
    from vis_cli.facts.questions import ORDER

    return {level: _(level) for level in ORDER}


def groups(registry: "Registry") -> dict[str, str]:
    """The groups to choose from, by name."""
    from vis_cli.documents.swedish import sort_key
    from vis_cli.model.group import Group

    there = [item for item in registry.all(Group) if item.entity.status != "discontinued"]
    return {item.id: item.entity.name for item in sorted(there, key=lambda item: sort_key(item.entity.name))}

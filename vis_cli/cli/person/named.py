"""The person that a user named, and the options of a post."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.person import Person, Post
    from vis_cli.model.values import When
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str, typer.Argument(metavar=_(N_("PERSON")), help=_(N_("The person: id, or a name or a part of one.")))
]
Title = Annotated[
    str | None, typer.Option("--title", metavar=_(N_("TEXT")), help=_(N_("The title of the post: socialdirektör.")))
]
Organisation = Annotated[
    str | None, typer.Option("--organisation", metavar=_(N_("ORGANISATION")), help=_(N_("Where: id or name.")))
]
Unit = Annotated[
    str | None,
    typer.Option("--unit", metavar=_(N_("TEXT")), help=_(N_("The department, where the organisation is not enough."))),
]


def person(registry: "Registry", given: str, where: Where | None = None) -> "Record[Person]":
    """The person that was meant: by id, path, a name or words of one. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "person", where)


def post(
    registry: "Registry",
    title: str | None,
    organisation: str | None,
    unit: str | None,
    since: "When | None",
    sources: tuple[str, ...],
) -> "Post":
    """The post; what is missing is asked for in a terminal. Raises Failure, KeyboardInterrupt."""
    from vis_cli.actions.step import line
    from vis_cli.cli import asking, questions
    from vis_cli.cli.group.named import organisation as meant
    from vis_cli.documents.swedish import sort_key
    from vis_cli.model.organisation import Organisation as Model
    from vis_cli.model.person import Post

    where = meant(registry, organisation) if organisation else None
    if asking.lacks(title=title, organisation=organisation):
        with asking.interview():
            title = title or questions.text(N_("Which title?"), check=asking.something)
            every = sorted(registry.all(Model), key=lambda item: sort_key(item.name))
            where = where or questions.one(N_("At which organisation?"), {item.id: item.name for item in every})
    office = line(unit) if unit else None
    assert where, "asked for before"
    return Post.model_construct(title=line(title or ""), organisation=where, unit=office, since=since, sources=sources)

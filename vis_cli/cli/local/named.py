"""The local agreements that a user named, one by one or by what they are about."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from vis_cli.model.local_agreement import LocalAgreement
    from vis_cli.registry import Record, Registry

TYPES = {
    "agreement": N_("local agreement"),
    "routine": N_("routine"),
    "contract": N_("collaboration contract"),
    "framework": N_("framework"),
}
_SWEDISH = {
    "agreement": ("lokal överenskommelse",),
    "routine": ("rutin",),
    "contract": ("samverkansavtal",),
    "framework": ("ramverk",),
}

Named = Annotated[
    str, typer.Argument(metavar=_(N_("LOCAL")), help=_(N_("The local agreement: its id, its title or words of it.")))
]
Type = Annotated[
    str | None,
    typer.Option("--type", metavar=_(N_("TYPE")), help=_(N_("agreement, routine, contract or framework."))),
]
ForumType = Annotated[
    str | None,
    typer.Option("--forum-type", metavar=_(N_("TYPE")), help=_(N_("Only those about a forum of this type."))),
]


def local(registry: "Registry", given: str, where: Where | None = None) -> "Record[LocalAgreement]":
    """The local agreement that was meant: by id, path, its title or words of it. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "local-agreement", where)


def type_named(given: str) -> str:
    """The type that was named, in either language. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice

    words = {type: (word, *_SWEDISH[type]) for type, word in TYPES.items()}
    return choice(given, words, N_("type of local agreement"))


def chosen(
    registry: "Registry",
    where: Where,
    day: "dt.date",
    type: str | None,
    agreement: str | None,
    areas: "Sequence[str] | None",
    forum_type: str | None,
) -> "tuple[Record[LocalAgreement], ...]":
    """Those of a day that the options ask for. Raises Failure where one of them names nothing."""
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.forum import named as places
    from vis_cli.cli.forum import words
    from vis_cli.facts.local_agreements import chosen as found

    return found(
        registry,
        day,
        type=type_named(type) if type else None,
        agreement=the_agreement(registry, agreement, where).id if agreement else None,
        areas=[places.area(registry, each, where).id for each in areas or ()],
        forum_type=words.type_named(forum_type) if forum_type else None,
    )

"""Persons: officials, as public minutes name them. Work data only."""

import re
from typing import Annotated

from pydantic import Field

from vis_cli.model.base import Entity, Term
from vis_cli.model.values import OrganisationRef, Seq, Text

_ROLE_ALONE = re.compile(r"tidigare-[1-9][0-9]*")


def is_forgotten(id: str | None) -> bool:
    """Whether the id is that of somebody whose name was replaced by the role (`vis person forget`)."""
    return bool(id and _ROLE_ALONE.fullmatch(id))


class Post(Term):
    """A post that a person holds or held."""

    title: Text
    """As printed: `socialdirektör`."""
    organisation: OrganisationRef
    """Where."""
    unit: Text | None = None
    """The department, where the organisation alone does not say it."""


class Person(Entity, kind="person", path="registry/people.yaml"):
    """An official who takes part in the collaboration (*tjänsteperson*). The ids `tidigare-1` and so on stand for those
    whose names `vis person forget` has replaced by their roles."""

    name: Text
    """First name and last name."""
    aliases: Seq[Text] = ()
    """Other spellings in use."""
    posts: Annotated[Seq[Post], Field(min_length=1)]
    """The posts, the latest last."""

"""Persons: officials, as public minutes name them. Work data only."""

from typing import Annotated

from pydantic import Field

from vis_cli.model.base import Entity, Term
from vis_cli.model.values import OrganisationRef, Seq, Text


class Post(Term):
    """A post that a person holds or held."""

    title: Text
    """As printed: `socialdirektör`."""
    organisation: OrganisationRef
    """Where."""
    unit: Text | None = None
    """The department, where the organisation alone does not say it."""


class Person(Entity, kind="person", path="registry/people.yaml"):
    """An official who takes part in the collaboration (*tjänsteperson*)."""

    name: Text
    """First name and last name."""
    aliases: Seq[Text] = ()
    """Other spellings in use."""
    posts: Annotated[Seq[Post], Field(min_length=1)]
    """The posts, the latest last."""

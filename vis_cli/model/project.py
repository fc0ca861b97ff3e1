"""Projects of the collaboration: what they shall reach, who leads them, their subprojects."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced, Term
from vis_cli.model.values import ActorRef, AgreementRef, Id, Markdown, PersonRef, Seq, Text, When


class Focus(Sourced):
    """Something that the project works on, where it is not said in which part."""

    text: Text
    """What."""
    when: When | None = None
    """When."""


class Organ(Sourced):
    """A body of the project: steering group, project group, reference groups."""

    name: Text
    """What it is called."""
    bodies: Seq[ActorRef] = ()
    """Who it consists of, where that is known."""


class Subproject(Sourced):
    """A part of a project (*delprojekt*)."""

    id: Id
    """Unique in the register."""
    number: int = Field(ge=1)
    """Its number."""
    name: Text | None = None
    """What it is called; empty where no source names it."""
    when: When | None = None
    """When it is carried out."""
    status: Literal["planned", "ongoing", "done", "migrated"] | None = None
    """Planned, ongoing, done, moved into ordinary work; empty where it is not known."""
    responsible: Seq[ActorRef] = ()
    """Who answers for it."""
    work_streams: Seq[Text] = ()
    """The work streams (*arbetsströmmar*) in it."""
    agreements: Seq[AgreementRef] = ()
    """The agreements that it touches."""
    deliverables: Seq[Text] = ()
    """What it shall deliver."""


class Project(
    FileEntity, Term, kind="project", path="registry/projects/{id}.yaml", parts={"subprojects": "subproject"}
):
    """A project."""

    title: Text
    """As printed."""
    background: Markdown | None = None
    """Why it was begun."""
    purpose: Markdown | None = None
    """What it is for (*syfte*)."""
    effect: Markdown | None = None
    """What it shall lead to (*effektmål*)."""
    leader: PersonRef | None = None
    """Who leads it (*projektledare*)."""
    employer: ActorRef | None = None
    """Who employs the leader."""
    on_behalf_of: Seq[Text] = ()
    """On whose account."""
    organs: Seq[Organ] = ()
    """How it is organised."""
    work_streams: Seq[Text] = ()
    """The work streams (*arbetsströmmar*) that are named."""
    focus: Seq[Focus] = ()
    """What it works on, where no source says in which part."""
    subproject_count: int | None = Field(None, ge=1)
    """How many subprojects it is divided into."""
    subprojects: Seq[Subproject] = ()
    """The subprojects, by number."""

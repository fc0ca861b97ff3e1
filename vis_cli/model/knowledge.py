"""Knowledge governance (*kunskapsstyrning*): what a group has to do with it, and through whom. (000:374-390)"""

from typing import Literal

from vis_cli.model.base import Sourced, Term
from vis_cli.model.citing import AtItem
from vis_cli.model.values import Markdown, PersonRef, Seq, Text, When

KnowledgeBody = Literal["npo", "nag", "rpo", "rag", "rss"]
"""National and regional programme area (NPO, RPO), national and regional working group (NAG, RAG), the regional
collaboration and support structure (RSS)."""


class Approval(Sourced):
    """The approval of a municipal representative (R-KUN-2). (000:237-238)"""

    on: When | None = None
    """When."""
    at: AtItem | None = None
    """The item that decided it."""


class KnowledgeLink(Term):
    """A link to a body of knowledge governance."""

    body: KnowledgeBody
    """Which sort of body."""
    name: Text | None = None
    """Which one: `psykisk hälsa`."""
    link: Literal["person", "formal"]
    """Somebody sits in both (*personkoppling*), or it is agreed (*formell*)."""
    person: PersonRef | None = None
    """Who sits in both, where known."""
    approval: Approval | None = None
    """The approval of the representative."""
    questions: Seq[Text] = ()
    """The questions that they share."""


class KnowledgeGovernance(Sourced):
    """What a group has to do with knowledge governance."""

    mission: Markdown | None = None
    """Its mission there (*uppdrag*)."""
    links: Seq[KnowledgeLink] = ()
    """Its links to bodies of knowledge governance."""
    none: Text | None = None
    """Why there is no link."""

"""Local agreements and routines (*lokala överenskommelser och rutiner*), in fields that can be compared. (002:71-76)"""

from typing import Literal

from vis_cli.model.base import FileEntity, Term
from vis_cli.model.forum import Rhythm
from vis_cli.model.values import ActorRef, AgreementRef, AreaRef, ForumRef, Seq, Text, When


class LocalAgreement(FileEntity, Term, kind="local-agreement", path="registry/local-agreements/{id}.yaml"):
    """What those who work in an area have agreed on how they work together."""

    title: Text
    """What it is called."""
    type: Literal["agreement", "routine", "contract", "framework"]
    """Local agreement (*lokal överenskommelse*), routine, contract (*samverkansavtal*), framework (*ramverk*)."""
    areas: Seq[AreaRef] = ()
    """The areas that it is for."""
    parties: Seq[ActorRef] = ()
    """Who made it."""
    agreement: AgreementRef | None = None
    """The agreement of the county that it carries out."""
    forum: ForumRef | None = None
    """The forum that it is about."""
    rhythm: Rhythm | None = None
    """How often there is a meeting."""
    convener: ActorRef | None = None
    """Who convenes (*sammankallande*)."""
    convening_function: Text | None = None
    """The function that convenes, where no organisation of its own does."""
    functions: Seq[Text] = ()
    """The functions that shall take part."""
    matters: Seq[Text] = ()
    """What is taken up."""
    reference: Text | None = None
    """Where the document is: a reference number, a title."""
    verified: When | None = None
    """When somebody last made sure that this is right."""

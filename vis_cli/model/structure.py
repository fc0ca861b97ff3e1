"""The standard structure that every agreement's text follows (000:346): a file of the register's templates."""

from vis_cli.model.agreement import AgreementKind
from vis_cli.model.base import FileEntity, Part
from vis_cli.model.values import Id, Seq, Text


class StandardSection(Part):
    """A section that an agreement has."""

    id: Id
    """Its id in every agreement."""
    heading: Text
    """Its heading."""
    prompt: Text
    """What belongs there: shown to whoever writes it."""
    required: bool = True
    """Whether an agreement must have it."""
    types: Seq[AgreementKind] = ()
    """The types of agreements that have it; empty means all."""


class Structure(FileEntity, kind="structure", path="templates/agreement.structure.yaml"):
    """The sections of an agreement, in their order."""

    sections: Seq[StandardSection] = ()
    """The sections."""

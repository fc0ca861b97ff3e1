"""Which version the text of an agreement is of, and whether there is a text at all."""

from vis_cli.facts.versions import version_of
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


def transcribed(agreement: Agreement) -> bool:
    """Whether the text is in the register."""
    return agreement.text_state != "not-transcribed" and bool(agreement.sections)


def published_version(registry: Registry, agreement: Record[Agreement]) -> Record[Version] | None:
    """The version that the text says it is of, if that is published."""
    own = agreement.entity.version
    found = version_of(registry, agreement.id, own) if own else None
    return found if found and found.entity.publication else None

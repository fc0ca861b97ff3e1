"""Agreements on their way: whether the text at hand is a draft or has been put to the parties, and who wrote it."""

from collections.abc import Iterable

from vis_cli.diagnostics import Severity
from vis_cli.facts.agreements import OWNED
from vis_cli.facts.versions import version_of
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.values import Side
from vis_cli.registry import Place, Record, Registry

STEERED = OWNED | {"main"}
"""The types whose text speaks of follow-up, prevention and deviations; others have it from what they belong to."""

_NOT_JOINT = ("state-agreement", "local-routine")


def published(registry: Registry, agreement: Record[Agreement]) -> bool:
    """Whether the text at hand has been put to the parties, so that it no longer changes."""
    name = agreement.entity.version
    version = version_of(registry, agreement.id, name) if name else None
    return version is not None and version.entity.publication is not None


def has_text(agreement: Agreement) -> bool:
    """Whether the whole text is at hand: not an extract, and not waiting to be transcribed."""
    return bool(agreement.sections) and agreement.text_state not in ("not-transcribed", "extract")


def copied(agreement: Agreement) -> bool:
    """Whether the text says what another document says, so that its form is not ours to choose."""
    return agreement.text_state in ("transcribed", "consolidated")


def drafted(agreement: Agreement) -> bool:
    """Whether it is one that both sides draft, and there is something to say of how: a text of our own, or a record."""
    return agreement.type not in _NOT_JOINT and (agreement.text_state == "original" or agreement.drafting is not None)


def beside(agreement: Record[Agreement]) -> Place:
    """The place of what should stand beside the text and does not: the text, or else the title."""
    return agreement.key("sections") if agreement.entity.sections else agreement.at("title")


def once_published(registry: Registry, agreement: Record[Agreement], severity: Severity) -> Severity:
    """How grave it is that something is not there: a gap while it is drafted, `severity` once it is published."""
    return severity if published(registry, agreement) else "gap"


def sides(registry: Registry, organisations: Iterable[str]) -> frozenset[Side] | None:
    """The sides that organisations stand for, those that are joint for both; None where one of them is not known."""
    found: set[Side] = set()
    for id in organisations:
        record = registry.get(Organisation, id)
        if record is None:
            return None
        found |= {"region", "municipality"} if record.entity.side == "joint" else {record.entity.side}
    return frozenset(found)

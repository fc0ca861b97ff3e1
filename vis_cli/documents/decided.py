"""A decision in the body's own form: "VIS tjänstestyrgrupp beslutar att …". (003:39, 003:48)"""

from vis_cli.facts.names import full_name
from vis_cli.model.item import Decision
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


def opening(registry: Registry, meeting: Meeting, decision: Decision) -> str:
    """The words that a decision begins with: the body and its verb."""
    body = full_name(registry, meeting.group)
    if decision.type == "recommends":
        to = f" {full_name(registry, decision.recipient)}" if decision.recipient else ""
        return f"{body} rekommenderar{to} att"
    return f"{body} beslutar att" if decision.type == "decides" else f"{body} fastställer"


def wording(registry: Registry, meeting: Meeting, decision: Decision) -> str:
    """The whole decision as the minutes print it."""
    return f"{opening(registry, meeting, decision)} {decision.text.rstrip('.')}."

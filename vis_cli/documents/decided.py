"""A decision in the body's own form: "VIS tjänstestyrgrupp beslutar att …". (003:39, 003:48)"""

from vis_cli.facts.names import full_name
from vis_cli.model.item import Decision
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


def opening(registry: Registry, group: str, type: str, to: str = "") -> str:
    """The words that a decision of a body begins with; `to` is whom it recommends something to, in words."""
    verb = {"decides": "beslutar att", "recommends": f"rekommenderar{to and f' {to}'} att", "approves": "fastställer"}
    return f"{full_name(registry, group, 'group')} {verb[type]}"


def opening_of(registry: Registry, meeting: Meeting, decision: Decision) -> str:
    """The words that a decision begins with: the body, its verb, and whom it recommends something to."""
    to = full_name(registry, decision.recipient, "group") if decision.recipient else ""
    return opening(registry, meeting.group, decision.type, "parterna" if decision.to_the_parties else to)


def wording(registry: Registry, meeting: Meeting, decision: Decision) -> str:
    """The whole decision as the minutes print it."""
    return f"{opening_of(registry, meeting, decision)} {decision.text.rstrip('.')}."

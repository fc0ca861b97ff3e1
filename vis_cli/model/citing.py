"""Citing a decision: the meeting and the item of its agenda."""

from vis_cli.model.base import Sourced
from vis_cli.model.values import Id, MeetingRef


class AtItem(Sourced):
    """An item of a meeting that decided something."""

    meeting: MeetingRef
    """The meeting."""
    item: Id | None = None
    """The id of the item there."""

"""Follow-ups (*uppföljningar*) of agreements: what was found, criterion by criterion. (000:338-348)"""

from typing import Literal

from vis_cli.model.base import FileEntity, Sourced
from vis_cli.model.citing import AtItem
from vis_cli.model.values import ActorRef, AgreementRef, Day, Markdown, Seq, Text, VersionName, When

Met = Literal["yes", "partly", "no", "unknown"]


class Finding(Sourced):
    """What was found for one criterion."""

    criterion: Text
    """The criterion, as the agreement words it."""
    met: Met
    """Met, met in part, not met, not known."""
    text: Markdown | None = None
    """What was seen."""


class FollowUpReport(FileEntity, kind="follow-up", path="registry/follow-ups/{id}.yaml"):
    """A follow-up of an agreement."""

    agreement: AgreementRef
    """Which agreement."""
    version: VersionName | None = None
    """Which version, where the time does not say it."""
    period: When | None = None
    """The time that it is about."""
    date: Day
    """When it was finished."""
    by: ActorRef | None = None
    """Who made it."""
    findings: Seq[Finding] = ()
    """What was found, criterion by criterion."""
    prevention: Markdown | None = None
    """What was found on promotive and preventive work. (000:341-342)"""
    text: Markdown | None = None
    """The rest of it in words."""
    proposals: Seq[Text] = ()
    """What it proposes."""
    presented: AtItem | None = None
    """The item at which it was presented."""

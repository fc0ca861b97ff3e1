"""Meetings: the agenda before, the minutes after; one file, one meeting."""

from typing import Literal

from vis_cli.model.base import FileEntity, Part, Sourced
from vis_cli.model.item import Item, Origin
from vis_cli.model.values import Clock, Day, FileName, GroupRef, Id, MeetingRef, PersonRef, Seq, Text

MeetingStatus = Literal["planned", "called", "held", "drafted", "sent", "approved", "cancelled"]
Capacity = Literal["region", "municipality", "secretariat", "association", "adjunct"]
MeetingForm = Literal["in-person", "digital", "hybrid"]


class Attendance(Part):
    """A person at the meeting, or missed there. The title is the post that the person held on that day."""

    person: PersonRef
    """Who."""
    capacity: Capacity
    """On whose behalf: the region, a municipality, the secretariat, the association, or called in."""
    present: bool | None = None
    """Whether the person was there; empty before the meeting."""
    role: Literal["chair", "secretary"] | None = None
    """What the person did at the meeting."""
    guest: bool = False
    """Takes part without being a member (*adjungerad*)."""


class Attachment(Sourced):
    """A paper that belongs to the meeting (*underlag, bilaga*)."""

    id: Id
    """Unique in the meeting."""
    title: Text
    """What it is called."""
    file: FileName | None = None
    """Its name in the folder beside the meeting's file."""
    missing: Text | None = None
    """Why the file is not here."""


class Notice(Sourced):
    """The notice to attend (*kallelse*)."""

    sent: Day
    """When it was sent, with its papers."""
    reason: Text | None = None
    """Why it was sent later than the body's procedure says."""


class Approval(Sourced):
    """The approval of the minutes (*fastställande*)."""

    meeting: MeetingRef
    """The meeting that approved them."""


class Move(Sourced):
    """A change of a meeting's day, time, form or place: what held before it. (A calendar counts them.)"""

    date: Day
    """The day that it was to be."""
    start: Clock | None = None
    """When it was to begin."""
    end: Clock | None = None
    """When it was to end."""
    form: MeetingForm | None = None
    """How it was to be held."""
    place: Text | None = None
    """Where it was to be."""
    decided: Day | None = None
    """When it was moved."""
    reason: Text
    """Why."""


class Dropped(Sourced):
    """Something that would have stood on the agenda, and why it does not. It is not brought there again."""

    id: Id | None = None
    """The id that it had on the agenda. With it, the reason goes back to the body that had taken it on here."""
    heading: Text
    """What it was called."""
    origin: Origin
    """What it follows from."""
    reason: Text
    """Why it was dropped."""


class Meeting(FileEntity, kind="meeting", path="registry/meetings/{group}/{date}.yaml"):
    """A meeting of a group. Its id is the group's and the date first planned: `exempelgruppen-2031-02-19`."""

    group: GroupRef
    """Whose meeting."""
    status: MeetingStatus
    """Planned, called (*kallad*), held, minutes drafted, sent, approved (*fastställda*), or cancelled (*inställd*)."""
    reason: Text | None = None
    """Why it was cancelled."""
    cancelled_on: Day | None = None
    """When it was cancelled."""
    date: Day
    """The day."""
    weekday: Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] | None = None
    """The day of the week, where a document prints it."""
    start: Clock | None = None
    """When it begins."""
    end: Clock | None = None
    """When it ends."""
    form: MeetingForm | None = None
    """In person (*fysiskt*), digital, or both."""
    place: Text | None = None
    """Where."""
    moves: Seq[Move] = ()
    """Earlier days, times and places, in order."""
    notice: Notice | None = None
    """The notice, once it is sent."""
    previous: MeetingRef | None = None
    """The meeting of the group before this one."""
    next: MeetingRef | None = None
    """The meeting of the group after this one, when it is set."""
    attendance: Seq[Attendance] = ()
    """Who was there and who was missed."""
    items: Seq[Item] = ()
    """The agenda; afterwards, with what was said and decided, the minutes."""
    dropped: Seq[Dropped] = ()
    """What was taken off the agenda before the meeting."""
    attachments: Seq[Attachment] = ()
    """The papers."""
    minutes_sent: Day | None = None
    """When the minutes were sent out."""
    approval: Approval | None = None
    """Where the minutes were approved."""

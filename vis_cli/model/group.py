"""Groups: steering groups, consultation groups, the secretariat, and the forums that they replace."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Part, Sourced, Term
from vis_cli.model.citing import AtItem
from vis_cli.model.item import ItemType
from vis_cli.model.knowledge import KnowledgeGovernance
from vis_cli.model.profile import Profile
from vis_cli.model.values import (
    ActorRef,
    Clock,
    GroupRef,
    Id,
    Level,
    Markdown,
    OrganisationRef,
    PersonRef,
    Seq,
    Side,
    Text,
    When,
)

GroupStatus = Literal["proposed", "decided", "establishing", "established", "active", "stalled", "discontinued"]


class Seat(Term):
    """A place in a group, and who sits in it. The holder may be unknown; the place is there all the same."""

    role: Literal["chair", "vice-chair", "secretary", "process-leader", "member", "substitute", "adjunct"] = "member"
    """Chair (*ordförande*), secretary, process leader (*processledare*), member (*ledamot*), substitute (*ersättare*),
    adjunct (*adjungerad*)."""
    side: Side
    """Which side holds it."""
    person: PersonRef | None = None
    """Who sits in it."""
    organisation: OrganisationRef | None = None
    """Whose seat it is."""
    function: Text | None = None
    """The function that comes with it: `socialdirektör`."""
    subregion: Text | None = None
    """The part of the county (*delregion*) it stands for."""
    mandate: Text | None = None
    """What the holder may decide or answer for at home (*mandat*). (000:246-248)"""
    percent: int | None = Field(None, ge=0, le=100)
    """Share of full time that is planned for it."""
    actual_percent: int | None = Field(None, ge=0, le=100)
    """Share of full time that it takes in fact. (000:98-99)"""
    node: bool = False
    """Whether the holder is the group's node (*nod*) towards the secretariat. (000:555)"""
    seated: AtItem | None = None
    """The item of the officials' steering group that decided on it. (000:621-622)"""
    ended: AtItem | None = None
    """The item of the officials' steering group that decided on its end. (000:621-622)"""


class StandingItem(Sourced):
    """An item that every agenda of the body has (*stående punkt*)."""

    heading: Text
    """What it is called."""
    type: ItemType
    """What kind of item."""
    presenters: Seq[ActorRef] = ()
    """Who presents it."""


class Procedure(Sourced):
    """How the body works (*arbetsordning*). What is not said here is not known, and not checked."""

    meetings_per_year: int | None = Field(None, ge=1)
    """How many meetings it shall have in a year."""
    notice_days: int | None = Field(None, ge=0)
    """The notice is sent at least so many days before the meeting."""
    papers_days: int | None = Field(None, ge=0)
    """The papers are sent at least so many days before the meeting."""
    minutes_days: int | None = Field(None, ge=0)
    """The minutes are sent at most so many days after the meeting."""
    quorum: int | None = Field(None, ge=1)
    """So many members must be present for a decision."""
    start: Clock | None = None
    """When its meetings begin, if nothing else is said."""
    end: Clock | None = None
    """When they end."""
    form: Literal["in-person", "digital", "hybrid"] | None = None
    """In person (*fysiskt*), digital, or both."""
    place: Text | None = None
    """Where."""
    standing_items: Seq[StandingItem] = ()
    """The items that every agenda has, in their order; empty means those that the minutes show: opening,
    previous minutes, the matters, questions onward, other business, next meeting. (003:13-118)"""


class Purposes(Part):
    """The four purposes that a mandate takes its start from. (000:295-300)"""

    agreements: Markdown | None = None
    """Managing and following up the county's agreements in its field (*förvalta och följa upp*)."""
    questions: Markdown | None = None
    """Finding the development questions that matter (*utvecklingsfrågor*)."""
    dialogue: Markdown | None = None
    """Being the arena for dialogue on knowledge governance (*kunskapsstyrning*)."""
    transition: Markdown | None = None
    """Contributing to the transition to integrated care (*God och nära vård*)."""


class Mandate(Term):
    """A mandate document (*uppdragsbeskrivning*)."""

    version: Text | None = None
    """Its version."""
    adopted: When | None = None
    """When it was decided."""
    purposes: Purposes
    """What it is for."""


class Handover(Sourced):
    """A responsibility has passed to another group."""

    to: GroupRef
    """Which."""
    on: When | None = None
    """When."""
    at: AtItem | None = None
    """The item that decided it."""


class Responsibility(Sourced):
    """Something that the group answers for (*ansvarsområde*), and who takes it over."""

    id: Id
    """Unique in the register."""
    text: Text
    """What."""
    takers: Seq[GroupRef] = ()
    """The groups that shall take it over; there can be several. (000:540)"""
    handovers: Seq[Handover] = ()
    """Those that have taken it over."""


class Decided(Sourced):
    """When a status was reached, and by which decision."""

    on: When | None = None
    """When."""
    decision: Text | None = None
    """The decision: body, date and item."""
    at: AtItem | None = None
    """The item that decided it, where its meeting is in the register."""
    lessons: Markdown | None = None
    """What was learnt (*lärdomar*) for the groups that come after. (000:531-532)"""


class Reached(Decided):
    """A status that the group had."""

    status: GroupStatus
    """Which."""


class Channel(Sourced):
    """A way of telling others what the group does (*kanal*)."""

    name: Text
    """Which: `BUS informationsbrev`."""
    type: Literal["newsletter", "website", "e-mail", "minutes", "workspace", "meeting", "other"]
    """Newsletter, website, e-mail, minutes sent out, workspace (Teams), meeting, something else."""
    per_year: int | None = Field(None, ge=1)
    """How often in a year."""
    audience: Text | None = None
    """For whom."""


class Boundary(Sourced):
    """Where the work of the group ends and that of another begins (*gränsdragning*). (000:503-504)"""

    matter: Text
    """What it is about: `socialpsykiatri`."""
    group: GroupRef | None = None
    """The other group."""
    text: Markdown
    """Who does what."""


class Introduction(Sourced):
    """The introduction that a new group was given. (000:517-518)"""

    on: When | None = None
    """When."""
    text: Markdown
    """What it was."""


class Group(
    FileEntity, Term, kind="group", path="registry/groups/{id}.yaml", parts={"responsibilities": "responsibility"}
):
    """A body of the collaboration."""

    name: Text
    """The full name, as printed."""
    short_name: Text | None = None
    """The short name, as printed."""
    aliases: Seq[Text] = ()
    """Other names, old ones too."""
    type: Literal["steering", "consultation", "secretariat", "forum", "working", "project"]
    """Steering group (*styrgrupp*), consultation group (*samrådsgrupp*), secretariat (*processledning*), forum from
    before the main agreement, working group (*arbetsgrupp*), organ of a project."""
    level: Level
    """National, regional, subregional or local."""
    elected: bool = False
    """Whether its members are elected politicians (*förtroendevalda*)."""
    joint: bool = True
    """Whether both sides sit in it (*gemensam*)."""
    status: GroupStatus
    """Proposed, decided, being established, established; for forums active, stalled (*avstannad*), discontinued."""
    reached: Decided | None = None
    """When the status was reached, by which decision."""
    earlier: Seq[Reached] = ()
    """The statuses before this one, in order."""
    subject: Text | None = None
    """Its subject area (*sakområde*)."""
    target_group: Text | None = None
    """Whom its work is for (*målgrupp*)."""
    reports_to: GroupRef | None = None
    """The one body that it reports to. (000:261-263)"""
    predecessors: Seq[GroupRef] = ()
    """The groups whose work it continues."""
    members: Seq[Seat] = ()
    """The seats."""
    chairing: Text | None = None
    """How the chair is decided (*ordförandeskap*): `HSF och Storsthlm varannan gång`."""
    alternates: bool = False
    """Whether the chair alternates between the sides."""
    procedure: Procedure | None = None
    """How it works: notice, quorum, standing items."""
    mandate: Mandate | None = None
    """The mandate document, when there is one."""
    responsibilities: Seq[Responsibility] = ()
    """What it answers for."""
    profile: Profile | None = None
    """The ten facts of the inventory."""
    local_link: Text | None = None
    """Its link to the subregional and local level. (000:609-610)"""
    disability_perspective: Text | None = None
    """How it brings in the needs of persons with disabilities. (000:498-499)"""
    knowledge_governance: KnowledgeGovernance | None = None
    """Its mission and its links in knowledge governance (*kunskapsstyrning*). (000:378-380)"""
    channels: Seq[Channel] = ()
    """How it tells others what it does."""
    networks: Seq[Text] = ()
    """The national networks that it takes part in. (000:251-252)"""
    boundaries: Seq[Boundary] = ()
    """Where its work ends and that of another group begins."""
    secretariat_division: Markdown | None = None
    """What the secretariat does for it and what it does itself. (000:414-416)"""
    introduction: Introduction | None = None
    """The introduction that it was given."""

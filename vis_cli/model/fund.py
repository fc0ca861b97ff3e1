"""Funds: grants and shared costs, how they are allocated, and the account of what was done with them."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Part, Sourced
from vis_cli.model.citing import AtItem
from vis_cli.model.contact import Remuneration
from vis_cli.model.values import (
    ActorRef,
    Day,
    FigureRef,
    GroupRef,
    Id,
    Markdown,
    OrganisationRef,
    Seq,
    Side,
    Text,
    When,
)

Qualifier = Literal["exact", "about", "more-than", "less-than"]
AllocationRule = Literal["fixed", "rest", "equal", "shares", "per-inhabitant", "pooled"]
EntryType = Literal["received", "decided", "used", "reported", "returned"]


class Money(Sourced):
    """Whole kronor, as exact as they are stated."""

    kronor: int = Field(ge=0)
    """Whole kronor."""
    qualifier: Qualifier = "exact"
    """Exact, about (*cirka*), more than (*drygt*), less than."""


class Purpose(Sourced):
    """Something that it may be used for (*ändamål*)."""

    id: Id
    """Unique in the fund."""
    text: Text
    """What."""


class Condition(Sourced):
    """What the giver demands (*villkor*)."""

    id: Id
    """Unique in the fund."""
    text: Markdown
    """What."""
    receiver: ActorRef | None = None
    """Whom it holds for, where it does not hold for all: `stockholms-stad`. (003:94-96)"""
    usable_percent_least: int | None = Field(None, ge=0, le=100)
    """At least so much of it can be used under this condition, in per cent."""
    usable_percent_most: int | None = Field(None, ge=0, le=100)
    """At most so much."""
    usable_about: bool = False
    """Whether these per cent are only about right (*cirka 70–75 procent*)."""


class ReportingDuty(Sourced):
    """What has to be reported to the giver (*återredovisning*)."""

    id: Id
    """Unique in the fund."""
    text: Text
    """What."""
    due: When | None = None
    """By when; empty where it is not known."""
    owner: ActorRef | None = None
    """Who sees to it."""
    done: Day | None = None
    """When it was done."""
    report: Text | None = None
    """Where the report is: a reference number, a title."""


class Share(Part):
    """The share of one receiver."""

    to: ActorRef | None = None
    """Who."""
    side: Side | None = None
    """The side, where it is for one side together."""
    percent: int = Field(ge=0, le=100)
    """Per cent."""


class Portion(Sourced):
    """A part of the money, and how it is found. The portions stand in the order in which they are taken."""

    id: Id
    """Unique in the fund."""
    text: Text
    """What it is for."""
    of: Id | None = None
    """The portion that it is a part of; empty where it is taken from the whole."""
    side: Side | None = None
    """Whose part of that portion it is taken from, where that is divided between the sides: `municipality`."""
    rule: AllocationRule
    """A fixed amount; what is left; equal parts for the sides (*lika mellan huvudmännen*); stated shares; for each
    inhabitant; kept together (*gemensamt*) for those named. Whatever has no amount of its own takes what
    is left beside the others."""
    kronor: int | None = Field(None, ge=0)
    """The amount, in whole kronor, where it is a fixed one."""
    shares: Seq[Share] = ()
    """The stated shares."""
    among: Seq[ActorRef] = ()
    """Those that it is divided among, or kept together for; empty means the two sides, or all municipalities."""
    together: Seq[ActorRef] = ()
    """Those of them whose parts are kept together and used jointly. (003:36)"""
    figure: FigureRef | None = None
    """The population that it is divided by: a figure with its date and source."""
    purposes: Seq[Id] = ()
    """The purposes of the fund that it is for."""


class Entry(Sourced):
    """A line of the account: money received, decided, used, reported or paid back."""

    id: Id
    """Unique in the fund."""
    type: EntryType
    """Received (*mottaget*), decided (*beslutat*), used (*använt*), reported to the giver (*återredovisat*), paid
    back."""
    date: Day
    """When."""
    money: Money
    """How much."""
    portion: Id | None = None
    """The portion that it belongs to."""
    purpose: Id | None = None
    """The purpose that it was for."""
    by: ActorRef | None = None
    """Who received, decided, used or reported it."""
    text: Text | None = None
    """What it was for."""
    at: AtItem | None = None
    """The item that decided it."""
    duty: Id | None = None
    """The reporting duty that it answers."""


class Fund(FileEntity, kind="fund", path="registry/funds/{id}.yaml"):
    """A grant (*statsbidrag, stimulansmedel*) or a cost that is shared."""

    name: Text
    """What it is called."""
    aliases: Seq[Text] = ()
    """Other names."""
    type: Literal["grant", "shared-cost", "basic-contribution", "remuneration"]
    """State grant, a cost that the parties share, basic contribution (*grundbidrag*), remuneration (*ersättning*)."""
    giver: OrganisationRef | None = None
    """Who gives it."""
    first_year: int | None = Field(None, ge=1900, le=2999)
    """The first year that it is for."""
    last_year: int | None = Field(None, ge=1900, le=2999)
    """The last year that it is for."""
    total: Money | None = None
    """The whole amount."""
    each: Money | None = None
    """The amount of each receiver, where that is what is stated: `800 tkr per stadsdel`."""
    remuneration: Seq[Remuneration] = ()
    """What each receiver is paid, part by part, where it is a remuneration. (002:125-127)"""
    receivers: Seq[ActorRef] = ()
    """Who receives it."""
    receiving_side: Side | None = None
    """The side that it is for."""
    purposes: Seq[Purpose] = ()
    """What it may be used for."""
    conditions: Seq[Condition] = ()
    """What the giver demands."""
    duties: Seq[ReportingDuty] = ()
    """What has to be reported to the giver."""
    portions: Seq[Portion] = ()
    """How it is allocated."""
    decided: AtItem | None = None
    """The item at which the allocation was decided."""
    group: GroupRef | None = None
    """The body that decides on it."""
    account: Seq[Entry] = ()
    """What was received, decided, used and reported, in order; appended to, never changed."""
    plan_by: When | None = None
    """When the planning of the years after has to begin. (003:99)"""
    successor: Text | None = None
    """What comes after it, where that is known."""

"""The ten facts of a group on a day: told by the inventory, known to be missing, found elsewhere, or not known. (D-18)

A forum from before the main agreement has them in its `profile`. A newer group has most of them in keys of its own;
what the profile does not tell is taken from there, so that one question can be asked of all. (000:103-238)
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from vis_cli.facts.activity import Activity, activity
from vis_cli.facts.alphabet import alphabetical
from vis_cli.facts.inventory import FACTS, missing_facts
from vis_cli.facts.representation import STANDING, Body, representation
from vis_cli.facts.responsibility import parts
from vis_cli.facts.seats import existed
from vis_cli.facts.year_plans import plans_of
from vis_cli.model.agreement import Agreement
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.group import Group
from vis_cli.model.profile import Fact
from vis_cli.registry import Record, Registry

State = Literal["told", "missing", "elsewhere", "unknown"]
"""The profile tells it; the profile says why there is nothing to tell; other keys of the register tell it; nobody
has told."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the ten facts of a group."""

    name: str
    """Its key in the profile."""
    state: State
    fact: Fact | None
    """As the profile has it."""


@dataclass(frozen=True, slots=True)
class Inventoried:
    """A group with its ten facts."""

    group: Record[Group]
    entries: tuple[Entry, ...]
    activity: Activity
    body: Body
    """Its seats."""
    plans: tuple[Record[AnnualPlan], ...]
    """Its annual plans for the year of the day and the next."""
    agreements: tuple[Record[Agreement], ...]
    """Those that it answers for on the day."""

    @property
    def has_plan(self) -> bool | None:
        """Whether it has an annual plan; None where that is not known."""
        told = self.group.entity.profile.annual_plan if self.group.entity.profile else None
        return True if self.plans else told.exists if told else None

    def of(self, state: State) -> tuple[str, ...]:
        """The names of the facts that are in a state."""
        return tuple(entry.name for entry in self.entries if entry.state == state)


def inventory(
    registry: Registry, on: dt.date, groups: tuple[Record[Group], ...] | None = None
) -> tuple[Inventoried, ...]:
    """The ten facts of some groups; without them, of all forums and consultation groups there on the day."""
    owned: dict[str, list[Record[Agreement]]] = {}
    for (agreement, group), part in parts(registry, on).items():
        record = registry.get(Agreement, agreement)
        if part == "owner" and record:
            owned.setdefault(group, []).append(record)
    chosen = asked(registry, on) if groups is None else groups
    return tuple(_inventoried(registry, record, on, tuple(owned.get(record.id, ()))) for record in chosen)


def asked(registry: Registry, on: dt.date) -> tuple[Record[Group], ...]:
    """The groups that the ten facts are asked of: forums first, consultation groups, then others that tell them."""
    found = [
        record
        for record in registry.all(Group)
        if record.entity.type in STANDING
        and (record.entity.type in ("forum", "consultation") or record.entity.profile)
        and existed(record.entity, on) is not False
        and record.entity.status != "discontinued"
    ]
    order = ("forum", "consultation", "secretariat", "steering")
    return tuple(sorted(found, key=lambda item: (order.index(item.entity.type), alphabetical(item.name))))


def _inventoried(
    registry: Registry, record: Record[Group], on: dt.date, agreements: tuple[Record[Agreement], ...]
) -> Inventoried:
    own = record.entity
    plans = tuple(
        plan for year in (on.year, on.year + 1) for plan in plans_of(registry, year) if plan.entity.group == record.id
    )
    body = representation(registry, on, (record,)).bodies[0]
    elsewhere = {
        "target_group": own.target_group,
        "mission": own.mandate or own.responsibilities,
        "participants": body.seats,
        "structure": own.procedure and own.procedure.meetings_per_year,
        "secretariat": [held for held in body.seats if held.seat.role in ("process-leader", "secretary")],
        "annual_plan": plans,
        "agreements": agreements,
        "communication": own.channels,
        "local_groups": own.local_link,
        "knowledge_governance": own.knowledge_governance,
    }
    untold = missing_facts(own.profile)
    entries = []
    for name in FACTS:
        fact = getattr(own.profile, name, None)
        state: State = "told"
        if name in untold:
            state = "elsewhere" if elsewhere[name] else "unknown"
        elif fact and fact.missing:
            state = "missing"
        entries.append(Entry(name, state, fact))
    return Inventoried(record, tuple(entries), activity(registry, record, on), body, plans, agreements)

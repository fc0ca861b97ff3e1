"""The joint annual plan (*sammanhållande årsplanering*) and a group's annual plan (*årsplan*), with the wheel."""

from collections.abc import Iterator
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.documents.wheel import wheel
from vis_cli.documents.year_words import KINDS, STATUSES, WORK, group_name, period, when_in_year
from vis_cli.facts.clashes import rhythm
from vis_cli.facts.dated import Dated
from vis_cli.facts.deadlines import deadlines
from vis_cli.facts.schedule import usual
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.facts.year import Year
from vis_cli.facts.year_plans import GoalAreaWork, when_of
from vis_cli.model.activity import Activity
from vis_cli.model.annual_plan import DecisionPoint
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_DUTIES = ("notice", "papers", "minutes")
_POINTS = {
    "information": "Information",
    "decision": "Beslut",
    "recommendation": "Rekommendation",
    "dialogue": "Dialog",
    "discussion": "Diskussion",
}
_KINDS = ("meeting", "group", "annual-plan", "agreement", "version", "activity", "plan", "fund", "collaboration")


def annual_plan(registry: Registry, year: Year) -> Document:
    """The plan of all bodies for a year, or of the one that the year is of. Raises DocumentFault."""
    return _Builder(registry, year).document()


class _Builder:
    """Facts of one year, in Swedish words."""

    def __init__(self, registry: Registry, year: Year) -> None:
        self.registry = registry
        self.year = year
        self.collaboration = next(iter(registry.all(Collaboration)), None)

    def document(self) -> Document:
        year, group = self.year, self.year.group
        title = f"Årsplan {year.year}: {group.name}" if group else f"Sammanhållande årsplanering {year.year}"
        own = self.collaboration.entity if self.collaboration else None
        organisation = f"{own.name}, {own.county}" if own else group.name if group else "Vård i samverkan"
        whole = group.entity.name if group else organisation
        return Document(
            template="year.md.j2",
            title=title,
            subject=f"Möten, beslutspunkter, överenskommelser och aktiviteter {year.year}: {whole}",
            organisation=organisation,
            day=None,
            state=self.state(),
            context={"title": title, "whole": whole, "joint": group is None, **self.context()},
            files=self.files(),
            poster=wheel(self.registry, year, title),
        )

    def state(self) -> str:
        adopted = [plan for plan in self.year.plans if plan.entity.status == "adopted"]
        if self.year.group and self.year.plans:
            return "Antagen årsplan" if adopted else "Utkast till årsplan"
        return "Årsplanering"

    def files(self) -> tuple[str, ...]:
        """Every file that the year is made from: what does not show may be what should have."""
        found = {item.file.path for kind in _KINDS for item in self.registry.of_kind(kind)}
        return tuple(sorted(found))

    def context(self) -> dict[str, Any]:
        year = self.year
        held = [item for item in year.meetings if item.entity.status != "cancelled"]
        meetings = [
            self.meeting(item, first=not i or year.meetings[i - 1].entity.date.month != item.entity.date.month)
            for i, item in enumerate(year.meetings)
        ]
        texts = [plan.entity.text for plan in year.plans if plan.entity.text and year.group]
        return {
            "texts": [markdown.field(text, shift=1) for text in texts],
            "counted": self.counted(len(held)),
            "adopted": self.adopted(),
            "meetings": meetings,
            "goes_on": any(meeting["onward"] for meeting in meetings),
            "bodies": [body for body in map(self.body, year.bodies) if body["columns"] or body["rhythm"]],
            "points": list(self.points()),
            "dates": [
                self.row(item) for item in year.of("pre-meeting", "report", "funds", "measure", "event", "group-ends")
            ],
            "agreements": [self.row(item) for item in year.agreements],
            "under_review": [brief(item) for item in year.under_review],
            "areas": [
                {"name": self.area(work), "activities": [self.activity(item) for item in work.activities]}
                for work in year.work
                if work.activities
            ],
            "untouched": [self.area(work) for work in year.work if not work.activities],
            "missing": list(self.missing()),
        }

    def area(self, work: GoalAreaWork) -> str:
        own = work.area.entity if work.area else None
        return f"Målområde {own.number}: {own.name}" if own else "Utan målområde"

    def adopted(self) -> str | None:
        """When a group adopted its plan; of all bodies' plans nothing is said."""
        if self.year.group is None or not self.year.plans:
            return None
        own = self.year.plans[0].entity
        if own.status != "adopted":
            return "Planen är ett utkast."
        meeting = self.registry.get(Meeting, own.adopted_at)
        return f"Planen antogs den {swedish.short_date(meeting.entity.date)}." if meeting else "Planen är antagen."

    def counted(self, held: int) -> str:
        year = self.year
        meetings = f"{swedish.numeral(held, neuter=True)} {'möte' if held == 1 else 'möten'}"
        bodies = "" if year.group else f" i {swedish.numeral(len(year.bodies), neuter=True)} organ"
        moved = sum(1 for item in year.meetings if item.entity.moves and item.entity.status != "cancelled")
        notes = [f"{moved} är flyttade" if moved > 1 else "ett är flyttat"] if moved else []
        if cancelled := len(year.meetings) - held:
            number = swedish.numeral(cancelled, neuter=True)
            notes.append(f"därutöver är {number} {'inställt' if cancelled == 1 else 'inställda'}")
        return ", ".join([f"{swedish.sentence(meetings)}{bodies}", *notes]) + "."

    def meeting(self, record: Record[Meeting], *, first: bool) -> dict[str, Any]:
        """A row of the table; the first of a month says which month it is."""
        own = record.entity
        slot = usual(self.registry, own.group, own.date, record.id, own)
        words = [STATUSES[own.status]] if own.status != "planned" else []
        if slot.start and own.status != "cancelled":
            words.append(f"{slot.start}–{slot.end}" if slot.end else slot.start)
        if slot.form and own.status != "cancelled":
            words.append({"in-person": "på plats", "digital": "digitalt", "hybrid": "på plats och digitalt"}[slot.form])
        if slot.place and own.status != "cancelled":
            words.append(slot.place)
        if own.moves:
            words.append(f"flyttat från {self.day(own.moves[-1].date)}")
        if own.reason and own.status == "cancelled":
            words.append(own.reason[:1].lower() + own.reason[1:])
        onward = next((chain.onward for chain in self.year.chains if chain.meeting.id == record.id), ())
        return {
            "month": swedish.MONTHS[own.date.month - 1].capitalize() if first else None,
            "date": self.day(own.date, weekday=True),
            "body": group_name(self.registry, own.group),
            "words": ", ".join(words),
            "onward": [f"{group_name(self.registry, one.entity.group)} {self.day(one.entity.date)}" for one in onward],
        }

    def body(self, id: str) -> dict[str, Any]:
        mine = [item for item in self.year.meetings if item.entity.group == id]
        rows: list[dict[str, Any]] = []
        for record in mine:
            due = {item.duty: item for item in deadlines(self.registry, record)}
            cells = [self.day(due[duty].day) if duty in due else "" for duty in _DUTIES]
            called_off = record.entity.status == "cancelled"
            rows.append({"date": self.day(record.entity.date, weekday=True), "cells": cells, "cancelled": called_off})
        told = [index for index in range(len(_DUTIES)) if any(row["cells"][index] for row in rows)]
        for row in rows:
            row["cells"] = [row["cells"][index] for index in told]
        wanted, planned = rhythm(self.registry, id), sum(1 for row in rows if not row["cancelled"])
        return {
            "name": group_name(self.registry, id),
            "rows": rows,
            "columns": [KINDS[_DUTIES[index]] for index in told],
            "rhythm": f"{planned} av {wanted} möten är satta" if wanted and planned < wanted else "",
        }

    def points(self) -> Iterator[dict[str, Any]]:
        found: list[tuple[Any, dict[str, Any]]] = []
        for plan in self.year.plans:
            for number, point in enumerate(plan.entity.decision_points):
                when = when_of(self.registry, point)
                order = (when is None, when.earliest if when else None, plan.id, number) if when else (True, plan.id)
                found.append(((order[0], str(order[1:])), self.point(plan.entity.group, point)))
        return (row for _order, row in sorted(found, key=lambda item: item[0]))

    def point(self, group: str, point: DecisionPoint) -> dict[str, Any]:
        when = when_of(self.registry, point)
        return {
            "when": when_in_year(when) if when else "inte bestämt",
            "title": point.title,
            "type": _POINTS[point.type],
            "body": group_name(self.registry, group),
            "forward": group_name(self.registry, point.forward_to) if point.forward_to else "",
        }

    def row(self, item: Dated) -> dict[str, Any]:
        title = brief(item.record) if item.record.kind == "agreement" else item.title
        body = group_name(self.registry, item.group) if item.group else "ingen känd"
        return {"when": when_in_year(item.when), "what": KINDS[item.kind], "title": title, "body": body}

    def activity(self, record: Record[Activity]) -> dict[str, Any]:
        own = record.entity
        owners = own.owners or ((own.group,) if own.group else ())
        return {
            "title": own.title,
            "period": period(self.year.year, own.since, own.until),
            "status": WORK.get(own.status or "", "–"),
            "owners": swedish.listing([group_name(self.registry, id) for id in owners]) or "–",
            "prioritised": own.prioritised,
        }

    def missing(self) -> Iterator[str]:
        year = self.year
        if year.without_plan:
            names = swedish.listing([item.name for item in year.without_plan])
            yield f"Årsplan för {year.year} saknas" + (f" för {names}." if year.group is None else ".")
        for item in year.left:
            what = "översyn" if item.kind == "review" else "uppföljning"
            yield f"{brief(item.record)}: {what} skulle ha gjorts {in_words(item.when)}."
        for agreement in year.without_next:
            months = agreement.entity.follow_up.interval_months if agreement.entity.follow_up else ""
            yield f"{brief(agreement)}: ska följas upp var {months}:e månad, men nästa gång är inte bestämd."
        for point in year.undated:
            whose = group_name(self.registry, point.plan.entity.group)
            yield f"”{point.point.title}”: det är inte bestämt när {whose} tar upp det."
        yield from self.no_way_on()
        unsaid = [group_name(self.registry, id) for id in year.bodies if not self.body(id)["columns"]]
        if unsaid:
            whose = "" if year.group else f" för {swedish.listing(unsaid)}"
            yield f"Hur långt före mötet kallelse och handlingar ska skickas är inte känt{whose}."
        untouched = [work.area.entity.number for work in year.work if work.area and not work.activities]
        if untouched:
            numbers = swedish.listing([str(number) for number in untouched])
            yield f"Inga aktiviteter är kända för målområde {numbers}."

    def no_way_on(self) -> Iterator[str]:
        """The bodies that others take matters on to, and that have no meeting in the year."""
        if self.year.group:
            return
        meeting = {item.entity.group for item in self.year.meetings if item.entity.status != "cancelled"}
        below: dict[str, list[str]] = {}
        for id in self.year.bodies:
            group = self.registry.get(Group, id)
            if group and group.entity.reports_to and group.entity.reports_to not in meeting:
                below.setdefault(group.entity.reports_to, []).append(group_name(self.registry, id))
        for above, names in below.items():
            body = group_name(self.registry, above)
            yield f"{body} har inget möte satt, och dit går det som {swedish.listing(names)} för vidare."

    def day(self, day: Any, *, weekday: bool = False) -> str:
        """`tors 19 feb`, in the year of the plan; another year is said."""
        text = f"{day.day}{swedish.NO_BREAK}{swedish.MONTHS[day.month - 1][:3]}"
        if day.year != self.year.year:
            text += f" {day.year}"
        names = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
        return f"{names[day.weekday()]}{swedish.NO_BREAK}{text}" if weekday else text

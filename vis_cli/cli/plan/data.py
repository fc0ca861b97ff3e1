"""A year and its clashes as JSON: ids and dates, no sentences."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vis_cli.facts.clashes import Clash
    from vis_cli.facts.dated import Dated
    from vis_cli.facts.year import Year
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry


def of_year(registry: "Registry", year: "Year") -> dict[str, Any]:
    """All that is known of the year."""
    onward = {chain.meeting.id: [record.id for record in chain.onward] for chain in year.chains}
    return {
        "year": year.year,
        "group": year.group.id if year.group else None,
        "bodies": list(year.bodies),
        "meetings": [_meeting(registry, record, onward.get(record.id, [])) for record in year.meetings],
        "dates": [_dated(item, year.year) for item in year.dated if item.kind != "meeting"],
        "left": [_dated(item, year.year) for item in year.left],
        "under_review": [record.id for record in year.under_review],
        "without_next_follow_up": [record.id for record in year.without_next],
        "undated": [{"group": item.plan.entity.group, "decision_point": item.point.id} for item in year.undated],
        "goal_areas": [
            {"goal_area": work.area.id if work.area else None, "activities": [item.id for item in work.activities]}
            for work in year.work
        ],
        "annual_plans": [record.id for record in year.plans],
        "without_annual_plan": [record.id for record in year.without_plan],
    }


def of_clashes(year: int, found: "tuple[Clash, ...]") -> dict[str, Any]:
    """What would not do, each with the days that would."""
    return {"year": year, "clashes": [_clash(item) for item in found]}


def _meeting(registry: "Registry", record: "Record[Meeting]", onward: list[str]) -> dict[str, Any]:
    from vis_cli.facts.deadlines import deadlines

    own = record.entity
    due = {item.duty: item.day.isoformat() for item in deadlines(registry, record)}
    return {
        "id": record.id,
        "group": own.group,
        "date": own.date.isoformat(),
        "status": own.status,
        "start": own.start,
        "end": own.end,
        "form": own.form,
        "place": own.place,
        "moved_from": [move.date.isoformat() for move in own.moves],
        "notice_by": due.get("notice"),
        "papers_by": due.get("papers"),
        "minutes_by": due.get("minutes"),
        "onward": onward,
    }


def _dated(item: "Dated", year: int) -> dict[str, Any]:
    from vis_cli.facts.dated import month_of

    return {
        "kind": item.kind,
        "when": str(item.when),
        "month": month_of(item.when, year),
        "group": item.group,
        "of": {"kind": item.record.kind, "id": item.record.id},
        "title": item.title or None,
        "done": item.done,
    }


def _clash(clash: "Clash") -> dict[str, Any]:
    return {
        "kind": clash.kind,
        "certain": clash.certain,
        "date": clash.day.isoformat() if clash.day else None,
        "group": clash.group,
        "meetings": [record.id for record in clash.meetings],
        "people": list(clash.people),
        "day_off": {"kind": clash.day_off.kind, "name": clash.day_off.name or None} if clash.day_off else None,
        "closes": clash.closes.isoformat() if clash.closes else None,
        "planned": clash.planned if clash.kind == "rhythm" else None,
        "expected": clash.expected if clash.kind == "rhythm" else None,
        "would_do": [day.isoformat() for day in clash.would_do],
    }

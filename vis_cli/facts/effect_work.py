"""What a change does to work under way: questions, plans, follow-ups, deviations, local forums and agreements."""

from collections.abc import Iterator

from vis_cli.errors import Word
from vis_cli.facts.effect import Altered, Change, Effect, Titles
from vis_cli.model.annual_plan import AnnualPlan, DecisionPoint
from vis_cli.model.deviation import Deviation
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.model.forum import Forum
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.model.plan import Plan
from vis_cli.model.question import DevelopmentQuestion, Step
from vis_cli.registry import Record


def questions(change: Change) -> Iterator[Effect]:
    """Development questions that are raised, moved or closed."""
    for record in change.added(DevelopmentQuestion):
        values = _step(change, record.entity.steps[-1])
        yield Effect("decisions", "question-new", record, values, tells=(record,))
    for altered in change.altered(DevelopmentQuestion):
        steps = [item for item in altered.at("steps") if item.type == "added"]
        if steps:
            values = _step(change, steps[-1].after)
            yield Effect("decisions", "question-moved", altered.after, values, tells=tuple(steps))
        for item in altered.at("outcome"):
            if item.before is None:
                values = {"result": Word(item.after.result)}
                yield Effect("decisions", "question-closed", altered.after, values, tells=(item,))
            elif item.after is None:
                yield Effect("decisions", "question-opened", altered.after, tells=(item,))


def _step(change: Change, step: Step) -> dict[str, object]:
    return {"level": Word(step.level), "body": change.name(step.body)}


def plans(change: Change) -> Iterator[Effect]:
    """Plans that are new or adopted, and the matters that a body is to take up during the year."""
    for record in change.added(AnnualPlan):
        values = {**_year(change, record), "names": Titles(point.title for point in record.entity.decision_points)}
        yield Effect("meetings", "annual-plan-new", record, values, tells=(record,))
    for annual in change.altered(AnnualPlan):
        yield from _annual(change, annual)
    for plan in change.altered(Plan):
        for item in plan.at("adoptions"):
            if item.type == "added":
                values = {"body": item.after.body, "date": item.after.date}
                yield Effect("decisions", "plan-adopted", plan.after, values, tells=(item,))


def _year(change: Change, record: Record[AnnualPlan]) -> dict[str, object]:
    return {"group": change.name(record.entity.group, "group"), "year": str(record.entity.year)}


def _annual(change: Change, altered: Altered[AnnualPlan]) -> Iterator[Effect]:
    values = _year(change, altered.after)
    for item in altered.at("status"):
        if item.after == "adopted":
            told = (item, *altered.at("adopted_at"))
            yield Effect("meetings", "annual-plan-adopted", altered.after, values, tells=told)
    for item in altered.at("decision_points"):
        if item.type in ("added", "removed"):
            point: DecisionPoint = item.after or item.before
            more = {"title": point.title, "when": point.when}
            yield Effect("meetings", f"point-{item.type}", altered.after, {**values, **more}, tells=(item,))
    for item in altered.at("decision_points", "when"):
        if item.after and item.before:
            title = item.within[0].title  # type: ignore[attr-defined]  # a decision point
            more = {"title": title, "when": item.after, "was": item.before}
            yield Effect("meetings", "point-moved", altered.after, {**values, **more}, tells=(item,))


def followed_up(change: Change) -> Iterator[Effect]:
    """Follow-ups of agreements that were made."""
    for record in change.added(FollowUpReport):
        own = record.entity
        met = [sum(1 for item in own.findings if item.met == how) for how in ("yes", "partly", "no")]
        values = {
            "agreement": change.name(own.agreement, "agreement"),
            "date": own.date,
            "met": met[0],
            "partly": met[1],
            "unmet": met[2],
            "count": len(own.findings),
        }
        yield Effect("decisions", "follow-up-new", record, values, tells=(record,))


def deviations(change: Change) -> Iterator[Effect]:
    """Deviations that are reported, sent on, mended, closed."""
    for record in change.added(Deviation):
        own = record.entity
        agreement, area = change.name(own.agreement, "agreement"), change.name(own.area, "area")
        values = {"agreement": agreement, "area": area, "date": own.date, "count": own.count}
        yield Effect("local", "deviation-new", record, values, tells=(record,))
    for altered in change.altered(Deviation):
        for item in altered.at("closed"):
            if item.after and item.before is None:
                yield Effect("local", "deviation-closed", altered.after, {"date": item.after}, tells=(item,))
        for item in altered.at("route"):
            if item.type == "added":
                values = {"to": change.name(item.after.to), "date": item.after.date}
                yield Effect("local", "deviation-sent", altered.after, values, tells=(item,))


def locally(change: Change) -> Iterator[Effect]:
    """Local forums and agreements that come, change status and end."""
    for forum in change.added(Forum):
        values = {"areas": _areas(change, forum.entity.areas), "status": Word(forum.entity.status or "")}
        yield Effect("local", "forum-new", forum, values, tells=(forum,))
    for local in change.added(LocalAgreement):
        areas = _areas(change, local.entity.areas)
        yield Effect("local", "local-agreement-new", local, {"areas": areas}, tells=(local,))
    every: list[Altered[Forum] | Altered[LocalAgreement]] = [*change.altered(Forum), *change.altered(LocalAgreement)]
    for altered in every:
        for item in altered.at("until"):
            if item.after:
                values = {"until": item.after, "areas": _areas(change, altered.after.entity.areas)}
                yield Effect("local", "local-ends", altered.after, values, tells=(item,))


def _areas(change: Change, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(change.name(id, "area") for id in ids)

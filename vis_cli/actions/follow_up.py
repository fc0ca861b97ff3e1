"""Follow-ups (*uppföljningar*) of agreements: what was found is recorded. The next one follows from it. (R-UPP-1)"""

import datetime as dt
from typing import Any

from vis_cli.actions.filed import file_of, free_id
from vis_cli.actions.step import Forbidden, Step
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.beginning import never_before
from vis_cli.facts.follow_ups import reports
from vis_cli.model.agreement import Agreement
from vis_cli.model.follow_up import Finding, FollowUpReport
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry


def record(
    registry: Registry,
    agreement: Record[Agreement],
    id: str,
    report: dict[str, Any],
    findings: tuple[Finding, ...],
    today: dt.date,
) -> Step:
    """A new follow-up of an agreement; `report` has what its file says beside the agreement. Raises Failure."""
    date = dt.date.fromisoformat(str(report["date"]))
    if date > today:
        raise Forbidden(N_("{date} has not come yet"), about="date", date=date)
    if any(item.entity.date == date for item in reports(registry, agreement.id)):
        raise Forbidden(
            N_("a follow-up of `{id}` was finished that day already"),
            hint=N_("what is wrong in it is corrected in its file"),
            about="date",
            id=agreement.id,
        )
    if (period := report.get("period")) and When.parse(str(period)).earliest > date:
        raise Forbidden(
            N_("{period} begins after {date}, when it was finished"), about="period", period=period, date=date
        )
    first = never_before(registry, agreement.id)
    if first and date < first:
        raise Forbidden(N_("the agreement did not apply before {first}"), about="date", first=first)
    criteria = agreement.entity.follow_up.criteria if agreement.entity.follow_up else ()
    told = {item.criterion for item in findings}
    new = free_id(registry, FollowUpReport, id, agreement.id, "uppfoljning", date.isoformat())
    notices = [
        Notice(N_("nothing is said of: {criterion}"), {"criterion": item}) for item in criteria if item not in told
    ]
    if not criteria:
        message = N_("the agreement does not say by what it is judged; write it in {path} under `follow_up`")
        notices.append(Notice(message, {"path": agreement.file.path}))
    return Step(
        file_of(FollowUpReport, {"id": new, "agreement": agreement.id, **report}),
        f"Uppföljning av {agreement.id}: {date}",
        tuple(notices),
    )

"""VIS260: an annual plan names a meeting of another body or of another year."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.meeting import Meeting
from vis_cli.places import Route
from vis_cli.registry import Record, Registry


@rule()
def meeting_of_other_plan(registry: Registry) -> Iterator[Problem]:
    """An annual plan names a meeting of another body, or a decision point a meeting of another year.

    *Årsplanen pekar på ett annat organs möte, eller en beslutspunkt på ett möte ett annat år.*

    A group adopts its own annual plan (*årsplan*, 000:610-611), and takes up its decision points (*beslutspunkter*) at
    its own meetings of the year; what another body is to take up is forwarded to it. The plan can be adopted the year
    before.

    Wrong:

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    adopted_at: styrgruppen-2031-02-20   # VIS260
    decision_points:
      - id: riktlinjen
        title: Revidering av riktlinjen
        meeting: exempelgruppen-2032-02-20   # VIS260
    ```

    ```yaml registry/meetings/styrgruppen/2031-02-20.yaml
    id: styrgruppen-2031-02-20
    group: styrgruppen
    status: held
    date: 2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2032-02-20.yaml
    id: exempelgruppen-2032-02-20
    group: exempelgruppen
    status: planned
    date: 2032-02-20
    ```

    Right:

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    adopted_at: exempelgruppen-2030-12-05
    decision_points:
      - id: riktlinjen
        title: Revidering av riktlinjen
        meeting: exempelgruppen-2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2030-12-05.yaml
    id: exempelgruppen-2030-12-05
    group: exempelgruppen
    status: held
    date: 2030-12-05
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    ```
    """
    for record in registry.all(AnnualPlan):
        if adopted := registry.get(Meeting, record.entity.adopted_at):
            yield from _of_other(record, adopted, ("adopted_at",))
        for i, point in enumerate(record.entity.decision_points):
            if meeting := registry.get(Meeting, point.meeting):
                route = ("decision_points", i, "meeting")
                yield from _of_other(record, meeting, route)
                yield from _other_year(record, meeting, route)


def _of_other(plan: Record[AnnualPlan], meeting: Record[Meeting], route: Route) -> Iterator[Problem]:
    if meeting.entity.group != plan.entity.group:
        yield Problem(
            plan.at(*route),
            N_("`{meeting}` is a meeting of `{other}`, and the plan is that of `{group}`"),
            help=N_("name a meeting of the group; what goes on to another body has `forward_to`"),
            meeting=meeting.id,
            other=meeting.entity.group,
            group=plan.entity.group,
        )


def _other_year(plan: Record[AnnualPlan], meeting: Record[Meeting], route: Route) -> Iterator[Problem]:
    if meeting.entity.date.year != plan.entity.year:
        yield Problem(
            plan.at(*route),
            N_("`{meeting}` is on {day}, and the plan is for {year}"),
            help=N_("name a meeting of the year, or move the decision point to the plan of that year"),
            related=((meeting.at("date"), N_("the day of the meeting")),),
            meeting=meeting.id,
            day=meeting.entity.date,
            year=plan.entity.year,
        )

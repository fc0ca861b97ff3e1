"""VIS229: a contribution concerns a goal area of a plan that did not apply."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.terms import holds
from vis_cli.model.meeting import Meeting
from vis_cli.model.plan import Plan
from vis_cli.registry import Registry


@rule(severity="warning")
def goal_area_of_other_time(registry: Registry) -> Iterator[Problem]:
    """A contribution concerns a goal area of a plan that does not apply on the day of the meeting.

    *Ett medskick avser ett målområde i en handlingsplan som inte gäller vid mötet.*

    Contributions are collected by the goal areas of the plan in force (003:58-87).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogue
        heading: Exempel
        type: dialogue
        contributions:
          - id: medskick-1
            text: Ett medskick
            goal_area: nara   # VIS229
    ```

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    until: 2030-12-31
    goal_areas:
      - id: nara
        number: 1
        name: Nära
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: dialogue
        heading: Exempel
        type: dialogue
        contributions:
          - id: medskick-1
            text: Ett medskick
            goal_area: nara
    ```

    ```yaml registry/plans/exempelplanen.yaml
    id: exempelplanen
    title: Exempelplanen
    from: "2030"
    until: "2035"
    goal_areas:
      - id: nara
        number: 1
        name: Nära
    ```
    """
    plans = {area.id: record for record in registry.all(Plan) for area in record.entity.goal_areas}
    for record in registry.all(Meeting):
        for i, item in enumerate(record.entity.items):
            for j, contribution in enumerate(item.contributions):
                plan = plans.get(contribution.goal_area or "")
                if plan is not None and holds(plan.entity, record.entity.date) is False:
                    yield Problem(
                        record.at("items", i, "contributions", j, "goal_area"),
                        N_("`{area}` belongs to `{plan}`, which does not apply on {date}"),
                        help=N_("name the goal area of the plan that applied"),
                        related=((plan.at("title"), N_("the plan")),),
                        area=contribution.goal_area,
                        plan=plan.id,
                        date=record.entity.date,
                    )

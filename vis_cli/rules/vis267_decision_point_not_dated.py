"""VIS267: nobody has said when a decision point is to be taken up."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} decision points without a date or a meeting"))
def decision_point_not_dated(registry: Registry) -> Iterator[Problem]:
    """A decision point of an annual plan has neither a date nor a meeting.

    *En beslutspunkt i årsplanen har varken datum eller möte.*

    A decision point (*beslutspunkt*) comes to an agenda by itself when its time comes; what has no time never does, and
    the year's planning (000:405-411) cannot show it.

    Wrong:

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    decision_points:
      - id: riktlinjen
        title: Revidering av riktlinjen   # VIS267
      - id: mandat
        title: Ny uppdragsbeskrivning
        when: 2031-23
    ```

    Right:

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    decision_points:
      - id: riktlinjen
        title: Revidering av riktlinjen
        when: 2031-03
    ```
    """
    plans = list(registry.all(AnnualPlan))
    total = sum(len(plan.entity.decision_points) for plan in plans)
    for record in plans:
        for i, point in enumerate(record.entity.decision_points):
            if point.when is None and point.meeting is None:
                yield Problem(
                    record.at("decision_points", i, "title"),
                    N_("it is not said when it is to be taken up"),
                    help=N_("write `when:` with a day, a month or a season, or `meeting:`"),
                    total=total,
                )

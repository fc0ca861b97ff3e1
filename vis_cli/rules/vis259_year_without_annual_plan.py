"""VIS259: a group meets in a year for which it has no annual plan."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import timelines
from vis_cli.facts.year_plans import PLANNING
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} years of groups without an annual plan"))
def year_without_annual_plan(registry: Registry) -> Iterator[Problem]:
    """A group has meetings in a year, and no annual plan for it.

    *Gruppen har möten under året, men ingen årsplan.*

    A consultation group draws up an annual plan together with the secretariat (*årsplanering*, 000:610-611); three of
    the forums before them had none (000:195, 000:214). Without it nobody knows what the meetings are for. (R-PLA-1)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen   # VIS259
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: established
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: planned
    date: 2031-02-20
    ```

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    ```
    """
    have = {(plan.entity.group, plan.entity.year) for plan in registry.all(AnnualPlan)}
    lines = timelines(registry)
    meets = [
        (record, year)
        for record in registry.all(Group)
        if record.entity.type in PLANNING
        for year in sorted({meeting.entity.date.year for meeting in lines.get(record.id, ())})
    ]
    for record, year in meets:
        if (record.id, year) not in have and not registry.has_broken(AnnualPlan.kind):
            yield Problem(
                record.at("id"),
                N_("it meets in {year}, and has no annual plan for that year"),
                help=N_("`vis plan new {group} {year}` begins one"),
                total=len(meets),
                year=year,
                group=record.id,
            )

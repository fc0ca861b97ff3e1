"""VIS246: a matter goes to a body that this one does not report to."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import decisions
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.places import Route
from vis_cli.registry import Registry


@rule()
def forwarded_elsewhere(registry: Registry) -> Iterator[Problem]:
    """A matter is forwarded or recommended to a body that this one does not report to.

    *Ett ärende förs vidare eller rekommenderas till ett organ som gruppen inte rapporterar till.*

    Every body reports to one other, and there is no path beside it (000:261-263).

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: decision
            to: testgruppen   # VIS246
            title: Rapporten
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    reports_to: provgruppen
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: decision
            to: provgruppen
            title: Rapporten
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    reports_to: provgruppen
    ```
    """
    for record in registry.all(Meeting):
        group = registry.get(Group, record.entity.group)
        if group is None or group.entity.reports_to is None:
            continue
        named: list[tuple[Route, str]] = [
            (("items", i, "forwards", j, "to"), forward.to)
            for i, item in enumerate(record.entity.items)
            for j, forward in enumerate(item.forwards)
        ]
        named += [
            (("items", i, "decisions", j, "recipient"), decision.recipient)
            for i, _, j, decision in decisions(record.entity)
            if decision.recipient
        ]
        for route, to in named:
            if to != group.entity.reports_to:
                yield Problem(
                    record.at(*route),
                    N_("the matter goes to `{to}`, but `{group}` reports to `{above}`"),
                    help=N_("name the body that it reports to"),
                    related=((group.at("reports_to"), N_("it reports to this one")),),
                    to=to,
                    group=group.id,
                    above=group.entity.reports_to,
                )

"""VIS182: an id stands twice in an annual plan."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.registry import Registry


@rule()
def decision_point_twice(registry: Registry) -> Iterator[Problem]:
    """An id is used twice in an annual plan.

    *Samma id används två gånger i en årsplan.*

    An item on an agenda says which decision point of the annual plan (*årsplan*, 000:610-611) it follows from, by the
    plan and an id. With two of one id nobody can tell which was taken up.

    Wrong:

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    decision_points:
      - id: riktlinjen
        title: Revidering av riktlinjen
        when: 2031-03
      - id: riktlinjen   # VIS182
        title: Beslut om riktlinjen
        when: 2031-09
    events:
      - id: riktlinjen   # VIS182
        title: Riktlinjen redovisas
        when: 2031-10
    ```

    Right:

    ```yaml registry/plans/exempelgruppen/2031.yaml
    group: exempelgruppen
    year: 2031
    decision_points:
      - id: riktlinjen
        title: Revidering av riktlinjen
        when: 2031-03
      - id: riktlinjen-beslut
        title: Beslut om riktlinjen
        when: 2031-09
    ```
    """
    for record in registry.all(AnnualPlan):
        own = record.entity
        entries = [("decision_points", i, item.id) for i, item in enumerate(own.decision_points)]
        entries += [("events", i, item.id) for i, item in enumerate(own.events)]
        first: dict[str, tuple[str, int]] = {}
        for key, i, id in entries:
            if id in first:
                yield Problem(
                    record.at(key, i, "id"),
                    N_("the id `{id}` is used twice in the plan"),
                    help=N_("give one of them another id"),
                    related=((record.at(*first[id], "id"), N_("it stands here too")),),
                    id=id,
                )
            first.setdefault(id, (key, i))

"""VIS101: a term ends before it begins."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.terms import backwards
from vis_cli.registry import Registry
from vis_cli.registry.parts import parts_with


@rule()
def ends_before_it_begins(registry: Registry) -> Iterator[Problem]:
    """Something ends before it begins.

    *Något slutar innan det börjar.*

    Who held a seat, a post or a function on a day is read off its first and last day; there is no such day here.
    Imprecise dates are given the benefit of the doubt: `2022` may end what began on 2022-12-31. (004:83)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        from: 2031-02-01
        until: 2030-12-31   # VIS101
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        from: 2031-02-01
        until: "2031"
    ```
    """
    for record in registry.entities:
        for route, part in parts_with(record.entity, ("since", "until")):
            if backwards(part):
                yield Problem(
                    record.at(*route, "until"),
                    N_("ends {until}, before it begins {since}"),
                    help=N_("correct one of the dates; both days are included"),
                    related=((record.at(*route, "from"), N_("it begins here")),),
                    since=part.since,
                    until=part.until,
                )

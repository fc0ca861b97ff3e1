"""VIS532: a number of forums does not say for when it holds."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.forum import Forum
from vis_cli.registry import Registry


@rule(severity="warning")
def number_without_time(registry: Registry) -> Iterator[Problem]:
    """A number of forums does not say for when it holds.

    *Ett antal forum saknar uppgift om när det gällde.*

    "In December 2024 there were 15 family centres" (002:377): without its time a number grows old unnoticed, and two
    of them cannot be compared.

    Wrong:

    ```yaml registry/forums/familjecentraler-exempelby.yaml
    id: familjecentraler-exempelby
    name: Familjecentraler i Exempelby
    type: family-centre
    number: 2   # VIS532
    ```

    Right:

    ```yaml registry/forums/familjecentraler-exempelby.yaml
    id: familjecentraler-exempelby
    name: Familjecentraler i Exempelby
    type: family-centre
    number: 2
    as_of: 2031-12
    ```
    """
    for record in registry.all(Forum):
        if record.entity.number is not None and record.entity.as_of is None:
            yield Problem(
                record.at("number"),
                N_("the number {number} does not say for when it holds"),
                help=N_("write `as_of:` with the day, the month or the year"),
                number=record.entity.number,
            )

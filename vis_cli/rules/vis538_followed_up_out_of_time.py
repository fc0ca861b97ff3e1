"""VIS538: a follow-up is about a time when the agreement did not apply."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.beginning import never_before
from vis_cli.model.agreement import Agreement
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.registry import Registry


@rule(severity="warning")
def followed_up_out_of_time(registry: Registry) -> Iterator[Problem]:
    """A follow-up is about a time when the agreement certainly did not apply.

    *En uppföljning gäller en tid då överenskommelsen inte gällde.*

    What is followed up is how an agreement was lived by (000:338-342). Before it applied and after it ended there is
    nothing to find; either the time or the agreement is wrong.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ended:
      last_day: 2029-12-31
    ```

    ```yaml registry/follow-ups/exempelavtalet-2031.yaml
    id: exempelavtalet-2031
    agreement: exempelavtalet
    period: "2030"   # VIS538
    date: 2031-03-01
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ended:
      last_day: 2030-12-31
    ```

    ```yaml registry/follow-ups/exempelavtalet-2031.yaml
    id: exempelavtalet-2031
    agreement: exempelavtalet
    period: "2030"
    date: 2031-03-01
    ```
    """
    for record in registry.all(FollowUpReport):
        own = record.entity
        agreement = registry.get(Agreement, own.agreement)
        if agreement is None or own.period is None:
            continue
        ended, first = agreement.entity.ended, never_before(registry, agreement.id)
        if ended and own.period.earliest > ended.last_day.latest:
            yield Problem(
                record.at("period"),
                N_("the agreement `{id}` ended {date}, before that"),
                help=N_("correct the time, or name the agreement that took its place"),
                id=agreement.id,
                date=ended.last_day,
            )
        elif first and own.period.latest < first:
            yield Problem(
                record.at("period"),
                N_("the agreement `{id}` applies from {date}, after that"),
                help=N_("correct the time, or name the agreement that applied before it"),
                id=agreement.id,
                date=first,
            )

"""VIS296: a party leaves before its notice has run out."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.days import months_after
from vis_cli.facts.standing import effective
from vis_cli.facts.versions import version_of
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@rule()
def left_before_notice_ran_out(registry: Registry) -> Iterator[Problem]:
    """A party leaves before its period of notice has run out.

    *En part lämnar innan uppsägningstiden har gått ut.*

    Who gives notice is bound for as long as the agreement says; a party may stay longer, and not shorter.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    notice:
      months: 12
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: withdrawn
        date: 2031-06-01
        last_day: 2031-12-31   # VIS296
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    notice:
      months: 12
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
      - outcome: withdrawn
        date: 2031-06-01
        last_day: 2032-06-01
    ```
    """
    for record in registry.all(Adoption):
        version = version_of(registry, record.entity.agreement, record.entity.version)
        notice = version.entity.notice if version else None
        if version is None or notice is None or notice.months is None:
            continue
        for entry in effective(record.entity):
            decision = entry.decision
            if decision.outcome != "withdrawn" or not decision.date or not decision.last_day:
                continue
            first = months_after(decision.date, notice.months)
            if decision.last_day.latest < first.earliest:
                yield Problem(
                    record.at("decisions", entry.index - 1, "last_day"),
                    N_("the last day {last} comes before the period of notice of {months} months has run out, {first}"),
                    help=N_("correct one of the dates"),
                    related=((version.at("notice", "months"), N_("the period of notice")),),
                    last=decision.last_day,
                    months=notice.months,
                    first=first,
                )

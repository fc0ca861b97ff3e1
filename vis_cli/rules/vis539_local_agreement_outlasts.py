"""VIS539: a local agreement goes on after the agreement that it carries out has ended."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.registry import Registry


@rule(severity="warning")
def local_agreement_outlasts(registry: Registry) -> Iterator[Problem]:
    """A local agreement has no end, or a later one, than the agreement of the county that it carries out.

    *En lokal överenskommelse gäller längre än den överenskommelse som den genomför.*

    Local agreements and routines carry out what the county has agreed (002:71-76). When that ends, they have to be
    looked over: ended too, or tied to what takes its place.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ended:
      last_day: 2031-12-31
    ```

    ```yaml registry/local-agreements/exempelrutin.yaml
    id: exempelrutin
    title: Exempelrutin
    type: routine
    agreement: exempelavtalet   # VIS539
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ended:
      last_day: 2031-12-31
    ```

    ```yaml registry/local-agreements/exempelrutin.yaml
    id: exempelrutin
    until: 2031-12-31
    title: Exempelrutin
    type: routine
    agreement: exempelavtalet
    ```
    """
    for record in registry.all(LocalAgreement):
        agreement = registry.get(Agreement, record.entity.agreement)
        ended = agreement.entity.ended if agreement else None
        until = record.entity.until
        if agreement is None or ended is None or (until and until.earliest <= ended.last_day.latest):
            continue
        yield Problem(
            record.at("agreement"),
            N_("the agreement `{id}` ends {date}, and this goes on"),
            help=N_("write `until:`, or name the agreement that takes its place: `{successor}`")
            if ended.successor
            else N_("write `until:`, or name the agreement that takes its place"),
            id=agreement.id,
            date=ended.last_day,
            successor=ended.successor or "",
        )

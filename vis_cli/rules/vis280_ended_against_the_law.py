"""VIS280: an agreement that the law demands is ended, and none takes its place."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def ended_against_the_law(registry: Registry) -> Iterator[Problem]:
    """An agreement that the law demands is ended without a successor.

    *En överenskommelse som lagen kräver har avslutats utan att en annan tar vid.*

    Where the law demands that the parties have an agreement, it cannot end with nothing in its place (000:143).

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    legal_basis:
      - text: Exempellagen
    ended:   # VIS280
      last_day: 2031-12-31
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    legal_basis:
      - text: Exempellagen
    ended:
      last_day: 2031-12-31
      successor: provavtalet
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    ended:
      last_day: 2031-12-31
    ```
    """
    for record in registry.all(Agreement):
        ended = record.entity.ended
        if ended and record.entity.legal_basis and ended.successor is None:
            yield Problem(
                record.key("ended"),
                N_("the law demands this agreement, but it ends on {day} without a successor"),
                help=N_("write `successor:` with the agreement that takes its place"),
                related=((record.key("legal_basis"), N_("the law is named here")),),
                day=ended.last_day,
            )

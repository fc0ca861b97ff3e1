"""VIS231: an area has no known KSA."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import uncovered_areas
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} areas without a known KSA"))
def no_known_ksa(registry: Registry) -> Iterator[Problem]:
    """An area has no known KSA.

    *Ett område har ingen känd KSA.*

    Every municipality answers for appointing a coordinating function, in Stockholm one for each city district; two
    can share it. Known is one with a person, an organisation or a mailbox. An area that took over is counted with
    those before it, where none of them had one either. (001:61-71, 002:78-80, 101-102)

    Wrong:

    ```yaml registry/areas.yaml
    exempelby:   # VIS231
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    Right:

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - organisation: exempelby-kommun
        mailbox: ksa@exempelby.example
    ```
    """
    for record, successors, before in uncovered_areas(registry, "ksa"):
        if successors:
            message = N_("no KSA is known for `{id}`, nor after it for {successors}")
        elif before:
            message = N_("no KSA is known for `{id}`; it is not known who continues after {before}")
        else:
            message = N_("no KSA is known for `{id}`")
        yield Problem(
            record.key(),
            message,
            help=N_("write it in `registry/contacts/{id}.yaml`; an exemption with its reason goes into `vis.yaml`"),
            id=record.id,
            successors=", ".join(f"`{area}`" for area in successors),
            before=", ".join(f"`{area}`" for area in before),
        )

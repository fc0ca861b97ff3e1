"""VIS232: an area has no known GSA."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import uncovered_areas
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} areas without a known GSA"))
def no_known_gsa(registry: Registry) -> Iterator[Problem]:
    """An area has no known GSA.

    *Ett område har ingen känd GSA.*

    Every municipality and every city district in Stockholm has a health centre that coordinates. When districts were
    merged, nobody said which of their health centres continues; an exemption with its reason goes into `vis.yaml`.
    (001:76-77, 002:116-118, 004:85-158)

    Wrong:

    ```yaml registry/areas.yaml
    exempelby:   # VIS232
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
    provkoping:
      name: Provköping
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
    gsa:
      - clinic: Exempelby vårdcentral
    ```

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: ES
    county: Exempellän
    exemptions:
      - expects: gsa
        area: provkoping
        reason: Vården samordnas av en egen organisation
    ```
    """
    for record, successors, before in uncovered_areas(registry, "gsa"):
        if successors:
            message = N_("no GSA is known for `{id}`, nor after it for {successors}")
        elif before:
            message = N_("no GSA is known for `{id}`; it is not known who continues after {before}")
        else:
            message = N_("no GSA is known for `{id}`")
        yield Problem(
            record.key(),
            message,
            help=N_("write it in `registry/contacts/{id}.yaml`; an exemption with its reason goes into `vis.yaml`"),
            id=record.id,
            successors=", ".join(f"`{area}`" for area in successors),
            before=", ".join(f"`{area}`" for area in before),
        )

"""VIS281: an agreement is not known to be drafted by both sides."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.drafting import drafted, once_published, sides
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements not known to be drafted by both sides"))
def one_sided_drafting(registry: Registry) -> Iterator[Problem]:
    """The authors of an agreement do not stand for both the region and the municipalities.

    *Överenskommelsen är inte framtagen av både regionen och kommunerna.*

    The municipalities' association and the region draft together (001:40). While an agreement is drafted this is a gap,
    in a published one a warning. Agreements with the state and local routines are not asked.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    drafting:
      authors:   # VIS281
        - region-exempel
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement   # VIS281
    text_state: original
    sections:
      - id: ansvar
        heading: Ansvarsfördelning
    ```

    ```yaml registry/organisations.yaml
    region-exempel:
      name: Region Exempel
      type: principal
      side: region
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    drafting:
      authors:
        - region-exempel
        - exempelkommunerna
    ```

    ```yaml registry/organisations.yaml
    region-exempel:
      name: Region Exempel
      type: principal
      side: region
    exempelkommunerna:
      name: Exempelkommunerna
      type: association
      side: municipality
    ```
    """
    expected = [record for record in registry.all(Agreement) if drafted(record.entity)]
    for record in expected:
        authors = record.entity.drafting.authors if record.entity.drafting else ()
        found = sides(registry, authors)
        if found is not None and not found >= {"region", "municipality"}:
            yield Problem(
                record.key("drafting", "authors") if authors else record.at("type"),
                N_("the authors do not stand for both sides") if authors else N_("the authors are not named"),
                help=N_("name the authors of both sides in `drafting:`, `authors:`"),
                severity=once_published(registry, record, "warning"),
                total=len(expected),
            )

"""VIS234: an area has two GSA on one day."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import certain_days
from vis_cli.facts.stretches import clashes
from vis_cli.facts.terms import certain
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry


@rule()
def two_gsa_at_once(registry: Registry) -> Iterator[Problem]:
    """An area has two coordinating health centres on one day.

    *Ett område har två samordnande vårdcentraler samma dag.*

    The health centres of a municipality appoint one together; whoever convenes the local meetings must be one and
    known. Both days of a term are included. (001:76-79, 004:45-46)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        until: 2031-01-01
      - clinic: Provköpings vårdcentral   # VIS234
        from: 2031-01-01
    ```

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

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        until: 2030-12-31
      - clinic: Provköpings vårdcentral
        from: 2031-01-01
    ```

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
    """
    for record in registry.all(Contact):
        area = registry.get(Area, record.id)
        gsa = record.entity.gsa
        days = [(i, certain_days(area.entity, held) if area else certain(held)) for i, held in enumerate(gsa)]
        for one, other, both in clashes(days):
            yield Problem(
                record.at("gsa", other, "clinic"),
                N_("{clinic} and {earlier} are both the GSA of `{id}` on {day}")
                if both.first.year > 1
                else N_("{clinic} and {earlier} are both the GSA of `{id}` at once"),
                help=N_("end the first before the second begins: `until` is its last day"),
                related=((record.at("gsa", one, "clinic"), N_("the other one")),),
                clinic=gsa[other].clinic,
                earlier=gsa[one].clinic,
                id=record.id,
                day=both.first,
            )

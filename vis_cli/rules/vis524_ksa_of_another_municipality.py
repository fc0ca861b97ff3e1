"""VIS524: the KSA of an area is placed in another municipality."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.model.organisation import Organisation
from vis_cli.registry import Registry


@rule()
def ksa_of_another_municipality(registry: Registry) -> Iterator[Problem]:
    """The KSA of an area is placed in another municipality, or in the region.

    *Ett områdes KSA är placerad i en annan kommun, eller i regionen.*

    Every municipality appoints its own coordinating function. Where municipalities share one, it stands in each of
    them, placed in an organisation of theirs or in none. (001:61-64, 002:78-80)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - organisation: omsorgen-i-provkoping   # VIS524
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    provkoping: {name: Provköping, type: principal, side: municipality}
    omsorgen-i-provkoping:
      {name: Omsorgen i Provköping, type: administration, side: municipality, parent: provkoping}
    omsorgen-i-exempelby:
      {name: Omsorgen i Exempelby, type: administration, side: municipality, parent: exempelby-kommun}
    ```

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - organisation: omsorgen-i-exempelby
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    provkoping: {name: Provköping, type: principal, side: municipality}
    omsorgen-i-provkoping:
      {name: Omsorgen i Provköping, type: administration, side: municipality, parent: provkoping}
    omsorgen-i-exempelby:
      {name: Omsorgen i Exempelby, type: administration, side: municipality, parent: exempelby-kommun}
    ```
    """
    for record in registry.all(Contact):
        area = registry.get(Area, record.id)
        for index, ksa in enumerate(record.entity.ksa if area else ()):
            principal = _principal(registry, ksa.organisation)
            if area and principal and principal != area.entity.municipality:
                yield Problem(
                    record.at("ksa", index, "organisation"),
                    N_("`{organisation}` belongs to `{principal}`, and {area} is an area of `{municipality}`"),
                    help=N_("name where in the municipality it is placed"),
                    organisation=ksa.organisation,
                    principal=principal,
                    area=area.entity.name,
                    municipality=area.entity.municipality,
                )


def _principal(registry: Registry, id: str | None) -> str | None:
    """The municipality or region at the top of an organisation; None where that is not known."""
    seen: set[str] = set()
    while (found := registry.get(Organisation, id)) and found.id not in seen:
        seen.add(found.id)
        if found.entity.type == "principal":
            return found.id
        id = found.entity.parent
    return None

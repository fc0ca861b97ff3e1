"""VIS230: a contact file belongs to no area."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry


@rule()
def contact_without_an_area(registry: Registry) -> Iterator[Problem]:
    """A contact file belongs to no area.

    *En kontaktfil hör inte till något område.*

    KSA and GSA are there for an area: a municipality, or a city district in Stockholm. The file has the id of its
    area; whoever looks for the area's contacts does not find these. (002:116-118)

    Wrong:

    ```yaml registry/contacts/exempelbyn.yaml
    id: exempelbyn   # VIS230
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
        if registry.get(Area, record.id) is None and not registry.is_broken(record.id, ("area",)):
            yield Problem(
                record.at("id"),
                N_("there is no area `{id}` that these could be the contacts of"),
                help=N_("give the file the id of its area; `vis list area` shows those that exist"),
                id=record.id,
            )

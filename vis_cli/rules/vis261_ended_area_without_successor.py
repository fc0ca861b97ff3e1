"""VIS261: an area has ended, and nothing took over from it."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.area import Area
from vis_cli.registry import Registry


@rule(severity="warning")
def ended_area_without_successor(registry: Registry) -> Iterator[Problem]:
    """An area has ended, and nothing took over from it.

    *Ett område har upphört utan att något annat har tagit vid.*

    Thirteen city districts became eleven: whoever lived in one of them lives in another now. Who answers for the
    place is found by its successors. (002:377-378, 442-443)

    Wrong:

    ```yaml registry/areas.yaml
    exempelstaden:
      name: Exempelstaden
      type: district
      municipality: provkopings-kommun
      until: 2030-12-31   # VIS261
    ```

    ```yaml registry/organisations.yaml
    provkopings-kommun: {name: Provköpings kommun, type: principal, side: municipality}
    ```

    Right:

    ```yaml registry/areas.yaml
    exempelstaden:
      name: Exempelstaden
      type: district
      municipality: provkopings-kommun
      until: 2030-12-31
      successors:
        - area: norra-exempelstaden
    norra-exempelstaden:
      name: Norra Exempelstaden
      type: district
      municipality: provkopings-kommun
      from: 2031-01-01
    ```

    ```yaml registry/organisations.yaml
    provkopings-kommun: {name: Provköpings kommun, type: principal, side: municipality}
    ```
    """
    for record in registry.all(Area):
        if record.entity.until and not record.entity.successors:
            yield Problem(
                record.at("until"),
                N_("`{id}` ended {until}, and nothing took over from it"),
                help=N_("name the areas that took over in `successors`"),
                id=record.id,
                until=record.entity.until,
            )

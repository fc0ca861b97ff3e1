"""VIS262: between an area and its successors there are days without either."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.area import Area
from vis_cli.registry import Registry


@rule(severity="warning")
def successor_does_not_join(registry: Registry) -> Iterator[Problem]:
    """No successor of an area begins when the area ends.

    *Inget av de områden som tar vid börjar när området upphör.*

    A place belongs to one area on each day, so one ends on the day before the next begins. An area that was there
    all along can take over too. (002:377-378, 442-443)

    Wrong:

    ```yaml registry/areas.yaml
    exempelstaden:
      name: Exempelstaden
      type: district
      municipality: provkopings-kommun
      until: 2030-12-31
      successors:
        - area: norra-exempelstaden   # VIS262
    norra-exempelstaden:
      name: Norra Exempelstaden
      type: district
      municipality: provkopings-kommun
      from: 2031-03-01
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
      from: "2031"
    ```

    ```yaml registry/organisations.yaml
    provkopings-kommun: {name: Provköpings kommun, type: principal, side: municipality}
    ```
    """
    for record in registry.all(Area):
        until = record.entity.until
        after = [registry.get(Area, succession.area) for succession in record.entity.successors]
        begins = [area.entity.since if area else None for area in after]
        if until is None or until.latest == dt.date.max or not begins:
            continue
        late = [since for since in begins if since and since.earliest > until.latest + dt.timedelta(days=1)]
        if len(late) == len(begins):
            first = min(late, key=lambda since: since.earliest)
            at = begins.index(first)
            successor = after[at]
            assert successor is not None
            yield Problem(
                record.at("successors", at, "area"),
                N_("`{id}` ended {until}, but `{successor}` begins {since}"),
                help=N_("let one end on the day before the other begins"),
                related=((record.at("until"), N_("it ended here")), (successor.at("from"), N_("this begins here"))),
                id=record.id,
                until=until,
                successor=successor.id,
                since=first,
            )

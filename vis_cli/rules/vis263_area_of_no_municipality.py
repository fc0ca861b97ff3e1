"""VIS263: an area belongs to an organisation that is no municipality."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.area import Area
from vis_cli.model.organisation import Organisation
from vis_cli.registry import Registry


@rule()
def area_of_no_municipality(registry: Registry) -> Iterator[Problem]:
    """An area belongs to an organisation that is no municipality.

    *Ett område hör till en organisation som inte är en kommun.*

    An area is a municipality or a part of one, and the municipality answers for its KSA and is a party to the
    agreements; a board, an administration or the region is none. (002:78-80, 116-118)

    Wrong:

    ```yaml registry/areas.yaml
    exempelstaden:
      name: Exempelstaden
      type: district
      municipality: exempelforvaltningen   # VIS263
    ```

    ```yaml registry/organisations.yaml
    exempelforvaltningen: {name: Exempelförvaltningen, type: administration, side: municipality}
    ```

    Right:

    ```yaml registry/areas.yaml
    exempelstaden:
      name: Exempelstaden
      type: district
      municipality: provkopings-kommun
    ```

    ```yaml registry/organisations.yaml
    provkopings-kommun: {name: Provköpings kommun, type: principal, side: municipality}
    ```
    """
    for record in registry.all(Area):
        municipality = registry.get(Organisation, record.entity.municipality)
        if municipality is None:
            continue
        if municipality.entity.type != "principal" or municipality.entity.side != "municipality":
            yield Problem(
                record.at("municipality"),
                N_("`{municipality}` is no municipality"),
                help=N_("name the municipality: a principal of the municipalities' side"),
                related=((municipality.at("type"), N_("what it is stands here")),),
                municipality=municipality.id,
            )

"""VIS235: one health centre is the GSA of two areas on one day."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import certain_days
from vis_cli.facts.spelling import keys
from vis_cli.facts.stretches import clashes
from vis_cli.facts.terms import Period
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact, Gsa
from vis_cli.registry import Record, Registry

_Held = tuple[Record[Contact], int]


@rule()
def one_gsa_for_two_areas(registry: Registry) -> Iterator[Problem]:
    """One health centre is the GSA of two areas on one day.

    *En vårdcentral är samordnande i två områden samma dag.*

    Every area has a coordinating health centre of its own. Where one is listed twice, a line has slipped, or an area
    that has ended was not ended here. (001:76-77, 004:85-158)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
    ```

    ```yaml registry/contacts/provkoping.yaml
    id: provkoping
    gsa:
      - clinic: Exempelby Vårdcentral   # VIS235
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    provkoping:
      name: Provköping
      type: municipality
      municipality: provkopings-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    provkopings-kommun: {name: Provköpings kommun, type: principal, side: municipality}
    ```

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
    ```

    ```yaml registry/contacts/provkoping.yaml
    id: provkoping
    gsa:
      - clinic: Exempelby vårdcentral
        from: 2031-01-01
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
      until: 2030-12-31
      successors: [{area: provkoping}]
    provkoping:
      name: Provköping
      type: municipality
      municipality: provkopings-kommun
      from: 2031-01-01
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    provkopings-kommun: {name: Provköpings kommun, type: principal, side: municipality}
    ```
    """
    clinics: dict[tuple[str, str], list[tuple[_Held, Period]]] = {}
    for record in registry.all(Contact):
        if area := registry.get(Area, record.id):
            for index, gsa in enumerate(record.entity.gsa):
                days = certain_days(area.entity, gsa)
                clinics.setdefault(_clinic(gsa), []).append(((record, index), days))
    for held in clinics.values():
        for (one, at), (other, index), both in clashes(held) if len(held) > 1 else ():
            if one.id != other.id:
                yield Problem(
                    other.at("gsa", index, "clinic"),
                    N_("{clinic} is the GSA of `{id}` and of `{other}` on {day}")
                    if both.first.year > 1
                    else N_("{clinic} is the GSA of `{id}` and of `{other}` at once"),
                    help=N_("correct one of them, or its `from` and `until`"),
                    related=((one.at("gsa", at, "clinic"), N_("the other area")),),
                    clinic=other.entity.gsa[index].clinic,
                    id=other.id,
                    other=one.id,
                    day=both.first,
                )


def _clinic(gsa: Gsa) -> tuple[str, str]:
    """What tells health centres apart: the name, however it is spelt, and the provider."""
    return min(keys(gsa.clinic), default=gsa.clinic), gsa.organisation or ""

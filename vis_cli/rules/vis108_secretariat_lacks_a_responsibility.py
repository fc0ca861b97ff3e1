"""VIS108: the secretariat has fewer than its five responsibilities."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.secretariat import RESPONSIBILITIES
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="warning")
def secretariat_lacks_a_responsibility(registry: Registry) -> Iterator[Problem]:
    """The secretariat has fewer than its five responsibilities.

    *Sekretariatet har färre än sina fem ansvarsområden.*

    The guideline gives it joint annual planning, joint follow-up, preparation for the steering groups, proposals for
    assignments and staffing, and coordination of the assignments. (000:404-411, 582-589)

    Wrong:

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    responsibilities:   # VIS108
      - {id: exempel-arsplanering, text: Sammanhållande årsplanering}
      - {id: exempel-uppfoljning, text: Sammanhållande uppföljning}
    ```

    Right:

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    responsibilities:
      - {id: exempel-arsplanering, text: Sammanhållande årsplanering}
      - {id: exempel-uppfoljning, text: Sammanhållande uppföljning}
      - {id: exempel-beredning, text: Bereda underlag till styrgrupperna}
      - {id: exempel-bemanning, text: Förslag till uppdrag och bemanning}
      - {id: exempel-samordning, text: Samordning av uppdragen}
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type != "secretariat" or group.status not in ("active", "established"):
            continue
        if len(group.responsibilities) < RESPONSIBILITIES:
            yield Problem(
                record.key("responsibilities") if group.responsibilities else record.at("status"),
                N_("`{id}` has {found} responsibilities; the guideline gives it {wanted}"),
                help=N_("add those that are missing to `responsibilities`"),
                id=record.id,
                found=len(group.responsibilities),
                wanted=RESPONSIBILITIES,
            )

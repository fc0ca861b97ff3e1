"""VIS284: a main agreement settles what belongs in the agreements of a subject area."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry

_DETAILS = ("subject", "ages", "amounts")


@rule(severity="warning")
def subject_details_in_main_agreement(registry: Registry) -> Iterator[Problem]:
    """A main agreement has a subject area, ages or amounts.

    *Huvudöverenskommelsen anger sakområde, åldrar eller belopp.*

    The main agreement settles only how collaboration is organised (001:29-30); what concerns one subject area belongs
    in an agreement of its own below it.

    Wrong:

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel på huvudöverenskommelse
    type: main
    subject: Exempelvård   # VIS284
    ```

    Right:

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel på huvudöverenskommelse
    type: main
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    subject: Exempelvård
    ```
    """
    for record in registry.all(Agreement):
        for detail in _DETAILS if record.entity.type == "main" else ():
            if getattr(record.entity, detail):
                yield Problem(
                    record.at(detail) if detail == "subject" else record.key(detail),
                    N_("`{detail}` is of a subject area, and this is the main agreement"),
                    help=N_("write it in an agreement of its own below this one: `vis agreement new`"),
                    detail=detail,
                )

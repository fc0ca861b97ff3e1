"""VIS525: a plan of a GSA is dated when it cannot be."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry


@rule()
def plan_outside_the_term(registry: Registry) -> Iterator[Problem]:
    """A plan of a GSA is dated after the GSA had ended, or ends before it was decided.

    *En plan för en GSA är daterad efter att uppdraget upphört, eller slutar innan den beslutades.*

    The coordinating health centre keeps the area plan (*närområdesplan*) current and makes local action plans while
    it holds the task. What is dated after its last day is somebody else's. (004:66-70)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        area_plan:
          updated: 2031-05   # VIS525
        action_plans:
          - title: Äldre
            decided: 2031-03-01
            until: 2030-12-31   # VIS525
        until: 2031-04-30
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        area_plan:
          updated: 2031-04
        action_plans:
          - title: Äldre
            decided: 2031-03-01
            until: 2032-12-31
        until: 2031-04-30
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```
    """
    for record in registry.all(Contact):
        for index, gsa in enumerate(record.entity.gsa):
            updated = gsa.area_plan.updated if gsa.area_plan else None
            if updated and gsa.until and updated.earliest > gsa.until.latest:
                yield Problem(
                    record.at("gsa", index, "area_plan", "updated"),
                    N_("the area plan was updated {updated}, after the GSA had ended {until}"),
                    help=N_("write it at the GSA that updated it, or correct the day that is wrong"),
                    updated=updated,
                    until=gsa.until,
                )
            for number, plan in enumerate(gsa.action_plans):
                if plan.decided and plan.until and plan.until.latest < plan.decided.earliest:
                    yield Problem(
                        record.at("gsa", index, "action_plans", number, "until"),
                        N_("it ends {until}, before it was decided {decided}"),
                        help=N_("correct the day that is wrong"),
                        until=plan.until,
                        decided=plan.decided,
                    )

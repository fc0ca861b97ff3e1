"""VIS534: a BUS group is not known to have a joint, decided action plan."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.forum import Forum
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} BUS groups are not known to have a joint, decided action plan"))
def bus_group_without_plan(registry: Registry) -> Iterator[Problem]:
    """A BUS group is not known to have an action plan that was made jointly and decided.

    *En BUS-grupp saknar känd handlingsplan som är gemensamt framtagen och beslutad.*

    Every BUS group shall have an action plan, made jointly and decided, with what it puts
    first (002:308-311).

    Wrong:

    ```yaml registry/forums/bus-exempelby.yaml
    id: bus-exempelby   # VIS534
    name: BUS Exempelby
    type: bus
    status: active
    ```

    ```yaml registry/forums/bus-provkoping.yaml
    id: bus-provkoping
    name: BUS Provköping
    type: bus
    status: active
    plan:   # VIS534
      title: Handlingsplan
      joint: true
    ```

    Right:

    ```yaml registry/forums/bus-exempelby.yaml
    id: bus-exempelby
    name: BUS Exempelby
    type: bus
    status: active
    plan:
      title: Handlingsplan
      joint: true
      decided: 2031-02
    ```
    """
    at_work = [
        record
        for record in registry.all(Forum)
        if record.entity.type == "bus"
        and record.entity.status in (None, "active")
        and record.entity.until is None
        and record.entity.number != 0
    ]
    for record in at_work:
        plan = record.entity.plan
        if plan and plan.joint and plan.decided:
            continue
        yield Problem(
            record.key("plan") if plan else record.key(),
            N_("`{id}` is not known to have a joint, decided action plan"),
            help=N_("write `plan:` with `joint` and `decided`"),
            id=record.id,
            total=len(at_work),
        )

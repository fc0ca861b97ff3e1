"""VIS558: money was used, and it is not said for which purpose."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} uses of grants without a purpose"))
def use_without_purpose(registry: Registry) -> Iterator[Problem]:
    """Money was used, and it is not said for which of the purposes.

    *Medel är använda utan att det framgår för vilket ändamål.*

    Each use belongs to one of the purposes that the giver allows (003:34), and is reported by purpose. A portion with
    one purpose says it for all its uses.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
      - id: suicidprevention
        text: Suicidprevention
    account:
      - id: anvant-1   # VIS558
        type: used
        date: 2031-03-01
        money:
          kronor: 100
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
      - id: suicidprevention
        text: Suicidprevention
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 100
        purpose: suicidprevention
    ```
    """
    every = [
        (record, i, entry)
        for record in registry.all(Fund)
        for i, entry in enumerate(record.entity.account)
        if entry.type == "used" and len(record.entity.purposes) > 1
    ]
    for record, i, entry in every:
        portion = next((item for item in record.entity.portions if item.id == entry.portion), None)
        if entry.purpose is None and (portion is None or len(portion.purposes) != 1):
            yield Problem(
                record.at("account", i, "id"),
                N_("`{id}` does not say what the money was used for"),
                help=N_("write `purpose:` with one of: {purposes}"),
                total=len(every),
                id=entry.id,
                purposes=", ".join(f"`{item.id}`" for item in record.entity.purposes),
            )

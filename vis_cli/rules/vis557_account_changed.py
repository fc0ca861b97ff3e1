"""VIS557: a line of a fund's account was changed or taken out."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.model.fund import Entry, Fund
from vis_cli.registry import Registry


@change_rule()
def account_changed(before: Registry, after: Registry) -> Iterator[Problem]:
    """A line of a fund's account was changed or taken out.

    *En rad i medlens redovisning är ändrad eller borttagen.*

    From decision to use to report there is a trail that an auditor can follow (003:98). A line that was wrong is
    corrected by a further one.

    Wrong:

    ```before registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 500
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: anvant-1   # VIS557
        type: used
        date: 2031-03-01
        money:
          kronor: 400
    ```

    Right:

    ```before registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 500
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 500
      - id: aterbetalt-1
        type: returned
        date: 2031-03-01
        money:
          kronor: 100
    ```
    """
    for old in before.all(Fund):
        record = after.get(Fund, old.id)
        if record is None:
            continue  # its file is gone; VIS304 speaks of that
        now = {entry.id: (i, entry) for i, entry in enumerate(record.entity.account)}
        for i, entry in enumerate(old.entity.account):
            index, there = now.get(entry.id, (None, None))
            if there is None:
                message = N_("the line `{id}` was taken out of the account")
                place = old.at("account", i, "id")
            elif _said(there) != _said(entry):
                message = N_("the line `{id}` of the account was changed")
                place = record.at("account", index or 0, "id")
            else:
                continue
            yield Problem(
                place, message, help=N_("put it back, and enter a further line that corrects it"), id=entry.id
            )


def _said(entry: Entry) -> Entry:
    """What the line says; where that is stated may be added."""
    return entry.model_copy(update={"sources": (), "money": entry.money.model_copy(update={"sources": ()})})

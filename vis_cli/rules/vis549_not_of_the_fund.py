"""VIS549: something is entered of a portion, a purpose or a duty that the fund does not have."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.fund import Fund
from vis_cli.registry import Record, Registry


@rule()
def not_of_the_fund(registry: Registry) -> Iterator[Problem]:
    """An entry or a portion names a portion, a purpose or a duty that the fund does not have.

    *En rad eller post anger en post, ett ändamål eller ett redovisningskrav som medlen inte har.*

    Each use of a grant belongs to one of the purposes that the giver allows (003:34). What is entered of something else
    can neither be summed nor reported.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 100
        portion: gemensamt   # VIS549
        purpose: utbildning   # VIS549
        duty: slutredovisning   # VIS549
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 100
        purposes:
          - utbildning   # VIS549
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    purposes:
      - id: samsjuklighet
        text: Samsjuklighet
    account:
      - id: anvant-1
        type: used
        date: 2031-03-01
        money:
          kronor: 100
        purpose: samsjuklighet
    ```
    """
    for record in registry.all(Fund):
        own = record.entity
        purposes = [item.id for item in own.purposes]
        for i, portion in enumerate(own.portions):
            for j, purpose in enumerate(portion.purposes):
                if purpose not in purposes:
                    yield _problem(record, "purpose", purpose, purposes, "portions", i, "purposes", j)
        known = {"portion": [item.id for item in own.portions], "purpose": purposes, "duty": [d.id for d in own.duties]}
        for i, entry in enumerate(own.account):
            for key, ids in known.items():
                id = getattr(entry, key)
                if id and id not in ids:
                    yield _problem(record, key, id, ids, "account", i, key)


_MESSAGES = {
    "portion": N_("the fund has no portion `{id}`"),
    "purpose": N_("the fund may not be used for `{id}`"),
    "duty": N_("the fund demands no report `{id}`"),
}


def _problem(record: Record[Fund], key: str, id: str, ids: list[str], *route: str | int) -> Problem:
    help = N_("it has {known}") if ids else N_("it has none")
    known = ", ".join(f"`{item}`" for item in ids)
    return Problem(record.at(*route), _MESSAGES[key], help=help, id=id, known=known)

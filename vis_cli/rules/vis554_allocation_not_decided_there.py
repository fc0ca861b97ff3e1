"""VIS554: the allocation of a fund is not decided where it is said to be."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.fund_decision import at
from vis_cli.model.citing import AtItem
from vis_cli.model.fund import Fund
from vis_cli.registry import Record, Registry


@rule()
def allocation_not_decided_there(registry: Registry) -> Iterator[Problem]:
    """An allocation or a use names a meeting or an item that decided nothing.

    *En fördelning eller användning hänvisar till ett möte eller en punkt utan beslut.*

    The competent body decides how a fund is allocated, at an item that anybody can look up (003:39-40). A meeting of
    which no items are known is not blamed, nor one that is still to be held.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 600
    decided:
      meeting: exempelgruppen-2031-02-20
      item: medel   # VIS554
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: medlen
        heading: Exempelmedlen
        type: decision
        about: [exempelmedlen]
        decisions:
          - id: beslut-1
            type: decides
            text: avsätta 600 kronor till gemensamma insatser
            amounts:
              - kronor: 600
                purpose: Gemensamma insatser
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 600
    decided:
      meeting: exempelgruppen-2031-02-20   # VIS554
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: medlen
        heading: Exempelmedlen
        type: decision
        about: [exempelmedlen]
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 600
    decided:
      meeting: exempelgruppen-2031-02-20
      item: medlen
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: medlen
        heading: Exempelmedlen
        type: decision
        about: [exempelmedlen]
        decisions:
          - id: beslut-1
            type: decides
            text: avsätta 600 kronor till gemensamma insatser
            amounts:
              - kronor: 600
                purpose: Gemensamma insatser
    ```
    """
    for record in registry.all(Fund):
        yield from _cited(registry, record, record.entity.decided, "decided")
        for i, entry in enumerate(record.entity.account):
            yield from _cited(registry, record, entry.at, "account", i, "at")


def _cited(registry: Registry, record: Record[Fund], cited: AtItem | None, *route: str | int) -> Iterator[Problem]:
    if cited is None:
        return
    found = at(registry, cited, record.id)
    if found.state == "not-there" and found.meeting:
        yield Problem(
            record.at(*route, "item" if cited.item else "meeting"),
            N_("`{meeting}` decided nothing there"),
            help=N_("name the item with the decision: `vis meeting show {meeting}`"),
            meeting=found.meeting.id,
        )

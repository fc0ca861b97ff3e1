"""VIS158: matters are forwarded without a decision to do so."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import is_held, that_forwarded
from vis_cli.registry import Registry


@rule()
def forwarding_without_decision(registry: Registry) -> Iterator[Problem]:
    """Matters are taken on to the body above without a decision to do so.

    *Ärenden förs vidare utan att mötet har beslutat det.*

    The body decides which matters go on (003:55-56). This binds once the meeting has been held.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:   # VIS158
          - item: rapporten
            kind: decision
            to: provgruppen
            title: Rapporten
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: information
      - id: vidare
        heading: Exempel
        type: forwarding
        decisions:
          - id: beslut-1
            type: decides
            text: föra frågorna vidare
        forwards:
          - item: rapporten
            kind: decision
            to: provgruppen
            title: Rapporten
    ```
    """
    for record in that_forwarded(registry):
        for index, item in enumerate(record.entity.items if is_held(record.entity) else ()):
            if item.forwards and not item.decisions:
                help = N_("write `decisions:` with the decision that takes them on")
                place = record.key("items", index, "forwards")
                yield Problem(place, N_("nothing is decided about what is forwarded"), help=help)

"""VIS155: a recommendation is not taken on to the body that it is made to."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import decisions, is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def recommendation_not_forwarded(registry: Registry) -> Iterator[Problem]:
    """A recommendation is not among the matters that the meeting takes on to its recipient for decision.

    *En rekommendation finns inte bland de beslutsärenden som förs vidare till mottagaren.*

    What is recommended to the body above is also forwarded to it for decision (003:41, 003:52-56); otherwise nobody
    puts it on that agenda. Until the minutes are sent it is a warning: what was
    recommended is recorded first, and then forwarded.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: rapporten
        heading: Exempel
        type: recommendation
        decisions:
          - id: beslut-1
            type: recommends
            text: godkänna rapporten
            recipient: provgruppen   # VIS155
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: information
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
        type: recommendation
        decisions:
          - id: beslut-1
            type: recommends
            text: godkänna rapporten
            recipient: provgruppen
      - id: vidare
        heading: Exempel
        type: forwarding
        forwards:
          - item: rapporten
            kind: decision
            to: provgruppen
            title: Rapporten
    ```
    """
    for record in registry.all(Meeting):
        meeting = record.entity
        if not is_held(meeting):
            continue
        forwards = [forward for item in meeting.items for forward in item.forwards]
        taken = {(forward.item, forward.to) for forward in forwards if forward.kind == "decision"}
        for i, item, j, decision in decisions(meeting):
            if decision.type == "recommends" and decision.recipient and (item.id, decision.recipient) not in taken:
                yield Problem(
                    record.at("items", i, "decisions", j, "recipient"),
                    N_("the recommendation to `{recipient}` is not forwarded to it for decision"),
                    help=N_("`vis meeting forward {meeting} {item} --as decision` takes it on"),
                    severity="warning" if meeting.status in ("held", "drafted") else None,
                    meeting=record.id,
                    recipient=decision.recipient,
                    item=item.id,
                )

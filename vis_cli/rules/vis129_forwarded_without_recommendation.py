"""VIS129: something is forwarded for decision that the meeting did not recommend."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import decisions, is_held, that_forwarded
from vis_cli.registry import Registry


@rule(severity="warning")
def forwarded_without_recommendation(registry: Registry) -> Iterator[Problem]:
    """A matter is taken on for decision without a recommendation from the meeting.

    *Ett ärende förs vidare för beslut utan att mötet har lämnat någon rekommendation.*

    The body above decides on what the body below recommends (000:359, 003:48-54); what is only to be known goes as
    information.

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
        forwards:
          - item: rapporten
            kind: decision   # VIS129
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
    for record in that_forwarded(registry):
        meeting = record.entity
        if not is_held(meeting):
            continue
        known = {item.id for item in meeting.items}
        made = {(item.id, made.recipient) for _, item, _, made in decisions(meeting) if made.type == "recommends"}
        for i, item in enumerate(meeting.items):
            for j, forward in enumerate(item.forwards):
                if forward.kind == "decision" and forward.item in known and (forward.item, forward.to) not in made:
                    yield Problem(
                        record.at("items", i, "forwards", j, "kind"),
                        N_("`{item}` goes to `{to}` for decision, but the meeting did not recommend anything to it"),
                        help=N_("write the recommendation at the item, or `kind: information`"),
                        item=forward.item,
                        to=forward.to,
                    )

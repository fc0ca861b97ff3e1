"""VIS268: an activity names a decision that its meeting did not take."""

from collections.abc import Iterator
from difflib import get_close_matches

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import decisions, is_held
from vis_cli.model.activity import Activity
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule()
def decision_on_activity_unknown(registry: Registry) -> Iterator[Problem]:
    """An activity names a decision that the meeting did not take.

    *En aktivitet hänvisar till ett beslut som mötet inte har fattat.*

    What a plan puts first rests on a decision that anybody can look up (003:34-40). A meeting of which no items are
    known is not blamed.

    Wrong:

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten
    decided_at: exempelgruppen-2031-02-20
    decision: beslut-2   # VIS268
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: aktiviteten
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: börja med aktiviteten
    ```

    Right:

    ```yaml registry/activities/exempelaktiviteten.yaml
    id: exempelaktiviteten
    title: Exempelaktiviteten
    decided_at: exempelgruppen-2031-02-20
    decision: beslut-1
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: aktiviteten
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: börja med aktiviteten
    ```
    """
    for record in registry.all(Activity):
        meeting = registry.get(Meeting, record.entity.decided_at)
        if meeting is None or record.entity.decision is None or not is_held(meeting.entity):
            continue
        taken = [decision.id for _, _, _, decision in decisions(meeting.entity)]
        if meeting.entity.items and record.entity.decision not in taken:
            near = get_close_matches(record.entity.decision, taken, 1)
            yield Problem(
                record.at("decision"),
                N_("`{meeting}` took no decision `{decision}`"),
                help=N_("did you mean `{near}`?") if near else N_("write the id of the decision in the meeting's file"),
                meeting=meeting.id,
                decision=record.entity.decision,
                near=near[0] if near else "",
            )

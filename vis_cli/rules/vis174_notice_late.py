"""VIS174: a notice was sent later than the body's procedure says, and not why."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.deadlines import announced, days_of_notice, notice_late
from vis_cli.model.group import Group
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry


@rule(severity="warning")
def notice_sent_late(registry: Registry) -> Iterator[Problem]:
    """A notice was sent later than the body's procedure says, and no reason is given.

    *Kallelsen skickades senare än vad arbetsordningen säger, utan att skälet anges.*

    The notice and its papers are sent out before the meeting, so that both sides can prepare (003:34). How long before
    is settled by the body, in `procedure` of its file; where that does not say, nothing is late. A meeting that was
    moved after its notice is judged by the day that the notice was for.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    notice:
      sent: 2031-02-10   # VIS174
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    procedure:
      notice_days: 14
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-20
    notice:
      sent: 2031-02-10
      reason: Underlaget blev klart först den 9 februari
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    procedure:
      notice_days: 14
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: called
    date: 2031-02-13
    moves:
      - date: 2031-02-20
        decided: 2031-02-09
        reason: Lokalen var upptagen
    notice:
      sent: 2031-02-06
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    procedure:
      papers_days: 7
      notice_days: 14
    ```
    """
    for record in registry.all(Meeting):
        notice, late = record.entity.notice, notice_late(registry, record.entity)
        group = registry.get(Group, record.entity.group)
        if notice and late and group and not notice.reason:
            yield Problem(
                record.at("notice", "sent"),
                N_("the notice was sent on {sent}, {late} days late for the meeting on {date}"),
                help=N_("correct the date that is wrong, or write `reason:` with why it was late"),
                related=((group.key("procedure"), N_("{days} days before the meeting")),),
                sent=notice.sent,
                late=late,
                date=announced(record.entity),
                days=days_of_notice(registry, record.entity),
            )

"""VIS180: a development question's moves are not in order of time."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.questions import came
from vis_cli.model.meeting import Meeting
from vis_cli.model.question import DevelopmentQuestion
from vis_cli.registry import Registry


@rule()
def question_moves_out_of_order(registry: Registry) -> Iterator[Problem]:
    """The moves of a development question are not in the order of time, or one came before the meeting that made it.

    *En utvecklingsfrågas förflyttningar står inte i tidsordning, eller föregår mötet som gjorde dem.*

    The last move says where the question is now (R-ESC-1, 000:363); out of order it may say where it was.

    Wrong:

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: local
        date: 2031-05-01
      - level: regional
        body: exempelgruppen
        date: 2031-02-20   # VIS180
    ```

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: regional
        body: exempelgruppen
        date: 2031-02-01
      - level: steering
        body: provgruppen
        date: 2031-03-01   # VIS180
        meeting: exempelgruppen-2031-05-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: held
    date: 2031-05-20
    ```

    Right:

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: local
        date: 2031-02
      - level: regional
        body: exempelgruppen
        date: 2031-02-20
    ```
    """
    for record in registry.all(DevelopmentQuestion):
        steps = record.entity.steps
        for i, step in enumerate(steps):
            date = came(registry, step)
            sent = registry.get(Meeting, step.meeting)
            place = record.at("steps", i, "date" if step.date else "meeting")
            before = came(registry, steps[i - 1]) if i else None
            if date and before and date.latest < before.earliest:
                yield Problem(
                    place,
                    N_("the question came here {date}, before the move above it, {before}"),
                    help=N_("write the moves in the order in which they were made, or correct the date that is wrong"),
                    related=((record.at("steps", i - 1), N_("the move above it")),),
                    date=date,
                    before=before,
                )
            elif sent and step.date and step.date.latest < sent.entity.date:
                yield Problem(
                    place,
                    N_("the question came here {date}, before the meeting that sent it, {meeting}"),
                    help=N_("correct the date or the meeting that is wrong"),
                    related=((sent.at("date"), N_("the meeting")),),
                    date=step.date,
                    meeting=sent.entity.date,
                )

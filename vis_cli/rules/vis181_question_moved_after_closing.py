"""VIS181: a development question was moved after it was closed."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.questions import came
from vis_cli.model.question import DevelopmentQuestion
from vis_cli.registry import Registry


@rule()
def question_moved_after_closing(registry: Registry) -> Iterator[Problem]:
    """A development question was moved after it had been closed.

    *En utvecklingsfråga flyttades efter att den hade avslutats.*

    A question that is answered waits nowhere (R-ESC-1, 000:363); what comes up again is a new question.

    Wrong:

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: regional
        body: exempelgruppen
        date: 2031-02-20
      - level: steering
        body: provgruppen
        date: 2031-05-20   # VIS181
    outcome:
      date: 2031-03-01
      result: answered
      text: Besvarades
    ```

    Right:

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: regional
        body: exempelgruppen
        date: 2031-02-20
      - level: steering
        body: provgruppen
        date: 2031-05-20
    outcome:
      date: 2031-05-20
      result: answered
      text: Besvarades
    ```
    """
    for record in registry.all(DevelopmentQuestion):
        outcome = record.entity.outcome
        closed = came(registry, outcome) if outcome else None
        for i, step in enumerate(record.entity.steps):
            date = came(registry, step)
            if closed and date and date.earliest > closed.latest:
                yield Problem(
                    record.at("steps", i, "date" if step.date else "meeting"),
                    N_("the question was moved {date}, after it was closed, {closed}"),
                    help=N_("correct the date that is wrong"),
                    related=((record.at("outcome"), N_("closed here")),),
                    date=date,
                    closed=closed,
                )

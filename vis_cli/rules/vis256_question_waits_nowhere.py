"""VIS256: an open development question waits nowhere."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.questions import Lost, questions
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry

_BY_MEETINGS: frozenset[Lost] = frozenset({"dropped", "passed-over"})
_WHY: dict[Lost, tuple[str, str]] = {
    "no-body": (
        N_("the question is at the level {level}, and no body has it there"),
        N_("write `body:` with the group that has it, or `vis question close {id}` if it is answered"),
    ),
    "discontinued": (
        N_("the question waits for `{body}`, which is discontinued"),
        N_("`vis question move {id}` takes it to the body that has it now"),
    ),
    "dropped": (
        N_("`{body}` dropped the question from its agenda of {date}, and it is open still"),
        N_("`vis question move {id}` or `vis question close {id}` says what became of it"),
    ),
    "passed-over": (
        N_("the question was sent to `{body}`, which has met since without it: {date}"),
        N_("put it on the next agenda, or say with `vis question move {id}` or `close` what became of it"),
    ),
}


@rule(severity="warning")
def question_waits_nowhere(registry: Registry) -> Iterator[Problem]:
    """A development question is open, and waits nowhere.

    *En öppen utvecklingsfråga väntar ingenstans.*

    A question has one level at a time, and someone who has it there (R-ESC-1, 000:353-364). It is lost between two
    bodies where nobody has it at a level whose bodies are all in the register (regional, and both steering groups),
    where the body is discontinued, where that body dropped it from its agenda, or where it was sent from a meeting and
    the body has met since without it.

    Wrong:

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: local
      - level: steering   # VIS256
    ```

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: steering
        body: provgruppen   # VIS256
    ```

    ```yaml registry/groups/provgruppen.yaml
    id: provgruppen
    name: Provgruppen
    type: steering
    level: regional
    status: discontinued
    ```

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: steering
        body: provgruppen   # VIS256
        meeting: exempelgruppen-2031-02-20
    ```

    ```yaml registry/groups/provgruppen.yaml
    id: provgruppen
    name: Provgruppen
    type: steering
    level: regional
    status: active
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    ```

    ```yaml registry/meetings/provgruppen/2031-03-20.yaml
    id: provgruppen-2031-03-20
    group: provgruppen
    status: held
    date: 2031-03-20
    items:
      - id: annat
        heading: Exempel
        type: information
    ```

    Right:

    ```yaml registry/questions/exempelfragan.yaml
    id: exempelfragan
    title: En fråga
    steps:
      - level: steering
        body: provgruppen
        meeting: exempelgruppen-2031-02-20
    ```

    ```yaml registry/groups/provgruppen.yaml
    id: provgruppen
    name: Provgruppen
    type: steering
    level: regional
    status: active
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    ```

    ```yaml registry/meetings/provgruppen/2031-03-20.yaml
    id: provgruppen-2031-03-20
    group: provgruppen
    status: held
    date: 2031-03-20
    items:
      - id: fragan
        heading: Exempel
        type: discussion
        about: [exempelfragan]
    ```
    """
    for item in questions(registry):
        if item.lost is None or (item.lost in _BY_MEETINGS and registry.has_broken(Meeting.kind)):
            continue  # a meeting that cannot be read may speak of it
        at = item.passed[-1] if item.lost == "passed-over" else item.taken_up.meeting if item.taken_up else None
        message, help = _WHY[item.lost]
        last = len(item.question.entity.steps) - 1
        yield Problem(
            item.question.at("steps", last, "level" if item.lost == "no-body" else "body"),
            message,
            help=help,
            related=((at.at("date"), N_("the meeting")),) if at else (),
            id=item.question.id,
            level=Word(item.step.level),
            body=item.step.body,
            date=at.entity.date if at else "",
        )

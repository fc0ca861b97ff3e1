"""VIS151: the text of a decision begins as the document already does."""

import re
from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import every_decision
from vis_cli.registry import Registry

_INTRODUCTION = re.compile(
    r"(?:(?:[\w-]+ ){0,5}?(?:beslutar|beslutade|rekommenderar|rekommenderade|fastställer|fastställde)\b"
    r"(?: att\b)?|att\b)",
    re.IGNORECASE,
)


@rule(severity="warning")
def decision_repeats_introduction(registry: Registry) -> Iterator[Problem]:
    """The text of a decision repeats the words that the document puts before it.

    *Beslutstexten upprepar orden ”beslutar att”, som dokumentet självt sätter ut.*

    The minutes begin each decision with the body's name and the verb (003:39, 003:48); repeated in the text, it stands
    there twice.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: Exempelgruppen beslutar att genomföra exemplet   # VIS151
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: decision
        heading: Exempel
        type: decision
        decisions:
          - id: beslut-1
            type: decides
            text: genomföra exemplet
    ```
    """
    for record, i, _, j, decision in every_decision(registry):
        if match := _INTRODUCTION.match(decision.text):
            yield Problem(
                record.at("items", i, "decisions", j, "text"),
                N_("the text begins with `{words}`, which the document adds"),
                help=N_("begin with what was decided"),
                words=match[0],
            )

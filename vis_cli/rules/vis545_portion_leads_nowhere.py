"""VIS545: a portion of a fund leads nowhere, or stands beside one that takes the same money."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.allocation import Line, allocation
from vis_cli.facts.fund_names import portion_name
from vis_cli.model.fund import Fund
from vis_cli.registry import Record, Registry


@rule()
def portion_leads_nowhere(registry: Registry) -> Iterator[Problem]:
    """A portion of a fund is a part of nothing, or several take the same money.

    *En post i en fördelning hör inte till någon del, eller flera tar samma pengar.*

    The parts of an allocation are the whole to the krona (003:40) only where each krona goes one way. A portion is a
    part of the whole, of another portion, or of the part that one side has of it; of those beside each other only one
    takes what is left.

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: insatser
        text: Insatser
        rule: rest
        of: gemensamt   # VIS545
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    total:
      kronor: 1000
    portions:
      - id: delas
        text: Delas lika
        rule: equal
      - id: resten
        text: Resten
        rule: rest   # VIS545
    ```

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    total:
      kronor: 1000
    portions:
      - id: delas
        text: Delas lika
        rule: equal
      - id: insatser
        text: Insatser
        rule: rest
        of: delas   # VIS545
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    total:
      kronor: 1000
    portions:
      - id: delas
        text: Delas lika
        rule: equal
      - id: insatser
        text: Kommunernas insatser
        rule: rest
        of: delas
        side: municipality
    ```
    """
    for record in registry.all(Fund):
        index = {item.id: i for i, item in enumerate(record.entity.portions)}
        met: set[tuple[str, ...]] = set()
        for line in allocation(registry, record.entity).portions:
            reason = line.unknown and line.unknown.reason
            if reason == "not-alone" and line.unknown:
                if line.unknown.about not in met:  # the first of them may well be right
                    met.add(line.unknown.about)
                else:
                    yield _problem(record, index[line.portion.id], "rule", line)
            elif reason in ("nowhere", "divided-already", "no-part"):
                yield _problem(record, index[line.portion.id], "side" if line.portion.side else "of", line)


_MESSAGES = {
    "nowhere": N_("`{portion}` is a part of `{of}`, which leads to no portion"),
    "divided-already": N_("`{portion}` is a part of {of}, which is divided already"),
    "no-part": N_("`{portion}` is of a side that has no part of {of}"),
    "not-alone": N_("`{portion}` takes what is left, and so does {first}"),
}
_HELP = {
    "nowhere": N_("write the id of a portion of the fund after `of:`, without going round in a circle"),
    "divided-already": N_("write `side:` with whose part of it is meant"),
    "no-part": N_("write one of the sides that it is divided between"),
    "not-alone": N_("write `kronor:` for one of them, or make it a part of the other"),
}


def _problem(record: Record[Fund], index: int, key: str, line: Line) -> Problem:
    assert line.unknown, "asked for before"
    return Problem(
        record.at("portions", index, key),
        _MESSAGES[line.unknown.reason],
        help=_HELP[line.unknown.reason],
        portion=line.portion.id,
        of=portion_name(record.entity, line.portion.of),
        first=portion_name(record.entity, line.unknown.about[0] if line.unknown.about else None),
    )

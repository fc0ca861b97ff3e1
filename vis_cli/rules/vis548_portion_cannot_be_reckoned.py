"""VIS548: a portion of a fund lacks what it is reckoned by."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.model.fund import Fund
from vis_cli.registry import Registry

_NEEDED = {"fixed": "kronor", "shares": "shares", "per-inhabitant": "figure"}


@rule(severity="gap", gap=N_("{count} of {total} portions of funds without what they are reckoned by"))
def portion_cannot_be_reckoned(registry: Registry) -> Iterator[Problem]:
    """A portion has no amount, no shares or no population to be reckoned by.

    *En post saknar det belopp, de andelar eller det befolkningsunderlag som den räknas efter.*

    Whoever is allotted money for each inhabitant can only be told how much where a source says how many live where, and
    when (003:36).

    Wrong:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: kommunerna
        text: Kommunernas del
        rule: per-inhabitant   # VIS548
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed   # VIS548
    ```

    Right:

    ```yaml registry/funds/exempelmedlen.yaml
    id: exempelmedlen
    name: Exempelmedlen
    type: grant
    portions:
      - id: gemensamt
        text: Gemensamma insatser
        rule: fixed
        kronor: 600
      - id: resten
        text: Resten
        rule: equal
    ```
    """
    every = [(record, i, item) for record in registry.all(Fund) for i, item in enumerate(record.entity.portions)]
    for record, i, portion in every:
        key = _NEEDED.get(portion.rule)
        if key and not getattr(portion, key):
            yield Problem(
                record.at("portions", i, "rule"),
                N_("`{portion}` is found by {rule}, and there is no {key}"),
                help=N_("write `{name}:`, where a source states it"),
                total=len(every),
                portion=portion.id,
                rule=Word(portion.rule),
                key=Word(key),
                name=key,
            )

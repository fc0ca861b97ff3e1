"""VIS295: a rule of entry into force cannot be reckoned with."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.versions import parties
from vis_cli.model.version import EntryRule, Version
from vis_cli.registry import Registry


@rule()
def entry_rule_incomplete(registry: Registry) -> Iterator[Problem]:
    """A rule of entry into force lacks what it needs, or says what does not belong to it.

    *En regel för ikraftträdande saknar det den behöver, eller anger något som inte hör dit.*

    When a version enters into force is computed from its rule: `at-least` needs a number, not above that of the
    parties, and `fixed-date` needs its date; neither belongs to another rule. (001:19-20)

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: at-least   # VIS295
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: fixed-date   # VIS295
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelby
      - provkoping
    entry_into_force:
      rule: at-least
      at_least: 3   # VIS295
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: all-parties
      date: 2031-07-01   # VIS295
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: fixed-date
      date: 2031-06-01   # VIS295
      not_before: 2031-07-01
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelby
      - provkoping
    entry_into_force:
      rule: at-least
      at_least: 2
      not_before: 2031-07-01
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    entry_into_force:
      rule: fixed-date
      date: 2031-07-01
    ```
    """
    for record in registry.all(Version):
        rule = record.entity.entry_into_force
        if rule is None:
            continue
        known = record.entity.parties or not registry.has_broken("organisation")
        total = len(parties(registry, record)) if known else 0
        for key, message, help in _wrong(rule, total):
            place = record.at("entry_into_force", key)
            yield Problem(
                place,
                message,
                help=help,
                number=rule.at_least,
                total=total,
                rule=rule.rule,
                date=rule.date,
                not_before=rule.not_before,
            )


def _wrong(rule: EntryRule, total: int) -> Iterator[tuple[str, str, str]]:
    """(key, message, help) of each thing that is wrong."""
    if rule.rule == "at-least" and rule.at_least is None:
        yield "rule", N_("it does not say how many parties it takes"), N_("write `at_least:` with the number")
    if rule.rule == "fixed-date" and rule.date is None:
        yield "rule", N_("it does not say which date"), N_("write `date:`")
    if rule.at_least and rule.rule == "at-least" and 0 < total < rule.at_least:
        help = N_("correct the number, or name all parties")
        yield "at_least", N_("it takes {number} parties, and there are {total}"), help
    if rule.at_least and rule.rule != "at-least":
        yield "at_least", N_("`at_least` does not belong to the rule `{rule}`"), N_("leave it out, or correct the rule")
    if rule.date and rule.rule != "fixed-date":
        help = N_("the first day that it can enter into force is `not_before`")
        yield "date", N_("`date` does not belong to the rule `{rule}`"), help
    if rule.rule == "fixed-date" and rule.date and rule.not_before and rule.date.latest < rule.not_before.earliest:
        yield "date", N_("the date {date} comes before the first possible one, {not_before}"), N_("correct one of them")

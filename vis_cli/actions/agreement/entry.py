"""The rule of entry into force of a version, put together from what was wanted."""

from typing import Any

from vis_cli.errors import N_, Failure
from vis_cli.facts.entry import FEWEST
from vis_cli.model.values import When
from vis_cli.model.version import EntryRuleName


def entry_rule(
    rule: EntryRuleName, *, not_before: When | None = None, at_least: int | None = None, date: When | None = None
) -> dict[str, Any]:
    """The map of a version's file. Raises Failure where the parts do not go together, or one is missing."""
    for name, option, value in (("at-least", "--at-least", at_least), ("fixed-date", "--on-date", date)):
        if rule == name and value is None:
            raise Failure(N_("{option} is missing"), hint=N_("the rule `{rule}` needs it"), option=option, rule=rule)
        if rule != name and value is not None:
            raise Failure(N_("{option} goes with the rule `{rule}`"), option=option, rule=name)
    if rule == "fixed-date" and not_before is not None:
        raise Failure(N_("{option} does not go with the rule `{rule}`"), option="--not-before", rule=rule)
    if at_least is not None and at_least < FEWEST:
        raise Failure(
            N_("{option} {given} is too few: an agreement is between at least {least}"),
            hint=N_("say how many parties have to adopt it before it enters into force"),
            option="--at-least",
            given=at_least,
            least=FEWEST,
        )
    parts = {"not_before": not_before, "at_least": at_least, "date": date}
    plain = {key: value if isinstance(value, int) else str(value) for key, value in parts.items() if value is not None}
    return {"rule": rule, **plain}


def refuse_backwards(first: When | None, until: When | None) -> None:
    """Raise Failure where a version would end before the first day that it can enter into force."""
    if first and until and until.latest < first.earliest:
        raise Failure(
            N_("the last day {until} comes before {first}, the first that it can enter into force"),
            hint=N_("correct one of the dates"),
            until=until,
            first=first,
        )

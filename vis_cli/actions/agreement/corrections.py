"""Corrections of what was recorded of a party: a further entry that stands in for an earlier one, with its reason."""

import datetime as dt
from typing import Any

from vis_cli.actions.agreement.decisions import decide
from vis_cli.actions.step import Forbidden, Step
from vis_cli.errors import N_
from vis_cli.facts.names import full_name
from vis_cli.facts.standing import effective
from vis_cli.facts.versions import adoptions
from vis_cli.model.adoption import Adoption, PartyDecision
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

_BELONGS = {
    "reservation": frozenset({"adopted-with-reservation"}),
    "applies_from": frozenset({"adopted", "adopted-with-reservation"}),
    "last_day": frozenset({"withdrawn"}),
}
_KEPT = ("outcome", "date", "body", "reference", "applies_from", "last_day", "reservation")


def correct(
    registry: Registry,
    version: Record[Version],
    party: str,
    *,
    entry: int | None,
    reason: str,
    today: dt.date,
    given: dict[str, Any],
) -> Step:
    """Record what an entry of a party should have said: `given` in place of what it says, the rest as it was.

    Without `entry`, the last one that holds. Raises Failure where there is none, or where nothing would differ.
    """
    record = adoptions(registry, version).get(party)
    if record is None:
        raise Forbidden(
            N_("nothing is recorded of {party} for version {version} of `{agreement}`"),
            hint=N_("record the decision: `vis agreement decide {agreement} {version} --party {id} --outcome …`"),
            party=full_name(registry, party),
            id=party,
            agreement=version.entity.agreement,
            version=version.entity.version,
        )
    index = _chosen(record.entity, entry, full_name(registry, party))
    wrong = record.entity.decisions[index - 1]
    outcome = given.get("outcome", wrong.outcome)
    if outcome == "entered-in-error":
        right = {"outcome": outcome}
    else:
        right = {name: getattr(wrong, name) for name in _KEPT} | given
        right = {
            name: value for name, value in right.items() if name in given or outcome in _BELONGS.get(name, {outcome})
        }
    if all(getattr(wrong, name) == value for name, value in right.items()):
        raise Forbidden(
            N_("entry {entry} of {party} says that already"),
            hint=N_("say what it should be: --outcome, --date, --body, --reference, or --entered-in-error"),
            entry=index,
            party=full_name(registry, party),
        )
    decision = PartyDecision.model_construct(**right, reason=reason, corrects=index)
    return decide(registry, version, party, decision, today)


def _chosen(adoption: Adoption, entry: int | None, party: str) -> int:
    holding = [item.index for item in effective(adoption)]
    if entry is None and holding:
        return max(holding)
    if entry in holding:
        return entry
    raise Forbidden(
        N_("there is no entry {entry} of {party} that holds") if entry else N_("no entry of {party} holds"),
        hint=N_("those that hold are {entries}") if holding else N_("record the decision anew"),
        entry=entry,
        party=party,
        entries=", ".join(map(str, holding)),
    )

"""The steps of an adoption (*antagande*): which decision may follow where a party stands, and which cannot be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vis_cli.facts.standing import ADOPTED, Entry, Standing, course, effective
from vis_cli.model.adoption import Adoption

_UNDECIDED = frozenset({"pending", "prepared", "referred-back"})
_OPEN = _UNDECIDED | {"rejected", "revoked", "withdrawn"}

FOLLOWS: Mapping[str, frozenset[str]] = {
    "adopted": _OPEN | {"adopted-with-reservation"},
    "adopted-with-reservation": _OPEN,
    "rejected": _UNDECIDED | {"revoked", "withdrawn"},
    "referred-back": _UNDECIDED | {"rejected", "revoked", "withdrawn"},
    "appealed": ADOPTED | {"rejected"},
    "upheld": frozenset({"appealed"}),
    "revoked": ADOPTED | {"appealed"},
    "withdrawn": ADOPTED | {"appealed"},
}
"""For each outcome, where a party may stand before it. A board may prepare the matter at any time; whether it was in
time is another question."""


@dataclass(frozen=True, slots=True)
class Misstep:
    """A decision that cannot follow what was decided before it."""

    entry: Entry
    before: Standing


def misstep(adoption: Adoption) -> Misstep | None:
    """The first decision that cannot follow those before it; None where there is an order in which all can be.

    Dates that are imprecise or not known are given the benefit of the doubt: the order of recording will do as well.
    """
    by_date = effective(adoption)
    found = _first(adoption.party, by_date)
    if found is None or all(entry.decision.date and entry.decision.date.exact for entry in by_date):
        return found
    recorded = sorted(by_date, key=lambda entry: root_of(adoption, entry.index))
    if _contradicts(recorded):
        return found
    return found if _first(adoption.party, recorded) else None


def root_of(adoption: Adoption, index: int) -> int:
    """The entry that was first recorded of what an entry, perhaps a correction of a correction, says."""
    seen = set()
    while 0 < index <= len(adoption.decisions) and index not in seen:
        seen.add(index)
        corrected = adoption.decisions[index - 1].corrects
        if corrected is None:
            break
        index = corrected
    return index


def _first(party: str, entries: Sequence[Entry]) -> Misstep | None:
    before = Standing(party, "pending")
    for entry, after in zip(entries, course(party, entries), strict=True):
        allowed = FOLLOWS.get(entry.decision.outcome)
        if allowed is not None and before.status not in allowed:
            return Misstep(entry, before)
        before = after
    return None


def _contradicts(entries: Sequence[Entry]) -> bool:
    """Whether some entry is certainly later than one that comes after it."""
    dates = [entry.decision.date for entry in entries if entry.decision.date]
    return any(later.latest < date.earliest for place, date in enumerate(dates) for later in dates[place + 1 :])

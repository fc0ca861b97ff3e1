"""What a change does to agreements: their text, their versions, what parties decided, what stands beside."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from vis_cli.errors import Word
from vis_cli.facts.beside import Fact, Side, beside
from vis_cli.facts.comparison import compare
from vis_cli.facts.differences import EVIDENCE, Difference, key_of
from vis_cli.facts.effect import Altered, Change, Effect
from vis_cli.facts.impact import impact
from vis_cli.facts.versions import parties
from vis_cli.facts.versions import versions as every_version
from vis_cli.model.adoption import Adoption, PartyDecision
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Record

_KEYED = frozenset(("owners", "amounts", "responsibilities", "guidance"))
_NOT_IN_FACTS = {"guidance": ("type", "link")}


def agreements(change: Change) -> Iterator[Effect]:
    """New and ended agreements, their texts and what stands beside them."""
    for record in change.added(Agreement):
        kind = Word(record.entity.type)
        yield Effect("applies", "agreement-new", record, {"type": kind}, tells=(record,))
    for altered in change.altered(Agreement):
        yield from _ending(change, altered)
        yield from _text(change, altered)
        old, new = altered.before.entity, altered.after.entity
        facts = beside(Side(change.before, old, None), Side(change.after, new, None))
        yield from _facts(altered.after, altered, facts)


def versions(change: Change) -> Iterator[Effect]:
    """New versions, texts that are put to the parties, referrals, recommendations, rules and terms."""
    fresh = {record.id for record in change.added(Agreement)}
    for record in change.added(Version):
        agreement = change.after.get(Agreement, record.entity.agreement)
        if record.entity.agreement in fresh:  # it is told that the agreement is new
            yield Effect("applies", "told", record, tells=(record,))
            continue
        values = {**numbered(change, record), "count": len(parties(change.after, record))}
        yield Effect("applies", "version-new", agreement or record, values, tells=(record,))
        if record.entity.publication:
            yield from _published(change, record, ())
    for altered in change.altered(Version):
        found = altered.at("publication")
        if found and found[0].before is None:
            parties_then = altered.at("parties") if not altered.before.entity.parties else ()
            yield from _published(change, altered.after, (*found, *parties_then))
        yield from _on_its_way(change, altered)
        agreement = change.after.get(Agreement, altered.after.entity.agreement)
        if agreement:
            old = Side(change.before, agreement.entity, altered.before)
            new = Side(change.after, agreement.entity, altered.after)
            yield from _facts(agreement, altered, beside(old, new), altered.after.entity.version)


def numbered(change: Change, version: Record[Version]) -> dict[str, Any]:
    """Which version, and whether its agreement has no other, so that nobody needs to be told."""
    own = version.entity
    return {"version": own.version, "only": len(every_version(change.after, own.agreement)) == 1}


def _published(change: Change, record: Record[Version], tells: tuple[Difference, ...]) -> Iterator[Effect]:
    agreement = change.after.get(Agreement, record.entity.agreement)
    made = record.entity.publication
    if made:
        values = {
            **numbered(change, record),
            "date": made.date,
            "parties": tuple(change.name(id, "organisation") for id in parties(change.after, record)),
        }
        yield Effect("applies", "version-published", agreement or record, values, tells=tells)


def _on_its_way(change: Change, altered: Altered[Version]) -> Iterator[Effect]:
    record = altered.after
    agreement = change.after.get(Agreement, record.entity.agreement) or record
    number = numbered(change, record)
    for item in altered.at("referrals"):
        if item.type == "added":
            values = {**number, "since": item.after.since, "until": item.after.until}
            yield Effect("applies", "referral-new", agreement, values, tells=(item,))
    for item in altered.at("referrals", "replies"):
        if item.type == "added":
            party = change.name(item.after.organisation, "organisation")
            yield Effect("decisions", "reply-new", agreement, {**number, "party": party}, tells=(item,))
    for item in altered.at("recommendations"):
        if item.type == "added":
            values = {**number, "body": change.name(item.after.body), "date": item.after.date}
            yield Effect("decisions", "recommended", agreement, values, tells=(item,))
    for item in altered.at("term", "extensions"):
        if item.type == "added":
            yield Effect("applies", "extended", agreement, {**number, "until": item.after.until}, tells=(item,))
    for item in altered.at("stated_in_force"):
        if item.before is None:
            yield Effect("applies", "stated", agreement, {**number, "date": item.after.date}, tells=(item,))


def _ending(change: Change, altered: Altered[Agreement]) -> Iterator[Effect]:
    for item in altered.at("ended"):
        if item.before is None:
            values = {
                "until": item.after.last_day,
                "successor": change.name(item.after.successor, "agreement"),
                "reason": item.after.reason or "",
            }
            yield Effect("applies", "agreement-ended", altered.after, values, tells=(item,))
        elif item.after is None:
            values = {"until": item.before.last_day}
            yield Effect("applies", "agreement-not-ended", altered.after, values, tells=(item,))
    for item in altered.at("ended", "last_day"):
        values = {"until": item.after, "was": item.before}
        yield Effect("applies", "agreement-ended", altered.after, values, tells=(item,))


def _text(change: Change, altered: Altered[Agreement]) -> Iterator[Effect]:
    """Which clauses say something else; and what has to be looked at because of that."""
    told = (*altered.of("sections"), *altered.of("title"))
    if not told:
        return
    old, new = altered.before.entity, altered.after.entity
    made = compare(old, new)
    if not made:
        return
    values = {"changes": made, "version": new.version or ""}
    if {item.type for item in made} == {"reformatted"}:
        yield Effect("rest", "text-reformatted", altered.after, values, tells=told)
        return
    found = impact(change.after, altered.after, change.on) if old.sections else ()
    names = tuple(dict.fromkeys(item.name for item in found if item.topic == "agreements"))
    touches = (Effect("applies", "text-touches", altered.after, {"names": names}),) if names else ()
    yield Effect("applies", "text-changed", altered.after, values, touches, told)


def _facts(
    agreement: Record[Agreement],
    altered: Altered[Agreement] | Altered[Version],
    facts: tuple[Fact, ...],
    number: str = "",
) -> Iterator[Effect]:
    """The facts that differ, in the words that a comparison of versions has for them."""
    if facts:
        told = tuple(item for item in altered.differences if any(_is_told(fact, item, altered) for fact in facts))
        yield Effect("applies", "facts", agreement, {"facts": facts, "version": number}, tells=told)


def _is_told(fact: Fact, item: Difference, altered: Altered[Agreement] | Altered[Version]) -> bool:
    path = tuple(fact.field.split("."))
    if item.path[: len(path)] != path and path[: len(item.path)] != item.path:
        return False
    if item.path[-1] in (*EVIDENCE, *_NOT_IN_FACTS.get(fact.field, ())) or item.type == "reordered":
        return False
    if fact.field not in _KEYED:
        return True
    part = (*item.within, item.after if item.type == "added" else item.before)[0]
    key = key_of(part)
    every = [key_of(one) for side in (altered.before, altered.after) for one in getattr(side.entity, fact.field)]
    return key is not None and key[1] == fact.key and every.count(key) <= 2  # type: ignore[index]  # a name and a value


@dataclass(frozen=True, slots=True)
class Made:
    """A decision of a party that is new in the register."""

    party: str
    decision: PartyDecision


def adoptions(change: Change) -> Iterator[Effect]:
    """What parties have decided, those who decided alike of one version together."""
    found: dict[tuple[str, str, str], list[tuple[Made, object]]] = {}
    for record in change.added(Adoption):
        for index, decision in enumerate(record.entity.decisions):
            _note(change, found, record, decision, record if index == 0 else None)
    for altered in change.altered(Adoption):
        for item in altered.at("decisions"):
            if item.type == "added":
                _note(change, found, altered.after, item.after, item)
    for (id, number, outcome), made in found.items():
        agreement = change.after.get(Agreement, id) or change.before.get(Agreement, id)
        only = len(every_version(change.after, id)) == 1
        every = tuple(item for item, _ in made)
        values = {"version": number, "only": only, "outcome": outcome, "made": every, "id": id}
        told = tuple(told for _, told in made if told is not None)
        yield Effect("decisions", "party-decided", agreement, values, tells=told)


def _note(
    change: Change,
    found: dict[tuple[str, str, str], list[tuple[Made, object]]],
    record: Record[Adoption],
    decision: PartyDecision,
    told: object,
) -> None:
    own = record.entity
    outcome = f"corrected-{decision.outcome}" if decision.corrects else decision.outcome
    made = Made(change.name(own.party, "organisation"), decision)
    found.setdefault((own.agreement, own.version, outcome), []).append((made, told))

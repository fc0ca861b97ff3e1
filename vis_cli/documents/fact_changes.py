"""What differs beside the text, in sentences."""

from collections.abc import Mapping
from typing import Any

from vis_cli.documents.swedish import kronor
from vis_cli.documents.telling import Telling
from vis_cli.errors import N_
from vis_cli.facts.beside import Fact
from vis_cli.model.values import When

LABELS = {
    "ages": N_("The age span"),
    "cluster": N_("The cluster"),
    "concerned": N_("Groups concerned"),
    "cost_responsibility": N_("The responsibility for costs"),
    "deviations": N_("The handling of deviations"),
    "entry_into_force.at_least": N_("The least number of parties for entry into force"),
    "entry_into_force.date": N_("The date of entry into force"),
    "entry_into_force.not_before": N_("The first possible day of entry into force"),
    "entry_into_force.rule": N_("The rule of entry into force"),
    "follow_up.criteria": N_("Criteria of the follow-up"),
    "follow_up.interval_months": N_("The interval of the follow-up"),
    "follow_up.next": N_("The next follow-up"),
    "follow_up.responsible": N_("The group responsible for the follow-up"),
    "guidance": N_("Documents that go with it"),
    "legal_basis": N_("Legal basis"),
    "next_review": N_("The next review"),
    "notice.effect": N_("The effect of a notice"),
    "notice.months": N_("The period of notice"),
    "parent": N_("The agreement that it hangs under"),
    "prevention": N_("The follow-up of prevention"),
    "related": N_("Related agreements"),
    "short_name": N_("The short name"),
    "subject": N_("The subject area"),
    "summary": N_("The summary"),
    "target_groups": N_("Target groups"),
    "term.renewal_months": N_("The time by which it is renewed"),
    "term.until": N_("The last day of the term"),
    "type": N_("The type of agreement"),
    "work_stream": N_("The work stream"),
}
"""Every field that has no sentences of its own: in the plural those of several values."""

_KINDS = {
    "concerned": "group",
    "follow_up.responsible": "group",
    "parent": "agreement",
    "related": "agreement",
}
_WORDS = {
    "all-parties": N_("“all parties must have adopted it”"),
    "each-party": N_("“for each party once it has adopted it”"),
    "at-least": N_("“a number of parties must have adopted it”"),
    "fixed-date": N_("“on a fixed day”"),
    "rest-continues": N_("“it goes on between the others”"),
    "all-ends": N_("“it ends for all”"),
    "region": N_("the region"),
    "municipality": N_("the municipality"),
    "both": N_("the region and the municipality together"),
}
_AMOUNTS = {
    "exact": "{amount}",
    "about": N_("about {amount}"),
    "more-than": N_("more than {amount}"),
    "less-than": N_("less than {amount}"),
}
_OWN: Mapping[str, Mapping[str, str]] = {
    "parties": {"added": N_("{after} is a new party."), "removed": N_("{before} is no longer a party.")},
    "accessions": {
        "added": N_("{after} has joined as a party."),
        "removed": N_("That {before} has joined is no longer recorded."),
    },
    "amounts": {
        "added": N_("The amount for {key} is settled: {after}."),
        "removed": N_("The amount for {key}, {before}, is removed."),
        "changed": N_("The amount for {key} changes from {before} to {after}."),
    },
    "responsibilities": {
        "added": N_("Who does what: “{key}” has been added, and is done by {after}."),
        "removed": N_("Who does what: “{key}”, done by {before}, is removed."),
        "changed": N_("Who does what: “{key}” was done by {before} and is now done by {after}."),
    },
    "owners": {
        "added": N_("{key} is a new owner group, {after}."),
        "removed": N_("{key} is no longer an owner group."),
        "changed": N_("The time of {key} as owner group changes from “{before}” to “{after}”."),
    },
    "guidance": {
        "added": N_("The document “{key}” has been added."),
        "removed": N_("The document “{key}” is removed."),
        "changed": N_("The document “{key}” changes from {before} to {after}."),
    },
}
_SEVERAL = {"added": N_("{place}: {after} has been added."), "removed": N_("{place}: {before} is removed.")}
_ONE = {
    "added": N_("{place} is now stated: {after}."),
    "removed": N_("{place} is no longer stated; it was: {before}."),
    "changed": N_("{place} changes from {before} to {after}."),
}
_STATEMENTS = {"added": N_("{place} is now stated."), "removed": N_("{place} is no longer stated.")}
_LISTS = frozenset(("concerned", "related", "target_groups", "legal_basis", "follow_up.criteria"))


def tell_fact(fact: Fact, telling: Telling) -> tuple[str, ...]:
    """Sentences on one fact that differs."""
    if fact.pieces and fact.type == "changed":
        return tuple(telling.reworded(label(fact, telling), fact.pieces))
    if fact.pieces:
        template = _STATEMENTS[fact.type]
    elif fact.field in _OWN:
        template = _OWN[fact.field][fact.type]
    else:
        template = (_SEVERAL if fact.field in _LISTS else _ONE)[fact.type]
    key = telling.name(fact.key, "group") if fact.field == "owners" else fact.key
    before, after = (_value(fact.field, value, telling) for value in (fact.before, fact.after))
    return (telling.say(template, place=label(fact, telling), key=key, before=before, after=after),)


def label(fact: Fact, telling: Telling) -> str:
    """What the fact is called."""
    return telling.say(LABELS[fact.field]) if fact.field in LABELS else ""


def _value(field: str, value: Any, telling: Telling) -> str:
    say = telling.say
    match field, value:
        case _, None:
            return ""
        case "amounts", (str(qualifier), int(whole)):
            return say(_AMOUNTS[qualifier], amount=kronor(whole))
        case "owners", (since, until):
            return _period(since, until, telling)
        case "guidance", (version, updated):
            parts = (version or "", telling.day(updated) if updated else "")
            return ", ".join(filter(None, parts)) or say(N_("without a stated version"))
        case "ages", (youngest, oldest):
            if youngest is None or oldest is None:
                template = N_("at most {oldest} years") if youngest is None else N_("{youngest} years and over")
                return say(template, youngest=youngest, oldest=oldest)
            return say(N_("{youngest}–{oldest} years"), youngest=youngest, oldest=oldest)
        case "parties" | "accessions", _:
            return telling.name(value, "organisation")
        case _, When():
            return telling.day(value)
        case _, int() if field.endswith("months"):
            return say(N_("one month")) if value == 1 else say(N_("{count} months"), count=value)
        case _ if field in _KINDS:
            return telling.name(value, _KINDS[field])
        case "type", _:
            return telling.translate(value)
        case "entry_into_force.rule" | "notice.effect" | "responsibilities", _:
            return say(_WORDS[value])
    return str(value)


def _period(since: When | None, until: When | None, telling: Telling) -> str:
    first, last = (telling.day(day) if day else "" for day in (since, until))
    if first and last:
        return telling.say(N_("from {since} until {until}"), since=first, until=last)
    if first or last:
        return telling.say(N_("from {since}") if first else N_("until {until}"), since=first, until=last)
    return telling.say(N_("without a stated time"))

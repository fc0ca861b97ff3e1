"""Answers about agreements in words: what applies, since when and why, or what it waits for."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.dates import on_day, spoken
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.entry import Entry
    from vis_cli.facts.force import Answer
    from vis_cli.model.adoption import PartyDecision
    from vis_cli.model.version import EntryRule
    from vis_cli.registry import Registry

MOST_NAMES = 6
"""So many parties are named; of more, the rest is counted."""


def answer(registry: "Registry", given: "Answer") -> list[str]:
    """The answer as sentences, the most important first."""
    return [*_state(registry, given), *_why(registry, given), *_beside(registry, given)]


def _said(template: str, **values: object) -> str:
    return fill(template, values, _)


def names(registry: "Registry", parties: Sequence[str], most: int = MOST_NAMES) -> str:
    """`Exempelby, Provköping and Testvik`; of many, the first and how many more."""
    from vis_cli.facts.overview import name_of

    known = [name_of(registry, party, "organisation") for party in parties]
    if len(known) > most:
        rest = str(len(known) - most + 1)
        return _said(N_("{names} and {count} more"), names=", ".join(known[: most - 1]), count=rest)
    if len(known) < 2:
        return "".join(known)
    return _said(N_("{names} and {last}"), names=", ".join(known[:-1]), last=known[-1])


def _state(registry: "Registry", given: "Answer") -> Iterator[str]:
    version = given.version.entity.version if given.version else ""
    since = spoken(given.since) if given.since else ""
    until = spoken(given.until) if given.until else ""
    if given.state == "no-version":
        yield _(N_("Not known: no version is registered, nor since when it applies."))
    elif given.state == "not-a-party":
        yield _said(N_("{party} is not a party."), party=names(registry, [given.party or ""]))
    elif given.state == "applies":
        template = N_("Version {version} applies since {since}.")
        if given.until:
            template = N_("Version {version} applies since {since}, until {until}.")
        yield _said(template, version=version, since=since, until=until)
    elif given.state == "stated" and given.entry and given.version and (stated := given.version.entity.stated_in_force):
        made = given.entry
        yield _said(
            N_("Applies, according to a source: in force {date} ({sources}); {adopted} of {total} decisions recorded."),
            date=on_day(stated.date),
            sources=sources(registry, stated.sources),
            adopted=made.total - len(made.missing),
            total=made.total,
        )
        if len(made.missing) == made.total:
            yield _(N_("No party's decision is in the register: that it applies rests on that source alone."))
        if made.missing and made.adopted:
            yield _said(N_("Not recorded: {parties}."), parties=names(registry, made.missing))
        if made.refused:
            yield _said(N_("{parties} said no, which the source does not tell."), parties=names(registry, made.refused))
    elif given.state == "not-yet":
        yield _not_yet(registry, given)
    elif given.state == "gap":
        yield _said(
            N_("Does not apply: version {version} ran out {until}, and was extended too late."),
            version=version,
            until=until,
        )
    elif given.state == "ended":
        yield _ended(registry, given, version, until)
    else:
        yield from _unknown(registry, given, version)


def _not_yet(registry: "Registry", given: "Answer") -> str:
    from vis_cli.facts.standing import standing

    made = given.entry
    if given.since and given.since.earliest > given.on:
        return _said(N_("Does not apply yet: it enters into force {since}."), since=on_day(given.since))
    if given.party:
        if made and given.party in made.refused:
            return _said(N_("Does not apply: {party} has said no."), party=names(registry, [given.party]))
        if given.version and not standing(registry, given.version, given.party, given.on).consents:
            return _said(
                N_("Does not apply: no decision of {party} is recorded."), party=names(registry, [given.party])
            )
    if made is None:
        return _(N_("Does not apply yet."))
    return _said(N_("Does not apply yet: {progress}."), progress=progress(registry, made, given.on))


def sources(registry: "Registry", cited: Sequence[str]) -> str:
    """`Exempelrapporten, 900:4`: what the sources are called, and where in them it stands."""
    from vis_cli.model.source import Source

    known = (registry.get(Source, id) for id in dict.fromkeys(item.partition(":")[0] for item in cited))
    return ", ".join([*(source.entity.title for source in known if source), *cited]) or _(N_("not named"))


def progress(registry: "Registry", made: "Entry", on: dt.date | None = None) -> str:
    """`24 of 27 parties have adopted; missing Exempelby, Provköping and Testvik; 1 July 2031 at the earliest`."""
    words = [_said(N_("{adopted} of {total} parties have adopted"), adopted=len(made.adopted), total=made.total)]
    if made.rule and made.rule.rule == "at-least":
        words.append(_said(N_("{needed} are needed"), needed=made.needed))
    if made.disputed:
        words.append(_said(N_("appealed: {parties}"), parties=names(registry, made.disputed)))
    if made.refused:
        words.append(_said(N_("refused: {parties}"), parties=names(registry, made.refused)))
    if made.missing and made.adopted:
        words.append(_said(N_("missing: {parties}"), parties=names(registry, made.missing)))
    if made.earliest and (on is None or made.earliest > on):
        words.append(_said(N_("{date} at the earliest"), date=spoken(made.earliest)))
    return "; ".join(words)


def entry_rule(rule: "EntryRule") -> str:
    """How it enters into force."""
    template = {
        "all-parties": N_("It enters into force when all parties have adopted it."),
        "each-party": N_("It enters into force for each party when that party has adopted it."),
        "at-least": N_("It enters into force when at least {number} parties have adopted it."),
        "fixed-date": N_("It enters into force {date}, whatever the parties decide."),
    }[rule.rule]
    if rule.not_before:
        template = {
            "all-parties": N_("It enters into force when all parties have adopted it, not before {not_before}."),
            "each-party": N_("It enters into force for each party when it has adopted it, not before {not_before}."),
            "at-least": N_("It enters into force when at least {number} have adopted it, not before {not_before}."),
        }.get(rule.rule, template)
    not_before = spoken(rule.not_before) if rule.not_before else ""
    date = on_day(rule.date) if rule.date else _(N_("on a day that is not known"))
    return _said(template, number=rule.at_least or "?", not_before=not_before, date=date)


def _ended(registry: "Registry", given: "Answer", version: str, until: str) -> str:
    from vis_cli.facts.overview import name_of

    ending = given.ending
    if not until:
        return _(N_("Ended before it entered into force."))
    if ending and given.until and given.until == ending.last_day:
        if ending.successor:
            successor = name_of(registry, ending.successor, "agreement")
            return _said(
                N_("Ended: the last day was {until}; replaced by {successor}."), until=until, successor=successor
            )
        return _said(N_("Ended: the last day was {until}."), until=until)
    return _said(N_("No longer applies: the last day of version {version} was {until}."), version=version, until=until)


def _unknown(registry: "Registry", given: "Answer", version: str) -> Iterator[str]:
    from vis_cli.facts.binding import applied

    made = given.entry
    stated = made.version.entity.stated_in_force if made and made.entered is None else None
    if given.unreadable:
        yield _said(
            N_("Not known: {paths} cannot be understood; `vis check` says why."), paths=", ".join(given.unreadable)
        )
    elif given.inherited:
        yield _said(
            N_("Not known whether {party} is bound: not all whose place it took were."),
            party=names(registry, [given.party or ""]),
        )
    elif stated:
        yield _said(
            N_(
                "Not known: according to a source it entered into force {since} ({sources}), and which day is not said."
            ),
            since=on_day(stated.date),
            sources=sources(registry, stated.sources),
        )
    elif (
        made
        and given.since
        and (times := applied(registry, made.version))
        and given.since != times[0].since
        and (not given.party)
    ):
        yield _said(N_("Not known: whether version {version} was extended in time is not registered."), version=version)
    elif made and made.rule is None and not made.version.entity.stated_in_force:
        yield _said(N_("Not known: how version {version} enters into force is not registered."), version=version)
    elif made and made.disputed:
        parties = names(registry, made.disputed)
        yield _said(N_("Not known: the decision of {parties} is appealed."), parties=parties)
    elif made and made.undated:
        parties = names(registry, made.undated)
        yield _said(N_("Not known: when {parties} adopted it is not registered."), parties=parties)
    elif given.since and given.since.latest > given.on >= given.since.earliest:
        yield _said(
            N_("Not known: it entered into force {since}, and which day is not registered."), since=spoken(given.since)
        )
    elif given.until:
        yield _said(N_("Not known: it ended {until}, and which day is not registered."), until=spoken(given.until))
    else:
        yield _(N_("Not known: what is registered does not tell."))


def _why(registry: "Registry", given: "Answer") -> Iterator[str]:
    from vis_cli.facts.standing import standing

    made = given.entry
    if given.inherited:
        yield _said(N_("It took this over from {parties}."), parties=names(registry, given.inherited))
    if given.state in ("stated", "not-yet", "unknown") and made and made.rule:
        yield entry_rule(made.rule)
    if given.state != "applies" or made is None or made.rule is None:
        return
    rule = made.rule
    if rule.rule == "fixed-date":
        yield _(N_("It entered into force on a fixed date, whatever the parties decided."))
        return
    yield _said(N_("{adopted} of {total} parties have adopted it."), adopted=len(made.adopted), total=made.total)
    if given.party and not given.inherited and given.version:
        own = standing(registry, given.version, given.party, given.on).consent
        if own:
            yield _decided(registry, N_("{party} adopted it {date} ({reference})."), given.party, own.entry.decision)
    elif not given.party:
        consents = sorted(
            (item for item in made.standings if item.party in made.adopted and item.consents),
            key=lambda item: item.consents[0].since.latest,
        )
        if consents and rule.rule == "all-parties":
            last = consents[-1]
            template = N_("The last was {party}, {date} ({reference}).")
            yield _decided(registry, template, last.party, last.consents[0].entry.decision)
        elif rule.rule == "at-least" and len(consents) >= made.needed:
            last = consents[made.needed - 1]
            template = N_("The one that made them enough was {party}, {date} ({reference}).")
            yield _decided(registry, template, last.party, last.consents[0].entry.decision)
        elif rule.rule == "each-party" and made.missing:
            yield _said(N_("Not recorded: {parties}."), parties=names(registry, made.missing))
    left = [item for item in made.standings if item.status == "withdrawn" and item.consent and item.consent.until]
    for item in left:
        until = item.consent.until if item.consent else None
        if until and (given.party is None or item.party == given.party):
            template = N_("It no longer binds {party}: the last day was {until}.")
            if until.latest >= given.on:
                template = N_("{party} has given notice: its last day is {until}.")
            yield _said(template, party=names(registry, [item.party]), until=spoken(until))


def _decided(registry: "Registry", template: str, party: str, decision: "PartyDecision") -> str:
    """A sentence about a party's decision; without the brackets where nothing is known to stand in them."""
    reference = ", ".join(filter(None, (decision.body, decision.reference)))
    date = spoken(decision.date) if decision.date else _(N_("on a day that is not known"))
    said = _said(template, party=names(registry, [party]), date=date, reference=reference)
    return said if reference else said.replace(" ()", "")


def _beside(registry: "Registry", given: "Answer") -> Iterator[str]:
    from vis_cli.facts.binding import bound
    from vis_cli.facts.terms import holds

    for version in given.beside:
        made_for = [
            party
            for party in _parties(registry, version)
            if any(holds(item, given.on) for item in bound(registry, version, party))
        ]
        template = N_("Version {version} still binds {parties}.")
        yield _said(template, version=version.entity.version, parties=names(registry, made_for))
    if given.coming and given.state != "not-yet":
        version_name = given.coming.version.entity.version
        if given.coming.entered:
            yield _said(
                N_("Version {version} enters into force {date}."),
                version=version_name,
                date=spoken(given.coming.entered),
            )
        else:
            way = progress(registry, given.coming, given.on)
            yield _said(N_("Version {version} is on its way: {progress}."), version=version_name, progress=way)


def _parties(registry: "Registry", version: object) -> Sequence[str]:
    from vis_cli.facts.versions import parties

    return parties(registry, version)  # type: ignore[arg-type]

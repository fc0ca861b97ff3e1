"""Answers about agreements in words: what applies, since when and why, or what it waits for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.agreement.phrases import names, progress, said
from vis_cli.cli.agreement.reasons import beside, last_day, why
from vis_cli.cli.dates import on_day, spoken
from vis_cli.cli.language import _
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.force import Answer
    from vis_cli.registry import Registry


def answer(registry: "Registry", given: "Answer") -> list[str]:
    """The answer as sentences, the most important first."""
    return [*state(registry, given), *last_day(registry, given), *why(registry, given), *beside(registry, given)]


def state(registry: "Registry", given: "Answer") -> Iterator[str]:
    """Whether it applies: mostly one sentence."""
    version = given.version.entity.version if given.version else ""
    since = spoken(given.since) if given.since else ""
    until = spoken(given.until) if given.until else ""
    if given.state == "no-version":
        yield _(N_("Not known: no version is registered, nor since when it applies."))
    elif given.state == "not-a-party":
        yield said(N_("{party} is not a party."), party=names(registry, [given.party or ""]))
    elif given.state == "applies":
        template = N_("Version {version} applies since {since}.")
        if given.until:
            template = N_("Version {version} applies since {since}, until {until}.")
        yield said(template, version=version, since=since, until=until)
    elif given.state == "stated" and given.entry and given.version and (stated := given.version.entity.stated_in_force):
        made = given.entry
        yield said(
            N_("Applies, according to a source: in force {date} ({sources}); {adopted} of {total} decisions recorded."),
            date=on_day(stated.date),
            sources=sources(registry, stated.sources),
            adopted=made.total - len(made.missing),
            total=made.total,
        )
        if len(made.missing) == made.total:
            yield _(N_("No party's decision is in the register: that it applies rests on that source alone."))
        if made.missing and made.adopted:
            yield said(N_("Not recorded: {parties}."), parties=names(registry, made.missing))
        if made.refused:
            yield said(N_("{parties} said no, which the source does not tell."), parties=names(registry, made.refused))
    elif given.state == "not-yet":
        yield _not_yet(registry, given)
    elif given.state == "gap":
        yield said(
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
        return said(N_("Does not apply yet: it enters into force {since}."), since=on_day(given.since))
    if given.party:
        if made and given.party in made.refused:
            return said(N_("Does not apply: {party} has said no."), party=names(registry, [given.party]))
        if given.version and not standing(registry, given.version, given.party, given.on).consents:
            return said(N_("Does not apply: no decision of {party} is recorded."), party=names(registry, [given.party]))
    if made is None:
        return _(N_("Does not apply yet."))
    return said(N_("Does not apply yet: {progress}."), progress=progress(registry, made, given.on))


def sources(registry: "Registry", cited: Sequence[str]) -> str:
    """`Exempelrapporten, 900:4`: what the sources are called, and where in them it stands."""
    from vis_cli.model.source import Source

    known = (registry.get(Source, id) for id in dict.fromkeys(item.partition(":")[0] for item in cited))
    return ", ".join([*(source.entity.title for source in known if source), *cited]) or _(N_("not named"))


def _ended(registry: "Registry", given: "Answer", version: str, until: str) -> str:
    from vis_cli.facts.names import name_of

    ending = given.ending
    if not until:
        return _(N_("Ended before it entered into force."))
    if ending and given.until and given.until == ending.last_day:
        if ending.successor:
            successor = name_of(registry, ending.successor, "agreement")
            return said(
                N_("Ended: the last day was {until}; replaced by {successor}."), until=until, successor=successor
            )
        return said(N_("Ended: the last day was {until}."), until=until)
    return said(N_("No longer applies: the last day of version {version} was {until}."), version=version, until=until)


def _unknown(registry: "Registry", given: "Answer", version: str) -> Iterator[str]:
    from vis_cli.facts.binding import applied

    made = given.entry
    stated = made.version.entity.stated_in_force if made and made.entered is None else None
    if given.unreadable:
        yield said(
            N_("Not known: {paths} cannot be understood; `vis check` says why."), paths=", ".join(given.unreadable)
        )
    elif given.inherited:
        yield said(
            N_("Not known whether {party} is bound: not all whose place it took were."),
            party=names(registry, [given.party or ""]),
        )
    elif stated:
        yield said(
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
        yield said(N_("Not known: whether version {version} was extended in time is not registered."), version=version)
    elif made and made.rule is None and not made.version.entity.stated_in_force:
        yield said(N_("Not known: how version {version} enters into force is not registered."), version=version)
    elif made and made.disputed:
        parties = names(registry, made.disputed)
        yield said(N_("Not known: the decision of {parties} is appealed."), parties=parties)
    elif made and made.undated:
        parties = names(registry, made.undated)
        yield said(N_("Not known: when {parties} adopted it is not registered."), parties=parties)
    elif given.since and given.since.latest > given.on >= given.since.earliest:
        yield said(
            N_("Not known: it entered into force {since}, and which day is not registered."), since=spoken(given.since)
        )
    elif given.until:
        yield said(N_("Not known: it ended {until}, and which day is not registered."), until=spoken(given.until))
    else:
        yield _(N_("Not known: what is registered does not tell."))

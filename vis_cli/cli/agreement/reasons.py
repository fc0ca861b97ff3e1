"""The reasons of an answer about an agreement: why it is so, how long it will be, and what there is beside it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.agreement.phrases import entry_rule, names, progress, said
from vis_cli.cli.dates import spoken
from vis_cli.cli.language import _
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.force import Answer
    from vis_cli.model.adoption import PartyDecision
    from vis_cli.model.values import When
    from vis_cli.registry import Registry


def last_day(registry: "Registry", given: "Answer") -> Iterator[str]:
    """Until when, where that is decided and the state does not say it; and what takes its place then."""
    from vis_cli.facts import binding
    from vis_cli.facts.names import name_of

    last = binding.last_day(given.agreement, given.version.entity if given.version else None)
    if last and given.state in ("not-yet", "stated", "no-version"):
        over = last.latest < given.on
        yield said(N_("Its last day was {until}.") if over else N_("Its last day is {until}."), until=spoken(last))
    ending = given.ending
    if ending and ending.successor and ending.last_day.latest >= given.on:
        successor = name_of(registry, ending.successor, "agreement")
        yield said(N_("After that {successor} takes its place."), successor=successor)


def why(registry: "Registry", given: "Answer") -> Iterator[str]:
    """By which rule and whose decisions."""
    from vis_cli.facts.standing import standing

    made = given.entry
    if given.inherited:
        yield said(N_("It took this over from {parties}."), parties=names(registry, given.inherited))
    if given.state in ("stated", "not-yet", "unknown") and made and made.rule:
        yield entry_rule(made.rule)
    if given.state == "not-yet" and made and made.barred:
        parties = names(registry, made.refused)
        yield said(N_("It cannot enter into force unless {parties} decide otherwise."), parties=parties)
    if given.state != "applies" or made is None or made.rule is None:
        return
    rule = made.rule
    if rule.rule == "fixed-date":
        yield _(N_("It entered into force on a fixed date, whatever the parties decided."))
        return
    yield said(N_("{adopted} of {total} parties have adopted it."), adopted=len(made.adopted), total=made.total)
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
            yield said(N_("Not recorded: {parties}."), parties=names(registry, made.missing))
        if no := [item.party for item in made.standings if item.party in made.refused and item.status == "rejected"]:
            yield said(N_("Said no: {parties}."), parties=names(registry, no))
    left = [item for item in made.standings if item.status == "withdrawn" and item.consent and item.consent.until]
    for item in left:
        until = item.consent.until if item.consent else None
        if until and (given.party is None or item.party == given.party):
            template = N_("It no longer binds {party}: the last day was {until}.")
            if until.latest >= given.on:
                template = _noticed(given, until)
            yield said(template, party=names(registry, [item.party]), until=spoken(until))


def _noticed(given: "Answer", until: "When") -> str:
    """What notice comes to: for who gave it, and for the rest."""
    if given.party is None and (given.until is None or given.until.earliest > until.latest):
        return N_("{party} has given notice: its last day is {until}; for the others it goes on.")
    if given.party is None and given.until == until:
        return N_("{party} has given notice: its last day is {until}, and then it ends for all.")
    return N_("{party} has given notice: its last day is {until}.")


def _decided(registry: "Registry", template: str, party: str, decision: "PartyDecision") -> str:
    """A sentence about a party's decision; without the brackets where nothing is known to stand in them."""
    reference = ", ".join(filter(None, (decision.body, decision.reference)))
    date = spoken(decision.date) if decision.date else _(N_("on a day that is not known"))
    sentence = said(template, party=names(registry, [party]), date=date, reference=reference)
    return sentence if reference else sentence.replace(" ()", "")


def beside(registry: "Registry", given: "Answer") -> Iterator[str]:
    """Other versions: that still bind some, or that are on their way."""
    from vis_cli.facts.binding import bound
    from vis_cli.facts.terms import holds
    from vis_cli.facts.versions import parties

    for version in given.beside:
        made_for = [
            party
            for party in parties(registry, version)
            if any(holds(item, given.on) for item in bound(registry, version, party))
        ]
        template = N_("Version {version} still binds {parties}.")
        yield said(template, version=version.entity.version, parties=names(registry, made_for))
    if given.coming and given.state != "not-yet":
        version_name = given.coming.version.entity.version
        if given.coming.entered:
            yield said(
                N_("Version {version} enters into force {date}."),
                version=version_name,
                date=spoken(given.coming.entered),
            )
        else:
            way = progress(registry, given.coming, given.on)
            yield said(N_("Version {version} is on its way: {progress}."), version=version_name, progress=way)

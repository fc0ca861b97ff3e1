"""What parties decide about a version: a new entry in the party's file, or a further one; nothing is ever changed."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from vis_cli.actions.step import Forbidden, Step, detail, plain
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure, Word
from vis_cli.facts.binding import predecessors
from vis_cli.facts.names import full_name
from vis_cli.facts.naming import meant, names_of_organisations, near
from vis_cli.facts.standing import ADOPTED, Standing
from vis_cli.facts.steps import misstep
from vis_cli.facts.versions import adoptions, parties
from vis_cli.model.adoption import Adoption, PartyDecision
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import append_item
from vis_cli.source.emit import emit

SAID = {
    "prepared": "har berett ärendet",
    "adopted": "har antagit",
    "adopted-with-reservation": "har antagit med förbehåll",
    "rejected": "har avslagit",
    "referred-back": "har återremitterat",
    "appealed": "beslutet är överklagat",
    "upheld": "beslutet står fast efter överklagande",
    "revoked": "beslutet är upphävt",
    "withdrawn": "har sagt upp",
    "entered-in-error": "en felaktig uppgift är tillbakatagen",
}
"""The outcomes in the messages of commits."""


class Ledger:
    """Decisions that are to be recorded together: each is judged as if those before it were recorded already."""

    def __init__(self, registry: Registry, today: dt.date) -> None:
        self._registry = registry
        self._today = today
        self._entries: dict[str, tuple[PartyDecision, ...]] = {}
        self._texts: dict[str, str] = {}
        self._lines: list[str] = []
        self._notices: dict[str, Notice] = {}

    def add(self, version: Record[Version], party: str, decision: PartyDecision) -> None:
        """One more decision. Raises Failure where the rules do not allow it."""
        agreement, number = version.entity.agreement, version.entity.version
        path = f"agreements/{agreement}/adoptions/{number}/{party}.yaml"
        record = adoptions(self._registry, version).get(party)
        if record is None and self._registry.is_broken(f"{agreement}-{number}-{party}", ("adoption",)):
            raise Failure(N_("`{path}` cannot be understood"), hint=N_("`vis check {path}` says why"), path=path)
        before = self._entries.get(path, record.entity.decisions if record else ())
        _refuse_strange(self._registry, version, party)
        _refuse_future(decision, self._today)
        _refuse_needless(decision)
        after = Adoption.model_construct(
            agreement=agreement, version=number, party=party, decisions=(*before, decision)
        )
        _refuse_misstep(self._registry, after)
        self._entries[path] = after.decisions
        entry = plain(decision)
        old = self._texts.get(path, record.file.text if record else None)
        self._texts[path] = (
            append_item(old, ("decisions",), entry)
            if old is not None
            else emit({"agreement": agreement, "version": number, "party": party, "decisions": [entry]})
        )
        self._say(version, party, decision)

    def _say(self, version: Record[Version], party: str, decision: PartyDecision) -> None:
        who = " ".join(filter(None, (decision.body, decision.reference)))
        said, name = SAID[decision.outcome], full_name(self._registry, party)
        if decision.corrects and decision.outcome != "entered-in-error":
            said = f"rättelse: {said}"
        head = f"{version.entity.agreement} {version.entity.version}"
        self._lines.append(f"{head}: {name} {said}{detail(who, decision.date)}")
        if decision.outcome in ADOPTED and version.entity.publication is None:
            message = N_("version {version} of `{agreement}` is not published: what was decided about is not on record")
            values = {"version": version.entity.version, "agreement": version.entity.agreement}
            self._notices[version.id] = Notice(message, values)

    def step(self) -> Step:
        """All that was added, to be written at once."""
        if len(self._lines) == 1:
            message = self._lines[0]
        else:
            heads = dict.fromkeys(line.partition(":")[0] for line in self._lines)
            message = f"{', '.join(heads)}: {len(self._lines)} beslut\n\n" + "\n".join(self._lines)
        return Step(self._texts, message, tuple(self._notices.values()))


def decide(registry: Registry, version: Record[Version], party: str, decision: PartyDecision, today: dt.date) -> Step:
    """Record what a party decided. Raises Failure where the rules do not allow it (exit 1)."""
    ledger = Ledger(registry, today)
    ledger.add(version, party, decision)
    return ledger.step()


def party_named(registry: Registry, version: Record[Version], given: str) -> str:
    """The party of a version that is meant, or else the organisation. Raises Failure with what is near."""
    own = names_of_organisations(registry, everyone(registry, version))
    others = names_of_organisations(registry)
    if found := meant(given, own) or meant(given, others):
        return found
    guesses = near(given, own) or near(given, others)
    raise Failure(
        N_("there is no party `{given}`"),
        hint=N_("did you mean {near}?") if guesses else N_("the parties are {parties}"),
        given=given,
        near=", ".join(f"`{id}`" for id in guesses),
        parties=", ".join(f"`{id}`" for id in own),
    )


def everyone(registry: Registry, version: Record[Version]) -> tuple[str, ...]:
    """The parties of a version and those who joined later."""
    return tuple(dict.fromkeys((*parties(registry, version), *(item.party for item in version.entity.accessions))))


def _refuse_strange(registry: Registry, version: Record[Version], party: str) -> None:
    every = everyone(registry, version)
    if party in every or any(item.id in every for item in predecessors(registry, party)):
        return
    raise Forbidden(
        N_("`{party}` is not a party of version {version} of `{agreement}`"),
        hint=N_("a party that joins later is recorded with `vis agreement join {agreement} --party {party}`"),
        about="party",
        party=party,
        **_which(version),
    )


def _refuse_future(decision: PartyDecision, today: dt.date) -> None:
    if decision.date and decision.date.earliest > today:
        raise Forbidden(
            N_("the decision is of {date}, and today is {today}"),
            hint=N_("record it when it has been made; until then the matter can be `prepared` (--outcome prepared)")
            if decision.outcome != "prepared"
            else N_("record it when it has been made"),
            about="date",
            date=decision.date,
            today=today,
        )


def _refuse_needless(decision: PartyDecision) -> None:
    outcome = Word(decision.outcome)
    if decision.outcome == "adopted-with-reservation" and not decision.reservation:
        raise Forbidden(
            N_("an adoption with a reservation says what the reservation is"),
            hint=N_("give it with --reservation"),
            about="reservation",
        )
    needless = [
        (decision.reservation, decision.outcome == "adopted-with-reservation", "reservation"),
        (decision.applies_from, decision.outcome in ADOPTED, "applies_from"),
        (decision.last_day, decision.outcome == "withdrawn", "last_day"),
    ]
    for value, fits, key in needless:
        if value and not fits:
            raise Forbidden(
                N_("`{key}` says nothing of a decision that is `{outcome}`"),
                hint=N_("leave it out, or choose the outcome that it belongs to"),
                about=key,
                key=key,
                outcome=outcome,
            )


def _refuse_misstep(registry: Registry, after: Adoption) -> None:
    wrong = misstep(after)
    if wrong is None:
        return
    message, hint = why_not(wrong.entry.decision.outcome, wrong.before)
    since = wrong.before.since
    raise Forbidden(
        message,
        hint=hint,
        party=full_name(registry, after.party),
        id=after.party,
        agreement=after.agreement,
        version=after.version,
        outcome=Word(wrong.entry.decision.outcome),
        status=Word(wrong.before.status),
        since=since or Word(N_("a day that is not known")),
        entry=wrong.before.entry.index if wrong.before.entry else 0,
    )


def why_not(outcome: str, before: Standing) -> tuple[str, str]:
    """(why an outcome cannot follow where the party stands, the way forward), as templates."""
    if outcome == before.status or (outcome in ADOPTED and before.status in ADOPTED):
        return (
            N_("{party} is `{status}` already, since {since}"),
            N_("if wrong: `vis agreement correct {agreement} {version} --party {id} --entry {entry} --reason …`"),
        )
    if outcome == "upheld":
        return (
            N_("the decision of {party} is not appealed, so it cannot be upheld"),
            N_("record the appeal first: --outcome appealed"),
        )
    if outcome in ("appealed", "revoked"):
        return (
            N_("{party} has made no decision that can be `{outcome}`: it is `{status}`"),
            N_("record the decision first; `vis agreement status {agreement}` shows where every party stands"),
        )
    if outcome == "withdrawn":
        return (
            N_("{party} is `{status}`, so there is nothing to give notice of"),
            N_("only a party that has adopted it can leave; a no is --outcome rejected"),
        )
    if before.status in ADOPTED:
        return (
            N_("{party} is `{status}` since {since}, and that cannot become `{outcome}`"),
            N_("a party leaves with `vis agreement withdraw`; a decision that is set aside is --outcome revoked"),
        )
    if before.status == "appealed":
        return (
            N_("the decision of {party} is appealed, and that is not settled"),
            N_("record how it ended first: --outcome upheld or --outcome revoked"),
        )
    return (
        N_("`{outcome}` cannot follow `{status}`, where {party} stands since {since}"),
        N_("`vis agreement status {agreement}` shows where every party stands"),
    )


def _which(version: Record[Version]) -> Mapping[str, Any]:
    return {"agreement": version.entity.agreement, "version": version.entity.version}

"""The decision paper (*tjänsteutlåtande*) with which a party's administration puts an agreement to its politicians.

It has the sections of the seed (001:1-100) and what the register knows. What only the administration can know is asked
for, in brackets, and never made up: above all the economic consequences and the child impact analysis (R-ADP-4).
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.agreement_facts import TYPES, AgreementFacts, ages, amount, assumed
from vis_cli.documents.citation import Citation
from vis_cli.documents.document import Document
from vis_cli.documents.swedish_force import in_force, rule_in_words, successor
from vis_cli.facts.force import applies
from vis_cli.facts.inheriting import inherits
from vis_cli.facts.standing import Status, effective, standing
from vis_cli.facts.swedish_dates import in_words, on_day
from vis_cli.facts.versions import adoptions
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.version import Recommendation, Referral, Version
from vis_cli.registry import Record, Registry

ADULT = 18
PURPOSE, BACKGROUND, PRINCIPLES = "syfte-och-mal", "bakgrund", "utgangspunkter"
"""The ids that the standard structure gives these sections."""
_DECIDED: dict[Status, str] = {
    "adopted": "antagit",
    "adopted-with-reservation": "med förbehåll antagit",
    "rejected": "avslagit",
    "withdrawn": "sagt upp",
}
"""What a party has done that has no new decision before it, unless it is to change its mind."""
_ARTICLES = {
    "contract": "ett avtal",
    "framework": "ett ramverk",
    "collaboration-contract": "ett samverkansavtal",
    "principles": "gemensamma principer",
}


def decision_paper(
    registry: Registry, record: Record[Agreement], version: Record[Version], party: Record[Organisation], today: dt.date
) -> Document:
    """The paper for one party, of the version whose text `record` holds. Raises DocumentFault."""
    return _Builder(registry, record, version, party, today).document()


class _Builder:
    def __init__(
        self,
        registry: Registry,
        record: Record[Agreement],
        version: Record[Version],
        party: Record[Organisation],
        today: dt.date,
    ) -> None:
        self.registry = registry
        self.agreement = record.entity
        self.version = version
        self.party = party
        self.today = today
        self.facts = AgreementFacts(registry, record, version)
        self.region = party.entity.side == "region"
        self.who = "regionen" if self.region else "kommunen"

    def document(self) -> Document:
        agreement, facts = self.agreement, self.facts
        own = self.version.entity
        title = f"Tjänsteutlåtande: {agreement.title}"
        publication, rule, costs = own.publication, own.entry_into_force, agreement.cost_responsibility
        context = {
            "title": title,
            "warnings": list(self.warnings()),
            "agreement": agreement.title,
            "type": _ARTICLES.get(agreement.type) or f"en {TYPES[agreement.type].lower()}",
            "version": own.version,
            "party": self.party.entity.name,
            "who": self.who,
            "region": self.region,
            "parties": facts.parties_in_words(),
            "summary": facts.markdown(agreement.summary, below=2) if agreement.summary else None,
            "prepared": list(self.prepared()),
            "entry": rule_in_words(rule) if rule else None,
            "entry_assumed": rule.assumed if rule else None,
            "published": publication.date.isoformat() if publication else None,
            "citation": str(Citation(agreement.id, own.version, digest=publication.digest)) if publication else None,
            "background": list(self.background()),
            "purpose": self.section(PURPOSE),
            "background_text": self.section(BACKGROUND),
            "principles": self.section(PRINCIPLES),
            "headings": [section.heading for section in agreement.sections],
            "tasks": self.tasks(),
            "costs": facts.markdown(costs.text, below=3) if costs else None,
            "amounts": [f"{item.purpose}: {amount(item)}{assumed(item)}" for item in agreement.amounts],
            "ages": ages(agreement.ages) if agreement.ages else None,
            "adults": bool(agreement.ages and (agreement.ages.youngest or 0) >= ADULT),
            "targets": list(agreement.target_groups),
        }
        return Document(
            template="decision-paper.md.j2",
            title=title,
            subject=f"Tjänsteutlåtande för {self.party.entity.name} om {agreement.title}, version {own.version}",
            organisation=facts.organisation(),
            day=None,
            state="Utkast till tjänsteutlåtande",
            context=context,
            files=facts.files(),
        )

    def prepared(self) -> Iterator[str]:
        """Where the party is recorded to have prepared it."""
        record = adoptions(self.registry, self.version).get(self.party.id)
        for entry in effective(record.entity) if record else ():
            decision = entry.decision
            if decision.outcome == "prepared" and decision.body:
                date = f" {on_day(decision.date)}" if decision.date else ""
                yield f"{decision.body}{date}{f' ({decision.reference})' if decision.reference else ''}"

    def background(self) -> Iterator[str]:
        """How it came about, as far as the register knows, a sentence each."""
        facts, drafting, own = self.facts, self.agreement.drafting, self.version.entity
        if self.agreement.parent:
            yield f"Överenskommelsen hör till {facts.title(self.agreement.parent)}."
        for basis in self.agreement.legal_basis:
            yield f"Överenskommelsen vilar på {basis.text}{assumed(basis)}."
        if drafting and drafting.authors:
            authors = [facts.name(item, "organisation") for item in drafting.authors]
            yield f"Förslaget är framtaget av {swedish.listing(authors)}."
        if drafting and drafting.steering_group:
            yield f"Arbetet har haft {facts.name(drafting.steering_group, 'group')} som styrgrupp."
        if drafting and drafting.groups_heard:
            heard = [facts.name(group, "group") for group in drafting.groups_heard]
            yield f"Synpunkter har hämtats från {swedish.listing(heard)}."
        for referral in own.referrals:
            yield from self.referral(referral)
        for recommendation in own.recommendations:
            yield self.recommendation(recommendation)
        now = applies(self.registry, self.facts.record, self.today)
        if now.state == "applies" and now.version and now.version.id != self.version.id:
            text = in_force(self.registry, now.version)
            yield f"I dag finns version {now.version.entity.version}: {text[:1].lower()}{text[1:]}."

    def warnings(self) -> Iterator[str]:
        """Why there may be nothing to decide: the party has decided, or is gone, or it is about what is over."""
        yield from self.succession()
        stands = standing(self.registry, self.version, self.party.id)
        if decided := _DECIDED.get(stands.status):
            when = stands.entry.decision.date if stands.entry else None
            date = f" {on_day(when)}" if when else ""
            yield f"{self.party.entity.name} har redan {decided} version {self.version.entity.version}{date}."
        if later := successor(self.registry, self.version):
            text = in_force(self.registry, later)
            yield f"Det finns en nyare version, {later.entity.version}: {text[:1].lower()}{text[1:]}."
        latest = self.registry.get(Agreement, self.agreement.id)  # the text may be of long before it ended
        if ended := latest.entity.ended if latest else None:
            verb = "upphörde" if ended.last_day.latest < self.today else "upphör"
            yield f"Överenskommelsen {verb} att gälla; sista dagen är {in_words(ended.last_day)}."

    def succession(self) -> Iterator[str]:
        """On the day of the paper: who has come in the place of the party, or in whose place it has come."""
        name, own = self.party.entity.name, self.party.entity
        if own.until and own.until.latest < self.today:
            after = swedish.listing([self.facts.name(item, "organisation") for item in own.successors])
            place = f"; i dess ställe har {after} kommit" if after else ""
            yield f"{name} upphörde; sista dagen var {in_words(own.until)}{place}."
        if before := inherits(self.registry, self.version, self.party.id, self.today):
            yield f"{name} har kommit i stället för {swedish.listing([item.entity.name for item in before])}."

    def referral(self, referral: Referral) -> Iterator[str]:
        facts = self.facts
        when = f" från och med {in_words(referral.since)}" if referral.since else ""
        when += f" till och med {in_words(referral.until)}" if referral.until else ""
        if referral.since and referral.since == referral.until:
            when = f" {on_day(referral.since)}"
        names = [facts.name(item, "organisation") for item in referral.recipients]
        to = f" till {swedish.listing(names)}" if 0 < len(names) <= 6 else f" till {len(names)} parter" if names else ""
        yield f"Förslaget har varit på remiss{to}{when}."
        for reply in referral.replies:
            if reply.organisation == self.party.id:
                details = [in_words(reply.date)] if reply.date else []
                details += [reply.reference] if reply.reference else []
                about = f" ({swedish.listing(details)})" if details else ""
                yield f"{self.party.entity.name} lämnade ett remissvar{about}."

    def recommendation(self, item: Recommendation) -> str:
        """Who recommended what to whom: an association of one side speaks to its members only."""
        body = self.registry.find(item.body, ("organisation", "group", "person"))
        side = body.entity.side if body and isinstance(body.entity, Organisation) else None
        to = {"municipality": "kommunerna i länet", "region": "regionen"}.get(side or "", "parterna")
        date = f" {on_day(item.date)}" if item.date else ""
        reference = f" ({item.reference})" if item.reference else ""
        return (
            f"{body.entity.name if body else item.body} rekommenderade{date} {to} att anta överenskommelsen{reference}."
        )

    def section(self, id: str) -> Any:
        """What the agreement says in a section of the standard structure, if anything."""
        found = next((section for section in self.agreement.sections if section.id == id), None)
        return self.facts.markdown(found.text, below=3) if found and found.text else None

    def tasks(self) -> list[dict[str, Any]]:
        """What the agreement asks of this party: of its own, and together with the other side."""
        own = "region" if self.region else "municipality"
        groups = [
            (f"{swedish.sentence(self.who)}s uppgifter", own),
            ("Regionens och kommunernas gemensamma uppgifter", "both"),
        ]
        found = [
            {
                "lead": lead,
                "tasks": [item.task + assumed(item) for item in self.agreement.responsibilities if item.by == by],
            }
            for lead, by in groups
        ]
        return [group for group in found if group["tasks"]]

"""The page of a party: what binds it and since when, what waits for it, its seats, contacts, forums and assignments."""

from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.matter import sentence
from vis_cli.documents.names import Names
from vis_cli.documents.register import files_of, organisation_of
from vis_cli.facts.expected import COVERED, Subject
from vis_cli.facts.force import Answer, State
from vis_cli.facts.party_page import PartyPage, Reached
from vis_cli.facts.seats import Sitting
from vis_cli.facts.swedish_dates import in_words, on_day
from vis_cli.facts.titles import brief
from vis_cli.model.forum import Forum, ForumType
from vis_cli.model.fund import Fund
from vis_cli.registry import Record, Registry

KINDS = (
    *("agreement", "version", "adoption", "group", "person", "organisation", "area", "contact", "forum", "meeting"),
    *("fund", "local-agreement", "collaboration"),
)
STATES: dict[State, str] = {
    "applies": "Gäller",
    "stated": "Gäller enligt källa",
    "not-yet": "Har inte trätt i kraft",
    "gap": "Gällde inte den dagen: förlängningen kom för sent",
    "ended": "Har upphört",
    "unknown": "Inte känt om den gäller",
    "no-version": "Ingen version är registrerad",
    "not-a-party": "Inte part",
}
_ROLES = {
    "chair": "ordförande",
    "vice-chair": "vice ordförande",
    "secretary": "sekreterare",
    "process-leader": "processledare",
    "member": "ledamot",
    "substitute": "ersättare",
    "adjunct": "adjungerad",
}
_MONEY = {"exact": "", "about": "cirka ", "more-than": "drygt ", "less-than": "mindre än "}


_FORUMS: dict[ForumType, str] = {
    "ksa-gsa": "KSA och GSA",
    "gsa-cluster": "Kluster av vårdcentraler",
    "discharge": "Utskrivning",
    "sip": "SIP",
    "bus": "BUS",
    "local-consultation": "Lokalt samråd",
    "complex-needs": "Samsjuklighet",
    "disability": "Funktionsnedsättning",
    "physicians": "Läkarorganisationer",
    "family-centre": "Familjecentraler",
    "youth-clinic": "Ungdomsmottagningar",
    "home-visits": "Utökat hembesöksprogram",
    "personal-ombudsman": "Personligt ombud",
    "hygiene": "Vårdhygien",
    "steering": "Styrgrupper",
    "network": "Nätverk",
    "civil-society": "Civilsamhället",
    "other": "Annat",
}
_MANY = 8
"""More forums than this are listed by their type, so that the page stays a page."""


def page(registry: Registry, found: PartyPage) -> Document:
    """The page of a party on a day."""
    return _Page(registry, found).document()


class _Page:
    def __init__(self, registry: Registry, found: PartyPage) -> None:
        self.registry = registry
        self.found = found
        self.names = Names(registry)

    def document(self) -> Document:
        found, day = self.found, swedish.short_date(self.found.on)
        title = f"{found.party.entity.name} i samverkan {day}"
        return Document(
            template="party.md.j2",
            title=title,
            subject=f"Vad som binder {found.party.entity.name}, vad som väntar på beslut, platser, kontakter och forum",
            organisation=organisation_of(self.registry),
            day=found.on,
            state="Partens sida",
            context={
                "title": title,
                "on": found.on.isoformat(),
                "municipal": found.party.entity.side == "municipality",
                "waits": [self.waits(item.agreement, item.version.entity.version, item.since) for item in found.waits],
                "replies": [
                    {
                        "agreement": brief(item.agreement),
                        "until": in_words(item.referral.until) if item.referral.until else None,
                    }
                    for item in found.replies
                ],
                "binding": [self.binding(item) for item in found.binding],
                "untold": "; ".join(self.untold()),
                "seats": [self.seat(item) for item in found.seats],
                "unknown": [item.name for item in found.unknown],
                "areas": [self.area(item) for item in found.areas],
                "forums": [self.forum(item.entity) for item in found.forums] if len(found.forums) <= _MANY else [],
                "types": self.types() if len(found.forums) > _MANY else [],
                "local": [item.entity.title for item in found.local_agreements],
                "tasks": [
                    {
                        "text": sentence(item.given.assignment.text),
                        "body": self.names.of(item.given.meeting.entity.group, "group"),
                        "date": item.given.meeting.entity.date.isoformat(),
                        "returns": item.returns.entity.date.isoformat() if item.returns else None,
                        "late": item.late,
                    }
                    for item in found.tasks
                ],
                "funds": [self.fund(item) for item in found.funds],
                "empty": self.empty(),
                "stated": any(item.state == "stated" for item in found.binding),
            },
            files=self.files(),
        )

    def untold(self) -> list[str]:
        """The agreements of which there is no version; a part of one is not told beside it."""
        told = {item.id for item in self.found.untold}
        return [brief(item) for item in self.found.untold if item.entity.parent not in told]

    def empty(self) -> list[str]:
        """What the register holds nothing of: told in one place, so that the page stays a page."""
        found = self.found
        sections = {
            "platser i grupperna": found.seats,
            "forum och lokala överenskommelser": (*found.forums, *found.local_agreements),
            "öppna uppdrag": found.tasks,
        }
        return [name for name, known in sections.items() if not known]

    def files(self) -> tuple[str, ...]:
        """The files of all that is printed, and the lists."""
        found = self.found
        agreements = {
            *(item.agreement.id for item in found.binding),
            *(item.agreement.id for item in found.waits),
            *(item.agreement.id for item in found.replies),
        }
        printed: list[Record[Any]] = [item.group for item in found.seats]
        printed += [*found.forums, *found.local_agreements, *found.funds, *(item.given.meeting for item in found.tasks)]
        printed += [one for item in found.areas if (one := self.registry.find(item.area.id, ("contact",)))]
        of_agreements = {
            path for path in files_of(self.registry, KINDS[:3]) if path.split("/")[1] in agreements
        }  # agreements/<id>/…
        lists = files_of(self.registry, ("organisation", "person", "area", "collaboration"))
        return tuple(sorted({*of_agreements, *lists, *(item.file.path for item in printed)}))

    def waits(self, agreement: Record[Any], version: str, since: Any) -> dict[str, Any]:
        days = (self.found.on - since.latest).days if since else None
        when = f"sedan {in_words(since)}" + (f" ({days} dagar)" if days and days > 0 else "") if since else "okänt när"
        return {"agreement": brief(agreement), "version": version, "since": when}

    def binding(self, answer: Answer) -> dict[str, Any]:
        known = answer.state in ("applies", "stated") and answer.since
        coming = answer.coming.version.entity.version if answer.coming else None
        return {
            "agreement": brief(answer.agreement),
            "version": answer.version.entity.version if answer.version else "–",
            "state": STATES[answer.state],
            "since": in_words(answer.since) if known and answer.since else "–",
            "coming": f"version {coming} är på väg" if coming else "",
        }

    def seat(self, item: Sitting) -> dict[str, Any]:
        who = self.names.person(item.seat.person, self.found.on) if item.seat.person else None
        where = self.names.of(item.seat.organisation) if item.seat.organisation else None
        told = ", ".join(filter(None, (who or where or "inte känt vem", item.seat.function)))
        doubt = "" if item.sure else " (tiden är inte säker)"
        return {"group": item.group.entity.name, "role": _ROLES[item.seat.role], "who": told + doubt}

    def area(self, item: Reached) -> dict[str, Any]:
        return {"name": item.area.name, "ksa": _holder(item.ksa), "gsa": _holder(item.gsa)}

    def types(self) -> list[dict[str, str]]:
        """The forums by type, in the order of the alphabet."""
        found: dict[str, list[str]] = {}
        for item in self.found.forums:
            found.setdefault(_FORUMS[item.entity.type], []).append(item.entity.name)
        order = sorted(found, key=swedish.sort_key)
        return [{"type": f"{name} ({len(found[name])})", "names": "; ".join(found[name])} for name in order]

    def forum(self, own: Forum) -> dict[str, Any]:
        convener = self.names.of(own.convener) if own.convener else own.convening_function
        checked = f"kontrollerat {in_words(own.verified)}" if own.verified else "aldrig kontrollerat"
        return {
            "name": own.name,
            "convener": convener or "–",
            "rhythm": own.rhythm.text if own.rhythm else "–",
            "checked": checked,
        }

    def fund(self, record: Record[Fund]) -> dict[str, Any]:
        own = record.entity
        money = own.each or own.total
        amount = f"{_MONEY[money.qualifier]}{swedish.kronor(money.kronor)}" if money else "beloppet är inte känt"
        each = " till varje mottagare" if own.each else " sammanlagt" if money else ""
        duties = [f"{item.text} {on_day(item.due)}" for item in own.duties if item.due and item.done is None]
        return {"name": own.name, "amount": amount + each, "duties": swedish.listing(duties)}


def _holder(item: Subject) -> str:
    """Who it is, or how it stands."""
    names = item.values.get("names", [])
    if item.state in COVERED:
        return swedish.listing(names)
    if item.state == "excepted":
        return f"Undantag: {item.values['reason']}"
    if item.state == "inherited":
        return f"Bara föregångarens känd ({swedish.listing(names)})"
    return f"Kanske {swedish.listing(names)}" if item.state == "unknown" and names else "Inte känd"

"""The annual report (*Rapport Vård i samverkan*), for the officials, the politicians or the boards. (R-UPP-4, 003:43)

The officials get all of it. The political steering group gets it without attendance and without what each expectation
lacks. The boards (*nämnder*) get what was done, agreed and remains, in few words. (003:46)
"""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from vis_cli.diagnostics.wording import fill
from vis_cli.documents import digest_agreements, digest_meetings, swedish
from vis_cli.documents.digest_rows import Telling, counted, prose
from vis_cli.documents.document import Document
from vis_cli.documents.names import Names
from vis_cli.documents.register import files_of, organisation_of
from vis_cli.documents.year_words import group_name
from vis_cli.facts.annual import Annual, Done, Frame, Held
from vis_cli.facts.coverage_told import parts_of, said, sentences
from vis_cli.facts.exemptions import NAMES
from vis_cli.facts.expected import Found
from vis_cli.facts.following import AreaFollowed, Following
from vis_cli.facts.happening import OfAgreement
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

Audience = Literal["officials", "political", "boards"]
KINDS = (
    *("activity", "plan", "meeting", "group", "agreement", "version", "adoption", "follow-up", "collaboration"),
    *("area", "contact", "forum", "annual-plan", "organisation", "question"),
)
_AUDIENCES: dict[Audience, str] = {
    "officials": "för tjänstestyrgruppen",
    "political": "för den politiska styrgruppen",
    "boards": "för nämnderna",
}
_FRAMES: dict[Frame, str] = {
    "main-agreement": "huvudöverenskommelsen",
    "action-plan": "handlingsplanen",
    "mental-health": "psykisk hälsa och suicidprevention",
}
_STATES = {
    "not-started": "inte påbörjad",
    "ongoing": "pågår",
    "done": "genomförd",
    None: "läget är inte känt",
}
_COUNTED = (
    ("done", "genomförd", "genomförda"),
    ("ongoing", "pågår", "pågår"),
    ("not-started", "inte påbörjad", "inte påbörjade"),
    ("unknown", "utan känt läge", "utan känt läge"),
)


def annual_report(registry: Registry, found: Annual, audience: Audience, translate: Callable[[str], str]) -> Document:
    """The report of a year; `translate` gives the Swedish of what coverage says."""
    return _Report(registry, found, audience, translate).document()


class _Report:
    def __init__(self, registry: Registry, found: Annual, audience: Audience, translate: Callable[[str], str]) -> None:
        self.registry = registry
        self.found = found
        self.audience = audience
        self.translate = translate
        self.telling = Telling(registry, found.digest.period, Names(registry))

    def document(self) -> Document:
        found = self.found
        title = f"Rapport {organisation_of(self.registry).split(',')[0]} {found.year}"
        return Document(
            template="annual.md.j2",
            title=title,
            subject=f"Vad som gjordes och beslutades i samverkan {found.year}, {_AUDIENCES[self.audience]}",
            organisation=organisation_of(self.registry),
            day=found.on,
            state="Årsrapport" if found.whole else "Årsrapport, året pågår",
            context={
                "title": title,
                "audience": self.audience,
                "for": _AUDIENCES[self.audience],
                "until": None if found.whole else found.on.isoformat(),
                "summary": self.summary(),
                "activities": [self.activity(item) for item in found.activities if item.dated],
                "undated": [item.activity.entity.title for item in found.activities if not item.dated],
                "local": found.local,
                "plans": [self.plan(item) for item in found.plans],
                "decisions": digest_meetings.decisions(self.telling, found.digest.happened),
                "agreements": digest_agreements.agreements(self.telling, found.digest),
                "touched": self.touched(),
                "followed": [self.followed(item) for item in found.reports],
                "coverage": [self.covered(about, part) for item in found.coverage for about, part in parts_of(item)],
                "meetings": [self.meetings(item) for item in found.meetings],
            },
            files=files_of(self.registry, KINDS),
        )

    def summary(self) -> str:
        """The year in numbers: only of what certainly was in it."""
        found = self.found
        done = sum(1 for item in found.activities if item.dated and item.activity.entity.status == "done")
        kinds = [item.kind for item in found.digest.happened if item.certainly_in(found.digest.period)]
        held = sum(len(item.held) for item in found.meetings)
        untouched = sum(len(item.untouched) for item in found.plans)
        words = [
            counted(done, "genomförd aktivitet", "genomförda aktiviteter", neuter=False),
            counted(kinds.count("decided"), "beslut i styr- och samrådsgrupper", "beslut i styr- och samrådsgrupper"),
            counted(
                kinds.count("party-decided"),
                "beslut av parterna om överenskommelser",
                "beslut av parterna om överenskommelser",
            ),
            counted(len(found.reports), "uppföljd överenskommelse", "uppföljda överenskommelser", neuter=False),
            counted(held, "genomfört möte", "genomförda möten"),
        ]
        told = [text for text in words if not text.startswith("noll ")]
        text = f"Registret har för året {swedish.listing(told)}." if told else "Registret har inget med datum för året."
        if not done:
            text += " Någon genomförd aktivitet är inte känd."
        if untouched:
            text += f" {swedish.sentence(counted(untouched, 'målområde har', 'målområden har'))} ingen känd aktivitet."
        return text

    def activity(self, item: Done) -> dict[str, Any]:
        own = item.activity.entity
        results = [one for one in own.results if one.date is None or one.date.latest.year >= self.found.year]
        owners = own.owners or ((own.group,) if own.group else ())
        return {
            "title": own.title,
            "frames": swedish.listing([_FRAMES[frame] for frame in item.frames]) or "–",
            "state": _STATES[own.status if own.status != "struck" else None],
            "owners": swedish.listing([group_name(self.registry, id) for id in owners]) or "–",
            "result": " ".join(prose(one.text) for one in results),
        }

    def plan(self, item: Following) -> dict[str, Any]:
        return {
            "title": item.plan.entity.title,
            "areas": [self.area(area) for area in item.areas],
            "overdue": [record.entity.title for record in item.overdue],
        }

    def area(self, item: AreaFollowed) -> dict[str, Any]:
        counts = [
            f"{swedish.numeral(number)} {one if number == 1 else several}"
            for state, one, several in _COUNTED
            if (number := item.count(state))  # type: ignore[arg-type]  # the states but struck
        ]
        return {
            "name": f"{item.area.number}. {item.area.name}",
            "counts": swedish.sentence(swedish.listing(counts)) if counts else "Ingen känd aktivitet",
            "untouched": not item.activities,
            "directions": [direction.name for direction in item.untouched] if item.activities else [],
        }

    def touched(self) -> list[str]:
        """The agreements that anything happened to, for those who want no more than that."""
        found = {
            item.what.agreement.id: brief(item.what.agreement)
            for item in self.found.digest.happened
            if isinstance(item.what, OfAgreement)
        }
        return sorted(found.values(), key=swedish.sort_key)

    def followed(self, record: Record[Any]) -> dict[str, Any]:
        own = record.entity
        agreement = self.registry.find(own.agreement, ("agreement",))
        met = [item.met for item in own.findings]
        words = {"yes": "uppfyllda", "partly": "delvis uppfyllda", "no": "inte uppfyllda", "unknown": "inte bedömda"}
        told = [f"{word}: {met.count(key)}" for key, word in words.items() if key in met]
        return {
            "agreement": brief(agreement) if agreement else own.agreement,
            "date": own.date.isoformat(),
            "criteria": ", ".join(told) or "inga kriterier bedömda",
            "proposals": list(own.proposals),
        }

    def covered(self, about: Record[Any] | None, found: Found) -> dict[str, Any]:
        name = swedish.sentence(self.translate(NAMES[found.expectation.key]))
        total = max(found.expected, found.most)
        count = f"{found.least}–{found.most}" if found.least != found.most else str(found.least)
        exceptions = [item.record.name for item in found.of("excepted")]
        return {
            "name": f"{name}, {brief(about)}" if about else name,
            "count": f"{count} av {total}" if found.subjects else "–",
            "exceptions": swedish.listing(list(dict.fromkeys(exceptions))),
            "told": "; ".join(said(sentence, self.say) for sentence in sentences(self.registry, found)),
        }

    def meetings(self, item: Held) -> dict[str, Any]:
        told = item.told
        return {
            "body": group_name(self.registry, item.group),
            "held": len(item.held),
            "untold": item.untold,
            "cancelled": item.cancelled,
            "attendance": (
                f"I snitt {swedish.number(round(item.present() / len(told), 1))} närvarande: "
                f"{item.present('region')} från regionen och {item.present('municipality')} från kommunerna sammanlagt"
                + ("" if len(told) == len(item.held) else f", vid {len(told)} av {len(item.held)} möten")
                if told
                else "Inte känd"
            ),
        }

    def say(self, template: str, values: Mapping[str, Any]) -> str:
        shown = {
            key: in_words(value)
            if isinstance(value, When)
            else swedish.listing(value)
            if isinstance(value, list)
            else value
            for key, value in values.items()
        }
        return fill(template, shown, self.translate)

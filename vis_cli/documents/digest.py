"""The newsletter of a period (*nyhetsbrev*): decided, taken on, adopted, assigned, and what comes next. (D-21)"""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from vis_cli.documents import amounts, digest_agreements, digest_meetings, swedish
from vis_cli.documents.digest_groups import groups
from vis_cli.documents.digest_rows import (
    Part,
    Telling,
    counted,
    part,
    period_in_words,
    prose,
    section,
    sentences,
)
from vis_cli.documents.document import Document
from vis_cli.documents.fund_words import ENTRIES
from vis_cli.documents.names import Names
from vis_cli.facts.decisions import Decided
from vis_cli.facts.forwarding import Course
from vis_cli.facts.happening import Asked, Entered, Happening, Met, OfAgreement, OfGroup, Planned, Reported
from vis_cli.facts.kronor import stated
from vis_cli.facts.matters import Given
from vis_cli.facts.period_digest import AHEAD, Digest
from vis_cli.facts.versions import adoptions
from vis_cli.model.annual_plan import AnnualPlan
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Record, Registry

_LEVELS = {
    "local": "lokal nivå",
    "subregional": "delregional nivå",
    "regional": "länsövergripande nivå",
    "steering": "tjänstemannaledningens nivå",
    "political": "politisk nivå",
    "national": "nationell nivå",
}
_RESULTS = {
    "answered": "besvarades",
    "agreement": "blev en överenskommelse",
    "activity": "blev en aktivitet",
    "dropped": "avskrevs",
}


def newsletter(registry: Registry, digest: Digest, format: Literal["md", "html"] = "md") -> Document:
    """The document, from the template of Markdown (and so of PDF) or that of the web page."""
    telling = Telling(registry, digest.period, Names(registry))
    when = period_in_words(digest.period.first, digest.period.last)
    whose = str(digest.whose.entity.name) if digest.whose else None
    title = f"Nyhetsbrev {when}" + (f" för {whose}" if whose else "")
    collaboration = next(iter(registry.all(Collaboration)), None)
    name = f"{collaboration.entity.name}, {collaboration.entity.county}" if collaboration else "Vård i samverkan"
    return Document(
        template=f"digest.{format}.j2",
        title=title,
        subject=f"Vad som beslutades, fördes vidare och antogs {when}",
        organisation=name,
        day=digest.period.last,
        state="Nyhetsbrev",
        context={
            "title": title,
            "period": when,
            "whose": whose,
            "brief": _brief(digest),
            "nothing": not (digest.happened or digest.late or digest.waits or digest.asked),
            "sections": list(_sections(telling, digest)),
        },
        files=_files(registry, digest, collaboration),
    )


def _brief(digest: Digest) -> str:
    """What the period brought, in numbers: only of what certainly was in it."""
    kinds = [item.kind for item in digest.happened if item.certainly_in(digest.period)]
    counts = (
        counted(kinds.count("decided"), "beslut", "beslut"),
        counted(kinds.count("forwarded"), "ärende fört vidare", "ärenden förda vidare"),
        counted(kinds.count("party-decided"), "beslut av parterna", "beslut av parterna"),
        counted(kinds.count("assigned"), "nytt uppdrag", "nya uppdrag"),
    )
    told = [words for words in counts if not words.startswith("noll ")]
    return swedish.sentence(f"{swedish.listing(told)}.") if told else ""


def _sections(telling: Telling, digest: Digest) -> Iterator[dict[str, Any]]:
    happened, coming = digest.happened, digest.coming
    yield from section("Beslut", digest_meetings.decisions(telling, happened))
    yield from section("Ärenden som går vidare", digest_meetings.onward(telling, happened))
    yield from section("Överenskommelser", digest_agreements.agreements(telling, digest))
    yield from section("Uppdrag", digest_meetings.tasks(telling, happened, digest.late))
    yield from section("Utvecklingsfrågor", _questions(telling, happened))
    yield from section("Planer", _plans(telling, happened))
    yield from section("Grupper", groups(telling, happened))
    yield from section("Medel", _money(telling, happened))
    yield from section("Möten", digest_meetings.meetings(telling, happened, coming))
    yield from section(f"Kommande möten ({AHEAD} dagar framåt)", digest_meetings.coming(telling, coming))
    yield from section("Vad grupperna tar upp", digest_meetings.below(telling, digest.below))


def _questions(telling: Telling, happened: Iterable[Happening]) -> list[Part]:
    return part(
        None,
        (
            telling.row(item, _question(telling, item.kind, item.what), item.what.question.id)
            for item in happened
            if isinstance(item.what, Asked)
        ),
    )


def _question(telling: Telling, kind: str, asked: Asked) -> str:
    own = asked.question.entity
    body = telling.names.of(asked.step.body) if asked.step.body else None
    if asked.outcome:
        result = _RESULTS[asked.outcome.result] if asked.outcome.result else "avslutades"
        return sentences(f"”{own.title}” {result}", prose(asked.outcome.text))
    if kind == "question-raised":
        where = f"i {body}" if body else f"på {_LEVELS[asked.step.level]}"
        by = f" ({own.raised_by})" if own.raised_by else ""
        return sentences(f"”{own.title}” väcktes {where}{by}", prose(asked.step.why))
    return sentences(f"”{own.title}” fördes till {body or _LEVELS[asked.step.level]}", prose(asked.step.why))


def _plans(telling: Telling, happened: Iterable[Happening]) -> list[Part]:
    return part(
        None,
        (
            telling.row(item, _plan(telling, item.what), item.what.plan.id)
            for item in happened
            if isinstance(item.what, Planned)
        ),
    )


def _money(telling: Telling, happened: Iterable[Happening]) -> list[Part]:
    return part(
        None,
        (
            telling.row(item, _entered(telling, item.what), item.what.fund.id)
            for item in happened
            if isinstance(item.what, Entered)
        ),
    )


def _entered(telling: Telling, entered: Entered) -> str:
    entry = entered.entry
    by = f" ({telling.names.of(entry.by)})" if entry.by else ""
    said = f"{entered.fund.entity.name}: {amounts.in_words(stated(entry.money))} {ENTRIES[entry.type]}{by}"
    return sentences(said, entry.text)


def _plan(telling: Telling, planned: Planned) -> str:
    plan = planned.plan.entity
    if isinstance(plan, AnnualPlan):
        return f"Årsplanen {plan.year} för {telling.names.of(plan.group, 'group')} antogs."
    by = planned.adoption
    reference = f" ({by.reference})" if by and by.reference else ""
    return f"{by.body if by else 'Planens ägare'} antog {plan.title}{reference}."


def _files(registry: Registry, digest: Digest, collaboration: Record[Any] | None) -> tuple[str, ...]:
    """Every file that the newsletter takes something from."""
    records: list[Record[Any] | None] = [collaboration, digest.whose, *digest.coming]
    records += [record for item in digest.happened for record in _records(item)]
    versions = [item.what.version for item in digest.happened if isinstance(item.what, OfAgreement)]
    records += [record for version in versions if version for record in adoptions(registry, version).values()]
    records += [task.given.meeting for task in digest.late]
    records += [record for item in digest.waits for record in (item.agreement, item.version)]
    records += [record for asked in digest.asked for record in (asked.agreement, asked.version)]
    records += [record for item in digest.below for record in (item.group, *item.meetings)]
    found = set()
    for record in filter(None, records):
        found.add(record.file.path)
        for reference in registry.references_of(record):
            if target := registry.find(reference.id, reference.kinds):
                found.add(target.file.path)
    return tuple(sorted(found))


def _records(happening: Happening) -> list[Record[Any] | None]:
    match what := happening.what:
        case Decided() | Given() | Met():
            return [what.meeting]
        case Course():
            return [what.forwarded.meeting, what.meeting, what.returned.meeting if what.returned else None]
        case Reported():
            return [what.given.meeting]
        case OfAgreement():
            return [what.agreement, what.version]
        case Asked():
            return [what.question]
        case Entered():
            return [what.fund]
        case Planned():
            return [what.plan, what.meeting]
        case OfGroup():
            return [what.group]

"""A follow-up of an agreement (*uppföljning*), and how the follow-up of all of them stands. (R-UPP-1, R-UPP-2)"""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from vis_cli.documents import markdown, swedish
from vis_cli.documents.document import Document
from vis_cli.facts.follow_ups import Following, next_follow_up, unsaid
from vis_cli.facts.names import full_name
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry

_MET = {"yes": "Uppfyllt", "partly": "Delvis uppfyllt", "no": "Inte uppfyllt", "unknown": "Okänt"}
_DUE = {"overdue": "Försenade", "perhaps": "Kanske försenade", "coming": "Kommande", "unknown": "Ingen tid är bestämd"}


def follow_up(registry: Registry, record: Record[FollowUpReport]) -> Document:
    """The document of one follow-up. Raises DocumentFault."""
    own = record.entity
    agreement = registry.get(Agreement, own.agreement)
    name = brief(agreement) if agreement else own.agreement
    stated = agreement.entity.follow_up if agreement else None
    coming = next_follow_up(registry, agreement) if agreement else None
    meeting = registry.get(Meeting, own.presented.meeting) if own.presented else None
    title = f"Uppföljning: {name}"
    return Document(
        template="follow-up.md.j2",
        title=title,
        subject=f"Uppföljning av {agreement.entity.title if agreement else name}, {swedish.long_date(own.date)}",
        organisation=_organisation(registry),
        day=own.date,
        state="Uppföljning",
        context={
            "title": title,
            "agreement": agreement.entity.title if agreement else own.agreement,
            "date": own.date.isoformat(),
            "version": own.version,
            "period": in_words(own.period) if own.period else None,
            "by": full_name(registry, own.by) if own.by else None,
            "presented": f"{full_name(registry, meeting.entity.group, 'group')} "
            f"{swedish.short_date(meeting.entity.date)}"
            if meeting
            else None,
            "findings": [
                {
                    "criterion": each.criterion,
                    "met": _MET[each.met],
                    "text": markdown.field(each.text, shift=2) if each.text else None,
                }
                for each in own.findings
            ],
            "unsaid": list(unsaid(own, stated.criteria if stated else ())),
            "prevention": markdown.field(own.prevention, shift=2) if own.prevention else None,
            "text": markdown.field(own.text, shift=2) if own.text else None,
            "proposals": list(own.proposals),
            "next": in_words(coming) if coming else None,
        },
        files=_files(registry, [record, *([agreement] if agreement else [])]),
    )


def follow_up_status(registry: Registry, found: Sequence[Following], on: dt.date) -> Document:
    """The document of how the follow-up of some agreements stands on a day."""
    title = f"Uppföljning av överenskommelserna {swedish.short_date(on)}"
    records = [record for each in found for record in (each.agreement, each.last) if record]
    sections = []
    for due, head in _DUE.items():
        those = [each for each in found if each.due == due]
        those.sort(key=lambda each: each.next.earliest.isoformat() if each.next else "")
        if those:
            sections.append({"head": head, "rows": [_row(registry, each) for each in those]})
    return Document(
        template="follow-up-status.md.j2",
        title=title,
        subject=f"Vem som följer upp vilken överenskommelse, efter vad och när, {swedish.long_date(on)}",
        organisation=_organisation(registry),
        day=on,
        state="Uppföljning av överenskommelserna",
        context={
            "title": title,
            "count": len(found),
            "overdue": sum(1 for each in found if each.due == "overdue"),
            "unknown": sum(1 for each in found if each.due == "unknown"),
            "sections": sections,
        },
        files=_files(registry, records),
    )


def _row(registry: Registry, each: Following) -> dict[str, Any]:
    return {
        "agreement": brief(each.agreement),
        "by": full_name(registry, each.by, "group") if each.by else None,
        "criteria": len(each.criteria),
        "last": each.last.entity.date.isoformat() if each.last else None,
        "next": in_words(each.next) if each.next else None,
        "days": each.days if each.due == "overdue" else 0,
    }


def _organisation(registry: Registry) -> str:
    own = next(iter(registry.all(Collaboration)), None)
    return f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan"


def _files(registry: Registry, records: Sequence[Record[Any]]) -> tuple[str, ...]:
    """Every file that the document takes something from."""
    found = {record.file.path for record in records}
    for record in records:
        found |= {
            target.file.path
            for reference in registry.references_of(record)
            if (target := registry.find(reference.id, reference.kinds))
        }
    return tuple(sorted(found | {record.file.path for record in registry.all(Collaboration)}))

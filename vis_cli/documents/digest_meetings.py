"""What meetings brought, for a newsletter: decisions, items taken on, assignments, and the meetings themselves."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain

from vis_cli.documents import swedish
from vis_cli.documents.decided import wording
from vis_cli.documents.digest_rows import Part, Row, Telling, by_name, counted, label, part, prose, row, sentences
from vis_cli.facts.assignments import Task
from vis_cli.facts.below import Below, matters
from vis_cli.facts.decisions import Decided
from vis_cli.facts.forwarding import Course
from vis_cli.facts.happening import Happening, Met, Reported
from vis_cli.facts.matters import Given
from vis_cli.facts.meetings import is_held
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record

_FOR = {"information": "för information", "decision": "för beslut"}
_FORMS = {"in-person": "fysiskt möte", "digital": "digitalt möte", "hybrid": "fysiskt och digitalt möte"}
_REPORTED = {"reported": "Återrapporterat", "closed": "Avslutat", "postponed": "Uppskjutet"}


def decisions(telling: Telling, happened: Iterable[Happening]) -> list[Part]:
    """The decisions, by body."""
    found: dict[str, list[Row]] = {}
    for item in happened:
        if isinstance(item.what, Decided):
            meeting = item.what.meeting.entity
            text = wording(telling.registry, meeting, item.what.decision)
            made = telling.row(item, text, item.what.address, at=label(item.what.item))
            found.setdefault(telling.names.of(meeting.group, "group"), []).append(made)
    return by_name(found)


def onward(telling: Telling, happened: Iterable[Happening]) -> list[Part]:
    """What was taken on in the period, and what of the earlier was answered in it; each with what became of it."""
    sent: dict[str, Row] = {}
    answered: dict[str, Row] = {}
    for item in happened:
        if isinstance(item.what, Course):
            own = item.what.forwarded
            reference = f"{own.meeting.id}#{own.forward.item}"
            key = f"{reference} {own.forward.to}"
            if item.kind == "forwarded":
                sent[key] = telling.row(item, _taken_on(telling, item.what), reference)
            elif key not in sent:
                answered.setdefault(key, telling.row(item, _taken_on(telling, item.what, since=True), reference))
    return part("Fört vidare", sent.values()) + part("Svar på det som förts vidare tidigare", answered.values())


def _taken_on(telling: Telling, course: Course, *, since: bool = False) -> str:
    own, names = course.forwarded, telling.names
    when = f" den {swedish.short_date(own.meeting.entity.date)}" if since else ""
    before, to = (names.of(id, "group") for id in (own.meeting.entity.group, own.forward.to))
    number = f" (punkt{swedish.NO_BREAK}{own.item.number})" if own.item and own.item.number else ""
    lead = f"{before} förde{when} vidare ”{own.forward.title}”{number} till {to} {_FOR[own.forward.kind]}"
    return sentences(lead, *_became(telling, course), _returned(telling, course))


def _became(telling: Telling, course: Course) -> Iterator[str]:
    there = f"den {swedish.short_date(course.meeting.entity.date)}" if course.meeting else ""
    match course.state:
        case "waiting":
            yield f"Ärendet väntar på mötet {there}" if there else "Ärendet väntar på att ett möte sätts"
        case "on-agenda":
            yield f"Ärendet står på dagordningen för mötet {there}"
        case "dropped":
            yield f"Ärendet utgick ur dagordningen för mötet {there}: {course.reason}"
        case "passed-over":
            yield "Ärendet har inte tagits upp, fast mottagaren har haft möte"
        case "dealt-with":
            yield f"Ärendet behandlades {there}" + ("" if course.answer else ", utan beslut i anteckningarna")
            if course.meeting:
                yield from (wording(telling.registry, course.meeting.entity, made) for made in course.answer)


def _returned(telling: Telling, course: Course) -> str:
    if course.returned is None:
        return ""
    meeting = course.returned.meeting.entity
    where = f"{telling.names.of(meeting.group, 'group')} den {swedish.short_date(meeting.date)}"
    return f"Svaret togs upp i {where}" if is_held(meeting) else f"Svaret ska tas upp i {where}"


def tasks(telling: Telling, happened: Iterable[Happening], late: Iterable[Task]) -> list[Part]:
    """The assignments: new, reported, closed, postponed, and those that are late when the period ends."""
    new: list[Row] = []
    logged: dict[str, list[Row]] = {heading: [] for heading in _REPORTED.values()}
    for item in happened:
        if isinstance(item.what, Given):
            new.append(telling.row(item, _given(telling, item.what), item.what.address))
        elif isinstance(item.what, Reported):
            text = sentences(item.what.given.assignment.text, *_outcome(telling, item.what))
            logged[_REPORTED[item.kind]].append(telling.row(item, text, item.what.given.address))
    overdue = (row(*_late(telling, task), task.address) for task in late)
    return [
        *part("Nya uppdrag", new),
        *chain.from_iterable(part(heading, rows) for heading, rows in logged.items()),
        *part(f"Försenat den {swedish.short_date(telling.period.last)}", overdue),
    ]


def _given(telling: Telling, given: Given) -> str:
    one, names = given.assignment, telling.names
    by = f"Gavs av {names.of(given.meeting.entity.group, 'group')}, {label(given.item)}"
    back = [names.of(one.return_to, "group")] if one.return_to else []
    back += [f"den {day}"] if (day := telling.day_of(given.return_at)) else []
    due = f"Klart senast den {swedish.short_date(one.due)}" if one.due else None
    return sentences(one.text, _owners(telling, given), by, f"Åter till {' '.join(back)}" if back else None, due)


def _owners(telling: Telling, given: Given) -> str:
    owners = [telling.names.of(owner) for owner in given.assignment.owners]
    return f"Ansvarig: {swedish.listing(owners)}" if owners else ""


def _outcome(telling: Telling, reported: Reported) -> Iterator[str]:
    report = reported.report
    yield prose(report.text)
    if report.outcome == "postponed" and (day := telling.day_of(report.return_at)):
        yield f"Återkommer den {day}"


def _late(telling: Telling, task: Task) -> tuple[str, str]:
    one, given = task.given.assignment, task.given.meeting.entity
    due = one.due if one.due and not task.delays else None
    back = telling.names.day_of(task.returns.id) if task.returns and task.said else None
    was = due.isoformat() if due else back
    lead = f"Skulle ha varit klart {_short(was)}" if due else f"Skulle ha återkommit {_short(was)}"
    by = f"Gavs av {telling.names.of(given.group, 'group')} den {swedish.short_date(given.date)}"
    put_off = f"Uppskjutet {counted(task.delays, 'gång', 'gånger', neuter=False)}" if task.delays else None
    return lead if was else "Försenat", sentences(one.text, _owners(telling, task.given), by, put_off)


def _short(day: str | None) -> str:
    return swedish.short_date(dt.date.fromisoformat(day)) if day else ""


def meetings(telling: Telling, happened: Iterable[Happening], coming: Iterable[Record[Meeting]]) -> list[Part]:
    """The meetings of the period, and later ones that were called or moved in it, unless they are told of as coming."""
    told = {record.id for record in coming}
    found = {item.what.meeting.id: item.what.meeting for item in happened if isinstance(item.what, Met)}
    records = sorted((found[id] for id in found if id not in told), key=lambda one: (one.entity.date, one.id))
    return part(None, (_meeting(telling, record) for record in records))


def coming(telling: Telling, records: Iterable[Record[Meeting]]) -> list[Part]:
    """The meetings right after the period, with what is on their agendas."""
    return part(None, (_meeting(telling, record, agenda=True) for record in records))


def _meeting(telling: Telling, record: Record[Meeting], *, agenda: bool = False) -> Row:
    own = record.entity
    lead = swedish.long_date(own.date)
    if own.start and not is_held(own) and own.status != "cancelled":
        end = dt.time.fromisoformat(own.end) if own.end else None
        lead += f", klockan {swedish.clock_range(dt.time.fromisoformat(own.start), end)}"
    points = [item.heading for item in matters(own)] if agenda and own.status != "cancelled" else []
    text = sentences(
        f"{telling.names.of(own.group, 'group')}: {_status(own)}",
        _where(own),
        _moved(own),
        f"På dagordningen: {'; '.join(points)}" if points else None,
    )
    return row(lead, text, record.id)


def _status(meeting: Meeting) -> str:
    if meeting.status == "cancelled":
        return f"mötet är inställt – {meeting.reason}" if meeting.reason else "mötet är inställt"
    if is_held(meeting):
        return f"mötet hölls{_brought(meeting)}"
    if meeting.notice:
        return f"kallelsen skickades {swedish.short_date(meeting.notice.sent)}"
    return "kallat möte" if meeting.status == "called" else "planerat möte"


def _brought(meeting: Meeting) -> str:
    """What came of it, in numbers; nothing where nothing is noted."""
    items = meeting.items
    counts = (
        (sum(len(item.decisions) for item in items), "beslut", "beslut", True),
        (sum(len(item.assignments) for item in items), "uppdrag", "uppdrag", True),
        (sum(len(item.forwards) for item in items), "ärende vidare", "ärenden vidare", True),
        (sum(len(item.contributions) for item in items), "medskick", "medskick", True),
    )
    words = [counted(number, one, several, neuter=neuter) for number, one, several, neuter in counts if number]
    return f", med {swedish.listing(words)}" if words else ""


def _where(meeting: Meeting) -> str | None:
    if is_held(meeting) or meeting.status == "cancelled":
        return None
    words = [_FORMS[meeting.form]] if meeting.form else []
    return ", ".join([*words, *filter(None, [meeting.place])])


def _moved(meeting: Meeting) -> str | None:
    days = [move.date for move in meeting.moves if move.date != meeting.date]
    if not days or meeting.status == "cancelled":
        return None
    return f"Flyttat från {swedish.short_date(days[0])}: {meeting.moves[-1].reason}"


def below(telling: Telling, bodies: Iterable[Below]) -> list[Part]:
    """What the bodies that report to the group took up and take up next. (R-MTG-11)"""
    found: dict[str, list[Row]] = {}
    for body in bodies:
        for record in body.meetings:
            own = record.entity
            ahead = ", kommande" if own.date > telling.period.last else ""
            text = "; ".join(item.heading for item in matters(own))
            made = row(f"{swedish.short_date(own.date)}{ahead}", sentences(text), record.id)
            found.setdefault(body.group.entity.name, []).append(made)
    return by_name(found)

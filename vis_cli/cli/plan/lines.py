"""The year in a terminal: month by month, then what is not placed, the work by goal area, and what is missing."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import month, spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.cli.plan import words
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.dated import Dated
    from vis_cli.facts.year import Year
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

_INDENT = " " * 10


def as_lines(registry: "Registry", year: "Year") -> Iterator[str]:
    """The whole year."""
    yield from _head(registry, year)
    for number in range(1, 13):
        if found := year.month(number):
            yield ""
            yield heading(f"{month(number).capitalize()} {year.year}")
            for shown in _together(found):
                yield from _dated(registry, year, shown)
    if year.imprecise:
        yield ""
        yield heading(_(N_("Some time in the year")))
        for one in year.imprecise:
            yield from wrapped(f"{words.when(one)}: {_what(registry, year, (one,))}", "    ", first="  ")
    if year.under_review:
        yield ""
        yield heading(_(N_("Agreements that are being overhauled")))
        yield from wrapped(", ".join(called(one) for one in year.under_review), "  ", first="  ")
    yield from _work(registry, year)
    yield from _missing(registry, year)


def _head(registry: "Registry", year: "Year") -> Iterator[str]:
    whose = words.body(registry, year.group.id) if year.group else _(N_("all bodies"))
    yield heading(_(N_("The year {year}: {whose}")).format(year=year.year, whose=whose))
    counts = [
        _(N_("meetings: {count}")).format(count=sum(1 for one in year.meetings if one.entity.status != "cancelled")),
        _(N_("agreements to look at: {count}")).format(count=len(year.agreements) + len(year.left)),
        _(N_("to be taken up: {count}")).format(count=len(year.of("decision-point")) + len(year.undated)),
        _(N_("activities: {count}")).format(count=len({a.id for work in year.work for a in work.activities})),
    ]
    yield " · ".join(counts)


def _together(found: "tuple[Dated, ...]") -> "Iterator[tuple[Dated, ...]]":
    """The notice and the papers of a meeting that go out on one day are one line."""
    post = ("notice", "papers")

    def key(one: "Dated") -> Any:
        return (one.when, one.record.id) if one.kind in post else id(one)

    for _key, group in groupby(sorted(found, key=lambda one: (one.when.earliest, one.when.latest)), key=key):
        yield tuple(group)


def _dated(registry: "Registry", year: "Year", shown: "tuple[Dated, ...]") -> Iterator[str]:
    yield from wrapped(_what(registry, year, shown), _INDENT, first=f"  {words.place(shown[0]):<8}")
    if shown[0].kind == "meeting":
        onward = next((chain.onward for chain in year.chains if chain.meeting.id == shown[0].record.id), ())
        if onward:
            steps = [f"{words.body(registry, one.entity.group)} {words.short(one.entity.date)}" for one in onward]
            yield from wrapped(_(N_("goes on to {steps}")).format(steps=" → ".join(steps)), _INDENT)


def _what(registry: "Registry", year: "Year", shown: "tuple[Dated, ...]") -> str:
    one = shown[0]
    kinds = _(N_("Last day for the notice and the papers")) if len(shown) > 1 else _(words.KINDS[one.kind])
    whose = words.body(registry, one.group)
    if one.kind == "meeting":
        return f"{kinds}: {_meeting(whose, one.record)}"
    if one.kind in ("notice", "papers", "minutes"):
        day = words.short(one.record.entity.date)
        text = _(N_("{body}, the meeting {day}")).format(body=whose, day=day)
        done = _(N_("already done"))
        return f"{kinds}: {text} ({done})" if one.done else f"{kinds}: {text}"
    title = called(one.record) if one.record.kind == "agreement" else one.title
    said = title if title.casefold().startswith(kinds.casefold()) else f"{kinds}: {title}"
    return said if year.group else f"{said} ({whose})"


def _meeting(whose: str, record: "Record[Meeting]") -> str:
    own = record.entity
    notes = [whose]
    if own.status != "planned":
        notes.append(_(words.STATUSES[own.status]))
    if own.start:
        notes.append(f"{own.start}–{own.end}" if own.end else own.start)
    if own.form:
        notes.append(_(own.form))
    if own.moves:
        notes.append(_(N_("moved from {day}")).format(day=words.short(own.moves[-1].date)))
    return ", ".join(notes)


def _work(registry: "Registry", year: "Year") -> Iterator[str]:
    if not year.work:
        return
    yield ""
    yield heading(_(N_("Activities by goal area")))
    for work in year.work:
        name = f"{work.area.entity.number}. {work.area.entity.name}" if work.area else _(N_("No goal area"))
        nothing = _(N_("nothing"))
        yield from wrapped(name if work.activities else f"{name}: {nothing}", "    ", first="  ")
        for one in work.activities:
            yield from item(_activity(registry, one), indent="    ")


def _activity(registry: "Registry", record: "Record[Any]") -> str:
    own = record.entity
    period = _period(own.since and spoken(own.since), own.until and spoken(own.until))
    owners = [words.body(registry, id) for id in own.owners] or ([words.body(registry, own.group)] if own.group else [])
    notes = [
        period,
        _(words.WORK[own.status]) if own.status in words.WORK else "",
        ", ".join(owners) or _(N_("no owner known")),
    ]
    return f"{own.title} ({'; '.join(note for note in notes if note)})"


def _period(since: str | None, until: str | None) -> str:
    if since and until:
        return since if since == until else _(N_("{first} to {last}")).format(first=since, last=until)
    if since:
        return _(N_("begins: {first}")).format(first=since)
    return _(N_("until {last}")).format(last=until) if until else _(N_("time not known"))


def _missing(registry: "Registry", year: "Year") -> Iterator[str]:
    found = list(_lacks(registry, year))
    if found:
        yield ""
        yield heading(_(N_("What is missing")))
        for text in found:
            yield from item(text)


def _lacks(registry: "Registry", year: "Year") -> Iterator[str]:
    for one in year.left:
        text = _(N_("{agreement}: {what} should have been {when}"))
        what = _(N_("the review")) if one.kind == "review" else _(N_("the follow-up"))
        yield text.format(agreement=called(one.record), what=what, when=words.when(one))
    for agreement in year.without_next:
        months = agreement.entity.follow_up.interval_months if agreement.entity.follow_up else 0
        text = _(N_("{agreement}: to be followed up every {months} months, and no date is set"))
        yield text.format(agreement=called(agreement), months=months)
    for lost in year.undated:
        text = _(N_("“{title}” is to be taken up by {body}, and nobody has said when"))
        yield text.format(title=lost.point.title, body=words.body(registry, lost.plan.entity.group))
    if year.without_plan:
        text = _(N_("no annual plan for {year}: {groups}"))
        yield text.format(year=year.year, groups=", ".join(words.body(registry, one.id) for one in year.without_plan))

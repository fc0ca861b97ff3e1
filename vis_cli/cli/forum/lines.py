"""Local forums in lines, and as data: where, who convenes, how often, and what should be asked of them."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words, on_day, spoken
from vis_cli.cli.forum.words import ONE, QUESTIONS, STATUSES
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.forum_stale import Stale
    from vis_cli.model.forum import Forum
    from vis_cli.registry import Record, Registry

_IN = "   "


def every(registry: "Registry", found: "Sequence[Record[Forum]]", on: dt.date) -> Iterator[str]:
    """Each forum with what one wants to know at once."""
    for number, record in enumerate(found):
        if number:
            yield ""
        yield heading(record.name)
        yield from wrapped(" · ".join([record.id, _(ONE[record.entity.type]), status(record.entity)]), _IN)
        for label, text in _brief(registry, record, on):
            yield from wrapped(text, f"{_IN}{_IN}", first=f"{_IN}{_(label)}: ")


def status(forum: "Forum") -> str:
    """How it stands, and until when."""
    if forum.number == 0:
        return _(N_("there is none"))
    words = _(STATUSES[forum.status]) if forum.status else _(N_("not known whether active"))
    return (
        fill(N_("{status} until {date}"), {"status": words, "date": in_words(forum.until)}, _) if forum.until else words
    )


def _brief(registry: "Registry", record: "Record[Forum]", on: dt.date) -> Iterator[tuple[str, str]]:
    own = record.entity
    if own.areas or own.extent:
        yield N_("where"), places(registry, own, on)
    if own.number:
        yield N_("how many"), number(own)
    if convener := convened(registry, own):
        yield N_("convened by"), convener
    if own.rhythm:
        yield N_("how often"), own.rhythm.text
    if own.agreements:
        yield N_("follows from"), ", ".join(_called(registry, id, "agreement") for id in own.agreements)
    if own.verified:
        yield N_("made sure of"), spoken(own.verified)


def places(registry: "Registry", own: "Forum", on: dt.date) -> str:
    """The areas by name, an old one with what it is now; or the extent in the source's words, with its bounds."""
    from vis_cli.facts.areas import now

    names = []
    for id in own.areas:
        after = [_called(registry, its, "area") for its in now(registry, id, on) if its != id]
        name = _called(registry, id, "area")
        values = {"area": name, "now": ", ".join(after)}
        names.append(fill(N_("{area} (now {now})"), values, _) if after else name)
    if own.extent:
        bounds: dict[str, Any] = {
            "municipality": _called(registry, own.extent.within, "organisation"),
            "text": own.extent.text,
            "least": own.extent.least,
            "most": own.extent.most,
        }
        text = N_('{municipality}: "{text}", which is at least {least} and at most {most} of its areas')
        names.append(fill(text, bounds, _))
    return ", ".join(names)


def number(own: "Forum") -> str:
    """`3 (December 2031)`."""
    return f"{own.number} ({spoken(own.as_of)})" if own.as_of else str(own.number)


def convened(registry: "Registry", own: "Forum") -> str:
    """Who convenes it, as an organisation and as a function."""
    who = _called(registry, own.convener, "organisation", "group", "person") if own.convener else ""
    return ", ".join(filter(None, (who, own.convening_function)))


def page(registry: "Registry", record: "Record[Forum]", on: dt.date) -> Iterator[str]:
    """One forum in full."""
    from vis_cli.facts.deviations import deviations
    from vis_cli.facts.forum_stale import questions

    own = record.entity
    yield heading(own.name)
    yield from wrapped(" · ".join([record.id, _(ONE[own.type]), status(own)]), _IN)
    yield ""
    for label, text in (*_brief(registry, record, on), *_more(registry, own)):
        yield from wrapped(text, _IN, first=f"{_(label)}: ")
    for head, more in ((N_("What works"), own.strengths), (N_("What does not"), own.challenges)):
        if more:
            yield from ("", heading(_(head)), *wrapped(more, _IN))
    open_ones = [one for one in deviations(registry) if one.entity.forum == record.id and not one.entity.closed]
    if open_ones:
        yield from ("", heading(_(N_("Open deviations"))))
        for one in open_ones:
            yield from item(f"{one.id}: {one.entity.title}")
    if asked := questions(own, on):
        yield from ("", heading(_(N_("To ask"))))
        for question in asked:
            yield from item(asked_of(own, question))


def _more(registry: "Registry", own: "Forum") -> Iterator[tuple[str, str]]:
    told = (
        (N_("for"), own.target_group),
        (N_("purpose"), own.purpose),
        (N_("matters"), ", ".join(own.matters)),
        (N_("takes part"), ", ".join(_participants(registry, own))),
        (N_("linked to"), _called(registry, own.group, "group") if own.group else None),
        (N_("may decide"), own.mandate),
        (N_("paid for by"), own.financing),
        (N_("sources"), ", ".join(own.sources)),
    )
    for label, text in told:
        if text:
            yield label, text
    if own.plan:
        decided = own.plan.decided
        words = [own.plan.title or _(N_("there is one"))]
        words += [fill(N_("decided {date}"), {"date": on_day(decided)}, _)] if decided else []
        words += (
            [_(N_("made jointly") if own.plan.joint else N_("not made jointly"))] if own.plan.joint is not None else []
        )
        yield N_("action plan"), "; ".join(words)


def _participants(registry: "Registry", own: "Forum") -> Iterator[str]:
    for each in own.participants:
        of = f" ({_called(registry, each.organisation, 'organisation')})" if each.organisation else ""
        yield f"{each.function}{of}"


def stale(found: "Sequence[Stale]") -> Iterator[str]:
    """Each forum with what should be asked of it."""
    for number_, each in enumerate(found):
        if number_:
            yield ""
        yield heading(each.forum.name)
        yield from wrapped(f"{each.forum.id} · {_(ONE[each.forum.entity.type])}", _IN)
        for question in each.questions:
            yield from item(asked_of(each.forum.entity, question))


def asked_of(own: "Forum", question: Any) -> str:
    """What should be asked, in words."""
    if question == "convener" and own.convening_function:
        return fill(N_('who convenes it is said to be "{words}"'), {"words": own.convening_function}, _)
    return fill(QUESTIONS[question], {"date": on_day(own.verified) if own.verified else ""}, _)


def _called(registry: "Registry", id: str, *kinds: str) -> str:
    record = registry.find(id, kinds)
    return visible(called(record)) if record else id


def as_data(registry: "Registry", record: "Record[Forum]", on: dt.date) -> dict[str, Any]:
    """The forum, and what follows for it, for programs."""
    from vis_cli.facts.areas import now
    from vis_cli.facts.forum_stale import questions
    from vis_cli.facts.plain import plain

    own = record.entity
    current = dict.fromkeys(id for area in own.areas for id in now(registry, area, on))
    return plain(record) | {"computed": {"areas_now": list(current), "to_ask": list(questions(own, on))}}

"""What there is to say of a group beside its seats: facts on a line each, and lists."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.dates import in_words
from vis_cli.cli.group import words
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def facts(registry: "Registry", record: "Record[Group]", on: dt.date) -> Iterator[tuple[str, str]]:
    """(label, text) of what is known on a line."""
    from vis_cli.facts.names import name_of

    own = record.entity
    if own.subject:
        yield N_("subject"), own.subject
    if own.target_group:
        yield N_("target group"), own.target_group
    if own.reports_to:
        yield N_("reports to"), name_of(registry, own.reports_to, "group")
    if own.predecessors:
        yield N_("continues"), ", ".join(name_of(registry, id, "group") for id in own.predecessors)
    if after := [
        item.source.name for item in registry.referrers("group", record.id) if item.route[0] == "predecessors"
    ]:
        yield N_("continued by"), ", ".join(after)
    if term := words.term(own):
        yield N_("time"), term
    if own.chairing or own.alternates:
        texts = (own.chairing or "", _(N_("the chair alternates between the sides")) if own.alternates else "")
        yield N_("chair"), "; ".join(text for text in texts if text)
    yield N_("last met"), _activity(registry, record, on)
    if own.procedure and own.procedure.meetings_per_year:
        yield N_("meetings per year"), str(own.procedure.meetings_per_year)
    if own.local_link:
        yield N_("local link"), own.local_link
    if own.disability_perspective:
        yield N_("needs of persons with disabilities"), own.disability_perspective
    if own.secretariat_division:
        yield N_("what the secretariat does for it"), own.secretariat_division
    if own.introduction:
        when = f"{in_words(own.introduction.on)}: " if own.introduction.on else ""
        yield N_("introduction"), f"{when}{own.introduction.text}"


def _activity(registry: "Registry", record: "Record[Group]", on: dt.date) -> str:
    from vis_cli.cli.group.overview import last
    from vis_cli.facts.activity import activity

    found = activity(registry, record, on)
    parts = [last(found)]
    if found.months is not None:
        template = N_("a month before {date}") if found.months == 1 else N_("{months} months before {date}")
        parts.append(fill(template, {"months": found.months, "date": on}, _))
    if found.next:
        parts.append(fill(N_("next meeting {coming}"), {"coming": found.next.entity.date}, _))
    return "; ".join(parts)


def lists(registry: "Registry", record: "Record[Group]", on: dt.date) -> Iterator[tuple[str, list[str]]]:
    """(heading, texts) of what there can be several of."""
    yield N_("Mandate"), list(_mandate(record.entity))
    yield N_("Agreements that it answers for"), _agreements(registry, record, on)
    yield N_("Knowledge governance"), list(_knowledge(registry, record.entity, on))
    yield N_("Local forums"), _forums(registry, record, on)
    yield N_("Channels"), [_channel(each) for each in record.entity.channels]
    yield N_("National networks"), list(record.entity.networks)
    yield N_("Boundaries"), list(_boundaries(registry, record.entity))


def _mandate(own: "Group") -> Iterator[str]:
    from vis_cli.cli.portrait import paragraphs

    if own.mandate is None:
        return
    mandate = own.mandate
    parts = [
        fill(N_("version {version}"), {"version": mandate.version}, _) if mandate.version else "",
        fill(N_("decided {date}"), {"date": in_words(mandate.adopted)}, _) if mandate.adopted else "",
        words.term(mandate),
    ]
    if head := ", ".join(part for part in parts if part):
        yield head
    purposes = mandate.purposes
    for label, text in (
        (N_("agreements"), purposes.agreements),
        (N_("questions"), purposes.questions),
        (N_("dialogue"), purposes.dialogue),
        (N_("transition"), purposes.transition),
    ):
        said = " ".join(paragraphs(text)) if text else _(N_("not written"))
        yield f"{_(label)}: {said}"


def _agreements(registry: "Registry", record: "Record[Group]", on: dt.date) -> list[str]:
    from vis_cli.cli.lines import called
    from vis_cli.facts.terms import holds
    from vis_cli.model.agreement import Agreement

    return [
        called(each)
        for each in registry.all(Agreement)
        if any(owner.group == record.id and holds(owner, on) is not False for owner in each.entity.owners)
    ]


def _knowledge(registry: "Registry", own: "Group", on: dt.date) -> Iterator[str]:
    from vis_cli.facts.names import name_of
    from vis_cli.facts.terms import holds

    known = own.knowledge_governance
    if known is None:
        return
    if known.mission:
        yield known.mission
    for link in known.links:
        if holds(link, on) is False:
            continue
        name = f"{link.body.upper()} {link.name}" if link.name else link.body.upper()
        who = name_of(registry, link.person, "person") if link.person else ""
        parts = [name, _(link.link), who, words.term(link), *link.questions]
        if link.approval:
            day = in_words(link.approval.on) if link.approval.on else words.decided(registry, link.approval.at)
            parts.append(fill(N_("approved {date}"), {"date": day}, _))
        yield ", ".join(part for part in parts if part)
    if known.none:
        yield fill(N_("no link: {reason}"), {"reason": known.none}, _)


def _forums(registry: "Registry", record: "Record[Group]", on: dt.date) -> list[str]:
    from vis_cli.facts.terms import holds
    from vis_cli.model.forum import Forum

    return [
        f"{each.name} ({each.id})"
        for each in registry.all(Forum)
        if each.entity.group == record.id and holds(each.entity, on) is not False
    ]


def _channel(own: object) -> str:
    from vis_cli.model.group import Channel

    assert isinstance(own, Channel)
    often = fill(N_("{times} times a year"), {"times": own.per_year}, _) if own.per_year else ""
    return ", ".join(part for part in (own.name, _(own.type), often, own.audience or "") if part)


def _boundaries(registry: "Registry", own: "Group") -> Iterator[str]:
    from vis_cli.facts.names import name_of

    for each in own.boundaries:
        other = f" ({name_of(registry, each.group, 'group')})" if each.group else ""
        yield f"{each.matter}{other}: {each.text}"

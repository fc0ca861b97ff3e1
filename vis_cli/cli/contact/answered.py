"""The answer of `vis contact find` in lines: the areas, what governs the question, who has it, where it is taken up."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vis_cli.cli.contact import lines
from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_find import AreaFound, Found, Subject
    from vis_cli.facts.contact_forums import LocalForum
    from vis_cli.registry import Registry

_IN = "   "


def answer(registry: "Registry", found: "Found") -> Iterator[str]:
    """Every line of the answer."""
    many = len(found.areas) > 1
    for area in found.areas:
        if many:
            yield from lines.short(registry, area.contacts, found.roles)
        else:
            yield from _area(registry, area, found)
    if found.subject:
        if found.areas:
            yield ""
        yield from _subject(registry, found.subject)
        if not many:
            yield from _forums(registry, found)


def _area(registry: "Registry", area: "AreaFound", found: "Found") -> Iterator[str]:
    yield heading(lines.titled(registry, area.contacts.area))
    if note := became(area):
        yield from wrapped(note, _IN)
    yield from lines.page(registry, area.contacts, found.roles)


def became(area: "AreaFound") -> str:
    """Why this area is the answer, where another name was asked for."""
    from vis_cli.facts.terms import possible

    place, named, now = area.place, area.named, area.contacts.area
    values = {"old": named.entity.name, "new": now.entity.name, "name": place.written}
    if named.id != now.id and possible(named.entity).first > possible(now.entity).first:
        values["day"] = in_words(named.entity.since or "")
        template = N_("{old} begins {day}; until then there is {new}")
    elif named.id != now.id:
        until = named.entity.until
        template = N_("{old} became a part of {new}, {day}") if until else N_("{old} became a part of {new}")
        values["day"] = in_words(until) if until else ""
    elif area.contacts.there is False:
        over = possible(now.entity).last < area.on
        template = N_("{new} ended {day}") if over else N_("{new} begins {day}")
        values["day"] = in_words((now.entity.until if over else now.entity.since) or "")
    elif place.slips:
        template = N_("no name is written just so; taken for {name}")
    elif place.how in ("clinic", "person", "organisation", "mailbox"):
        template = N_("found by {name}")
    else:
        return ""
    return fill(template, values, _)


def _subject(registry: "Registry", subject: "Subject") -> Iterator[str]:
    asked = " ".join(subject.words)
    if subject.agreement is None:
        yield from wrapped(fill(N_("No agreement speaks of {words}."), {"words": asked}, _))
        return
    yield heading(called(subject.agreement))
    if subject.lacking:
        values = {"words": ", ".join(subject.lacking)}
        yield from wrapped(fill(N_("it does not speak of {words}"), values, _), _IN)
    yield from wrapped(owners(registry, subject), _IN)
    if subject.others:
        others = "; ".join(called(record) for record in subject.others)
        yield from wrapped(fill(N_("see also: {others}"), {"others": others}, _), _IN)


def owners(registry: "Registry", subject: "Subject") -> str:
    """Who answers for the agreement, or that nobody is known to."""
    from vis_cli.facts.names import full_name

    answer = subject.answerable
    if answer is None:
        return ""

    def named(ids: tuple[str, ...]) -> str:
        return ", ".join(full_name(registry, id, "group") for id in ids)

    if answer.owner:
        return fill(N_("{group} answers for it"), {"group": named((answer.owner,))}, _)
    if answer.possible:
        return fill(N_("one of these may answer for it: {groups}"), {"groups": named(answer.possible)}, _)
    if answer.concerned:
        return fill(
            N_("nobody is known to answer for it; it concerns {groups}"), {"groups": named(answer.concerned)}, _
        )
    return _(N_("nobody is known to answer for it"))


def _forums(registry: "Registry", found: "Found") -> Iterator[str]:
    """Where it can be taken up in the areas."""
    shown: set[str] = set()
    for area in found.areas:
        for forum in area.forums:
            if forum.forum.id not in shown:
                shown.add(forum.forum.id)
                words = fill(N_("local forum: {forum}"), {"forum": forum_line(registry, forum)}, _)
                yield from wrapped(words, f"{_IN}  ", first=_IN)
        if not area.forums:
            values = {"area": area.contacts.area.entity.name}
            yield from wrapped(fill(N_("no local forum for it is known in {area}"), values, _), _IN)


def forum_line(registry: "Registry", item: "LocalForum") -> str:
    """`Exempelgruppen, convened by Exempelby kommun, 4 gånger per år`."""
    from vis_cli.facts.names import full_name

    forum = item.forum.entity
    convener = full_name(registry, forum.convener) if forum.convener else forum.convening_function
    parts = [forum.name]
    parts.append(
        fill(N_("convened by {name}"), {"name": convener}, _) if convener else _(N_("who convenes it is not known"))
    )
    if forum.rhythm:
        parts.append(forum.rhythm.text)
    if not item.sure:
        parts.append(_(N_("whether it is at work is not known")))
    return ", ".join(parts)

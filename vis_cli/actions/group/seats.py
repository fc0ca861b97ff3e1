"""Seats: somebody joins a group, leaves it, or chairs it. Who ends is ended, and stays on record. (R-DATA-3)"""

from collections.abc import Sequence

from vis_cli.actions.group.citing import cited, demand, judge
from vis_cli.actions.step import Forbidden, Step, detail, plain, put_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.documents.roles import ROLES
from vis_cli.documents.swedish import listing
from vis_cli.errors import N_, Word, Words
from vis_cli.facts.days import day_before
from vis_cli.facts.establishment import missing_conditions
from vis_cli.facts.names import name_of
from vis_cli.facts.seats import as_on, existed
from vis_cli.facts.terms import backwards, certain, possible
from vis_cli.model.citing import AtItem
from vis_cli.model.group import Group, Seat
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import append_item


def join(registry: Registry, group: Record[Group], seat: Seat) -> Step:
    """One more seat. Raises Forbidden where it cannot be, Failure where its decision is not named."""
    demand(registry, group, seat.seated, seat.sources)
    notices = judge(registry, group, seat.seated)
    _refuse_term(group, seat)
    _refuse_twice(registry, group, seat, group.entity.members)
    _refuse_second_chair(registry, group, seat)
    text = _with_seat(group, group.file.text, seat)
    message = f"{group.name}: {who(registry, seat)} in som {ROLES[seat.role]}"
    return Step({group.file.path: text}, f"{message}{detail(seat.since, cited(registry, seat.seated))}", notices)


def leave(
    registry: Registry,
    group: Record[Group],
    indexes: Sequence[int],
    until: When,
    ended: AtItem | None,
    sources: Sequence[str] = (),
) -> Step:
    """End some seats. Raises Forbidden where they have ended, Failure where the decision is not named."""
    demand(registry, group, ended, sources)
    notices = judge(registry, group, ended)
    text = group.file.text
    for index in indexes:
        _refuse_end(registry, group, group.entity.members[index], until)
        text = _ended(text, index, group.entity.members[index], until, ended, sources)
    names = listing([who(registry, group.entity.members[index]) for index in indexes])
    message = f"{group.name}: {names} lämnar{detail(until, cited(registry, ended))}"
    return Step({group.file.path: text}, message, (*notices, *_then_missing(group, indexes, until)))


def chair(registry: Registry, group: Record[Group], seat: Seat, *, stays: bool = False) -> Step:
    """Another chair: the one for that side is ended the day before, and with `stays` goes on as a member.

    Who sits in the group already changes role by it; the group itself can decide that. (000:616)
    """
    assert seat.since, "said before"
    own = [index for index, other in enumerate(group.entity.members) if _same(other, seat) and _open(other, seat.since)]
    before = [
        index
        for index, other in enumerate(group.entity.members)
        if other.role == seat.role and other.side == seat.side and _open(other, seat.since) and index not in own
    ]
    if any(group.entity.members[index].role == seat.role for index in own):
        raise Forbidden(
            N_("{who} is {role} of `{group}` already"),
            who=who(registry, seat),
            role=Word(seat.role),
            group=group.id,
        )
    inside = bool(own) and (stays or not before)
    if not inside:
        demand(registry, group, seat.seated, seat.sources)
    notices = judge(registry, group, seat.seated, own=inside)
    _refuse_term(group, seat)
    text, last = group.file.text, day_before(seat.since)
    for index in (*own, *before):
        _refuse_end(registry, group, group.entity.members[index], last)
        text = _ended(text, index, group.entity.members[index], last, seat.seated, seat.sources)
    text = _with_seat(group, text, seat)
    if stays:
        for index in before:
            kept = group.entity.members[index].model_copy(
                update={"role": "member", "since": seat.since, "seated": seat.seated, "sources": seat.sources}
            )
            text = _with_seat(group, text, kept)
    after = [who(registry, group.entity.members[index]) for index in before]
    said = f" efter {listing(after)}" if after else ""
    message = f"{group.name}: {who(registry, seat)} blir {ROLES[seat.role]}{said}"
    return Step({group.file.path: text}, f"{message}{detail(seat.since, cited(registry, seat.seated))}", notices)


def arrange(group: Record[Group], chairing: str | None, alternates: bool | None) -> Step:
    """How the chair is decided: in words, and whether it alternates between the sides. (000:89-90)"""
    text = group.file.text
    if chairing is not None:
        text = put_in(text, Group, ("chairing",), chairing)
    if alternates is not None and alternates != group.entity.alternates:
        text = put_in(text, Group, ("alternates",), alternates)
    if text == group.file.text:
        raise Forbidden(N_("that is how the chair of `{group}` is decided already"), group=group.id)
    return Step({group.file.path: text}, f"{group.name}: hur ordförandeskapet bestäms")


def who(registry: Registry, seat: Seat) -> str:
    """Whose seat it is: the person, or else the function and the organisation."""
    if seat.person:
        return name_of(registry, seat.person, "person")
    organisation = name_of(registry, seat.organisation, "organisation") if seat.organisation else ""
    return ", ".join(part for part in (seat.function, organisation) if part) or ROLES[seat.role]


def _with_seat(group: Record[Group], text: str, seat: Seat) -> str:
    if group.entity.members:
        return append_item(text, ("members",), plain(seat))
    return put_in(text, Group, ("members",), [plain(seat)])


def _ended(text: str, index: int, seat: Seat, until: When, ended: AtItem | None, sources: Sequence[str]) -> str:
    text = put_in(text, Group, ("members", index, "until"), str(until))
    if ended:
        text = put_in(text, Group, ("members", index, "ended"), plain(ended))
    new = [source for source in sources if source not in seat.sources]
    return put_in(text, Group, ("members", index, "sources"), [*seat.sources, *new]) if new else text


def _open(seat: Seat, on: When) -> bool:
    """Whether it goes on until a day that somebody else begins on, as far as is known."""
    return possible(seat).last >= on.earliest and (not seat.since or seat.since.earliest <= on.latest)


def _same(one: Seat, other: Seat) -> bool:
    if one.person or other.person:
        return one.person == other.person
    return (one.organisation, one.function) == (other.organisation, other.function)


def _refuse_term(group: Record[Group], seat: Seat) -> None:
    if backwards(seat):
        raise Forbidden(
            N_("a seat cannot end {until} when it begins {since}"), about="until", until=seat.until, since=seat.since
        )
    if seat.since and existed(group.entity, seat.since.earliest) is False:
        raise Forbidden(N_("`{group}` is not there on {date}"), about="from", group=group.id, date=seat.since)


def _refuse_twice(registry: Registry, group: Record[Group], seat: Seat, members: Sequence[Seat]) -> None:
    for other in members:
        if seat.person and other.person == seat.person and certain(other) & certain(seat):
            raise Forbidden(
                N_("{who} sits in `{group}` already, as {role}"),
                hint=N_("`vis group chair` changes the chair; `vis group leave` ends the seat"),
                about="person",
                who=who(registry, seat),
                group=group.id,
                role=Word(other.role),
            )


def _refuse_second_chair(registry: Registry, group: Record[Group], seat: Seat) -> None:
    if seat.role != "chair" or group.entity.alternates:
        return
    for other in group.entity.members:
        if other.role == "chair" and other.side == seat.side and certain(other) & certain(seat):
            raise Forbidden(
                N_("`{group}` has a chair for that side: {who}"),
                hint=N_("`vis group chair {group}` changes the chair"),
                about="role",
                group=group.id,
                who=who(registry, other),
            )


def _refuse_end(registry: Registry, group: Record[Group], seat: Seat, until: When) -> None:
    if seat.since and until.latest < seat.since.earliest:
        raise Forbidden(
            N_("{who} came to `{group}` {since}, and cannot leave it {until}"),
            about="until",
            who=who(registry, seat),
            group=group.id,
            since=seat.since,
            until=until,
        )
    if seat.until and seat.until.latest <= until.earliest:
        raise Forbidden(
            N_("{who} left `{group}` {until} already"),
            hint=N_("if that is wrong, correct it in {path}"),
            about="until",
            who=who(registry, seat),
            group=group.id,
            until=seat.until,
            path=group.file.path,
        )


def _then_missing(group: Record[Group], indexes: Sequence[int], until: When) -> tuple[Notice, ...]:
    """What the group lacks when they have left, and did not lack before. (000:614-615)"""
    if group.entity.type != "consultation":
        return ()
    today = as_on(group.entity, until.latest)
    ended = [group.entity.members[index] for index in indexes]
    left = today.model_copy(update={"members": tuple(seat for seat in today.members if seat not in ended)})
    new = [name for name in missing_conditions(left) if name not in missing_conditions(today)]
    if not new:
        return ()
    return (Notice(N_("`{group}` then lacks: {missing}"), {"group": group.id, "missing": Words(new)}),)

"""Contacts of an area: set, replaced, verified, ended. Who ends is ended and stays in the history. (R-DATA-3)"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vis_cli.actions.step import Forbidden, Step, detail, plain, put_in, with_item_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.facts.contact_holders import Held, contacts_on, every_holder
from vis_cli.facts.coverage import Expected, Holder, is_known
from vis_cli.facts.days import day, day_before
from vis_cli.facts.terms import holds, possible
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.contact import Contact, Gsa, Ksa
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of
from vis_cli.registry.single import single
from vis_cli.source.edit import remove
from vis_cli.source.emit import emit

Data = Mapping[str, Any]
IDENTITY: Mapping[Expected, tuple[str, ...]] = {"ksa": ("organisation", "person"), "gsa": ("clinic",)}
"""What tells one holder from another: with another of these it is another holder."""
LISTS = ("substitutes", "remuneration", "action_plans")
"""What is added to and never replaced as a whole."""


def set_holder(
    registry: Registry,
    area: Record[Area],
    role: Expected,
    wish: Data,
    since: When | None,
    today: dt.date,
    *,
    share: bool = False,
    new: bool = False,
) -> Step:
    """Who is the KSA or GSA of an area from a day: a new holder ends the former the day before, unless it is shared.

    What is said of the one that holds it already (no other organisation, person or clinic) changes that one. With
    `new` it is another holder all the same. Raises Failure, Forbidden.
    """
    _refuse_broken(registry, area)
    begins = since or day(today)
    there = [held for held in every_holder(registry, area, role) if _reaches(held.holder, begins)]
    same = [held for held in there if _same(role, held.holder, wish)]
    same = [held for held in same if holds(held.holder, begins.earliest) is not False] or same
    if not share and not new and len(same) == 1 and (since is None or same[0].holder.since in (None, since)):
        return _amended(same[0], wish, since, today)
    if not share and not new and len(same) > 1:
        raise Failure(
            N_("several share it in {area}, and it is not clear which one is meant"),
            hint=N_("name its health centre too") if role == "gsa" else N_("name its organisation or person too"),
            area=area.entity.name,
        )
    if share and role == "gsa":
        raise Forbidden(
            N_("an area has one coordinating health centre at a time; it cannot be shared"),
            hint=N_("leave out --share: the former one then ends the day before"),
            about="gsa",
        )
    _refuse_lacking(role, wish)
    _refuse_outside(area, begins)
    return _added(registry, area, role, wish, begins, () if share else tuple(there), today)


def verify(held: Sequence[Held], on: dt.date, today: dt.date) -> Step:
    """Somebody has made sure on a day that these are right. They are of one area. Raises Forbidden."""
    if on > today:
        raise Forbidden(N_("{date} has not come yet"), about="verified_on", date=on)
    text, notices = held[0].contact.file.text, []
    for one in held:
        before = one.holder.verified_on
        if before and before > on:
            notices.append(
                Notice(
                    N_("{role} was verified later already, {date}; that stands"),
                    {"role": one.role.upper(), "date": before},
                )
            )
            continue
        text = put_in(text, Contact, (one.role, one.index, "verified_on"), on.isoformat())
    roles = " och ".join(dict.fromkeys(one.role.upper() for one in held))
    if text == held[0].contact.file.text:
        raise Forbidden(N_("that is what the register says already"), about="verified_on")
    return Step(
        {held[0].contact.file.path: text}, f"{held[0].area.entity.name}: {roles} kontrollerad {on}", tuple(notices)
    )


def end(held: Held, last: When, today: dt.date) -> Step:
    """The last day of a holder. Raises Forbidden."""
    holder = held.holder
    if holder.until is not None:
        message = N_("{role} of {area} has ended already, {date}")
        values = {"role": held.role.upper(), "area": held.area.entity.name, "date": holder.until}
        raise Forbidden(message, about="until", hint=N_("a wrong day is corrected in the file"), **values)
    if holder.since and last.latest < holder.since.earliest:
        raise Forbidden(N_("it began {since}, after {date}"), about="until", since=holder.since, date=last)
    text = put_in(held.contact.file.text, Contact, (held.role, held.index, "until"), str(last))
    message = f"{held.area.entity.name}: {held.role.upper()} avslutad{detail(last)}"
    notices = (Notice(N_("{date} has not come yet; until then it holds"), {"date": last}),)
    return Step({held.contact.file.path: text}, message, notices if last.earliest > today else ())


def _amended(held: Held, wish: Data, since: When | None, today: dt.date) -> Step:
    """The file with more said of the one that holds it."""
    text, route = held.contact.file.text, (held.role, held.index)
    said = {**wish, **({"from": str(since)} if since and held.holder.since is None else {})}
    _checked(held.role, {**_plain(held.holder), **said})
    for key, value in said.items():
        if key in LISTS and getattr(held.holder, key):
            value = [*_plain(held.holder)[key], *value]
        elif isinstance(value, dict):
            value = {**_plain(held.holder).get(key, {}), **value}
        text = put_in(text, Contact, (*route, key), value)
    if text == held.contact.file.text:
        raise Forbidden(N_("that is what the register says already"), about=held.role)
    message = f"{held.area.entity.name}: uppgifter om {held.role.upper()} ändrade"
    return Step({held.contact.file.path: text}, message)


def _added(
    registry: Registry,
    area: Record[Area],
    role: Expected,
    wish: Data,
    begins: When,
    former: tuple[Held, ...],
    today: dt.date,
) -> Step:
    """The file with a new holder, and with the last day of those that it replaces."""
    holder = _checked(role, {**wish, "from": str(begins)})
    path = path_of(Contact.kind, area.id)
    record = registry.get(Contact, area.id)
    notices = []
    if record is None:
        text = emit({"id": area.id, role: [_plain(holder)]})
    else:
        text = record.file.text
        for held in former:
            _refuse_not_after(held, begins)
            last = str(day_before(begins))
            text = put_in(text, Contact, (role, held.index, "until"), last)
            notices.append(
                Notice(N_("the former one ends {date}: {name}"), {"date": last, "name": _called(registry, held)})
            )
        text = with_item_in(text, Contact, (), role, holder)
    changes = {path: text}
    for exempted, reason, without in _unneeded(registry, area, role):
        changes[exempted] = without
        notices.append(Notice(N_("the exemption is taken away, as there is one now: {reason}"), {"reason": reason}))
    message = f"{area.entity.name}: {'ny ' if former else ''}{role.upper()} från {begins}"
    return Step(changes, message, tuple(notices))


def _unneeded(registry: Registry, area: Record[Area], role: Expected) -> Iterator[tuple[str, str, str]]:
    """(path, reason, text without it) of the exemption that says that none is expected."""
    for record in registry.all(Collaboration):
        every = record.entity.exemptions
        for index, exemption in enumerate(every):
            if (exemption.area, exemption.expects) == (area.id, role):
                route = ("exemptions", index) if len(every) > 1 else ("exemptions",)
                yield record.file.path, exemption.reason, remove(record.file.text, route)
                return


def _called(registry: Registry, held: Held) -> str:
    own = held.holder
    if isinstance(own, Gsa):
        return own.clinic
    found = (registry.find(id) for id in (own.organisation, own.person) if id)
    return ", ".join([record.name for record in found if record] or [own.mailbox or held.area.entity.name])


def _same(role: Expected, holder: Holder, wish: Data) -> bool:
    """Whether a wish is of this holder: nothing that tells holders apart is otherwise."""
    plain = _plain(holder)
    keys = [key for key in IDENTITY[role] if wish.get(key)]
    if not is_known(holder):
        return False
    return all(plain.get(key) in (None, wish[key]) for key in keys)


def _reaches(holder: Holder, begins: When) -> bool:
    """Whether it holds, or may, on the day when another begins, or begins later itself."""
    return possible(holder).last >= begins.earliest


def _refuse_not_after(held: Held, begins: When) -> None:
    since = held.holder.since
    if since and since.latest >= begins.earliest:
        raise Forbidden(
            N_("the one that holds it in {area} began {since}, and this would begin {begins}"),
            hint=N_("give the day with --from, or correct that one in {path}")
            if held.role == "gsa"
            else N_("give the day with --from, correct that one in {path}, or add --share where both hold it"),
            about="from",
            area=held.area.entity.name,
            since=since,
            begins=begins,
            path=held.contact.file.path,
        )


def _refuse_lacking(role: Expected, wish: Data) -> None:
    if role == "gsa" and not wish.get("clinic"):
        raise Failure(N_("which health centre is it?"), hint=N_("name it with --clinic"))
    if role == "ksa" and not any(wish.get(key) for key in ("organisation", "person", "mailbox")):
        raise Failure(
            N_("nothing says who it is"),
            hint=N_("name the --organisation, the --mailbox of the function or the --person"),
        )


def _refuse_outside(area: Record[Area], begins: When) -> None:
    """No contact begins after its area has ended."""
    if begins.earliest > possible(area.entity).last:
        raise Forbidden(
            N_("{area} ended {until}, before {begins}"),
            hint=N_("name the area that took over: {areas}") if area.entity.successors else "",
            about="from",
            area=area.entity.name,
            until=area.entity.until or "",
            begins=begins,
            areas=", ".join(f"`{item.area}`" for item in area.entity.successors),
        )


def _refuse_broken(registry: Registry, area: Record[Area]) -> None:
    if registry.is_broken(area.id, (Contact.kind,)):
        raise Failure(
            N_("`{path}` cannot be understood"), hint=N_("`vis check` says why"), path=path_of(Contact.kind, area.id)
        )


def _checked(role: Expected, item: Data) -> Ksa | Gsa:
    """The holder that a file with these values would have. Raises Failure where it cannot be so."""
    text = emit({"id": "x", role: [dict(item)]})
    read, faults = single(Contact, path_of(Contact.kind, "x"), text.encode())
    if read is None:
        raise Failure(faults[0].message, hint=faults[0].help, **faults[0].values)
    found: tuple[Ksa | Gsa, ...] = read.ksa if role == "ksa" else read.gsa
    return found[0]


def _plain(holder: Holder) -> dict[str, Any]:
    return plain(holder)


def current(registry: Registry, area: Record[Area], role: Expected, on: dt.date) -> tuple[Held, ...]:
    """Those that hold or may hold it on a day."""
    found = contacts_on(registry, area, on)
    return (found.ksa if role == "ksa" else found.gsa).held

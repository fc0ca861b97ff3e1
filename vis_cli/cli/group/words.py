"""Seats, statuses and decisions in words."""

from typing import TYPE_CHECKING

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.seats import Sitting
    from vis_cli.facts.transition import Resting
    from vis_cli.model.base import Term
    from vis_cli.model.citing import AtItem
    from vis_cli.model.group import Decided, Group, Handover, Seat
    from vis_cli.registry import Registry


def seat(registry: "Registry", seat: "Seat") -> str:
    """`Ann Exempel, chair, region, from 2031-02-20`."""
    parts = [holder(registry, seat), _(seat.role), _(seat.side)]
    return ", ".join([*parts, *([lasts] if (lasts := term(seat)) else [])])


def holder(registry: "Registry", seat: "Seat") -> str:
    """Whose seat it is, by name: the person, or the function and the organisation; that nobody is named, else."""
    from vis_cli.facts.names import name_of

    if seat.person:
        return name_of(registry, seat.person, "person")
    organisation = name_of(registry, seat.organisation, "organisation") if seat.organisation else ""
    return ", ".join(part for part in (seat.function, organisation) if part) or _(N_("not known who"))


def sits(registry: "Registry", item: "Sitting") -> str:
    """`Ann Exempel (socialdirektör, Exempelby): chair, region, from 2031-02-20; node`, and what is not certain."""
    from vis_cli.facts.names import name_of

    own = item.seat
    name = holder(registry, own)
    if own.person:
        employer = name_of(registry, item.employer, "organisation") if item.employer else ""
        post = ", ".join(part for part in (item.title, employer) if part)
        name = f"{name} ({post})" if post else name
    parts = [_(own.role), _(own.side), *([own.subregion] if own.subregion else [])]
    if lasts := term(own):
        parts.append(lasts)
    more = [*_shares(own), *([_(N_("node towards the secretariat"))] if own.node else [])]
    if own.mandate:
        more.append(fill(N_("mandate: {text}"), {"text": own.mandate}, _))
    if not item.sure:
        more.append(_(N_("not certain on this day")))
    if own.assumed:
        assumed = _(N_("assumed"))
        more.append(f"{assumed}: {own.assumed}")
    return "; ".join([f"{name}: {', '.join(parts)}", *more])


def _shares(own: "Seat") -> list[str]:
    if own.percent is None and own.actual_percent is None:
        return []
    values = {"planned": own.percent, "actual": own.actual_percent}
    if own.actual_percent is None:
        return [fill(N_("{planned} % of full time, planned"), values, _)]
    if own.percent is None:
        return [fill(N_("{actual} % of full time, in fact"), values, _)]
    return [fill(N_("{planned} % of full time planned, {actual} % in fact"), values, _)]


def term(own: "Term") -> str:
    """`from 2031-02-20 until 2032-12-31`; empty where neither end is known."""
    since = fill(N_("from {date}"), {"date": in_words(own.since)}, _) if own.since else ""
    until = fill(N_("until {date}"), {"date": in_words(own.until)}, _) if own.until else ""
    return " ".join(part for part in (since, until) if part)


def decided(registry: "Registry", at: "AtItem | None") -> str:
    """`Tjänstestyrgruppen 2031-02-20, Bemanning (punkt-2)`; empty where no item is cited."""
    from vis_cli.facts.names import name_of
    from vis_cli.model.meeting import Meeting

    if at is None:
        return ""
    record = registry.get(Meeting, at.meeting)
    if record is None:
        return at.meeting
    body = name_of(registry, record.entity.group, "group")
    heading = next((item.heading for item in record.entity.items if item.id == at.item), at.item)
    return f"{body} {record.entity.date}" + (f", {heading}" if heading else "")


def status(registry: "Registry", group: "Group") -> str:
    """`established, 2031-02-20, by Tjänstestyrgruppen 2031-02-20, Ny grupp`."""
    return reached(registry, group.status, group.reached)


def reached(registry: "Registry", status: str, how: "Decided | None") -> str:
    """A status with when and by what it was reached."""
    date = in_words(how.on) if how and how.on else ""
    decision = (decided(registry, how.at) or how.decision or "") if how else ""
    by = fill(N_("by {decision}"), {"decision": decision}, _) if decision else ""
    return ", ".join(part for part in (_(status), date, by) if part)


def resting(registry: "Registry", item: "Resting") -> str:
    """`handed over to Äldregruppen, 2031-02-20`, or who is to take it over and whether they can."""
    from vis_cli.facts.names import name_of

    if item.handed:
        return "; ".join(_handed(registry, entry) for entry in item.handed)
    takers = ", ".join(name_of(registry, record.id, "group") for record in item.takers)
    template = {
        "ready": N_("can be handed over to {takers}"),
        "waiting": N_("waits for {takers}, not established"),
        "unassigned": N_("nobody takes it over"),
    }[item.state]
    return fill(template, {"takers": takers}, _)


def _handed(registry: "Registry", entry: "Handover") -> str:
    from vis_cli.facts.names import name_of

    name = fill(N_("handed over to {group}"), {"group": name_of(registry, entry.to, "group")}, _)
    parts = (name, in_words(entry.on) if entry.on else "", decided(registry, entry.at))
    return ", ".join(part for part in parts if part)

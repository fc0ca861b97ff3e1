"""Representation as data, for programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vis_cli.facts.representation import Body, Bound, Representation
    from vis_cli.facts.representing import Held
    from vis_cli.model.figure import FigureQuestion
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def every(registry: "Registry", whole: "Representation") -> dict[str, Any]:
    """All bodies together."""
    return {
        "on": whole.on.isoformat(),
        "bodies": [_body(body) for body in whole.bodies],
        "seats": _bound(registry, whole.roles, "roles"),
        "municipalities": _bound(registry, whole.municipalities, "municipalities-with-a-seat")
        | {"with_seat": list(whole.seated), "without_known_seat": list(whole.unseated)},
        "persons_in_several_bodies": _bound(registry, whole.several, "persons-in-several-bodies")
        | {"persons": {person: list(groups) for person, groups in whole.persons.items()}},
    }


def body(registry: "Registry", whole: "Representation") -> dict[str, Any]:
    """One body, with its chairs and its attendance."""
    from vis_cli.facts.attendance import attended
    from vis_cli.facts.chairs import chaired

    (own,) = whole.bodies
    came = attended(registry, own.group.id, whole.on)
    return {
        "on": whole.on.isoformat(),
        **_body(own),
        "municipalities": _bound(registry, whole.municipalities) | {"with_seat": list(own.municipalities)},
        "roster": [_seat(held) for held in own.seats],
        "alternates": own.group.entity.alternates,
        "chairs": [
            {
                "meeting": one.meeting.id,
                "person": one.person,
                "side": one.side,
                "same_side_again": one.again,
            }
            for one in chaired(registry, own.group.id, whole.on)
        ],
        "attendance": {
            "held": came.held,
            "known": [record.id for record in came.known],
            "by_capacity": dict(came.by_capacity),
            "by_municipality": dict(came.by_municipality),
            "by_person": {id: {"came": there, "noted": noted} for id, (there, noted) in came.by_person.items()},
        },
    }


def municipality(registry: "Registry", whole: "Representation", id: str) -> dict[str, Any]:
    """One municipality in all bodies."""
    from vis_cli.facts.attendance import attended

    held = [item for body in whole.bodies for item in body.seats if item.municipality == id and item.represents]
    came = {body.group.id: attended(registry, body.group.id, whole.on) for body in whole.bodies}
    return {
        "on": whole.on.isoformat(),
        "municipality": id,
        "seats": [_seat(item) for item in held],
        "may_have_more": _reasons(whole.municipalities),
        "attendance": {
            group: {"came": found.by_municipality.get(id, 0), "known": len(found.known)}
            for group, found in came.items()
            if found.known
        },
    }


def over(registry: "Registry", years: "Sequence[Representation]", group: "Record[Group] | None") -> dict[str, Any]:
    """Each year, as at its end."""
    return {
        "group": group.id if group else None,
        "days": [
            {
                "on": whole.on.isoformat(),
                "bodies": [_body(body) for body in whole.bodies],
                "seats": _bound(registry, whole.roles),
                "municipalities": _bound(registry, whole.municipalities) | {"with_seat": list(whole.seated)},
            }
            for whole in years
        ],
    }


def _body(body: "Body") -> dict[str, Any]:
    from vis_cli.facts.representation import SIDES

    return {
        "group": body.group.id,
        "seats": len(body.seats) if body.seats else None,
        "by_side": {side: body.of_side(side) for side in SIDES} if body.seats else None,
        "without_known_holder": len(body.unheld) if body.seats else None,
        "municipalities": list(body.municipalities),
        "subregions": dict(body.subregions),
    }


def _seat(held: "Held") -> dict[str, Any]:
    own = held.seat
    return {
        "group": held.sitting.group.id,
        "index": held.sitting.index,
        "role": own.role,
        "side": own.side,
        "person": own.person,
        "organisation": own.organisation,
        "function": own.function,
        "municipality": held.municipality,
        "subregion": held.subregion,
        "certain": held.sure,
    }


def _bound(registry: "Registry", bound: "Bound", question: "FigureQuestion | None" = None) -> dict[str, Any]:
    from vis_cli.cli import stated

    return {
        "least": bound.least,
        "most": bound.most,
        "exact": bound.exact,
        "reasons": _reasons(bound),
        "stated": stated.data(registry, question) if question else [],
    }


def _reasons(bound: "Bound") -> list[dict[str, Any]]:
    return [
        {"why": reason.why, "bodies": [record.id for record in reason.bodies], "seats": reason.seats}
        for reason in bound.reasons
    ]

"""Who is the KSA and the GSA of an area on a day: its own, or what is known from the areas that it was made of."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from vis_cli.facts.areas import areas_before
from vis_cli.facts.coverage import EXPECTED, Expected, Holder, is_known, unnamed_on
from vis_cli.facts.exemptions import exemptions
from vis_cli.facts.terms import certain, holds, possible
from vis_cli.model.area import Area
from vis_cli.model.contact import Contact
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Held:
    """A KSA or GSA as it stands in the file of an area."""

    area: Record[Area]
    contact: Record[Contact]
    role: Expected
    index: int
    """Where in the list of the file."""
    holder: Holder
    sure: bool
    """Whether it is certain that it holds on the day that was asked for."""


@dataclass(frozen=True, slots=True)
class Role:
    """The KSA or the GSA of an area on a day."""

    role: Expected
    held: tuple[Held, ...]
    """Those that hold or may hold."""
    exempt: str
    """Why none is expected; empty where one is."""
    earlier: tuple[Held, ...]
    """Where none is known: the last ones of the areas that this one was made of. Whether they went on is not known."""
    coming: tuple[Held, ...] = ()
    """Those that are to hold it later."""
    unnamed: tuple[Holder, ...] = ()
    """Where none is known: those that a source says are appointed, without saying who."""


@dataclass(frozen=True, slots=True)
class Contacts:
    """Whom to turn to in an area on a day."""

    area: Record[Area]
    there: bool | None
    """Whether there is such an area on the day; None where its dates do not tell."""
    ksa: Role
    gsa: Role

    @property
    def roles(self) -> tuple[Role, Role]:
        """Both, the KSA first."""
        return self.ksa, self.gsa


def contacts_on(registry: Registry, area: Record[Area], on: dt.date) -> Contacts:
    """Whom to turn to in an area on a day."""
    ksa, gsa = (_role(registry, area, role, on) for role in EXPECTED)
    return Contacts(area, holds(area.entity, on), ksa, gsa)


def every_holder(registry: Registry, area: Record[Area], role: Expected) -> tuple[Held, ...]:
    """All that are known of an area over its time, the latest last; those of unknown beginning first."""
    contact = registry.get(Contact, area.id)
    if contact is None:
        return ()
    found = [
        Held(area, contact, role, index, holder, sure=True)
        for index, holder in enumerate(getattr(contact.entity, role))
        if is_known(holder)
    ]
    return tuple(sorted(found, key=lambda held: (possible(held.holder).first, possible(held.holder).last)))


def _role(registry: Registry, area: Record[Area], role: Expected, on: dt.date) -> Role:
    within = holds(area.entity, on)
    held = tuple(_holding(registry, area, role, on, within)) if within is not False else ()
    exemption = registry.once(exemptions).get((role, area.id))
    earlier = () if held or within is False else tuple(_last_before(registry, area, role, on))
    every = every_holder(registry, area, role)
    coming = tuple(one for one in every if possible(one.holder).first > on and within is not False)
    unnamed = () if held else unnamed_on(registry, area.id, role, on)
    return Role(role, held, exemption.reason if exemption else "", earlier, coming, unnamed)


def _holding(
    registry: Registry, area: Record[Area], role: Expected, on: dt.date, within: bool | None
) -> Iterator[Held]:
    for held in every_holder(registry, area, role):
        sure = holds(held.holder, on)
        if sure is not False:
            yield Held(area, held.contact, role, held.index, held.holder, sure=bool(sure and within))


def _last_before(registry: Registry, area: Record[Area], role: Expected, on: dt.date) -> Iterator[Held]:
    """The holders of the areas before it that had not ended before those did."""
    for before in areas_before(registry, area):
        if possible(before.entity).first > on:
            continue
        over = certain(before.entity).last
        for held in every_holder(registry, before, role):
            if possible(held.holder).last >= over and certain(held.holder).first <= on:
                yield Held(before, held.contact, role, held.index, held.holder, sure=False)

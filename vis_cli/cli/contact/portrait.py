"""An area's contacts in full: those of the day with all that is known of them, and the former ones."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.contact import lines
from vis_cli.cli.contact.checking import checklist_lines
from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.contact_holders import Contacts, Held
    from vis_cli.model.area import Area
    from vis_cli.model.contact import Gsa, Ksa
    from vis_cli.registry import Record, Registry

_IN = "   "
_FAR = "          "
_PLAIN = (
    *(("combined", N_("combined with another task")), ("percent", N_("percent of full time"))),
    *(("financing", N_("paid for by")), ("private_providers", N_("covers private providers"))),
    *(("run_by", N_("run by")), ("mandate", N_("mandate")), ("crisis_duty", N_("duty in a crisis settled"))),
)


def page(registry: "Registry", area: "Record[Area]", on: dt.date) -> Iterator[str]:
    """Every line of it."""
    from vis_cli.facts.areas import areas_instead
    from vis_cli.facts.contact_checklist import checklists
    from vis_cli.facts.contact_holders import contacts_on

    found = contacts_on(registry, area, on)
    yield heading(lines.titled(registry, area))
    if found.there is False:
        then = ", ".join(one.entity.name for one in areas_instead(registry, area, on) if one.id != area.id)
        own = area.entity
        values = {"until": in_words(own.until or ""), "since": in_words(own.since or ""), "then": then, "day": on}
        template = N_("it is no area on {day}")
        if then and own.since and own.since.earliest > on:
            template = N_("it is no area on {day}: it begins {since}; before it {then}")
        elif then:
            template = N_("it is no area on {day}: it ended {until}; now {then}")
        yield from wrapped(fill(template, values, _), _IN)
    for role in found.roles if found.there is not False else ():
        yield from lines.role_lines(registry, found, role, more=_more)
    yield from _history(registry, area, found)
    yield from _remarks(registry, area)
    for checklist in checklists(registry, area, on) if found.there is not False else ():
        if checklist.held:
            yield ""
            yield from checklist_lines(registry, checklist)


def _more(registry: "Registry", held: "Held") -> Iterator[str]:
    """What is known beside who it is and how to reach it."""
    for label, text in _told(registry, held):
        yield from wrapped(f"{_(label)}: {text}", f"{_FAR}  ", first=_FAR)


def _told(registry: "Registry", held: "Held") -> Iterator[tuple[str, str]]:
    """(label, what is said of it)."""
    own: Any = held.holder
    if own.assumed:
        yield N_("assumed"), own.assumed
    for key, label in _PLAIN:
        value = getattr(own, key, None)
        if value is not None and (key != "mandate" or held.role == "gsa"):
            yield label, _(N_("yes")) if value is True else _(N_("no")) if value is False else _(str(value))
    yield from _of_ksa(own) if held.role == "ksa" else _of_gsa(registry, own)
    if own.sources:
        yield N_("sources"), ", ".join(own.sources)


def _of_ksa(own: "Ksa") -> Iterator[tuple[str, str]]:
    if own.fields:
        yield N_("fields"), ", ".join(_(field) for field in own.fields)
    if own.mandate:
        adopted = in_words(own.mandate.adopted) if own.mandate.adopted else None
        parts = (own.mandate.version, adopted, own.mandate.deviations)
        yield N_("mandate document"), "; ".join(filter(None, parts))


def _of_gsa(registry: "Registry", own: "Gsa") -> Iterator[tuple[str, str]]:
    from vis_cli.facts.names import full_name

    if own.appointed_by:
        yield N_("appointed by"), ", ".join(full_name(registry, id) for id in own.appointed_by)
    for part in own.remuneration:
        year = f" ({part.year})" if part.year else ""
        yield N_("remuneration"), f"{_(part.basis)}: {'?' if part.kronor is None else part.kronor} kr{year}"
    for plan in own.action_plans:
        yield N_("local action plan"), f"{plan.title} ({in_words(plan.decided)})" if plan.decided else plan.title
    if own.area_plan and own.area_plan.updated:
        yield N_("area plan"), in_words(own.area_plan.updated)


def _history(registry: "Registry", area: "Record[Area]", found: "Contacts") -> Iterator[str]:
    """Those that held it otherwise than on the day, here and in the areas that this one was made of."""
    from vis_cli.facts.areas import areas_before
    from vis_cli.facts.contact_holders import every_holder
    from vis_cli.facts.coverage import EXPECTED

    shown = {
        (one.area.id, one.role, one.index) for role in found.roles for one in (*role.held, *role.earlier, *role.coming)
    }
    rows = []
    for of in (area, *areas_before(registry, area)):
        for kind in EXPECTED:
            for one in every_holder(registry, of, kind):
                if (of.id, kind, one.index) not in shown:
                    text = f"{kind.upper()} {lines.who(registry, one.holder)}, {lines.since(one)}"
                    rows.append(text if of.id == area.id else f"{of.entity.name}: {text}")
    if rows:
        yield ""
        yield heading(_(N_("At other times")))
        for text in rows:
            yield from wrapped(text, f"{_IN}  ", first=f"{_IN}- ")


def _remarks(registry: "Registry", area: "Record[Area]") -> Iterator[str]:
    """What else the register says of the contacts of the area."""
    from vis_cli.model.contact import Contact

    record = registry.get(Contact, area.id)
    if record and record.entity.remarks:
        yield ""
        yield heading(_(N_("Remarks")))
        for remark in record.entity.remarks:
            yield from wrapped(remark.text, f"{_IN}  ", first=f"{_IN}- ")

"""Phrases that answers about agreements are made of: names of parties, how far a version has come, its rule."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.dates import on_day, spoken
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.entry import Entry
    from vis_cli.model.version import EntryRule
    from vis_cli.registry import Registry

MOST_NAMES = 6
"""So many parties are named; of more, the rest is counted."""


def said(template: str, **values: object) -> str:
    """The template in the reader's language, filled in."""
    return fill(template, values, _)


def names(registry: "Registry", parties: Sequence[str], most: int = MOST_NAMES) -> str:
    """`Exempelby, Provköping and Testvik`; of many, the first and how many more."""
    from vis_cli.facts.names import name_of

    known = [name_of(registry, party, "organisation") for party in parties]
    if len(known) > most:
        rest = str(len(known) - most + 1)
        return said(N_("{names} and {count} more"), names=", ".join(known[: most - 1]), count=rest)
    if len(known) < 2:
        return "".join(known)
    return said(N_("{names} and {last}"), names=", ".join(known[:-1]), last=known[-1])


def progress(registry: "Registry", made: "Entry", on: dt.date | None = None) -> str:
    """`24 of 27 parties have adopted; missing Exempelby, Provköping and Testvik; 1 July 2031 at the earliest`."""
    words = [said(N_("{adopted} of {total} parties have adopted"), adopted=len(made.adopted), total=made.total)]
    if made.rule and made.rule.rule == "at-least":
        words.append(said(N_("{needed} are needed"), needed=made.needed))
    if made.disputed:
        words.append(said(N_("appealed: {parties}"), parties=names(registry, made.disputed)))
    if made.refused:
        words.append(said(N_("refused: {parties}"), parties=names(registry, made.refused)))
    if made.missing and made.adopted:
        words.append(said(N_("missing: {parties}"), parties=names(registry, made.missing)))
    if made.earliest and (on is None or made.earliest > on):
        words.append(said(N_("{date} at the earliest"), date=spoken(made.earliest)))
    return "; ".join(words)


def entry_rule(rule: "EntryRule") -> str:
    """How it enters into force."""
    template = {
        "all-parties": N_("It enters into force when all parties have adopted it."),
        "each-party": N_("It enters into force for each party when that party has adopted it."),
        "at-least": N_("It enters into force when at least {number} parties have adopted it."),
        "fixed-date": N_("It enters into force {date}, whatever the parties decide."),
    }[rule.rule]
    if rule.not_before:
        template = {
            "all-parties": N_("It enters into force when all parties have adopted it, not before {not_before}."),
            "each-party": N_("It enters into force for each party when it has adopted it, not before {not_before}."),
            "at-least": N_("It enters into force when at least {number} have adopted it, not before {not_before}."),
        }.get(rule.rule, template)
    not_before = spoken(rule.not_before) if rule.not_before else ""
    date = on_day(rule.date) if rule.date else _(N_("on a day that is not known"))
    return said(template, number=rule.at_least or "?", not_before=not_before, date=date)

"""Figures: numbers that a source states, with the time for which they hold. (R-DATA-1)"""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import FileEntity, Sourced
from vis_cli.model.values import ActorRef, AreaRef, Seq, Text, When

FigureQuestion = Literal[
    "roles",
    "elected-roles",
    "bodies",
    "municipalities-with-a-seat",
    "persons-in-several-bodies",
    "agreements",
    "ksa",
    "local-agreements",
    "local-consultations",
]
"""The questions that a command answers too, as far as the register can."""


class Value(Sourced):
    """The number of one area or one organisation."""

    area: AreaRef | None = None
    """Of which area."""
    organisation: ActorRef | None = None
    """Of which organisation or group, where it is not of an area."""
    value: int = Field(ge=0)
    """How many."""


class Figure(FileEntity, kind="figure", path="registry/figures/{id}.yaml"):
    """A number that a source states: how many, of what, when."""

    title: Text
    """What is counted."""
    unit: Text
    """In what: `invånare`, `roller`."""
    as_of: When
    """The time for which it holds."""
    value: int | None = Field(None, ge=0)
    """How many."""
    qualifier: Literal["exact", "about", "more-than", "less-than"] = "exact"
    """Exact, about (*cirka*), more than (*drygt*), less than."""
    least: int | None = Field(None, ge=0)
    """At least so many, where a range is stated (`90-100`)."""
    most: int | None = Field(None, ge=0)
    """At most so many."""
    values: Seq[Value] = ()
    """The same for each area or organisation."""
    answers: FigureQuestion | None = None
    """The question of vis that it answers: it is then shown beside the answer that the register gives.
    `vis group representation` shows the roles in the bodies, how many of them are elected, the bodies, municipalities
    with a seat in one of them, persons with a seat in several; `vis agreement list` the agreements; `vis contact list`
    the KSA; `vis local list` the local agreements; `vis forum list` the local consultations."""
    covers: Text | None = None
    """What is counted in and what is not."""
    unknown: Text | None = None
    """Why the figure cannot be reckoned from the register."""

"""What the commands that record a step of an agreement have in common: their options, and how the step is told."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.version import Version as VersionModel
    from vis_cli.registry import Loaded, Record, Registry

Version = Annotated[
    str | None, typer.Argument(metavar=_(N_("[VERSION]")), help=_(N_("Which version; without it, the latest.")))
]
Whose = Annotated[str, typer.Option("--party", metavar=_(N_("PARTY")), help=_(N_("A party, by its id or its name.")))]
Date = Annotated[
    str | None,
    typer.Option(
        "--date", metavar=_(N_("DATE")), help=_(N_("When it was decided: 2031-02-03, or what is known of it."))
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date",
        metavar=_(N_("DATE")),
        help=_(N_("When it was decided: 2031-02-03, or what is known of it; `unknown` where nothing is.")),
    ),
]
Body = Annotated[
    str | None,
    typer.Option("--body", metavar=_(N_("BODY")), help=_(N_("Who decided: Kommunstyrelsen, a board, a court."))),
]
Reference = Annotated[
    str | None,
    typer.Option("--reference", metavar=_(N_("TEXT")), help=_(N_("Register number or paragraph of the decision."))),
]
LastDay = Annotated[str | None, typer.Option("--last-day", metavar=_(N_("DATE")), help=_(N_("The last day.")))]


def said(**given: str | None) -> dict[str, Any]:
    """What was given of a decision, read: dates as dates, texts on one line; without what was not given."""
    from vis_cli.actions.step import line, when

    dates = {"date", "applies_from", "last_day", "since", "until", "decided"}
    return {
        name: when(text) if name in dates else text.strip() if name in ("reservation", "summary") else line(text)
        for name, text in given.items()
        if text is not None
    }


def dated(text: str | None) -> dict[str, Any]:
    """The day of a decision as it was given; `unknown` makes an entry without a date."""
    from vis_cli.actions.step import when_known

    return {} if text is None else {"date": when_known(text)}


def one_version(where: Where, loaded: "Loaded", agreement: str, version: str | None) -> "Record[VersionModel]":
    """The version that was named. Raises Failure."""
    from vis_cli.cli.agreement import named

    return named.version(loaded.registry, named.agreement(loaded.registry, agreement, where), version)


def tell(
    where: Where,
    registry: "Registry",
    agreement: str,
    version: str | None = None,
    party: str | None = None,
    *,
    dry_run: bool,
) -> None:
    """What `status` and `applies` answer with what was just recorded, of a version or of the whole agreement."""
    from vis_cli.cli.agreement.now import standing
    from vis_cli.cli.record import answer
    from vis_cli.facts.versions import version_of
    from vis_cli.model.agreement import Agreement

    if record := registry.get(Agreement, agreement):
        found = version_of(registry, agreement, version) if version else None
        answer(standing(registry, record, found, where.today(), party), dry_run=dry_run)

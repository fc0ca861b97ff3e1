"""What the commands that record a step have in common: their options, and how the step is written and told."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.actions.step import Step
    from vis_cli.diagnostics import Diagnostic
    from vis_cli.model.version import Version as VersionModel
    from vis_cli.registry import Loaded, Record, Registry
    from vis_cli.source.tree import Tree

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


def demand(**options: object) -> None:
    """Raise Failure that names the options that are missing."""
    missing = [f"--{name.replace('_', '-')}" for name, value in options.items() if value is None]
    if missing:
        raise Failure(
            N_("missing: {options}"), hint=N_("`--help` shows what each of them is"), options=", ".join(missing)
        )


def one_version(where: Where, loaded: "Loaded", agreement: str, version: str | None) -> "Record[VersionModel]":
    """The version that was named. Raises Failure."""
    from vis_cli.cli.agreement import named

    return named.version(loaded.registry, named.agreement(loaded.registry, agreement, where), version)


def record(
    where: Where, loaded: "Loaded", step: "Step", *, commit: bool, dry_run: bool, read: "Sequence[str]" = ()
) -> "Registry":
    """Write a step, all of it or nothing; then say what is changed and what to look at. The registry as it is then.

    `read` names files that it was made from beside those that it changes.
    """
    from vis_cli.check import check
    from vis_cli.cli.texts import lines_of
    from vis_cli.cli.write import write
    from vis_cli.diagnostics.text import TextReport
    from vis_cli.diagnostics.wording import fill
    from vis_cli.registry import load
    from vis_cli.source.tree import OverlayTree

    changes = {path: text.encode() for path, text in step.changes.items()}
    old = where.tree()
    expected = _as_read(loaded, old, (*changes, *read))
    tree = OverlayTree(old, changes)
    after = load(tree)
    warnings = _news(check(loaded, rules()).diagnostics, check(after, rules()).diagnostics)
    write(where, changes, step.message, commit=commit, dry_run=dry_run, expected=expected)
    note = _(N_("note"))
    for notice in step.notices:
        typer.echo(f"{note}: {fill(notice.message, notice.values, _)}", err=True)
    for line in TextReport(_, lines_of(tree), colour()).full(warnings):
        typer.echo(line, err=True)
    return after.registry


def tell(
    where: Where, registry: "Registry", agreement: str, version: str | None = None, party: str | None = None
) -> None:
    """What `status` and `applies` answer with what was just recorded, of a version or of the whole agreement."""
    from vis_cli.cli.agreement.now import standing
    from vis_cli.facts.versions import version_of
    from vis_cli.model.agreement import Agreement

    if record := registry.get(Agreement, agreement):
        found = version_of(registry, agreement, version) if version else None
        for line in standing(registry, record, found, where.today(), party):
            typer.echo(line, err=True)


def _as_read(loaded: "Loaded", tree: "Tree", paths: "Sequence[str]") -> dict[str, bytes | None]:
    """The bytes that the step was made from. Raises Failure where the files have changed since they were loaded."""
    from vis_cli.source.text import decode

    found: dict[str, bytes | None] = {}
    for path in paths:
        file = loaded.registry.files.get(path)
        found[path] = tree.read(path) if file else None
        if file and decode(path, found[path] or b"")[0] != file.text:
            raise Failure(
                N_("`{path}` was changed by someone else meanwhile"), hint=N_("try again"), exit_code=4, path=path
            )
    return found


def _news(before: "Sequence[Diagnostic]", after: "Sequence[Diagnostic]") -> "list[Diagnostic]":
    """Warnings that were not there before; a place may have moved, so each is known by what it says."""

    def key(item: "Diagnostic") -> tuple[str, str, str, str]:
        return item.code, item.primary.path, item.message, repr(item.values)

    known = {key(item) for item in before}
    return [item for item in after if item.severity == "warning" and key(item) not in known]

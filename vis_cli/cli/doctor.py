"""`vis doctor`: what is wrong with this register or this installation, and how it is mended."""

import os
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import Json
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.actions.doctor import Patient
    from vis_cli.actions.doctor.finding import Cure, Finding

HELP = N_("What is wrong with this register or this installation, and how to mend it.")

_STATES = {"ok": N_("ok"), "note": N_("note"), "mend": N_("to mend"), "unknown": N_("not known")}
_QUESTIONS = {
    "interrupted": N_("Finish the interrupted change, or take it back?"),
    "locks": N_("Remove the locks that were left over? No other program that uses Git may be open"),
    "left-over": N_("Remove the unfinished files?"),
}


def doctor(
    context: typer.Context,
    mend: Annotated[
        bool, typer.Option("--mend", help=_(N_("Mend what can be mended without losing anything; each is asked.")))
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_(N_("With --mend: do not ask.")))] = False,
    json: Json = False,
) -> None:
    from vis_cli.actions.doctor import examine

    if yes and not mend:
        raise Failure(N_("--yes goes with --mend"), hint=N_("add --mend, or leave out --yes"))
    patient = _patient(context.obj)
    found = list(examine(patient))
    if mend and _mend(patient, [finding for _heading, finding in found], yes):
        found = list(examine(patient))
    wrong = sum(finding.state == "mend" for _heading, finding in found)
    if json:
        _as_json(found, wrong)
    else:
        _as_lines(found, wrong)
    raise typer.Exit(1 if wrong else 0)


def _patient(where: Where) -> "Patient":
    import gettext
    import locale

    from vis_cli.actions.doctor import Patient
    from vis_cli.cli.language import translations

    try:
        root = where.root
    except Failure:
        if not where.directory.is_dir():
            raise
        root = None
    catalogue = isinstance(translations("sv"), gettext.GNUTranslations)
    return Patient(root, os.environ, time.time(), locale.getencoding(), catalogue, _words)


def _words(language: str) -> Any:
    from vis_cli.cli.schema import words

    return words(language)


def _mend(patient: "Patient", found: "list[Finding]", yes: bool) -> bool:
    """Mend what was found; whether anything was tried. Raises Failure where nobody can be asked."""
    from vis_cli.actions.doctor import repository_of
    from vis_cli.actions.doctor.left import cure
    from vis_cli.cli.asking import in_terminal, unasked
    from vis_cli.diagnostics.wording import fill

    cures: list[Cure] = list(dict.fromkeys(finding.cure for finding in found if finding.cure))
    if not cures or patient.root is None:
        return False
    if not yes and not in_terminal():
        raise unasked()
    git, _nothing = repository_of(patient.root, patient.environ)
    for what in cures if yes else _agreed(cures):
        try:
            for notice in cure(what, patient.root, git, patient.now, asked=not yes):
                typer.echo(fill(notice.message, notice.values, _), err=True)
        except Failure as failure:
            typer.echo(fill(failure.message, failure.values, _), err=True)
    return True


def _agreed(cures: "list[Cure]") -> "list[Cure]":
    """Those that are to be done. All is asked before anything is done, so that giving up changes nothing."""
    from vis_cli.cli import questions
    from vis_cli.cli.asking import interview

    choices = {"no": _(N_("No, leave everything as it is")), "yes": _(N_("Yes, do that"))}
    with interview():
        return [what for what in cures if questions.one(_QUESTIONS[what], choices) == "yes"]


def _as_lines(found: "list[tuple[str, Finding]]", wrong: int) -> None:
    from vis_cli.cli.lines import heading, wrapped
    from vis_cli.diagnostics.wording import fill

    width = max(len(_(state)) for state in _STATES.values()) + 4
    before = ""
    for title, finding in found:
        if title != before:
            typer.echo(("\n" if before else "") + heading(_(title)))
            before = title
        mark = f"  {_(_STATES[finding.state]):<{width - 2}}"
        lines = list(wrapped(fill(finding.message, finding.values, _), " " * width, first=mark))
        if finding.help:
            lines += wrapped(fill(finding.help, finding.values, _), " " * (width + 2), first=" " * width + "→ ")
        typer.echo("\n".join(lines))
    said = _(N_("things to mend: {count}")).format(count=wrong) if wrong else _(N_("nothing is wrong"))
    typer.echo(f"\n{said}")


def _as_json(found: "list[tuple[str, Finding]]", wrong: int) -> None:
    from vis_cli.cli.as_json import print_json
    from vis_cli.diagnostics.wording import fill

    findings = [
        {
            "name": finding.name,
            "state": finding.state,
            "message": fill(finding.message, finding.values, _),
            "help": fill(finding.help, finding.values, _),
            "mendable": finding.cure is not None,
        }
        for _heading, finding in found
    ]
    print_json({"ok": not wrong, "findings": findings})

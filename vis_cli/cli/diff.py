"""`vis diff`: what a change does, in ordinary words, as a comment for a pull request."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _, translations
from vis_cli.cli.options import On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.documents.effect import Page
    from vis_cli.documents.effect_values import Voice
    from vis_cli.facts.effect import Change, Effect
    from vis_cli.history.git import Git
    from vis_cli.registry import Loaded

HELP = N_("What a change does, in ordinary words: for a comment on a pull request.")


class Form(StrEnum):
    """How to tell."""

    md = "md"
    text = "text"
    json = "json"


def diff(
    context: typer.Context,
    base: Annotated[
        str,
        typer.Argument(
            metavar=_(N_("BASE")),
            help=_(N_("Where the change began: the branch that it is for (main), a commit, or a day (YYYY-MM-DD).")),
        ),
    ],
    head: Annotated[
        str | None,
        typer.Argument(
            metavar=_(N_("[HEAD]")),
            help=_(N_("The change: a branch, a commit or a day. Without it, the files on disk.")),
        ),
    ] = None,
    on: On = None,
    format: Annotated[
        Form | None,
        typer.Option("--format", help=_(N_("Markdown, text or JSON; in a terminal text unless said otherwise."))),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file."))),
    ] = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.render import target
    from vis_cli.cli.texts import deliver
    from vis_cli.documents.effect import page
    from vis_cli.documents.effect_values import Voice
    from vis_cli.facts.effects import effects

    where: Where = context.obj
    change, before, after, compared = _change(where, base, head, on)
    voice = Voice(lambda id, *kinds: change.name(id, *kinds), translations("sv").gettext, _hiding(change))
    found = effects(change)
    made = page(
        change, found, voice, left_out=_unread(after), left_out_before=_unread(before, after), compared=compared
    )
    deliver(_written(made, found, voice, _form(format, output)), target(where, output, force=force))


def _hiding(change: "Change") -> "Callable[[str], str]":
    """What takes out of a text how people are reached, and the names that the change itself takes out of the register.

    The comment is read by more people than the register is, and kept for longer.
    """
    from vis_cli.diagnostics.contact_data import without_contact_data
    from vis_cli.facts.personal import HIDDEN, pattern, values_of

    known = change.before.records
    finds = pattern(value for id in change.forgotten for value in values_of(change.before, known["person", id]))
    return lambda text: without_contact_data(finds.sub(HIDDEN, text) if change.forgotten else text)


def _form(given: Form | None, output: Path | None) -> Form:
    """What was asked for; else by the file's name, or text where somebody reads."""
    if given is None and output is not None and output.suffix in (".json", ".txt"):
        return Form.json if output.suffix == ".json" else Form.text
    return given or (Form.text if output is None and sys.stdout.isatty() else Form.md)


def _written(made: "Page", found: "tuple[Effect, ...]", voice: "Voice", form: Form) -> str:
    from vis_cli.cli.as_json import as_json
    from vis_cli.cli.verdict import in_actions
    from vis_cli.diagnostics.github import defused
    from vis_cli.documents.effect import as_data, as_markdown, as_text

    if form is Form.json:
        return as_json(as_data(made, found, voice)) + "\n"
    if form is Form.md:
        return as_markdown(made)
    lines = as_text(made)
    return "\n".join(defused(line) if in_actions() else line for line in lines) + "\n"


def _change(where: Where, base: str, head: str | None, on: str | None) -> "tuple[Change, Loaded, Loaded, str]":
    """Both sides, read by one loader; the one where the change began as `check --base` finds it. Raises Failure."""
    from vis_cli.facts.effect import Change, File
    from vis_cli.history.base import base_of
    from vis_cli.history.beside import altered
    from vis_cli.history.tree import GitTree
    from vis_cli.registry import load

    git = where.repository()
    below = git.below(where.root)
    tip = _commit(where, git, head) if head is not None else None
    begun = base_of(git, _commit(where, git, base, known=False), tip or "HEAD")
    before = load(GitTree(git, begun, below=below), revision=begun[:12])
    after = load(GitTree(git, tip, below=below), revision=tip[:12]) if tip else where.load()
    files = tuple(File(item.path, item.state, item.acting) for item in altered(git, begun, tip, below))
    return Change(before.registry, after.registry, where.day(on), files), before, after, begun[:12]


def _commit(where: Where, git: "Git", name: str, *, known: bool = True) -> str:
    """A date as the commit that the main branch stood at when it ended; else a revision. Raises Failure."""
    from vis_cli.cli.where import dated
    from vis_cli.history.revision import at_date, resolve

    if day := dated(name):
        return at_date(git, day, where.zone())
    return resolve(git, name) if known else name


def _unread(loaded: "Loaded", other: "Loaded | None" = None) -> list[str]:
    """Files that cannot be read and so are not told of; of the side before, only those that can be read after it."""
    from vis_cli.facts.effect_rest import unread

    paths = unread(loaded.registry)
    return sorted(paths & set(other.registry.files) if other else paths)

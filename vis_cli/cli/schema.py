"""`vis schema`: what a file may say, as JSON Schema: for editors that help whoever writes one."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _, meanings, translations
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.documents.schema import Words

HELP = N_("The schema of a kind; without one, write all for editors.")


def schema(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar=_(N_("[KIND]")), help=_(N_("A kind, whose schema is printed; without one, all."))),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=_(N_("DIR")), help=_(N_("Write into this folder instead of the register."))
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="sv|en", help=_(N_("The language of what is explained; Swedish as a rule."))),
    ] = None,
    add_lines: Annotated[
        bool,
        typer.Option("--add-lines", help=_(N_("Give every file of the register its first line for editors too."))),
    ] = False,
    check: Annotated[
        bool, typer.Option("--check", help=_(N_("Only say which schemas in the register are out of date.")))
    ] = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    where: Where = context.obj
    if lang not in (None, "sv", "en"):
        raise Failure(N_("there is no language `{language}`"), hint=N_("write sv or en"), language=lang)
    if kind or out:
        if add_lines or check or commit or dry_run:
            raise Failure(N_("--output and a kind go with --lang only"), hint=N_("leave out the other options"))
        _elsewhere(where, kind, out, words(lang or "sv"))
    elif check:
        _compare(where, lang)
    else:
        _refresh(where, lang, add_lines=add_lines, commit=commit, dry_run=dry_run)


def words(language: str) -> "Words":
    """How schemas speak in a language."""
    return speaking(language, meanings(language).gettext, translations(language).gettext)


def speaking(language: str, meaning: Callable[[str], str], word: Callable[[str], str]) -> "Words":
    """How schemas speak, given what tells the meaning of a key and what translates a word or a message."""
    from vis_cli.cli.keys import in_words
    from vis_cli.documents.schema import Words

    holds = str if language == "en" else partial(in_words, say=word)
    return Words(language, lambda doc: meaning(doc) if doc else "", word, holds)


def _elsewhere(where: Where, kind: str | None, out: Path | None, words: "Words") -> None:
    """Print one, or write them into a folder. Raises Failure in the register, over a file that is no schema of ours."""
    from vis_cli.cli.listing import known_kind
    from vis_cli.cli.render import outside
    from vis_cli.cli.texts import deliver
    from vis_cli.documents.schema import schema_of, text_of
    from vis_cli.model import ENTITIES

    chosen = [known_kind(kind)] if kind else list(ENTITIES)
    texts = {name: text_of(schema_of(name, words)) for name in chosen}
    if out:
        for name in chosen:
            outside(where, out / f"{name}.json")
    for name, text in texts.items():
        target = out / f"{name}.json" if out else None
        if target and target.is_file() and b'"x-vis-kind"' not in target.read_bytes():
            raise Failure(
                N_("`{path}` was not made by vis, and is not written over"),
                hint=N_("choose another name"),
                path=str(target),
            )
        deliver(text, target)


def _compare(where: Where, lang: str | None) -> None:
    """List the schemas that are out of date, and exit with 1 where there are any."""
    from vis_cli.documents.editor import FOLDER, language_of, refreshed

    language = lang or language_of(where.tree())
    if language is None:
        raise Failure(
            N_("the register has no schemas in `{folder}`"), hint=N_("`vis schema` makes them"), folder=FOLDER
        )
    stale = refreshed(where.tree(), words(language))
    if not stale:
        typer.echo(_(N_("the schemas are up to date")), err=True)
        return
    typer.echo("\n".join(sorted(stale)))
    typer.echo(_(N_("out of date; `vis schema` makes them anew")), err=True)
    raise typer.Exit(1)


def _refresh(where: Where, lang: str | None, *, add_lines: bool, commit: bool, dry_run: bool) -> None:
    """Write what is out of date, the settings of VS Code where there are none, and the lines that are asked for."""
    from vis_cli.cli.write import write
    from vis_cli.documents.editor import SETTINGS, language_of, lined, refreshed, settings

    tree = where.tree()
    changes: dict[str, bytes | None] = dict(refreshed(tree, words(lang or language_of(tree) or "sv")))
    mine = _settings(where)
    if mine is None:
        changes[SETTINGS] = settings()
    elif mine != settings():
        note = _(N_("`{path}` is yours and stays as it is; the files' own first lines name their schemas"))
        typer.echo(f"{_(N_('note'))}: {note.format(path=SETTINGS)}", err=True)
    if add_lines:
        changes |= lined(tree)
    if not changes:
        typer.echo(_(N_("the schemas are up to date")), err=True)
        return
    write(where, changes, "Scheman för redigerare", commit=commit, dry_run=dry_run, expected=_as_read(where, changes))


def _settings(where: Where) -> bytes | None:
    from vis_cli.documents.editor import SETTINGS

    try:
        return where.tree().read(SETTINGS)
    except OSError:
        return None


def _as_read(where: Where, changes: "Mapping[str, bytes | None]") -> dict[str, bytes | None]:
    """The bytes of the data that the lines were added to."""
    return {path: where.tree().read(path) for path in changes if path.startswith(("registry/", "agreements/"))}

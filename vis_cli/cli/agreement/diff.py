"""`vis agreement diff`: what differs between two texts of an agreement, and in the facts beside them."""

import datetime as dt
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.language import _, translations
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.cli.agreement.texts import Wording
    from vis_cli.diagnostics.wording import Translate
    from vis_cli.documents.comparison import Compared
    from vis_cli.documents.telling import Telling
    from vis_cli.registry import Loaded, Record, Registry


class Format(StrEnum):
    """What a comparison is written as."""

    text = "text"
    md = "md"
    html = "html"
    pdf = "pdf"


_ENDINGS = {"": Format.text, ".txt": Format.text, ".md": Format.md, ".html": Format.html, ".pdf": Format.pdf}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("diff", help=_(N_("What differs between two texts, clause by clause, and in the facts beside them.")))(
        diff
    )


def diff(
    context: typer.Context,
    agreement: Named,
    old: Annotated[
        str | None,
        typer.Argument(
            metavar=_(N_("[OLD]")),
            help=_(N_("A version (1.0), a commit or a day (YYYY-MM-DD); without it, the version published before.")),
        ),
    ] = None,
    new: Annotated[
        str | None, typer.Argument(metavar=_(N_("[NEW]")), help=_(N_("The same; without it, the text as it is now.")))
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file; its ending gives the format."))
        ),
    ] = None,
    format: Annotated[Format | None, typer.Option("--format", help=_(N_("Text, Markdown, web page or PDF.")))] = None,
    json: Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))] = False,
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.agreement.texts import last_published, text_now, text_of

    where: Where = context.obj
    wanted = format or _format_of(output)
    loaded = where.load()
    record = named.agreement(loaded.registry, agreement, where)
    after = text_of(where, loaded.registry, record, new) if new else text_now(loaded.registry, record)
    before = text_of(where, loaded.registry, record, old or last_published(loaded.registry, record, after.name))
    if json:
        _print_json(record.id, before, after)
    elif wanted is Format.text:
        _print_text(loaded.registry, before, after, output)
    else:
        _render(where, loaded, record, before, after, output, wanted.value)


def _format_of(output: Path | None) -> Format:
    if output is None or str(output) == "-":
        return Format.text
    if output.suffix not in _ENDINGS:
        raise Failure(
            N_("`{suffix}` is no format of comparisons"),
            hint=N_("let the file end in .txt, .md, .html or .pdf, or name the --format"),
            suffix=output.suffix,
        )
    return _ENDINGS[output.suffix]


def _print_json(id: str, before: "Wording", after: "Wording") -> None:
    import json

    from vis_cli.cli.agreement.comparison_json import report

    typer.echo(json.dumps(report(id, before, after), ensure_ascii=False, indent=2))


def _print_text(registry: "Registry", before: "Wording", after: "Wording", output: Path | None) -> None:
    from vis_cli.cli.agreement.redlines import lines, width
    from vis_cli.cli.dates import in_words
    from vis_cli.cli.texts import deliver
    from vis_cli.cli.where import colour

    telling = _telling(before, after, _, in_words)
    compared = _compared(before, after, telling)
    if output is None or str(output) == "-":
        typer.echo("\n".join(lines(compared, telling, colour(), width())), color=colour())
    else:
        deliver("\n".join(lines(compared, telling, False, None)) + "\n", output)


def _render(
    where: Where,
    loaded: "Loaded",
    record: "Record[Any]",
    before: "Wording",
    after: "Wording",
    output: Path | None,
    format: str,
) -> None:
    from vis_cli.cli.render import produce
    from vis_cli.documents.comparison import comparison
    from vis_cli.documents.swedish import short_date

    swedish = translations("sv").gettext
    telling = _telling(before, after, swedish, lambda when: short_date(when.earliest) if when.exact else when.text)
    compared = _compared(before, after, telling, _day(where, record, before, after))
    template = f"comparison.{'html' if format == 'html' else 'md'}.j2"
    produce(
        where,
        loaded,
        record,
        lambda registry, found: comparison(registry, compared, telling, template, found.file.path),
        output,
        format,
    )


def _telling(before: "Wording", after: "Wording", translate: "Translate", day: Any) -> "Telling":
    """The newer register knows most names; of what it no longer has, the older one does."""
    from vis_cli.documents.telling import Telling
    from vis_cli.facts.overview import name_of

    def name(id: str, kind: str) -> str:
        sides = (after.side, before.side)
        return next((name_of(side.registry, id, kind) for side in sides if side.registry.find(id, (kind,))), id)

    return Telling(translate, name, day)


def _compared(before: "Wording", after: "Wording", telling: "Telling", day: dt.date = dt.date.min) -> "Compared":
    from vis_cli.documents.comparison import Compared
    from vis_cli.facts.beside import beside
    from vis_cli.facts.comparison import compare
    from vis_cli.facts.stage import stage_of

    names = [_label(text, telling) for text in (before, after)]
    version = after.side.version
    in_force = after.name and version and stage_of(after.side.registry, version) == "in-force"
    missing = [name for name, text in zip(names, (before, after), strict=True) if not text.agreement.sections]
    return Compared(
        agreement=after.agreement,
        before=names[0],
        after=names[1],
        proposed=bool(before.name and not in_force and not after.known),
        day=day,
        changes=() if len(missing) == 1 else compare(before.agreement, after.agreement),
        facts=beside(before.side, after.side),
        missing=tuple(missing),
    )


def _label(text: "Wording", telling: "Telling") -> str:
    """What a text is called: by its version, by the commit it was asked for, or as a draft."""
    if text.known:
        return telling.say(N_("commit {commit} of {day}"), commit=text.known.short, day=text.known.day)
    if text.name:
        return f"version {text.name}"  # the same in both languages
    version = text.side.version
    if version and not version.entity.publication:
        return telling.say(N_("the draft of version {version}"), version=version.entity.version)
    return telling.say(N_("the text as it is now"))


def _day(where: Where, record: "Record[Any]", before: "Wording", after: "Wording") -> dt.date:
    """The date of the document: when the newer text was published or committed; today where it is neither."""
    from vis_cli.history.state import describe

    if after.known and after.known.day:
        return after.known.day
    if after.published:
        return after.published
    git = where.git()
    if git:
        path = where.root.relative_to(git.root.resolve()) / record.file.path
        said = describe(git, [path.as_posix()], where.zone())
        if said.committed and not said.uncommitted:
            return said.committed
    return dt.datetime.now(where.zone()).date()

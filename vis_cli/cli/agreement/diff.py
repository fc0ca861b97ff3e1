"""`vis agreement diff`: what differs between two texts of an agreement, and in the facts beside them."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.as_json import as_json
from vis_cli.cli.language import _, translations
from vis_cli.cli.options import Json
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.cli.agreement.texts import Wording
    from vis_cli.model.agreement import Agreement
    from vis_cli.registry import Record, Registry


class Format(StrEnum):
    """What a comparison is written as."""

    text = "text"
    md = "md"
    html = "html"
    pdf = "pdf"


Old = Annotated[
    str | None,
    typer.Argument(
        metavar=_(N_("[OLD]")),
        help=_(N_("A version (1.0), a commit or a day (YYYY-MM-DD); without it, the version published before.")),
    ),
]
New = Annotated[
    str | None, typer.Argument(metavar=_(N_("[NEW]")), help=_(N_("The same; without it, the text as it is now.")))
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file; its ending gives the format."))
    ),
]
Kind = Annotated[Format | None, typer.Option("--format", help=_(N_("Text, Markdown, web page or PDF.")))]

_ENDINGS = {"": Format.text, ".txt": Format.text, ".md": Format.md, ".html": Format.html, ".pdf": Format.pdf}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("diff", help=_(N_("What differs between two texts, clause by clause.")))(diff)


def diff(
    context: typer.Context,
    agreement: Named,
    old: Old = None,
    new: New = None,
    output: Output = None,
    format: Kind = None,
    json: Json = False,
    force: Force = False,
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.agreement.texts import last_published, text_now, text_of
    from vis_cli.cli.render import target

    where: Where = context.obj
    wanted = Format.text if json else format or _format_of(output)
    registry = _registry(where, agreement)
    record = named.agreement(registry, agreement, where)
    after = text_of(where, registry, record, new) if new else text_now(registry, record)
    before = text_of(where, registry, record, old or last_published(registry, record, after.name))
    file = target(where, output, force=force)
    if json:
        _print_json(where, record.id, before, after, file)
    elif wanted is Format.text:
        _print_text(where, before, after, file)
    else:
        _render(where, registry, record, before, after, output, wanted.value, force)


def _registry(where: Where, given: str) -> "Registry":
    """As much of the registry as the comparison needs, where the agreement is named by its id."""
    from vis_cli.cli.agreement.texts import around
    from vis_cli.model.agreement import Agreement

    found = around(where.tree(), given)
    return found if found.get(Agreement, given) else where.load().registry


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


def _print_json(where: Where, id: str, before: "Wording", after: "Wording", file: Path | None) -> None:
    from vis_cli.cli.agreement.comparison_json import report
    from vis_cli.cli.texts import deliver

    deliver(as_json(report(id, before, after)) + "\n", file)


def _print_text(where: Where, before: "Wording", after: "Wording", file: Path | None) -> None:
    from vis_cli.cli.agreement.compared import compared, telling
    from vis_cli.cli.agreement.redlines import lines, width
    from vis_cli.cli.dates import spoken
    from vis_cli.cli.texts import deliver
    from vis_cli.cli.where import colour

    voice = telling(where, before, after, _, spoken)
    found = compared(before, after, voice)
    if file is None:
        typer.echo("\n".join(lines(found, voice, colour(), width())), color=colour())
    else:
        deliver("\n".join(lines(found, voice, False, None)) + "\n", file)


def _render(
    where: Where,
    registry: "Registry",
    record: "Record[Agreement]",
    before: "Wording",
    after: "Wording",
    output: Path | None,
    format: str,
    force: bool,
) -> None:
    """A draft is compared whatever it lacks: nothing of it is set but its words."""
    from vis_cli.cli.agreement.compared import compared, telling
    from vis_cli.cli.render import finish
    from vis_cli.documents.comparison import comparison
    from vis_cli.facts.swedish_dates import in_words

    voice = telling(where, before, after, translations("sv").gettext, in_words)
    both = compared(before, after, voice)
    template = f"comparison.{'html' if format == 'html' else 'md'}.j2"
    finish(where, comparison(registry, both, voice, template, record.file.path), output, format, force=force)

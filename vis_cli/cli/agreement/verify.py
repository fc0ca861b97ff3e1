"""`vis agreement verify`: whether a document, or a citation, says what the register says."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure, reason_of

if TYPE_CHECKING:
    from vis_cli.cli.agreement.proof_words import Answer

Given = Annotated[
    str,
    typer.Argument(
        metavar=_(N_("FILE|CITATION")), help=_(N_("A PDF or Markdown file by vis, or a citation: vis:agreement/…"))
    ),
]


def add(app: typer.Typer) -> None:
    """Register the commands of this module."""
    help_ = N_("Whether a document or a citation is genuine.")
    app.command("verify", help=_(help_))(verify)


def verify(
    context: typer.Context, given: Given, json: Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))] = False
) -> None:
    from vis_cli.cli.agreement.proof import of_citation, of_document
    from vis_cli.documents.citation import PREFIX, parse
    from vis_cli.documents.opened import open_document

    where: Where = context.obj
    if given.startswith(PREFIX.partition("/")[0]):
        answer = of_citation(where, parse(given))
    else:
        answer = of_document(where, open_document(_read(where.directory / given)))
    if json:
        print_json(answer.data)
    else:
        _tell(answer)
    raise typer.Exit(0 if answer.genuine else 1)


def _tell(answer: "Answer") -> None:
    first, *more = answer.sentences
    typer.echo(first)
    for line in more:
        typer.echo(f"  {line}")


def _read(path: Path) -> bytes:
    """The bytes of a file, or somewhat more than any document has. Raises Failure."""
    from vis_cli.documents.pdf_reading import LARGEST

    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        message = N_("`{path}` cannot be read: {reason}")
        raise Failure(message, path=str(path), reason=reason_of(error)) from None

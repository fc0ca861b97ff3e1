"""What the commands of `vis report` share: a document as Markdown or PDF, or the same as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import as_json
from vis_cli.cli.language import _
from vis_cli.cli.warn import warn
from vis_cli.cli.where import Known, Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.documents.document import Document
    from vis_cli.registry import Loaded

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file: .md or .pdf."))),
]


def write(
    where: Where,
    loaded: "Loaded",
    document: "Document",
    output: Path | None,
    known: Known | None,
    *,
    force: bool,
    faulty: bool = False,
) -> None:
    """The document of the files on disk, or of what the register once said.

    With `faulty` it is made though files that it is made from hold what is known to be wrong, and that is said: a
    report on what is lacking would otherwise never come to be. Exits with 1 without it.
    """
    from vis_cli.cli.render import errors_in, finish, produce_all

    if known is None and faulty:
        if wrong := errors_in(loaded) & {*document.files}:
            text = N_("files with faults, which the report may be wrong by: {count}; `vis check` says which")
            warn(text, count=len(wrong))
        finish(where, document, output, _format(output), force=force)
    elif known is None:
        produce_all(where, loaded, document, output, force=force)
    else:
        finish(where, document, output, _format(output), force=force, commit=known.commit)


def _format(output: Path | None) -> str:
    """By the ending of the file. Raises Failure where it is none of a document."""
    if output is None or str(output) == "-":
        return "md"
    if output.suffix not in (".md", ".pdf"):
        raise Failure(
            N_("`{suffix}` is no format of documents"),
            hint=N_("let the file end in .md or .pdf"),
            suffix=output.suffix or output.name,
        )
    return output.suffix[1:]


def write_json(where: Where, data: dict[str, Any], output: Path | None, *, force: bool) -> None:
    """The same as data."""
    from vis_cli.cli.render import target
    from vis_cli.cli.texts import deliver

    text = as_json(data)
    deliver(text + "\n", target(where, output, force=force))

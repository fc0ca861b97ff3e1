"""What the commands of `vis report` share: a document as Markdown or PDF, or the same as JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Known, Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.documents.document import Document
    from vis_cli.registry import Loaded

Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file: .md or .pdf."))),
]


def write(
    where: Where, loaded: "Loaded", document: "Document", output: Path | None, known: Known | None, *, force: bool
) -> None:
    """The document of the files on disk, or of what the register once said."""
    from vis_cli.cli.render import finish, produce_all

    if known is None:
        produce_all(where, loaded, document, output, force=force)
    else:
        format = "pdf" if output and output.suffix == ".pdf" else "md"
        finish(where, document, output, format, force=force, commit=known.commit)


def write_json(where: Where, data: dict[str, Any], output: Path | None, *, force: bool) -> None:
    """The same as data."""
    import json

    from vis_cli.cli.render import target
    from vis_cli.cli.texts import deliver

    text = json.dumps({"schema_version": 1, **data}, ensure_ascii=False, indent=2)
    deliver(text + "\n", target(where, output, force=force))

"""`vis agreement texts`: all agreements as documents in a folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.overwriting import Force
from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vis_cli.documents.document import Document
    from vis_cli.history.state import Provenance
    from vis_cli.registry import Loaded

Folder = Annotated[
    Path,
    typer.Option(
        "--output", "-o", metavar=_(N_("FOLDER")), help=_(N_("Write them to this folder, each named by its id."))
    ),
]
Applying = Annotated[bool, typer.Option("--applies", help=_(N_("Only those that apply today.")))]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("texts", help=_(N_("All agreements as PDF, one file each.")))(texts)


def texts(
    context: typer.Context, output: Folder = Path("out/agreements"), applying: Applying = False, force: Force = False
) -> None:
    from vis_cli.cli.render import TEMPLATES, origin, own_templates, target
    from vis_cli.cli.texts import deliver
    from vis_cli.documents.many import as_pdfs
    from vis_cli.documents.style import templates

    where: Where = context.obj
    own = own_templates(where)
    documents, refused = _documents(where, where.load(), applying)
    files = {id: target(where, output / f"{id}.pdf", force=force) for id in documents}

    def traced() -> "Iterator[tuple[Document, Provenance | None]]":
        for document in documents.values():
            yield document, origin(where, (*document.files, *(f"{TEMPLATES}/{name}" for name in own)))

    made = as_pdfs(traced(), templates(own), today=where.today(), workers=os.cpu_count() or 1)
    for id, found in zip(documents, made, strict=True):
        if isinstance(found, bytes):
            deliver(found, files[id])
        else:
            refused.append(id)
    _tell(refused)


def _documents(where: Where, loaded: "Loaded", applying: bool) -> "tuple[dict[str, Document], list[str]]":
    """(by id, the ids of those of which a file has faults): no document says what is known to be wrong."""
    from vis_cli.cli.agreement import named
    from vis_cli.cli.render import errors_in
    from vis_cli.documents.agreement import agreement_text
    from vis_cli.documents.faults import DocumentFault
    from vis_cli.errors import Failure
    from vis_cli.facts.force import applies
    from vis_cli.model.agreement import Agreement

    registry, tree, wrong = loaded.registry, where.tree(), errors_in(loaded)
    made: dict[str, Document] = {}
    refused = [id for kind, id in loaded.registry.broken if kind == "agreement" and id != "*"]
    for record in registry.all(Agreement):
        if applying and applies(registry, record, where.today()).state not in ("applies", "stated"):
            continue
        try:
            named.readable(registry, record)
            document = agreement_text(registry, record, tree.read(record.file.path))
        except (Failure, DocumentFault):
            refused.append(record.id)
            continue
        if wrong.isdisjoint(document.files):
            made[record.id] = document
        else:
            refused.append(record.id)
    return made, refused


def _tell(refused: list[str]) -> None:
    """Say which were not made, and exit with 1 if any was not."""
    if refused:
        warn(N_("not made, because their files have faults: {ids}"), ids=", ".join(sorted(refused)))
        raise typer.Exit(1)

"""`vis agreement text` and `vis agreement paper`: documents of an agreement."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure


class Format(StrEnum):
    """What a document is written as."""

    md = "md"
    pdf = "pdf"


Version = Annotated[
    str | None,
    typer.Argument(
        metavar=_(N_("VERSION")), help=_(N_("Its version, also an older one; without it, the latest text."))
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file; its ending gives the format."))
    ),
]
Kind = Annotated[Format | None, typer.Option("--format", help=_(N_("Markdown or PDF.")))]


def add(app: typer.Typer) -> None:
    """Register the commands of this module."""
    app.command("text", help=_(N_("An agreement as a document: its text, and what is known about it.")))(text)
    help_ = N_("The decision paper (tjänsteutlåtande) for one party: what is known, and places for what it must add.")
    app.command("paper", help=_(help_))(paper)


def text(
    context: typer.Context, agreement: Named, version: Version = None, output: Output = None, format: Kind = None
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.agreement.older import text_of
    from vis_cli.cli.render import produce
    from vis_cli.documents.agreement import agreement_text, with_text

    where: Where = context.obj
    loaded = where.load()
    record = named.agreement(loaded.registry, agreement, where)
    if version is None:
        source = where.tree().read(record.file.path)
    else:
        found = text_of(where, named.version(loaded.registry, record, version))
        record, source = with_text(record, found.agreement, found.data), found.data
    produce(
        where,
        loaded,
        record,
        lambda registry, found: agreement_text(registry, found, source),
        output,
        format.value if format else None,
    )


def paper(
    context: typer.Context,
    agreement: Named,
    party: Annotated[str, typer.Option("--party", metavar=_(N_("PARTY")), help=_(N_("For whom: an organisation.")))],
    version: Version = None,
    output: Output = None,
    format: Kind = None,
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.agreement.older import text_of
    from vis_cli.cli.render import produce
    from vis_cli.documents.agreement import with_text
    from vis_cli.documents.paper import decision_paper
    from vis_cli.facts.versions import parties
    from vis_cli.model.organisation import Organisation

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    record = named.agreement(registry, agreement, where)
    chosen = named.version(registry, record, version)
    given = registry.get(Organisation, named.party(registry, party))
    if given is None or given.id not in (
        *parties(registry, chosen),
        *(item.party for item in chosen.entity.accessions),
    ):
        message = N_("`{party}` is no party of version {version} of `{id}`")
        hint = N_("`vis agreement status {id}` shows the parties")
        raise Failure(message, hint=hint, party=party, version=chosen.entity.version, id=record.id)
    if record.entity.version != chosen.entity.version or chosen.entity.publication:
        found = text_of(where, chosen)
        record = with_text(record, found.agreement, found.data)
    make = lambda registry, found: decision_paper(registry, found, chosen, given)  # noqa: E731 - as produce wants it
    produce(where, loaded, record, make, output, format.value if format else None)

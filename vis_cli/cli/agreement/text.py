"""`vis agreement text` and `vis agreement paper`: documents of an agreement."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version as VersionRecord
    from vis_cli.registry import Record


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
    app.command("text", help=_(N_("An agreement as a document, also an older version.")))(text)
    help_ = N_("The decision paper (tjänsteutlåtande) for one party.")
    app.command("paper", help=_(help_))(paper)


def text(
    context: typer.Context,
    agreement: Named,
    version: Version = None,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.render import produce
    from vis_cli.documents.agreement import agreement_text
    from vis_cli.facts.versions import version_of

    where: Where = context.obj
    loaded = where.load()
    record = named.agreement(loaded.registry, agreement, where)
    named.readable(loaded.registry, record)
    own = version == record.entity.version and version_of(loaded.registry, record.id, version or "") is None
    chosen = named.version(loaded.registry, record, version) if version and not own else None
    record, source = _with_text(where, record, chosen)
    make = lambda registry, found: agreement_text(registry, found, source, chosen)  # noqa: E731 - as produce wants it
    produce(where, loaded, record, make, output, format.value if format else None, force=force)


def _with_text(
    where: Where, record: "Record[Agreement]", version: "Record[VersionRecord] | None"
) -> "tuple[Record[Agreement], bytes]":
    """The agreement with the text of a version, and the file of that text: its own where no other is wanted."""
    from vis_cli.cli.agreement.older import text_of
    from vis_cli.documents.agreement import with_text

    nowhere = version and not version.entity.publication and not record.entity.sections
    if version is None or nowhere:
        return record, where.tree().read(record.file.path)
    found = text_of(where, version)
    return with_text(record, found.agreement, found.data), found.data


def paper(
    context: typer.Context,
    agreement: Named,
    party: Annotated[str, typer.Option("--party", metavar=_(N_("PARTY")), help=_(N_("For whom: an organisation.")))],
    version: Version = None,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.agreement import named
    from vis_cli.cli.render import produce
    from vis_cli.documents.paper import decision_paper
    from vis_cli.facts.inheriting import inherits
    from vis_cli.facts.versions import parties
    from vis_cli.model.organisation import Organisation

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    record = named.agreement(registry, agreement, where)
    named.readable(registry, record)
    chosen = named.version(registry, record, version)
    given = registry.get(Organisation, named.party(registry, party))
    today = where.today()
    named_parties = (*parties(registry, chosen), *(item.party for item in chosen.entity.accessions))
    if given is None or (given.id not in named_parties and not inherits(registry, chosen, given.id, today)):
        message = N_("`{party}` is no party of version {version} of `{id}`")
        hint = N_("`vis agreement status {id}` shows the parties")
        raise Failure(message, hint=hint, party=party, version=chosen.entity.version, id=record.id)
    record, _source = _with_text(where, record, chosen)
    make = lambda registry, found: decision_paper(registry, found, chosen, given, today)  # noqa: E731 - as produce wants it
    produce(where, loaded, record, make, output, format.value if format else None, force=force)

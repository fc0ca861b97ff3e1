"""`vis group mandate`: the mandate document of a group."""

from typing import TYPE_CHECKING

import typer

from vis_cli.cli.group.checklist import Named
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Kind, Output
from vis_cli.cli.options import On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.documents.document import Document
    from vis_cli.model.group import Group
    from vis_cli.registry import Record, Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("mandate", help=_(N_("The mandate document of a group; what is missing in it is said.")))(mandate)


def mandate(
    context: typer.Context,
    group: Named,
    output: Output = None,
    format: Kind = None,
    on: On = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.meant import the_one
    from vis_cli.cli.render import produce
    from vis_cli.documents.mandate import mandate_document

    where: Where = context.obj
    loaded = where.load()
    record = the_one(loaded.registry, group, "group", where)
    day = where.day(on)

    def make(registry: "Registry", record: "Record[Group]") -> "Document":
        return mandate_document(registry, record, day)

    produce(where, loaded, record, make, output, format, force=force)

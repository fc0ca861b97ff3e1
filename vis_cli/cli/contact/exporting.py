"""`vis contact export` and `document`: the contacts as cards, as a table, as a list to print."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.contact.named import KINDS, READ, Municipality, Subregion
from vis_cli.cli.language import _
from vis_cli.cli.meeting.rendering import Kind, Output
from vis_cli.cli.options import At, On
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.contact_holders import Contacts
    from vis_cli.registry import Registry


class Format(StrEnum):
    """What contacts are exported as."""

    vcard = "vcard"
    csv = "csv"


_ENDINGS = {".vcf": Format.vcard, ".vcard": Format.vcard, ".csv": Format.csv}


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("export", help=_(N_("Export the contacts as cards (vCard 4.0) or a table (CSV).")))(export)
    app.command("document", help=_(N_("Write the contact list (kontaktlista) as Markdown or PDF.")))(document)


def export(
    context: typer.Context,
    format: Annotated[
        Format | None, typer.Option("--format", help=_(N_("vcard or csv; without it, by the ending of the file.")))
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file.")))
    ] = None,
    subregion: Subregion = None,
    municipality: Municipality = None,
    comma: Annotated[bool, typer.Option("--comma", help=_(N_("CSV with commas instead of semicolons.")))] = False,
    bom: Annotated[
        bool, typer.Option("--bom/--no-bom", help=_(N_("CSV that Excel knows as UTF-8 (byte order mark).")))
    ] = True,
    on: On = None,
    at: At = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.contact.listed import kept_contacts
    from vis_cli.cli.render import target
    from vis_cli.cli.texts import deliver, say_known
    from vis_cli.documents import vcard
    from vis_cli.documents.contact_table import contact_table

    where: Where = context.obj
    wanted = format or (_ENDINGS.get(output.suffix.lower()) if output else None)
    if wanted is None:
        raise Failure(N_("in which format?"), hint=N_("add --format vcard or --format csv"))
    loaded, known = where.load_at(at, READ)
    say_known(known)
    left_out(loaded, KINDS)
    found = kept_contacts(loaded.registry, where.day(on), subregion, municipality)
    file = target(where, output, force=force or _ours(output))
    if wanted == Format.vcard:
        data = vcard.cards(loaded.registry, found)
    else:
        data = contact_table(loaded.registry, found, delimiter="," if comma else ";", bom=bom)
    deliver(data.decode(), file)
    _tell(loaded.registry, found)


def document(
    context: typer.Context,
    subregion: Subregion = None,
    municipality: Municipality = None,
    on: On = None,
    output: Output = None,
    format: Kind = None,
    force: Force = False,
) -> None:
    from vis_cli.cli.contact.listed import kept_contacts
    from vis_cli.cli.contact.named import municipality_of
    from vis_cli.cli.render import produce_all
    from vis_cli.documents.contacts import contact_list
    from vis_cli.facts.names import full_name

    where: Where = context.obj
    loaded = where.load()
    left_out(loaded, KINDS)
    registry, day = loaded.registry, where.day(on)
    found = kept_contacts(registry, day, subregion, municipality)
    part = next((item.area.entity.subregion for item in found), None) if subregion else None
    of = full_name(registry, municipality_of(registry, municipality)) if municipality else None
    made = contact_list(registry, found, day, within=", ".join(name for name in (of, part) if name))
    produce_all(where, loaded, made, output, format=format.value if format else None, force=force)


def _ours(output: Path | None) -> bool:
    """Whether a file is of cards that vis made."""
    from vis_cli.documents.vcard import PRODUCT

    return bool(output and output.is_file() and PRODUCT.encode() in output.read_bytes()[:200])


def _tell(registry: "Registry", found: "list[Contacts]") -> None:
    """How many are exported, and how many areas have none."""
    from vis_cli.diagnostics.wording import fill

    count = sum(len(role.held) for item in found for role in item.roles)
    lack = sum(1 for item in found for role in item.roles if not role.held and not role.exempt)
    values = {"count": count, "lack": lack}
    typer.echo(fill(N_("exported: {count}; functions that nobody is known to hold: {lack}"), values, _), err=True)

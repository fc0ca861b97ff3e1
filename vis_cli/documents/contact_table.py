"""Contacts as a table for a spreadsheet."""

from collections.abc import Iterable

from vis_cli.documents.contact_rows import TYPES, rows
from vis_cli.documents.csv import Delimiter, table
from vis_cli.facts.contact_holders import Contacts
from vis_cli.facts.names import full_name
from vis_cli.registry import Registry

COLUMNS = (
    *("område", "typ", "kommun", "delregion", "funktion", "organisation eller vårdcentral", "placering eller utförare"),
    *("brevlåda", "telefon", "person", "ersättare", "från", "till", "kontrollerad", "förmodat", "saknas"),
)


def contact_table(
    registry: Registry, found: Iterable[Contacts], *, delimiter: Delimiter = ";", bom: bool = True
) -> bytes:
    """A row for each who holds a function, and one for each function that nobody is known to hold."""
    cells: list[tuple[str | None, ...]] = []
    for contacts in found:
        every = list(rows(registry, (contacts,)))
        for row in every:
            others = "; ".join(one.text for one in row.substitutes)
            cells.append(
                (
                    *(row.area, row.type, row.municipality, row.subregion, row.label, row.organisation, row.placement),
                    *(row.mailbox, row.phone, row.person, others, row.since, row.until, row.verified, row.assumed, ""),
                )
            )
        own = contacts.area.entity
        for role in contacts.roles:
            if not role.held:
                of = full_name(registry, own.municipality, "organisation")
                lacking = f"väntas inte: {role.exempt}" if role.exempt else "okänd"
                cells.append((own.name, TYPES[own.type], of, own.subregion, role.role.upper(), *[""] * 10, lacking))
    return table(COLUMNS, cells, delimiter=delimiter, bom=bom)

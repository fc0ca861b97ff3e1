"""JSON Schemas: in English for other programs, and in Swedish for editors of the register that is kept here."""

import gettext
import io
from collections.abc import Mapping

from vis_cli.cli.schema import speaking
from vis_cli.documents.editor import SETTINGS, schema_files, settings
from vis_cli.documents.export import schema_of_export
from vis_cli.documents.schema import schema_of, text_of
from vis_cli.model import ENTITIES
from vis_cli.reference.catalogue import LOCALE

ENGLISH = speaking("en", str, str)


def schemas() -> dict[str, bytes]:
    """`docs/schema/<kind>.json`: of one entity, or of the whole list where a kind is kept in one; and of an export."""
    found = {kind: schema_of(kind, ENGLISH) for kind in ENTITIES} | {"export": schema_of_export(ENGLISH)}
    return {f"docs/schema/{name}.json": text_of(schema).encode() for name, schema in found.items()}


def for_editors(catalogues: Mapping[str, bytes]) -> dict[str, bytes]:
    """What `vis schema` writes into a register, by the catalogues as they will be."""
    meaning, word = (
        gettext.GNUTranslations(io.BytesIO(catalogues[f"{LOCALE}/{domain}.mo"])).gettext for domain in ("keys", "vis")
    )
    return {**schema_files(speaking("sv", meaning, word)), SETTINGS: settings()}

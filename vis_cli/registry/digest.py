"""The digest of an agreement's text: what two texts have in common when they are word for word the same.

SHA-256 of the title and the sections as canonical JSON: keys sorted, no spaces, Unicode in NFC, line ends LF, empty
values left out. Everything else of the agreement is metadata and outside.
"""

import hashlib
import json
import unicodedata
from typing import Any

from vis_cli.model.agreement import Agreement
from vis_cli.model.base import Part


def digest(agreement: Agreement) -> str:
    """The digest of its title and sections, in hexadecimal."""
    return hashlib.sha256(canonical(agreement)).hexdigest()


def canonical(agreement: Agreement) -> bytes:
    """What the digest is taken of."""
    data = {"title": _plain(agreement.title), "sections": _plain(agreement.sections)}
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, Part):
        return {name: _plain(item) for name, item in value.__dict__.items() if item not in (None, ())}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    return value

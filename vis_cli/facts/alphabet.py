"""The Swedish alphabet: å, ä and ö come last, in that order; capitals and other accents do not count."""

import unicodedata
from collections.abc import Iterable

from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record

_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def alphabetical(text: str) -> str:
    """A key to sort names by."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LAST)
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))


def in_order(agreements: Iterable[Record[Agreement]]) -> list[Record[Agreement]]:
    """Agreements as they are listed: by their number, those without one last, and by name."""
    return sorted(
        agreements,
        key=lambda item: (item.entity.number is None, item.entity.number or 0, alphabetical(item.name), item.id),
    )

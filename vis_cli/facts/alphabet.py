"""The Swedish alphabet: å, ä and ö come last, in that order; capitals and other accents do not count."""

import unicodedata

_LAST = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def alphabetical(text: str) -> str:
    """A key to sort names by."""
    plain = unicodedata.normalize("NFC", text).casefold().translate(_LAST)
    if plain.isascii():
        return plain
    return "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))

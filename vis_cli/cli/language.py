"""The reader's language: VIS_LANG, or else the locale; Swedish and English are there."""

import gettext
import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent.parent / "locale"


def language(environ: Mapping[str, str]) -> str:
    """`sv` or `en`."""
    for name in ("VIS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return "sv" if value.lower().startswith("sv") else "en"
    return "en"


def translations(name: str, domain: str = "vis") -> gettext.NullTranslations:
    """The catalogue of a language; English needs none. The domain `keys` is what the keys of files mean."""
    return gettext.translation(domain, LOCALE, languages=[name], fallback=True)


CHOSEN = language(os.environ)
_chosen = translations(CHOSEN)


@cache
def meanings(name: str = CHOSEN) -> gettext.NullTranslations:
    """What the keys of files mean, in a language; read only by those who ask."""
    return translations(name, "keys")


def _(message: str) -> str:
    """The message in the reader's language; the empty message is empty."""
    return _chosen.gettext(message) if message else ""

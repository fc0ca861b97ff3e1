"""Swedish words whatever their ending, and however å, ä and ö are written."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from snowballstemmer.swedish_stemmer import SwedishStemmer

_WORD = re.compile(r"\w+")
_BARE = {
    code: bare
    for code in range(0xC0, 0x250)
    if len(bare := unicodedata.normalize("NFKD", chr(code))[0]) == 1 and bare.isascii() and bare.islower()
} | {ord("æ"): "a", ord("ø"): "o"}
_DROPS_E = re.compile(r"(?<=[bcdfghjklmnpqrstvxz])e(?=[lnr]$)")
_LACKS_E = re.compile(r"(?<=[bcdfghkmpstvx])(?=[lnr]$)")
_ENDINGS = ("rna", "na", "en", "et", "n", "t")
SHORTEST = 3
"""A shorter stem would be found in every word."""

_FUNCTION = frozenset(
    """alla alltid att av bland de dem den deras det detta dock du där efter eller en enligt ett för från får gäller ha
    han har hon hur här i in inom jag kan kring man med mellan mot måste ni nu när och om oss på samt som ska skall så
    till under upp ut vad var vara varför vars vem vi via vid vilka vilken vilket vår våra är åt över""".split()  # noqa: SIM905 - read as a text
)


def fold(text: str) -> str:
    """The text without capitals and accents, sign for sign as long as it was: å and ä as a, ö as o."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(sign if len(sign.lower()) != 1 else sign.lower() for sign in text)
    if not low.isascii():  # one sign after another is much quicker than all by a table
        low = low.replace("å", "a").replace("ä", "a").replace("ö", "o")
    return low if low.isascii() else low.translate(_BARE)


def words(text: str) -> tuple[str, ...]:
    """Its words in small letters, accents kept, in their order."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", text).lower()))


def telling(text: str) -> tuple[str, ...]:
    """Its words without those that only bind others together (och, för, som); all of them where no other is left."""
    found = words(text)
    return tuple(word for word in found if not binds(word) and len(word) > 1) or found


def binds(word: str) -> bool:
    """Whether a word in small letters only binds others together: it is no form of one that tells something."""
    return word in _FUNCTION


@lru_cache(10_000)
def stem(word: str) -> str:
    """The word without its ending and accents: `överenskommelsens` is `overenskommels`."""
    return fold(_stemmer().stemWord(word))


@lru_cache(1000)
def forms(word: str) -> tuple[str, ...]:
    """The beginnings that forms of a word have, folded: `hjälpmedlen` begins as `hjalpmedl` or as `hjalpmedel`."""
    if any(sign.isdigit() for sign in word):
        return (fold(word),)
    found = [stem(word), *_without_article(fold(word))]
    found += [other for form in found for other in (_DROPS_E.sub("", form), _LACKS_E.sub("e", form))]
    long = dict.fromkeys(form for form in found if len(form) >= SHORTEST)
    # A beginning of another of them says the same, and more.
    return tuple(form for form in long if not any(form != other and form.startswith(other) for other in long)) or (
        fold(word),
    )


def compounding(word: str) -> str:
    """A folded word as it begins a compound, less article and last vowel: `lakaren` is `lakar` in `lakarbesok`."""
    bare = next(_without_article(word.removesuffix("s")), word)
    return bare[:-1] if bare[-1] in "ae" and len(bare) > SHORTEST + 1 else bare


def _without_article(word: str) -> Iterator[str]:
    """`skolan` is a form of `skola`, though too short a word for the stemmer to see that."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > SHORTEST:
            yield word.removesuffix(ending)
            return


@cache
def _stemmer() -> SwedishStemmer:
    return SwedishStemmer()

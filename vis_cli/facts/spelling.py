"""Spelling: when two names are one name written in two ways."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"\w+")
# What sounds the same in Swedish names; applied in this order to folded letters.
_SOUNDS = (
    ("ph", "f"),
    ("th", "t"),
    ("ch", "k"),
    ("ck", "k"),
    ("c", "k"),
    ("q", "k"),
    ("w", "v"),
    ("z", "s"),
    ("y", "i"),
)
_DOUBLED = re.compile(r"(.)\1+")
SHORT, LONG = 10, 15
"""Below SHORT letters, names that differ are different; from LONG on, a letter too many or too few is a slip."""


def words(name: str) -> tuple[str, ...]:
    """Its words, without capitals, accents and punctuation: å and ä as a, ö as o, é as e."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " och "))
    return tuple(_WORD.findall("".join(sign for sign in plain if not unicodedata.combining(sign))))


def keys(name: str) -> frozenset[str]:
    """What a name shares with its other spellings: its letters, in the given and in sorted order of the words."""
    found = words(name)
    return frozenset(("".join(found), "".join(sorted(found)))) - {""}


def sounds(name: str) -> frozenset[str]:
    """What a name shares with its other spellings as it is heard; nothing where it is too short to tell."""
    return frozenset(_heard(key) for key in keys(name) if len(key) >= SHORT)


def _heard(letters: str) -> str:
    for written, said in _SOUNDS:
        letters = letters.replace(written, said)
    return _DOUBLED.sub(r"\1", letters)


def one_slip(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, bool]]:
    """Pairs of ids with names that are one letter apart, and whether a letter was dropped or two changed places.

    `names` gives the names of each id. A letter that was replaced is told apart, since Maria and Marie are two.
    """
    letters = {(id, key) for id, given in names.items() for name in given for key in keys(name) if len(key) >= SHORT}
    shorter: dict[str, set[tuple[str, str]]] = {}
    for id, text in letters:
        for cut in {text, *(text[:i] + text[i + 1 :] for i in range(len(text)))}:
            shorter.setdefault(cut, set()).add((id, text))
    seen = set()
    for near in shorter.values():
        if len(near) < 2 or len(near) > 50:
            continue
        group = sorted(near)
        for index, (one, text) in enumerate(group):
            for other, its in group[index + 1 :]:
                if one != other and (one, other, text, its) not in seen:
                    seen.add((one, other, text, its))
                    if (slip := _slip(text, its)) is not None:
                        yield one, other, slip and min(len(text), len(its)) >= LONG


def _slip(one: str, other: str) -> bool | None:
    """True for a dropped letter or two that changed places, False for a replaced one, None for anything else."""
    if abs(len(one) - len(other)) == 1:
        short, long = sorted((one, other), key=len)
        return True if any(long[:i] + long[i + 1 :] == short for i in range(len(long))) else None
    if len(one) != len(other):
        return None
    apart = [i for i, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
    if len(apart) == 1:
        return False
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == other[apart[1]]
    return True if swapped and one[apart[1]] == other[apart[0]] else None

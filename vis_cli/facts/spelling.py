"""Spelling: when two names are one name written in two ways."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

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
_CROWD = 200  # so many names with half their letters in common tell nothing
SHORT, LONG = 10, 15
"""Below SHORT letters, names that differ are different; from LONG on, a letter too many or too few is a slip."""


def words(name: str) -> tuple[str, ...]:
    """Its words, without capitals, accents and punctuation: å and ä as a, ö as o, é as e."""
    plain = name.casefold().replace("&", " och ")
    if not plain.isascii():
        plain = "".join(sign for sign in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(sign))
    return tuple(_WORD.findall(plain))


def keys(name: str) -> frozenset[str]:
    """What a name shares with its other spellings: its letters, in the given and in sorted order of the words."""
    found = words(name)
    return frozenset(("".join(found), "".join(sorted(found)))) - {""}


def sounds(name: str) -> frozenset[str]:
    """What a name shares with its other spellings as it is heard; nothing where it is too short to tell."""
    return frozenset(heard(key) for key in keys(name) if len(key) >= SHORT)


def heard(letters: str) -> str:
    """Folded letters as they sound: what is written in two ways and said in one is one."""
    for written, said in _SOUNDS:
        letters = letters.replace(written, said)
    return _DOUBLED.sub(r"\1", letters)


def one_slip(names: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, str, bool]]:
    """Pairs of ids with names that are one letter apart, and whether a letter was dropped or two changed places.

    `names` gives the names of each id. A letter that was replaced is told apart, since Maria and Marie are two.
    """
    letters = {(id, key) for id, given in names.items() for name in given for key in keys(name) if len(key) >= SHORT}
    halves: dict[tuple[bool, str], set[tuple[str, str]]] = {}
    for id, text in letters:
        for half in {(len(text) - 1) // 2, (len(text) - 2) // 2}:  # one slip leaves one half of the shorter untouched
            halves.setdefault((True, text[:half]), set()).add((id, text))
            halves.setdefault((False, text[-half:]), set()).add((id, text))
    seen = set()
    for near in halves.values():
        for (one, text), (other, its) in combinations(sorted(near), 2) if len(near) <= _CROWD else ():
            if one == other or abs(len(text) - len(its)) > 1 or (one, other, text, its) in seen:
                continue
            if (slip := _slip(text, its)) is not None:
                seen.add((one, other, text, its))
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

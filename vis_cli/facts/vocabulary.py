"""Words of a closed vocabulary: which of them is meant, in Swedish or English, in full or in brief."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from vis_cli.errors import N_, Failure, Word, Words
from vis_cli.facts.spelling import words

T = TypeVar("T", bound=str)


def one_of(given: str, vocabulary: Mapping[T, Iterable[str]], what: str) -> T:
    """The value that is meant, by itself or by one of the words that are said for it, without capitals and accents.

    `what` is what they are words of, as a template for `N_`. Raises Failure with what is near, or with all of them.
    """
    by_word = {_plain(word): value for value, its in vocabulary.items() for word in its}
    by_word |= {_plain(value): value for value in vocabulary}
    wanted = _plain(given)
    if found := by_word.get(wanted):
        return found
    from rapidfuzz import process

    near = process.extractOne(wanted, list(by_word), score_cutoff=65)
    raise Failure(
        N_("there is no {what} `{given}`"),
        hint=N_("did you mean `{near}`?") if near else N_("there are: {known}"),
        what=Word(what),
        given=given,
        near=Word(by_word[near[0]]) if near else "",
        known=Words(vocabulary),
    )


def _plain(text: str) -> str:
    return " ".join(words(text))

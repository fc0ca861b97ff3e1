"""A text in Markdown as running words: what is read, without its form; what is compared when two texts are."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from vis_cli.facts import markdown
from vis_cli.facts.swedish_dates import MONTHS

if TYPE_CHECKING:
    from markdown_it.token import Token

Figure = Literal["date", "period", "amount", "share", "number"]

Refer = Callable[[str, bool], str]
"""From the id in `[](#id)`, and whether it has words of its own, to how it reads: `punkt 3.2`, nothing."""

END = "\n"
"""The word that ends a paragraph, an item or a row."""

_MONTHS = "|".join(MONTHS)
_NUMBER = r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?(?![0-9])|[0-9]+(?:[.,:][0-9]+)*"
_PERIOD = r"(?:arbets|kalender|bank)?dag(?:ar)?|veck(?:a|or)|månad(?:er)?|kvartal|år|timm(?:e|ar)|minut(?:er)?"
# A figure and its unit are one word: "30 dagar" is replaced by "14 dagar", not "30" by "14".
_WORD = re.compile(
    rf"""
      (?P<address>(?:https?://|mailto:)\S*[^\s.,;:)\]])
    | (?P<date>(?<!\w)[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?!\w)|(?<!\w)[0-9]{{1,2}}\s(?:{_MONTHS})(?:\s[0-9]{{4}})?(?!\w))
    | (?P<period>(?<!\w)(?:{_NUMBER})\s(?:{_PERIOD})(?!\w))
    | (?P<amount>(?<!\w)(?:{_NUMBER})\s(?:(?:tusen|miljon(?:er)?|miljard(?:er)?)\s)?(?:kronor|krona|kr)(?!\w))
    | (?P<share>(?<!\w)(?:{_NUMBER})(?:\s?%|\sprocent(?!\w)))
    | (?P<number>(?<!\w)(?:{_NUMBER})(?!\w))
    | (?P<word>\w+(?:[-:/.’'@]\w+)*)
    | (?P<sign>\S)
    """,
    re.VERBOSE,
)
_FIGURES: tuple[Figure, ...] = ("date", "period", "amount", "share", "number")
_SENTENCE = re.compile(r"(?<![.]\w[.])(?<![.]\w\w[.])(?<=[.!?])\s+(?=[^\W\d_a-zåäö])|\n")
_MARKS = re.compile(r"[*_`\[\]<>#|\\~&!]|^\s*(?:[-+]|[0-9]+[.)])|^\s*[-=]+\s*$|^(?: {4}|\t)| {2}$", re.MULTILINE)
_BREAK = re.compile(r"<br ?/?>")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a sign, a figure with its unit: by `key` it is compared, `shown` is how it is read."""

    key: str
    shown: str
    space: bool = False
    """Whether a space follows."""
    figure: Figure | None = None


def words(text: str, refer: Refer) -> list[Word]:
    """The words of a text in Markdown, every paragraph ended by the word `END`."""
    text = unicodedata.normalize("NFC", text)
    blocks = _blocks(markdown.parse(text)) if _MARKS.search(text) else _paragraphs(text)
    return [word for block in blocks for word in (*_words(block, refer), Word(END, END))]


def plain_words(text: str) -> list[Word]:
    """The words of a text that is no Markdown: a heading, a title."""
    return [*_words([unicodedata.normalize("NFC", text)], _no_references), Word(END, END)]


def shown(words: Sequence[Word]) -> str:
    """The words as they are read."""
    return "".join(word.shown + " " * word.space for word in words)


def sentences(words: Sequence[Word]) -> Iterator[str]:
    """The sentences, as they are compared: references by their ids, all white space the same."""
    text = "".join(word.key + " " * word.space for word in words)
    return (sentence.strip() for sentence in _SENTENCE.split(text) if sentence.strip())


@dataclass(frozen=True, slots=True)
class _Reference:
    id: str
    after_words: bool
    """Whether it stands after words of its own, as `[the costs](#kostnadsansvar)`."""


_Block = Sequence[str | _Reference]


def _words(block: _Block, refer: Refer) -> list[Word]:
    found: list[Word] = []
    for piece in block:
        if isinstance(piece, _Reference):
            if name := refer(piece.id, piece.after_words):
                found.append(Word(f"#{piece.id}", name))
            continue
        if found and piece[:1].isspace():
            found[-1] = _spaced(found[-1])
        for match in _WORD.finditer(piece):
            text = re.sub(r"\s", " ", match[0])
            figure = next((name for name in _FIGURES if match.lastgroup == name), None)
            found.append(Word(text, text, piece[match.end() : match.end() + 1].isspace(), figure))
    if found and found[-1].space:
        found[-1] = Word(found[-1].key, found[-1].shown, False, found[-1].figure)
    return found


def _no_references(id: str, after_words: bool) -> str:
    raise AssertionError(id)  # a plain text has none


def _spaced(word: Word) -> Word:
    return Word(word.key, word.shown, True, word.figure)


def _paragraphs(text: str) -> Iterator[_Block]:
    for paragraph in re.split(r"\n\s*\n", text):
        if line := " ".join(paragraph.split()):
            yield [line]


def _blocks(tokens: "Sequence[Token]") -> Iterator[_Block]:
    """Paragraph by paragraph, item by item, row by row; the signs of a list stand before its items."""
    lists: list[int | None] = []
    lead, row = "", None
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append(int(token.attrs.get("start", 1)) if token.type[0] == "o" else None)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            number = lists[-1]
            lead = "• " if number is None else f"{number}. "
            lists[-1] = None if number is None else number + 1
        elif token.type == "tr_open":
            row = list[str | _Reference]()
        elif token.type == "tr_close" and row is not None:
            yield row
            row = None
        elif token.type == "inline":
            pieces = [*([lead] if lead else []), *_inline(token.children or ())]
            lead = ""
            if row is not None:
                row += [*([" | "] if row else []), *pieces]
            else:
                yield from _lines(pieces)
        elif token.type in ("fence", "code_block", "html_block"):
            yield from ([line] for line in token.content.split("\n") if line.strip())


def _lines(pieces: Sequence[str | _Reference]) -> Iterator[_Block]:
    line: list[str | _Reference] = []
    for piece in pieces:
        if piece == END:
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def _inline(children: "Sequence[Token]") -> list[str | _Reference]:
    found: list[str | _Reference] = []
    url, own = "", ""  # of the link at hand: where it leads, and its own words
    for child in children:
        if child.type == "link_open":
            url, own = str(child.attrs["href"]), ""
        elif child.type == "link_close":
            _link(found, url, own.strip())
        elif child.type == "softbreak":
            _add(found, " ")
        elif child.type == "hardbreak" or (child.type == "html_inline" and _BREAK.fullmatch(child.content)):
            found.append(END)
        else:
            _add(found, child.content)
            own += child.content
    return found


def _link(found: list[str | _Reference], url: str, own: str) -> None:
    """What a link leads to is a part of what is said."""
    if url.startswith("#"):
        if own:
            _add(found, " ")
        found.append(_Reference(url[1:], bool(own)))
    elif own not in (url, url.removeprefix("mailto:")):
        _add(found, f" ({url})")


def _add(found: list[str | _Reference], text: str) -> None:
    """Add text to what stands last; a word whose half is bold is one word."""
    if found and isinstance(found[-1], str) and found[-1] != END:
        found[-1] += text
    elif text:
        found.append(text)

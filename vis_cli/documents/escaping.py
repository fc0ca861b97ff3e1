"""Plain text as Markdown: every character comes out as itself, wherever in a document the text is put."""

import re

from markupsafe import Markup

_SPACE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")

# Each alternative is a sign that Markdown could take for its own; most only in some positions, so that
# the generated text stays pleasant to read.
_SIGNS = re.compile(
    r"""
      [`*\[\]<|~$]                      # anywhere
    | (?<![^\W_])_ | _(?![^\W_])        # an underscore that is not inside a word
    | &(?=\#|\w*;|\w*$)                 # what could begin an entity
    | (?<!\S)\#                         # a heading, or the closing signs of one
    | ^>                                # a quotation
    | ^[-+](?=[\s-]|$)                  # a list, a rule
    | ^=(?==*\s?$)                      # the underline of a heading
    | !$                                # an image, where a link follows
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


class MarkdownText(Markup):
    """Text that is Markdown already and is not escaped; made by `markdown.field` from a checked text."""

    __slots__ = ()


def plain(text: str) -> str:
    """`text` on one line: any run of white space that breaks or indents lines is one space."""
    return _SPACE.sub(" ", text).replace("\0", "\N{REPLACEMENT CHARACTER}")


def escape(text: str) -> str:
    """Markdown that reads as `text` and nothing else: in a paragraph, a heading, a list, a table cell."""
    line = plain(text)
    lead = line[: len(line) - len(line.lstrip())]
    body = line[len(lead) :].replace("\\", "\0")
    body = _NUMBERED.sub(r"\1\\\2", _SIGNS.sub(r"\\\g<0>", body))
    return lead + body.replace("\0", "&#92;")

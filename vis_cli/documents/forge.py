"""Text on a forge's page: words that stay words, where a forge would make links, mentions and signs of its own."""

import re

from vis_cli.diagnostics.wording import visible
from vis_cli.documents.escaping import escape

_LINKED = re.compile(
    r"""
      (?<=@)(?=\w)                                  # a mention, an address
    | (?<=[\#!%&$~])(?=\w)                          # an issue, a merge request, a milestone, a label
    | (?<=<)(?=!)                                   # a comment that is not seen, by which others are told apart
    | (?<=:)(?=//) | (?<=(?i:www))(?=\.)            # an address of the web
    | (?<=(?i:gh-))(?=\d)                           # an issue
    | (?<=:)(?=[a-z0-9_+-]+:)                       # a sign by its name
    | (?<=(?i:mailto))(?=:) | (?<=(?i:xmpp))(?=:)   # what an address begins with
    | (?<![0-9a-z])[0-9a-f](?=[0-9a-f]{6,63}(?![0-9a-z]))  # a commit
    """,
    re.VERBOSE,
)
_JOINER = "\N{WORD JOINER}"


def inert(text: str) -> str:
    """Markdown that reads as the text and does nothing: no sign of Markdown, no link, no mention that notifies.

    What cannot be seen is written out, personal data and secrets are masked.
    """
    return escape(_LINKED.sub(lambda found: f"{found[0]}{_JOINER}", visible(text)))

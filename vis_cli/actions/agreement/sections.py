"""The sections of an agreement that is still to be written: in the standard structure, each with what belongs there."""

import textwrap
from collections.abc import Sequence

from vis_cli.model.structure import StandardSection
from vis_cli.source.emit import WIDTH, entry

_HOW = """\
Skriv under varje rubrik: löpande text under `text: |`, numrerade punkter under `clauses:` (var och en med `id:` och
`text:`). Hänvisa med [](#id); numren sätts vid utskrift. Ett avsnitts och en punkts id ändras aldrig."""


def to_be_written(standard: Sequence[StandardSection]) -> list[str]:
    """The lines of `sections:` in a file: a comment on how to write, and each section with its prompt below it."""
    lines = ["sections:", *_comment(_HOW, 2)] if standard else []
    for section in standard:
        lines += entry("-", {"id": section.id, "heading": section.heading}, 2)
        lines += _comment(section.prompt, 4)
    return lines


def _comment(text: str, column: int) -> list[str]:
    pad = " " * column + "# "
    found = textwrap.wrap(text, WIDTH - len(pad), break_long_words=False, break_on_hyphens=False)
    return [pad + line for line in found]

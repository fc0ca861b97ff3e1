"""Markdown fields of a document: checked, and with their headings moved below the heading they stand under."""

from vis_cli.documents.escaping import MarkdownText
from vis_cli.documents.faults import DocumentFault
from vis_cli.facts.markdown import faults, parse


def field(text: str, *, shift: int = 0) -> MarkdownText:
    """A checked text for a template, its headings moved down by `shift` levels. Raises DocumentFault."""
    if found := faults(text, shift=shift):
        raise DocumentFault(found)
    return MarkdownText(shift_headings(text.strip("\n"), shift))


def lenient(text: str, *, shift: int = 0) -> MarkdownText | str:
    """The same for a report that is made whatever is wrong: a text that cannot be Markdown is printed as it is."""
    return text if faults(text, shift=shift) else field(text, shift=shift)


def shift_headings(text: str, by: int) -> str:
    """`text` with every heading `by` levels further down; all else stays as it is written."""
    lines = text.split("\n")
    for token in parse(text) if by and "#" in text else ():
        if token.type == "heading_open" and token.map and token.markup.startswith("#"):
            at = token.map[0]
            lines[at] = lines[at].replace("#", "#" * (by + 1), 1)
    return "\n".join(lines)

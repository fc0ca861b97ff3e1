"""The lines around a fault, with a caret below it."""

from collections.abc import Callable

from vis_cli.diagnostics.contact_data import without_contact_data
from vis_cli.diagnostics.hidden import hide
from vis_cli.diagnostics.wording import visible
from vis_cli.places import Span

Lines = Callable[[str, str], list[str]]
"""The lines of the file at a path, in a revision or (empty) as it is; none where it cannot be read."""

_WIDTH = 100


def excerpt(span: Span, lines: Lines) -> list[str]:
    """The line above, the line itself and the carets; nothing where the file has no such line."""
    text = lines(span.path, span.revision)
    if not 1 <= span.line <= len(text) or (span.line == 1 and not any(text)):
        return []
    line = without_contact_data(hide(text[span.line - 1]))  # before it is cut, for half a number is still told
    shift = max(0, span.column - _WIDTH + 20) if len(line) > _WIDTH else 0
    before = visible(line[shift : span.column - 1])
    marked = visible(line[span.column - 1 : span.column - 1 + max(span.end - span.start, 1)]) or " "
    room = max(_WIDTH - len(before), 1)
    shown = [(span.line, visible(line[shift : shift + _WIDTH]))]
    if span.line > 1 and text[span.line - 2].strip() and not shift:
        shown.insert(0, (span.line - 1, visible(without_contact_data(hide(text[span.line - 2]))[:_WIDTH])))
    width = len(str(span.line))
    return [
        *(f"   {number:>{width}} │ {content}".rstrip() for number, content in shown),
        f"   {'':>{width}} │ {' ' * len(before)}{'^' * min(len(marked), room)}",
    ]

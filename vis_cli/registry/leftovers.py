"""What a template left behind: `TBD`, `xxx`, `a|b|c` where a value should be."""

import re
from collections.abc import Iterator

from vis_cli.diagnostics import Diagnostic, diagnostic
from vis_cli.errors import N_
from vis_cli.places import span_at
from vis_cli.source.file import YamlFile

# Plain words are quick to look for in every file; the pattern only meets the values of the few that have one.
_HINTS = (b"tbd", b"todo", b"fixme", b"xxx", b"???", b"<")
_CHOICE = re.compile(r"\|\w")
_LEFTOVER = re.compile(r"(?:TBD|TODO|FIXME|X{3,})\b.*|[^\s|]+(?:\|[^\s|]+)+|\?{3,}|<[a-zåäö _-]+>", re.IGNORECASE)


def leftovers(file: YamlFile) -> Iterator[Diagnostic]:
    """A fault for every value that is only what a template put there."""
    text = file.text
    low = text.encode().lower()  # of the letters only a-z: it is quicker, and the hints have no others
    if not (any(hint in low for hint in _HINTS) or ("|" in text and _CHOICE.search(text))):
        return
    for node in file.root.scalars():
        if _LEFTOVER.fullmatch(node.value):
            yield diagnostic(
                "VIS051",
                span_at(file.path, text, node.start, min(node.end, node.start + 60)),
                N_("`{value}` is left over from a template"),
                help=N_("write what is so; what is not known is left out"),
                value=node.value[:60],
            )

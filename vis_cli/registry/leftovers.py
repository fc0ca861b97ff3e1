"""What a template left behind: `TBD`, `xxx`, `a|b|c` where a value should be."""

import re
from collections.abc import Iterator

from vis_cli.diagnostics import Diagnostic, diagnostic
from vis_cli.errors import N_
from vis_cli.places import span_at
from vis_cli.source.file import YamlFile

# The first is run over every file, the second only over the values of the few files that it finds.
_HINT = re.compile(r"\b(?:TBD|tbd|TODO|todo|FIXME|XXX|xxx)|\w\|\w|\?\?\?|<[a-zåäö]")
_LEFTOVER = re.compile(r"(?:TBD|TODO|FIXME|X{3,})\b.*|[^\s|]+(?:\|[^\s|]+)+|\?{3,}|<[a-zåäö _-]+>", re.IGNORECASE)


def leftovers(file: YamlFile) -> Iterator[Diagnostic]:
    """A fault for every value that is only what a template put there."""
    if not _HINT.search(file.text):
        return
    for node in file.root.scalars():
        if _LEFTOVER.fullmatch(node.value):
            yield diagnostic(
                "VIS051",
                span_at(file.path, file.text, node.start, min(node.end, node.start + 60)),
                N_("`{value}` is left over from a template"),
                help=N_("write what is so; what is not known is left out"),
                value=node.value[:60],
            )

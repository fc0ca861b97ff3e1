"""The templates that a change brings: whether they are templates at all. They are read apart, and never filled in."""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from vis_cli.cli.render import TEMPLATES
from vis_cli.cli.where import Where

if TYPE_CHECKING:
    from vis_cli.diagnostics import Diagnostic
    from vis_cli.source.tree import Tree

_ENDING = ".j2"


def unreadable(where: Where, touched: Iterable[str]) -> "tuple[Diagnostic, ...]":
    """VIS401 of each template among the files that a change touches, where it cannot be read."""
    wanted = {path for path in touched if path.startswith(f"{TEMPLATES}/") and path.endswith(_ENDING)}
    if not wanted:
        return ()
    from vis_cli.documents.apart import unreadable
    from vis_cli.documents.faults import as_diagnostic
    from vis_cli.documents.style import templates

    own = dict(_own(where.tree()))
    names = sorted(name for name in own if f"{TEMPLATES}/{name}" in wanted)
    found = unreadable(names, templates(own)) if names else ()
    return tuple(as_diagnostic(fault, f"{TEMPLATES}/{fault.name}") for fault in found)


def _own(tree: "Tree") -> Iterator[tuple[str, bytes]]:
    """The register's own templates; what cannot be opened, or is larger than a file may be, is told elsewhere."""
    from vis_cli.source.tree import MAX_BYTES

    for entry in tree.entries(TEMPLATES):
        if entry.form == "file" and entry.path.endswith(_ENDING):
            with suppress(OSError):
                if len(data := tree.read(entry.path)) <= MAX_BYTES:
                    yield entry.path.removeprefix(f"{TEMPLATES}/"), data

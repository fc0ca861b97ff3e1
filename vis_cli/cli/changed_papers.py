"""The PDFs that a change brings: what is written in them, read apart. Of all that are there already none is read."""

import time
from typing import TYPE_CHECKING

from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vis_cli.diagnostics import Diagnostic

_MOST, _SECONDS = 50, 60
"""So many are read for one change, half a second each, and for so long: a stranger's can be made to be slow."""


def personal(where: Where, commit: str, attachments: "Iterable[str]") -> "tuple[Diagnostic, ...]":
    """VIS802 and VIS803 of the PDFs that are not as in a commit. Says which of them could not be looked through."""
    from vis_cli.documents.pdf_personal import ENDING

    papers = sorted(path for path in attachments if path.lower().endswith(ENDING))
    if not papers:
        return ()
    from vis_cli.history.protected import papers_changed

    git = where.repository()
    found: list[Diagnostic] = []
    unread: list[str] = []
    until = time.monotonic() + _SECONDS
    for index, path in enumerate(papers_changed(git, commit, git.below(where.root), papers)):
        told = _of(where, path) if index < _MOST and time.monotonic() < until else None
        found += told or ()
        if told is None:
            unread.append(path)
    if unread:
        text = N_("these PDFs could not be looked through for personal identity numbers: {paths}")
        warn(text, paths=", ".join(unread))
    return tuple(found)


def _of(where: Where, path: str) -> "tuple[Diagnostic, ...] | None":
    from vis_cli.documents.pdf_personal import personal
    from vis_cli.history import files

    try:
        data = files.read(where.root, path)
    except Failure:
        return None
    return personal(path, data) if data is not None else ()

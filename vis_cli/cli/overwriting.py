"""Whether a file may be written over: one that vis itself made may, and any other only with `--force`."""

import json
from pathlib import Path
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure, reason_of

Force = Annotated[bool, typer.Option("--force", help=_(N_("Write over a file that vis did not make.")))]


def guard(path: Path, force: bool) -> None:
    """Raise Failure before anything is lost: over a file with something in it that vis did not make."""
    if force or not path.is_file():
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        message = N_("`{path}` cannot be read: {reason}")
        raise Failure(message, path=str(path), reason=reason_of(error), exit_code=5) from None
    if data and not _ours(data):
        raise Failure(
            N_("`{path}` was not made by vis, and is not written over"),
            hint=N_("choose another name, or add --force"),
            path=str(path),
        )


def _ours(data: bytes) -> bool:
    """A document by its mark or its last line, an answer in JSON by its first key."""
    from vis_cli.documents.finished import made_by_vis

    if not data.startswith(b"{"):
        return made_by_vis(data)
    try:
        found = json.loads(data)
    except ValueError:
        return False
    return isinstance(found, dict) and next(iter(found), "") == "schema_version"

"""A folder for one document, which goes away with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from vis_cli.errors import N_, Failure, reason_of


@contextmanager
def folder_of_its_own() -> Iterator[Path]:
    """An empty folder among the system's temporary files. Raises Failure (exit 5) where none can be made."""
    try:
        made = TemporaryDirectory(prefix="vis-")
    except OSError as error:
        raise Failure(
            N_("no temporary folder can be made: {reason}"),
            hint=N_("see that the disk has room; the variable TMPDIR can name another folder"),
            exit_code=5,
            reason=reason_of(error),
        ) from None
    with made as name:
        yield Path(name)

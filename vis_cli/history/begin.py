"""A new repository around a new register."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from vis_cli.errors import Failure
from vis_cli.history.git import closed, find, program


@contextlib.contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Where to make a folder that is then there whole, or not at all; one that is there already is itself.

    Raises OSError.
    """
    if folder.exists():
        yield folder
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f".{folder.name}.vis-tmp")
    shutil.rmtree(aside, ignore_errors=True)  # what a killed one left
    aside.mkdir()
    try:
        yield aside
        aside.rename(folder)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def begin_repository(folder: Path, environ: Mapping[str, str]) -> bool:
    """Put `folder` under Git, with the branch `main`; False where git is missing or will not.

    A folder inside a repository is left in that one.
    """
    try:
        if find(folder.resolve(), environ):
            return True
        done = subprocess.run(
            [program(environ), "init", "-q", "--template=", "-b", "main", str(folder)],
            env=closed(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=60,
        )
    except (Failure, OSError):
        return False
    return done.returncode == 0

"""A new repository around a new register."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from vis_cli.errors import Failure
from vis_cli.history.git import closed, find, program


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

"""Writers as people write them first: what the torture must find fault with, or it finds nothing."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.faults.torture.runs import WRITES


def _install() -> None:
    """Take the place of the only writer, in this process."""
    from vis_cli.actions import apply as actions

    actions.apply = _apply  # type: ignore[assignment]


def _apply(
    root: Path,
    changes: Mapping[str, bytes | None],
    *,
    message: str = "",
    commit: bool = False,
    **options: Any,
) -> Any:
    """Write one file after the other, then `git add` and `git commit`."""
    from vis_cli.actions.apply import Applied

    sys.audit(WRITES)
    for path, data in changes.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            for line in (data or b"").splitlines(keepends=True):
                stream.write(line)
                stream.flush()
    if commit:
        for arguments in (["add"], ["commit", "-qm", message]):
            subprocess.run(["git", *arguments, "--", *changes], cwd=root, check=True)
    return Applied(tuple(changes))


WRITERS: Mapping[str, Callable[[], None] | None] = {"vis": None, "naive": _install}
"""By name, what makes a process write so."""

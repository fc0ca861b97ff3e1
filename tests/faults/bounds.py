"""The program under limits that the system holds: time, memory; and whether it changed anything."""

import hashlib
import os
import resource
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.program import VIS_YAML, Done, vis

MIB = 2**20
GROUP = """\
name: Exempelgruppen
type: steering
level: regional
status: active
"""
MEETING = """\
id: exempelgruppen-2031-02-20
group: exempelgruppen
status: held
date: 2031-02-20
items:
  - id: information
    heading: Exempel
    type: information
"""
AGENDA = ("meeting", "agenda", "exempelgruppen-2031-02-20")


def small(**more: str) -> dict[str, str | bytes]:
    """A register of a group and its meeting; further keys of the group as YAML."""
    keys = "".join(f"{key}: {value}\n" for key, value in more.items())
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/groups/exempelgruppen.yaml": f"id: exempelgruppen\n{GROUP}{keys}",
        "registry/meetings/exempelgruppen/2031-02-20.yaml": MEETING,
    }


def bounded(
    *arguments: str | bytes | Path,
    cwd: Path,
    seconds: float = 5,
    memory: int = 512 * MIB,
    env: Mapping[str, str] | None = None,
) -> Done:
    """Run `vis`: it must end in time, without more memory than it may have, and leave every file as it was."""
    before, begun = everything(cwd), _spent()
    done = vis(*arguments, cwd=cwd, env=env, timeout=60, prepare=lambda: _limit(memory))
    taken = _spent() - begun
    assert taken < seconds, f"{taken:.1f} s"
    assert done.code in (0, 1, 2, 3, 4, 5), done.err
    assert everything(cwd) == before
    return done


def _spent() -> float:
    """The seconds that processes of ours have reckoned: how busy the machine is must not matter."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _limit(memory: int) -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * MIB, 64 * MIB))


def everything(root: Path) -> dict[str, str]:
    """Every name below a folder with what is there: `.git` with its refs, its index and its configuration too."""
    found = {}
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files):
            path = os.path.join(folder, name)  # noqa: PTH118 - a name may be any bytes
            if os.path.islink(path):  # noqa: PTH114
                found[path] = os.readlink(path)  # noqa: PTH115
            elif path.endswith("/.git/index"):  # a question does not even refresh what it knows of the files
                found[path] = f"{os.stat(path).st_mtime_ns} {hashlib.sha256(Path(path).read_bytes()).hexdigest()}"  # noqa: PTH116
            elif os.path.isfile(path) and os.path.getsize(path) < MIB:  # noqa: PTH113, PTH202
                found[path] = hashlib.sha256(Path(path).read_bytes()).hexdigest()
            else:
                found[path] = ""
    return found

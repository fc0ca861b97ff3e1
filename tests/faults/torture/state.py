"""What lies in a register at a moment: files, commit, index, and what a writer left behind."""

import hashlib
import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

_TEMPORARY = ".vis-tmp"


@dataclass(frozen=True, slots=True)
class State:
    """All that can be compared. `head` is the id of the commit's tree, for a whole commit is the same or is not."""

    files: dict[str, bytes]
    tree: str
    commits: int
    index: dict[str, str]
    temporary: tuple[str, ...]
    own: tuple[str, ...]
    """What vis keeps in `.git/vis`."""
    locks: tuple[str, ...]
    """Locks of git, but for that which vis knows again as its own: the next one gives it free."""
    last: str | None = None
    """What `vis undo` would take back, without the ids of commits; None where nobody has looked."""


def git(root: Path, *arguments: str, accept: tuple[int, ...] = (0,)) -> str:
    """What a git that takes no lock says."""
    environ = {
        "PATH": os.environ["PATH"],
        "HOME": str(root.parent),
        "GIT_OPTIONAL_LOCKS": "0",
        "LC_ALL": "C.UTF-8",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    done = subprocess.run(["git", *arguments], cwd=root, env=environ, capture_output=True, check=False)
    if done.returncode not in accept:
        raise AssertionError(f"git {' '.join(arguments)}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode("utf-8", "surrogateescape")


def look(root: Path) -> State:
    """What lies there now."""
    files, temporary = {}, []
    for folder, folders, names in os.walk(root):
        if ".git" in folders:
            folders.remove(".git")
        for name in names:
            path = Path(folder, name)
            inside = path.relative_to(root).as_posix()
            if name.endswith(_TEMPORARY):
                temporary.append(inside)
            else:
                files[inside] = path.read_bytes()
    head = git(root, "log", "-1", "--format=%T", "HEAD").strip()
    index = {}
    for entry in git(root, "ls-files", "-s", "-z").split("\0")[:-1]:
        node, _, path = entry.partition("\t")
        index[path] = node
    own = root / ".git/vis"
    return State(
        files,
        head,
        int(git(root, "rev-list", "--count", "HEAD")),
        index,
        tuple(sorted(temporary)),
        tuple(sorted(path.relative_to(own).as_posix() for path in own.rglob("*") if path.is_file())),
        tuple(
            sorted(
                str(path.relative_to(root))
                for path in (root / ".git").rglob("*.lock")
                if own not in path.parents and not _ours(path, own / "index-held")
            )
        ),
        _last(own / "last.json"),
    )


def _last(note: Path) -> str:
    try:
        found = json.loads(note.read_bytes())
    except FileNotFoundError:
        return "nothing"
    message = found["message"].partition("\n")[0]  # below it an undo names the commit
    return json.dumps([message, found["undo"], found["files"]])


def _ours(lock: Path, note: Path) -> bool:
    try:
        return lock.name == "index.lock" and note.stat().st_size > 0 and lock.read_bytes() == note.read_bytes()
    except FileNotFoundError:
        return False


def sound(root: Path) -> str:
    """What `git fsck --strict` finds wrong, nothing where all is well."""
    return git(root, "fsck", "--strict", "--no-dangling", "--no-progress", accept=(0, 1, 2, 3, 4, 5, 6, 7, 8))


def key(state: State) -> str:
    """Two states of the same key are the same to whoever works in the register."""
    parts = [*(f"{path}\0{hashlib.sha256(data).hexdigest()}" for path, data in sorted(state.files.items()))]
    parts += [state.tree, str(state.commits), str(state.last)]
    parts += [f"{path}\0{node}" for path, node in sorted(state.index.items())]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

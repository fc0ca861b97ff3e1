"""Where the history of a repository still holds something: files, messages, names of people, refs. It is only read.

Every object that the repository has is looked at, what no branch leads to as well; then git tells which commits
brought them in. So are git's own files, which no clone takes along. Nothing of what is looked for is given to git.
"""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from vis_cli.errors import N_, Failure
from vis_cli.history import writing
from vis_cli.history.git import OID, Git
from vis_cli.history.git_locks import common_folder
from vis_cli.history.refusals import broken_answer
from vis_cli.history.revision import shallow_clone
from vis_cli.history.tree import read_objects

LARGEST = 16 * 1024 * 1024
"""A bigger file is not searched, but told of."""
_AT_ONCE = 64 * 1024 * 1024
_COMMITS = 200
"""How many commits git is asked about at once."""
_SEARCHED = ("blob", "commit", "tag")
"""Of a tree git tells the names that are in it."""

Finds = Callable[[str], bool]


@dataclass(slots=True)
class Traces:
    """What still holds it; commits are full ids, the oldest first."""

    brought: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Commits in which it came into files, and which files."""
    removed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Commits in which it left files, and which files."""
    said: tuple[str, ...] = ()
    """Commits whose message, author or committer holds it."""
    now: tuple[str, ...] = ()
    """Files of the last commit that hold it."""
    refs: tuple[str, ...] = ()
    """Branches, tags and other refs that lead to any of these commits, or hold it in their name or message."""
    rewritten: int = 0
    """How many commits would get another id if it were taken out."""
    commits: int = 0
    """How many there are."""
    loose: int = 0
    """Objects with it that no ref leads to: left in this clone until git throws them away."""
    unread: int = 0
    """Files that are too large, or no text: nobody has looked in them."""
    own: tuple[str, ...] = ()
    """Git's and vis's own files that hold it, such as logs and the last message: in this clone only."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that ever held it, or holds it in its name."""
        return tuple(sorted({path for paths in (*self.brought.values(), *self.removed.values()) for path in paths}))

    @property
    def found(self) -> bool:
        """Whether anything holds it."""
        return bool(self.brought or self.removed or self.said or self.refs or self.loose)


def traces(git: Git, finds: Finds) -> Traces:
    """Where the history holds what `finds` answers yes to. Raises Failure in a shallow or partial clone."""
    if git.shallow:
        raise shallow_clone(N_("this clone is shallow: its history is not whole"))
    if git.run("config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$", accept=(0, 1)):
        raise Failure(N_("this clone is partial: its history is not whole"), hint=N_("clone it whole"), exit_code=3)
    found = Traces()
    blobs, commits, tags = _objects(git, finds, found)
    order, parents = _graph(git)
    found.commits = len(order)
    led = _changes(git, finds, blobs, order, found)
    found.said = tuple(oid for oid in order if oid in commits)
    found.rewritten = len(_after({*found.brought, *found.removed, *found.said}, order, parents))
    found.loose = len(blobs - led) + len(commits - set(order))
    found.refs = _refs(git, finds, tags, [*found.brought, *found.said])
    found.own = tuple(sorted(_own_files(git, finds, found)))
    if order:
        entries = git.items("ls-tree", "-r", "-z", "--full-tree", "HEAD") if _has_head(git) else []
        found.now = tuple(sorted(_held(entries, blobs, finds)))
    return found


def _has_head(git: Git) -> bool:
    return git.maybe_oid("rev-parse", "-q", "--verify", "HEAD^{commit}") is not None


def _held(entries: Iterable[str], blobs: set[str], finds: Finds) -> Iterator[str]:
    for entry in entries:
        about, _, path = entry.partition("\t")
        if about.split()[-1] in blobs or finds(path):
            yield path


def _objects(git: Git, finds: Finds, found: Traces) -> tuple[set[str], set[str], set[str]]:
    """The blobs, commits and annotated tags that hold it."""
    hits: dict[str, set[str]] = {kind: set() for kind in _SEARCHED}
    for batch in _batches(git, found):
        for oid, kind, data in read_objects(git, batch):
            if b"\0" in data[:8000]:
                found.unread += 1
            elif finds(_text(data)):
                hits[kind].add(oid)
    return hits["blob"], hits["commit"], hits["tag"]


def _batches(git: Git, found: Traces) -> Iterator[list[str]]:
    """The ids of all that is searched, as many at once as memory takes; what is too large is counted."""
    batch: list[str] = []
    size = 0
    for line in git.run("cat-file", "--batch-all-objects", "--batch-check", "--unordered").decode("ascii").splitlines():
        oid, kind, length = line.split()
        if kind in _SEARCHED and int(length) > LARGEST:
            found.unread += 1
        elif kind in _SEARCHED:
            batch.append(oid)
            size += int(length)
        if size > _AT_ONCE:
            yield batch
            batch, size = [], 0
    yield batch


def _text(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _own_files(git: Git, finds: Finds, found: Traces) -> Iterator[str]:
    """The texts in `.git` beside objects and refs, which are told of by themselves; what vis keeps is decoded."""
    common = common_folder(git)
    for above, folders, names in os.walk(common):
        logs = common / "logs" in (Path(above), *Path(above).parents)  # where a branch may be called anything
        folders[:] = [name for name in folders if logs or (name != "objects" and Path(above, name) != common / "refs")]
        for path in (Path(above, name) for name in names if name != "packed-refs"):
            if path.is_symlink() or not path.is_file():
                continue
            data = _bytes(path)
            if data is None:
                found.unread += 1
                continue
            note = writing.parsed(data)
            kept = [item.old for item in note.files if item.old] if note else []
            if any(b"\0" not in each[:8000] and finds(_text(each)) for each in (data, *kept)):
                yield f".git/{path.relative_to(common).as_posix()}"


def _bytes(path: Path) -> bytes | None:
    """None of a file that is too large, or that cannot be read."""
    with contextlib.suppress(OSError):
        if path.stat().st_size <= LARGEST:
            return path.read_bytes()
    return None


def _graph(git: Git) -> tuple[list[str], dict[str, list[str]]]:
    """Every commit that a ref leads to, parents before children; and the parents of each."""
    lines = git.run("rev-list", "--all", "--topo-order", "--reverse", "--parents").decode("ascii").splitlines()
    parents = {line.split()[0]: line.split()[1:] for line in lines}
    if not all(map(OID.fullmatch, parents)):
        raise broken_answer("rev-list")
    return list(parents), parents


def _after(first: set[str], order: Iterable[str], parents: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    for oid in order:
        if oid in first or not found.isdisjoint(parents[oid]):
            found.add(oid)
    return found


def _changes(git: Git, finds: Finds, blobs: set[str], order: list[str], found: Traces) -> set[str]:
    """Fill in which commits brought it into files and took it out; the blobs that some commit has."""
    items = iter(
        git.items(
            *("diff-tree", "--stdin", "-r", "-c", "--root", "--raw", "-z", "--no-renames", "--no-abbrev"),
            *("--no-ext-diff", "--no-textconv"),
            stdin="".join(f"{oid}\n" for oid in order).encode(),
        )
    )
    led: set[str] = set()
    commit = ""
    brought: dict[str, list[str]] = {}
    removed: dict[str, list[str]] = {}
    for item in items:
        if not item.startswith(":"):
            commit = item.strip()
            if not OID.fullmatch(commit):
                raise broken_answer("diff-tree")
            continue
        many = len(item) - len(item.lstrip(":"))
        ids = item.split()[many + 1 : 2 * many + 2]
        path = next(items, "")
        led.update(ids)
        named = finds(path)
        before = [oid in blobs or (named and set(oid) != {"0"}) for oid in ids[:-1]]
        after = ids[-1] in blobs or (named and set(ids[-1]) != {"0"})
        if after and not all(before):
            brought.setdefault(commit, []).append(path)
        elif any(before) and not after:
            removed.setdefault(commit, []).append(path)
    found.brought = {oid: tuple(paths) for oid, paths in brought.items()}
    found.removed = {oid: tuple(paths) for oid, paths in removed.items()}
    return led


def _refs(git: Git, finds: Finds, tags: set[str], commits: list[str]) -> tuple[str, ...]:
    every = git.run("for-each-ref", "--format=%(objectname) %(refname)").decode("utf-8", "surrogateescape")
    pairs = [line.split(" ", 1) for line in every.split("\n")[:-1]]
    found = {name for oid, name in pairs if oid in tags or finds(name)}
    for start in range(0, len(commits), _COMMITS):
        some = (f"--contains={oid}" for oid in commits[start : start + _COMMITS])
        found.update(
            git.run("for-each-ref", "--format=%(refname)", *some).decode("utf-8", "surrogateescape").split("\n")[:-1]
        )
    return tuple(sorted(found))

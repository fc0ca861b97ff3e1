"""The tree of a commit: its files as a `Tree`, listed by one git and read by one more."""

import errno
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from vis_cli.errors import N_, Failure
from vis_cli.history.git import OID, Git
from vis_cli.history.refusals import broken_answer
from vis_cli.source.tree import MAX_BYTES, MOST_BYTES, Entry, Form, PartTree, Tree, too_large

_FORMS: dict[str, Form] = {"100644": "file", "100755": "file", "100664": "file", "120000": "link"}


@dataclass(frozen=True, slots=True)
class Node:
    """A name in a commit: what git calls its mode, the id of its blob, and how long that is."""

    mode: str
    oid: str
    size: int = 0

    @property
    def form(self) -> Form:
        """A link is never followed; a submodule is not a file of this repository."""
        return _FORMS.get(self.mode, "other")


def oid_of(node: Node | None) -> str | None:
    """The id of what is at a path; None where nothing is, as `Git.holds` takes it."""
    return node.oid if node else None


def list_tree(git: Git, commit: str, *under: str) -> dict[str, Node]:
    """Everything but folders in the commit (a full id), or in it below the given files and folders."""
    found = {}
    for item in git.items("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *under):
        about, tab, path = item.partition("\t")
        words = about.split()
        if len(words) != 4 or not tab or not OID.fullmatch(words[2]):
            raise broken_answer("ls-tree")
        found[path] = Node(words[0], words[2], int(words[3]) if words[3].isdigit() else 0)
    # Git's answer to a broken pipe is nothing, and success: only the empty tree has nothing in it.
    if not found and not under and git.oid("rev-parse", f"{commit}^{{tree}}") != _empty_tree(git):
        raise broken_answer("ls-tree")
    return found


def _empty_tree(git: Git) -> str:
    return git.oid("hash-object", "-t", "tree", "--stdin")


def read_blobs(git: Git, oids: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs by their full ids. Raises Failure where one is missing."""
    found = {}
    for oid, kind, data in read_objects(git, list(dict.fromkeys(oids))):
        if kind != "blob":
            raise broken_answer("cat-file")
        found[oid] = data
    return found


def read_objects(git: Git, wanted: Sequence[str]) -> Iterator[tuple[str, str, bytes]]:
    """Each object's full id, what it is (`blob`, `commit`), and its bytes. Raises Failure where one is missing."""
    if not wanted:
        return
    answer = git.run("cat-file", "--batch", "--buffer", stdin="".join(f"{oid}\n" for oid in wanted).encode())
    position = 0
    for oid in wanted:
        end = answer.find(b"\n", position)
        words = answer[position:end].split() if end >= 0 else []
        if words[1:] == [b"missing"]:
            raise Failure(
                N_("the object {oid} is missing from the repository"),
                hint=N_("a partial clone cannot be read: clone it whole; otherwise run `git fsck`"),
                exit_code=3,
                oid=oid,
            )
        if len(words) != 3 or words[0].decode() != oid:
            raise broken_answer("cat-file")
        start, position = end + 1, end + 2 + int(words[2])
        if answer[position - 1 : position] != b"\n":
            raise broken_answer("cat-file")
        yield oid, words[1].decode(), answer[start : position - 1]


def part(tree: Tree, wanted: Callable[[str], bool]) -> Tree:
    """The files of a tree whose path `wanted` answers yes to."""
    return tree.part(wanted) if isinstance(tree, GitTree) else PartTree(tree, wanted)


class GitTree:
    """The files of a commit, given by its full id, or of its folder `below`, as if that were the top.

    Files come by the folder: the first that is read after a listing brings all of the listed folder with it, because
    a register is read whole. Raises Failure, from any question, where git cannot answer.
    """

    def __init__(
        self, git: Git, commit: str, *, below: str = "", wanted: Callable[[str], bool] = lambda path: True
    ) -> None:
        self.commit = commit
        self._wanted = wanted
        """Which paths are looked at; the others are as if they were not there."""
        self._below = f"{below}/" if below else ""
        self._git = git
        self._nodes: dict[str, Node] | None = None
        self._listed: set[str] = set()
        self._data: dict[str, bytes] = {}

    def part(self, wanted: Callable[[str], bool]) -> "GitTree":
        """The same with only the files whose path `wanted` answers yes to: nothing else is read from the repository."""
        return GitTree(self._git, self.commit, below=self._below.rstrip("/"), wanted=wanted)

    def entries(self, under: str) -> Iterator[Entry]:
        self._listed.add(f"{under}/")
        for path, node in self._all().items():
            if path.startswith(f"{under}/") or (path == under and node.form != "file"):
                yield Entry(path, node.form)

    def read(self, path: str) -> bytes:
        node = self._all().get(path)
        if node is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        if node.form != "file":
            raise OSError(errno.EINVAL, "not a regular file", path)
        if node.size > MAX_BYTES:
            return self._git.beginning("cat-file", "blob", node.oid, size=MAX_BYTES + 1)
        if node.oid not in self._data:
            self._data |= read_blobs(self._git, {node.oid} | self._neighbours(path))
        return self._data[node.oid]

    def _all(self) -> dict[str, Node]:
        if self._nodes is None:
            found = list_tree(self._git, self.commit, *filter(None, [self._below]))
            paths = ((path.removeprefix(self._below), node) for path, node in found.items())
            self._nodes = {path: node for path, node in paths if self._wanted(path)}
        return self._nodes

    def _neighbours(self, path: str) -> set[str]:
        """What is likely to be asked for next. Raises Failure where that is more than a register can hold."""
        folders = tuple(folder for folder in self._listed if path.startswith(folder))
        if not folders:
            return set()
        near = {
            node.oid: node.size
            for name, node in self._all().items()
            if name.startswith(folders)
            and node.form == "file"
            and node.size <= MAX_BYTES
            and node.oid not in self._data
        }
        if sum(near.values()) > MOST_BYTES:
            raise too_large()
        return set(near)

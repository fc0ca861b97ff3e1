"""What must hold before a commit is made: nothing of the user's own is in the way."""

import os
from collections.abc import Collection, Mapping, Sequence

from vis_cli.errors import N_, Failure
from vis_cli.history import files
from vis_cli.history.git import OID, Git
from vis_cli.history.paths import parents
from vis_cli.history.refusals import broken_answer
from vis_cli.history.revision import Head, head
from vis_cli.history.tree import Node, oid_of
from vis_cli.source.tree import FOLDERS

_UNFINISHED = {
    "MERGE_HEAD": "merge",
    "CHERRY_PICK_HEAD": "cherry-pick",
    "REVERT_HEAD": "revert",
    "rebase-merge": "rebase",
    "rebase-apply": "rebase",
    "BISECT_LOG": "bisect",
}


def branch(git: Git) -> Head:
    """The branch that is checked out. Raises Failure (exit 3) where there is none, or a merge or the like is begun."""
    for name, operation in _UNFINISHED.items():
        if (git.folder / name).exists():
            raise Failure(
                N_("a {operation} is in progress in this repository"),
                hint=N_("finish or abort it first: `git status` says how"),
                exit_code=3,
                operation=operation,
            )
    now = head(git)
    if now.ref is None:
        raise Failure(
            N_("no branch is checked out (HEAD is detached), so a commit would belong to none"),
            hint=N_("check out a branch first: git switch main"),
            exit_code=3,
        )
    return now


def identity(git: Git) -> None:
    """Raises Failure (exit 3) where git does not know who commits; none is ever made up."""
    try:
        git.line("var", "GIT_AUTHOR_IDENT")
        git.line("var", "GIT_COMMITTER_IDENT")
    except Failure:
        raise Failure(
            N_("git does not know who you are, and a commit needs a name and an address"),
            hint=N_('git config --global user.name "…" and git config --global user.email "…"'),
            exit_code=3,
        ) from None


def tracked(git: Git, commit: str | None, paths: Collection[str]) -> dict[str, Node | None]:
    """What the commit holds at the paths. Raises Failure (exit 3) where one is no plain file, or a parent no folder."""
    found: dict[str, Node | None] = dict.fromkeys(paths)
    if commit is None:
        return found
    folders = set()
    for path, node in _named(git, commit, paths).items():
        if path not in found:
            folders.add(path)
        elif node.form != "file":
            raise _not_plain(path)
        else:
            found[path] = node
    # A parent that is no folder yet is to be made, unless there is something else of its name.
    missing = {next((p for p in parents(path) if p not in folders), path) for path in paths} - found.keys()
    for path in _named(git, commit, missing) if missing else ():
        if path in missing:
            raise _not_plain(path)
    return found


def _named(git: Git, commit: str, paths: Collection[str]) -> dict[str, Node]:
    """What is there at the paths, and the folders on the way to them."""
    found = {}
    for item in git.items("ls-tree", "-t", "-z", "--full-tree", commit, "--", *sorted(paths)):
        about, _, path = item.partition("\t")
        words = about.split()
        if len(words) != 3 or not OID.fullmatch(words[2]):
            raise broken_answer("ls-tree")
        found[path] = Node(words[0], words[2])
    return found


def _not_plain(path: str) -> Failure:
    return Failure(N_("`{path}` is not a plain file in Git"), exit_code=3, path=path)


def all_here(git: Git, below: str) -> None:
    """Raises Failure (exit 3) where a sparse checkout leaves out files of the register, which lies `below` the top.

    What is written beside them would be judged without them, and one that is made anew would take their place.
    """
    if not git.setting("core.sparseCheckout"):
        return
    folders = tuple(f"S {below}{'/' if below else ''}{folder}/" for folder in FOLDERS)
    for item in git.items("ls-files", "-t", "-z", "--full-name"):
        if item.startswith(folders) and not os.path.lexists(git.root / item[2:]):
            raise Failure(
                N_("`{path}` and maybe more is left out by a sparse checkout, and vis writes only in a whole register"),
                hint=N_("bring them all: git sparse-checkout disable"),
                exit_code=3,
                path=item[2:],
            )


def indexed(git: Git) -> dict[str, str]:
    """The ids in the index by path; an entry in conflict has none that any blob has."""
    found = {}
    for item in git.items("ls-files", "-s", "-z", "--full-name"):
        about, _, path = item.partition("\t")
        words = about.split()
        if len(words) != 3:
            raise broken_answer("ls-files")
        found[path] = words[1] if words[2] == "0" else "conflict"
    return found


def nothing_in_the_way(git: Git, old: Mapping[str, Node | None]) -> None:
    """Raises Failure (exit 3) unless each file is the same in the commit, the index and the work tree."""
    _no_filters(git, sorted(old))
    index = indexed(git)
    folders = {parent for path in index for parent in parents(path)}
    for path, node in sorted(old.items()):
        oid = oid_of(node)
        if not git.holds(files.read(git.root, path), oid):
            raise Failure(
                N_("`{path}` has changes that are not saved in the register's history")
                if node
                else N_("`{path}` exists and is not saved in the register's history"),
                hint=N_("save it first: `git add {path}` and `git commit`; or leave out --commit and save all at once"),
                exit_code=3,
                path=path,
            )
        if index.get(path) != oid or path in folders or any(parent in index for parent in parents(path)):
            raise Failure(
                N_("`{path}` is staged, and what is saved would not be what you staged"),
                hint=N_("save it first with `git commit`, or take it back: git restore --staged {path}"),
                exit_code=3,
                path=path,
            )


def _no_filters(git: Git, paths: Sequence[str]) -> None:
    names = "\0".join(paths).encode("utf-8", "surrogateescape") + b"\0"
    answer = git.items("check-attr", "-z", "--stdin", "filter", "working-tree-encoding", stdin=names)
    if len(answer) != 6 * len(paths):
        raise broken_answer("check-attr")
    for path, attribute, value in zip(answer[::3], answer[1::3], answer[2::3], strict=True):
        if value not in ("unspecified", "unset"):
            raise Failure(
                N_("`{path}` has the Git attribute `{attribute}`, and vis runs no program of a repository"),
                hint=N_("take it out of .gitattributes"),
                exit_code=3,
                path=path,
                attribute=attribute,
            )

"""What commits and tags say: who, when and why. Git lists them, GitPython reads them by their full ids."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from vis_cli.errors import N_
from vis_cli.history.git import OID, Git
from vis_cli.history.refusals import broken_answer
from vis_cli.history.revision import moment, resolve, shallow_clone

if TYPE_CHECKING:
    from git import Repo


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: its full id, who wrote it, when it was committed (UTC), and its message."""

    commit: str
    author: str
    when: datetime
    message: str

    @property
    def subject(self) -> str:
        """The first line of the message."""
        return self.message.strip().partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Tag:
    """An annotated tag: its name, the commit it names, who made it, when (UTC), and its message."""

    name: str
    commit: str
    author: str
    when: datetime
    message: str


def log(git: Git, path: str, *, start: str = "HEAD", first_parent: bool = False) -> list[Revision]:
    """The commits that changed a file or folder, newest first by descent.

    With `first_parent` a merge stands for what it brought in, as the main branch saw it. Raises Failure: exit 2 where
    `start` is no commit, exit 3 in a shallow clone and before the first commit.
    """
    if git.shallow:
        raise shallow_clone(N_("this clone is shallow: the history of `{path}` is not in it"), path=path)
    chain = ("--first-parent",) if first_parent else ()
    listed = git.run("rev-list", "--topo-order", *chain, resolve(git, start), "--", path).decode("ascii", "replace")
    return revisions(git, *listed.splitlines())


def revisions(git: Git, *commits: str) -> list[Revision]:
    """What the commits say, by their full ids and in their order."""
    if not all(map(OID.fullmatch, commits)):
        raise broken_answer("rev-list")
    if not commits:
        return []
    with _repository(git) as repository:
        from git import Commit

        found = []
        for oid in commits:
            commit = Commit(repository, bytes.fromhex(oid))
            when = moment(commit.committed_date, UTC)
            found.append(Revision(oid, _text(commit.author.name), when, _text(commit.message).rstrip("\n")))
        return found


def tags(git: Git, under: str) -> list[Tag]:
    """The annotated tags below `under` (`agreement/<id>`), by name; other tags are not answered."""
    listed = git.run("for-each-ref", "--format=%(objecttype) %(objectname) %(refname)", f"refs/tags/{under}/").decode(
        "utf-8", "surrogateescape"
    )
    lines = [line.split(" ", 2) for line in listed.split("\n")[:-1]]
    named = {oid: ref.removeprefix("refs/tags/") for kind, oid, ref in lines if kind == "tag"}
    if not named:
        return []
    with _repository(git) as repository:
        from git import TagObject

        found = []
        for oid, name in named.items():
            tag = TagObject(repository, bytes.fromhex(oid))
            if tag.object.type != "commit":
                continue
            when = moment(tag.tagged_date, UTC)
            author = _text(tag.tagger.name if tag.tagger else None)
            found.append(Tag(name, tag.object.hexsha, author, when, _text(tag.message).rstrip("\n")))
        return found


@contextlib.contextmanager
def _repository(git: Git) -> Iterator["Repo"]:
    # Imported here: it takes longer than everything else in most commands. Of it, only objects by full id are used:
    # its names, diffs, index and `repo.git` let a repository's configuration or an option in.
    from git import Repo

    with Repo(git.root, expand_vars=False) as repository:
        # GitPython's own git starts from the process's environment: the same doors are closed over it.
        closed = {name: value for name, value in git.environment.items() if name.startswith("GIT_")}
        repository.git.update_environment(**closed, GIT_DIR=str(git.folder))
        yield repository


def _text(value: str | bytes | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value or ""

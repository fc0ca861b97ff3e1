"""The texts of an agreement's versions: by their tag, or found in the history by their digest; always verified.

The tag `agreement/<id>/<version>` is a name that people can move or lose. What a text is known by is its digest.
"""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git
from vis_cli.history.revision import head, main_branch, shallow_clone
from vis_cli.history.stretches import stretches
from vis_cli.history.tree import list_tree, read_blobs
from vis_cli.history.version_tags import VersionTag, version_tags
from vis_cli.model.agreement import Agreement
from vis_cli.registry.digest import digest as digest_of
from vis_cli.registry.single import single
from vis_cli.source.tree import Tree


@dataclass(frozen=True, slots=True)
class VersionText:
    """The text of a version: its file as it was, where it was found, in which commit, and what the user should know.

    `commit` is None for the files on disk. `notices` are templates and values, for standard error.
    """

    agreement: Agreement
    data: bytes
    found: Literal["tree", "tag", "history"]
    commit: str | None
    notices: tuple[Notice, ...] = ()


def path_of_text(agreement: str) -> str:
    """The file that holds the text of an agreement."""
    return Agreement.path.format(id=agreement)


def version_text(
    git: Git | None, tree: Tree, agreement: str, version: str, digest: str | None, *, below: str = ""
) -> VersionText:
    """The text of a version whose publication recorded `digest`; None asks for the last draft that was called so.

    The tree is asked first, then the tag, then the history of the main branch and that of the one checked out.
    `below` is the register's folder in the repository. Raises Failure (exit 3) where it is nowhere, where it cannot be
    understood, and where a shallow clone does not say.
    """
    search = _Search(agreement, version, digest)
    path = path_of_text(agreement)
    try:
        data = tree.read(path)
    except OSError:
        data = b""
    own = search.verified(data, "") if data else None
    if own:
        return VersionText(own, data, "tree", None)
    if data and search.other_text(data):
        message = N_("`{path}` says that its text is version {version}, but that is not the text that was published")
        search.notices.append(Notice(message, {"path": path, "version": version}))
    if git is None:
        raise Failure(
            N_("the text of version {version} of `{agreement}` is not in its file, and there is no Git repository"),
            hint=N_("older texts are read from the history: work in a clone of the register's repository"),
            exit_code=3,
            version=version,
            agreement=agreement,
        )
    path = posixpath.join(below, path)
    return _by_tag(git, search, path) or _by_history(git, search, path)


class _Search:
    """What is looked for, and what has come to light on the way."""

    def __init__(self, agreement: str, version: str, digest: str | None) -> None:
        self.agreement, self.version, self.digest = agreement, version, digest
        self.notices: list[Notice] = []
        self.unreadable: list[tuple[str, str, int]] = []
        """(commit, code, line) of texts that cannot be understood."""

    def likely(self, data: bytes) -> bool:
        """Whether a text calls itself this version: a quick look, to try such texts first."""
        found = re.search(rb"^version:[ \t]*[\"']?([0-9.]+)", data, re.MULTILINE)
        return found is not None and found[1].decode() == self.version

    def verified(self, data: bytes, commit: str) -> Agreement | None:
        """The agreement, if this is the text."""
        found, faults = single(Agreement, path_of_text(self.agreement), data)
        if found is None:
            if commit and self.likely(data):
                self.unreadable.append((commit, faults[0].code, faults[0].primary.line))
            return None
        if self.digest is None:
            return found if found.version == self.version else None
        return found if digest_of(found) == self.digest else None

    def other_text(self, data: bytes) -> bool:
        """Whether a text, known not to be the one, says that it is."""
        return self.digest is not None and self.likely(data)

    def not_found(self, branch: str) -> Failure:
        values = {"version": self.version, "agreement": self.agreement}
        if self.unreadable:
            commit, code, line = self.unreadable[0]
            return Failure(
                N_(
                    "the text of version {version} of `{agreement}` in commit {commit} cannot be understood: "
                    "{code} in line {line}"
                ),
                hint=N_("`git show {commit}:{path}` shows it; `vis explain {code}` says what is wrong"),
                exit_code=3,
                commit=commit[:12],
                code=code,
                line=line,
                path=path_of_text(self.agreement),
                **values,
            )
        return Failure(
            N_("the text of version {version} of `{agreement}` is nowhere in the history of `{branch}`"),
            hint=N_(
                "`git fetch --tags` brings tags that are missing here; if the history was rewritten, "
                "look for the tag `{tag}` in another clone"
            ),
            exit_code=3,
            branch=branch,
            tag=VersionTag.name_of(self.agreement, self.version),
            **values,
        )


def _by_tag(git: Git, search: _Search, path: str) -> VersionText | None:
    tag = version_tags(git, search.agreement).get((search.agreement, search.version))
    name = VersionTag.name_of(search.agreement, search.version)
    if tag is None:
        if search.digest is not None:
            search.notices.append(Notice(N_("there is no tag `{tag}`"), {"tag": name}))
        return None
    if tag.commit is None:
        search.notices.append(Notice(N_("the tag `{tag}` names no commit"), {"tag": name}))
        return None
    node = list_tree(git, tag.commit, path).get(path)
    data = read_blobs(git, [node.oid])[node.oid] if node and node.form == "file" else b""
    found = search.verified(data, tag.commit) if data else None
    if found is None:
        message = N_("the tag `{tag}` names another text than the one that was published: it was moved, or set wrongly")
        search.notices.append(Notice(message, {"tag": name}))
        return None
    if not tag.annotated:
        message = N_("the tag `{tag}` does not say who set it and when, because it is not annotated")
        search.notices.append(Notice(message, {"tag": name}))
    return VersionText(found, data, "tag", tag.commit, tuple(search.notices))


def _by_history(git: Git, search: _Search, path: str) -> VersionText:
    if git.shallow:
        raise shallow_clone(
            N_("this clone is shallow: the text of version {version} of `{agreement}` is not in it"),
            version=search.version,
            agreement=search.agreement,
        )
    main = main_branch(git)
    here = head(git)
    for start in dict.fromkeys((main, here.ref or here.commit or main)):
        for commit, data in _texts(git, search, start, path):
            if found := search.verified(data, commit):
                if start != main:
                    message = N_("the text is on the branch that is checked out, and not on `{main}`")
                    search.notices.append(Notice(message, {"main": short(main)}))
                return VersionText(found, data, "history", commit, tuple(search.notices))
    raise search.not_found(short(main))


def _texts(git: Git, search: _Search, start: str, path: str) -> Iterator[tuple[str, bytes]]:
    """(newest commit, text) of every text that the file has had, those that call themselves the version first."""
    found = [(item.newest, item.blobs[path]) for item in stretches(git, start, path)]
    texts = read_blobs(git, [oid for _, oid in found if oid])
    seen = [(commit, texts[oid]) for commit, oid in found if oid]
    return iter(sorted(seen, key=lambda item: not search.likely(item[1])))


def short(ref: str) -> str:
    """A branch as people say it."""
    return ref.removeprefix("refs/").removeprefix("heads/").removeprefix("remotes/")

"""In which commit a version was published, and whether its tag says so."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vis_cli.history.agreements import path_of_text
from vis_cli.history.commits import Revision, Tag, revisions, tags
from vis_cli.history.git import Git
from vis_cli.history.stretches import Stretch, stretches
from vis_cli.history.tree import list_tree, read_blobs
from vis_cli.history.version_tags import VersionTag, version_tags
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry.digest import digest as digest_of
from vis_cli.registry.single import single

TagState = Literal["right", "not-annotated", "wrong"]
"""Annotated and names the published text; names it, but does not say who set it; names something else."""


@dataclass(frozen=True, slots=True)
class PublishedAt:
    """The newest commit in which the version stands as published, and the first of that stretch."""

    newest: str
    first: str


def published_at(
    git: Git, start: str, agreement: str, version: str, digest: str, *, below: str = ""
) -> PublishedAt | None:
    """Where on a branch the publication is recorded and the text is the one that was published.

    None where it never was, as when it is on another branch still. Ask only where the clone is not shallow.
    """
    return _Publications(git, start, agreement, [version], below).find(version, digest)


class _Publications:
    """How the text and the versions of an agreement stood along a branch."""

    def __init__(self, git: Git, start: str, agreement: str, versions: Sequence[str], below: str) -> None:
        folder = f"{below}/" if below else ""
        self._text = f"{folder}{path_of_text(agreement)}"
        self._records = {v: f"{folder}{Version.path.format(agreement=agreement, version=v)}" for v in versions}
        self._found = list(stretches(git, start, self._text, *self._records.values())) if versions else []
        self._data = read_blobs(git, [oid for item in self._found for oid in item.blobs.values() if oid])

    def find(self, version: str, digest: str) -> PublishedAt | None:
        """The newest commits in a row where the version stands as published, and the text is that one."""
        newest = first = ""
        for item in self._found:
            said, text = (self._of(item, path) for path in (self._records[version], self._text))
            if digest.encode() in said and _recorded(said, digest) and has_digest(text, digest):
                newest, first = newest or item.newest, item.first
            elif newest:
                break
        return PublishedAt(newest, first) if newest else None

    def _of(self, item: Stretch, path: str) -> bytes:
        oid = item.blobs[path]
        return self._data[oid] if oid else b""


def tag_state(git: Git, tag: VersionTag, agreement: str, digest: str, *, below: str = "") -> TagState:
    """Whether the tag names the text that was published."""
    path = posixpath.join(below, path_of_text(agreement))
    node = list_tree(git, tag.commit, path).get(path) if tag.commit else None
    if node is None or node.form != "file" or not has_digest(read_blobs(git, [node.oid])[node.oid], digest):
        return "wrong"
    return "right" if tag.annotated else "not-annotated"


@dataclass(frozen=True, slots=True)
class VersionPast:
    """A version as the history knows it.

    `published`: the commit that brought its publication, who and when; None where it is not there. `tag`: what an
    annotated tag says, None where there is none; `state` is None where there is no tag of any kind.
    """

    version: Version
    published: Revision | None
    tag: Tag | None
    state: TagState | None


def version_pasts(
    git: Git, agreement: str, versions: Sequence[Version], start: str, *, below: str = ""
) -> tuple[VersionPast, ...]:
    """The past of an agreement's versions on a branch, in their order. Ask only where the clone is not shallow."""
    published = [item.version for item in versions if item.publication]
    publications = _Publications(git, start, agreement, published, below)
    named, said = version_tags(git, agreement), {tag.name: tag for tag in tags(git, f"agreement/{agreement}")}
    found = []
    for item in versions:
        own, made, state = named.get((agreement, item.version)), None, None
        if item.publication:
            digest = item.publication.digest
            made = publications.find(item.version, digest)
            state = tag_state(git, own, agreement, digest, below=below) if own else None
        elif own:
            state = "wrong"  # what was never published has no tag
        (revision,) = revisions(git, made.first) if made else (None,)
        found.append(VersionPast(item, revision, said.get(own.name) if own else None, state))
    return tuple(found)


def has_digest(data: bytes, digest: str) -> bool:
    """Whether a file of an agreement holds the text of that digest."""
    found = single(Agreement, Agreement.path, data)[0] if data else None
    return found is not None and digest_of(found) == digest


def _recorded(data: bytes, digest: str) -> bool:
    found = single(Version, Version.path, data)[0]
    return found is not None and found.publication is not None and found.publication.digest == digest

"""In which commit a version was published, and whether its tag says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from vis_cli.history.agreements import path_of_text
from vis_cli.history.commits import Revision, Tag, revisions, tags
from vis_cli.history.git import Git
from vis_cli.history.stretches import stretches
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
    folder = f"{below}/" if below else ""
    text = f"{folder}{path_of_text(agreement)}"
    record = f"{folder}{Version.path.format(agreement=agreement, version=version)}"
    found = list(stretches(git, start, text, record))
    data = read_blobs(git, [oid for item in found for oid in item.blobs.values() if oid])
    for item in found:
        said, of = (data[oid] if (oid := item.blobs[path]) else b"" for path in (record, text))
        if digest.encode() in said and _recorded(said, digest) and has_digest(of, digest):
            return PublishedAt(item.newest, item.first)
    return None


def tag_state(git: Git, tag: VersionTag, agreement: str, digest: str, *, below: str = "") -> TagState:
    """Whether the tag names the text that was published."""
    path = f"{below}/{path_of_text(agreement)}" if below else path_of_text(agreement)
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
    named, said = version_tags(git, agreement), {tag.name: tag for tag in tags(git, f"agreement/{agreement}")}
    found = []
    for item in versions:
        own, made, state = named.get((agreement, item.version)), None, None
        if item.publication:
            digest = item.publication.digest
            made = published_at(git, start, agreement, item.version, digest, below=below)
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

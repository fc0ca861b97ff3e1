"""Tag published versions: on the main branch only, each where its text stands, and never one that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vis_cli.errors import N_, Failure
from vis_cli.history.agreements import short
from vis_cli.history.git import Git
from vis_cli.history.publication import published_at, tag_state
from vis_cli.history.revision import head, main_branch, shallow_clone
from vis_cli.history.tag import tag_all
from vis_cli.history.version_tags import VersionTag, version_tags
from vis_cli.model.version import Version


@dataclass(frozen=True, slots=True)
class ToTag:
    """A published version without a tag: the name that it gets, and the commit."""

    version: Version
    name: str
    commit: str


def to_tag(git: Git, versions: Iterable[Version], *, below: str = "") -> tuple[ToTag, ...]:
    """The tags that are missing of published versions, each with the newest commit of main that holds its text.

    Raises Failure (exit 3): on another branch than main, in a shallow clone, where a tag is there but wrong, and where
    a publication is not in main's history.
    """
    main = _on_main(git)
    if git.shallow:
        raise shallow_clone(N_("this clone is shallow: in which commit a version was published is not in it"))
    there = version_tags(git)
    found = []
    for item in versions:
        if item.publication is None:
            continue
        name, digest = VersionTag.name_of(item.agreement, item.version), item.publication.digest
        if own := there.get((item.agreement, item.version)):
            _must_be_right(git, own, item, digest, below)
            continue
        made = published_at(git, main, item.agreement, item.version, digest, below=below)
        if made is None:
            raise Failure(
                N_("version {version} of `{id}` does not stand as published in any commit of `{main}`"),
                hint=N_("commit it, or merge the branch that publishes it; `vis check` says whether its text changed"),
                exit_code=3,
                version=item.version,
                id=item.agreement,
                main=short(main),
            )
        found.append(ToTag(item, name, made.newest))
    return tuple(found)


def set_tags(git: Git, found: Iterable[ToTag], messages: Mapping[str, str]) -> None:
    """Set the tags, annotated with their messages, all or none. Nothing is pushed."""
    if wanted := [(item.name, item.commit, messages[item.name]) for item in found]:
        tag_all(git, wanted)


def _on_main(git: Git) -> str:
    main, here = main_branch(git), head(git)
    if here.ref != main:
        raise Failure(
            N_("tags are set on `{main}`, after the merge, and `{branch}` is checked out")
            if here.branch
            else N_("tags are set on `{main}`, after the merge, and no branch is checked out"),
            hint=N_("merge it, then `git switch {name}`, and tag there"),
            exit_code=3,
            main=short(main),
            branch=here.branch,
            name=short(main).rpartition("/")[2],
        )
    return main


def _must_be_right(git: Git, own: VersionTag, version: Version, digest: str, below: str) -> None:
    state = tag_state(git, own, version.agreement, digest, below=below)
    if state == "right":
        return
    raise Failure(
        N_("the tag `{tag}` names another text than the one that was published: it was moved, or set wrongly")
        if state == "wrong"
        else N_("the tag `{tag}` does not say who set it and when, because it is not annotated"),
        hint=N_("vis moves no tag; `git show {tag}` says what it names, and `git tag -d {tag}` takes it away here"),
        exit_code=3,
        tag=own.name,
    )

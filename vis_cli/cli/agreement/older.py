"""The text of a version that the user named, also an older one; what is noticed on the way goes to standard error."""

from typing import TYPE_CHECKING

from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where

if TYPE_CHECKING:
    from vis_cli.history.agreements import VersionText
    from vis_cli.model.version import Version
    from vis_cli.registry import Record
    from vis_cli.source.tree import Tree


def text_of(where: Where, version: "Record[Version]", tree: "Tree | None" = None) -> "VersionText":
    """The text of a version, verified by its digest where it was published.

    `tree` is what the version was loaded from, where that is not the files on disk. Raises Failure.
    """
    from vis_cli.history.agreements import version_text

    own, git = version.entity, where.git()
    digest = own.publication.digest if own.publication else None
    below = git.below(where.root) if git else ""
    found = version_text(git, tree or where.tree(), own.agreement, own.version, digest, below=below)
    for notice in found.notices:
        warn(notice.message, **notice.values)
    return found

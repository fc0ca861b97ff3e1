"""What a change is judged against: the register where the change began, and what is checked of a change alone."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from vis_cli.cli.language import _
from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from vis_cli.diagnostics import Diagnostic
    from vis_cli.history.tree import GitTree
    from vis_cli.registry import Loaded


@dataclass(frozen=True)
class Past:
    """What the change is judged against."""

    tree: "GitTree"
    loaded: "Loaded"
    acting: tuple[str, ...]
    """Files beside the data that the change touches: templates, workflows."""

    @classmethod
    def load(cls, where: Where, base: str) -> "Past":
        """The register where the change began. Says which commit that is, and what of it cannot be understood."""
        from vis_cli.history.base import base_of
        from vis_cli.history.protected import changed
        from vis_cli.history.state import describe_all
        from vis_cli.history.tree import GitTree
        from vis_cli.registry import load

        git = where.repository()
        commit, below = base_of(git, base), git.below(where.root)
        tree = GitTree(git, commit, below=below)
        loaded = load(tree, revision=commit[:12])
        day = describe_all(git, where.zone(tree), commit=commit).committed
        text = _(N_("the change is judged from commit {commit} of {day}"))
        typer.echo(text.format(commit=commit[:12], day=day), err=True)
        if unread := {item.primary.path for item in loaded.diagnostics if item.severity == "error"}:
            text = N_("files that had faults there, and may not have been compared: {paths}")
            warn(text, paths=", ".join(sorted(unread)))
        return cls(tree, loaded, changed(git, commit, below))

    def beside(self, where: Where, attachments: "Iterable[str]") -> "tuple[Diagnostic, ...]":
        """What is wrong with the templates that the change touches, and with the PDFs among the attachments."""
        from vis_cli.cli.changed_papers import personal
        from vis_cli.cli.changed_templates import unreadable

        return unreadable(where, self.acting) + personal(where, self.tree.commit, attachments)

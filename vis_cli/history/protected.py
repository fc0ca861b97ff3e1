"""Files beside the data that act: workflows, who must approve, templates. A change to one is always said."""

import os
import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path

from vis_cli.history.git import Git
from vis_cli.history.state import differs
from vis_cli.history.tree import list_tree
from vis_cli.source.tree import WorkTree

ACTING = (
    *(".github", ".gitlab", ".gitlab-ci.yml", ".forgejo", ".gitea", "CODEOWNERS", "docs/CODEOWNERS"),
    *(".circleci", ".woodpecker", ".woodpecker.yml", ".woodpecker.yaml", "azure-pipelines.yml", "Jenkinsfile"),
    *("bitbucket-pipelines.yml", ".pre-commit-config.yaml", ".pre-commit-hooks.yaml", ".husky", ".gitmodules"),
    *(".vscode", ".devcontainer", ".idea", ".editorconfig", ".envrc", ".vis"),
)
"""At the top of the repository: what a forge, Git, editors and vis act by."""
ANYWHERE = (".gitattributes", ".gitignore")
"""In whatever folder: what Git makes of the files there as it takes them out, and whom it shows them to."""
_SUBMODULE = "160000"
PAPERS = "registry/meetings"
"""In the register: the meetings, each with its papers."""
TEMPLATES = "templates"
"""In the register: what its documents are made with."""


def acts(path: str, below: str) -> bool:
    """Whether a file, by its path from the top, is one of these; the register is `below` the top."""
    known = any(path == name or path.startswith(f"{name}/") for name in _acting(below))
    return known or path.rpartition("/")[2] in ANYWHERE


def from_register(path: str, below: str) -> str:
    """The path from the register, which is `below` the top, of a file that is known by its path from the top."""
    # From the root, so that the folder that somebody stands in is not asked for: it may be gone.
    return posixpath.relpath(f"/{path}", f"/{below}") if below else path


def changed(git: Git, commit: str, below: str) -> tuple[str, ...]:
    """Those that are not as in the commit (a full id): paths from the register, which is `below` the top."""
    wanted = _acting(below)
    tracked = list_tree(git, commit, *wanted)
    on_disk = {entry.path for path in wanted for entry in WorkTree(git.root).entries(path)}
    on_disk |= {path for path in wanted if _is_file(git.root / path)}
    found = {path for path, node in tracked.items() if differs(git, path, node)} | (on_disk - tracked.keys())
    found |= set(_anywhere(git, commit))
    return tuple(sorted(from_register(path, below) for path in found))


def _acting(below: str) -> tuple[str, ...]:
    return (*ACTING, posixpath.join(below, TEMPLATES))


def _anywhere(git: Git, commit: str) -> Iterator[str]:
    """What acts wherever it is: an empty folder on disk, as a submodule is at first, says nothing of itself."""
    # `.gitmodules` may ask Git to say nothing of a submodule.
    asked = ("diff-index", "--cached", "--raw", "--no-abbrev", "--no-renames", "--ignore-submodules=none", "-z")
    answer = git.items(*asked, commit, "--")
    for about, path in zip(answer[::2], answer[1::2], strict=False):
        if path.rpartition("/")[2] in ANYWHERE or _SUBMODULE in about.lstrip(":").split()[:2]:
            yield path


def papers_changed(git: Git, commit: str, below: str, papers: Iterable[str]) -> tuple[str, ...]:
    """Those of the papers (paths from the register, which is `below` the top) that are not as in the commit."""
    tracked = list_tree(git, commit, posixpath.join(below, PAPERS))
    full = {path: posixpath.join(below, path) for path in papers}
    return tuple(path for path, name in full.items() if differs(git, name, tracked.get(name)))


def _is_file(path: Path) -> bool:
    return os.path.lexists(path) and not path.is_dir()

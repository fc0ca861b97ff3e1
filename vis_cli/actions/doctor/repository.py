"""How Git stands: the program, who commits, the branch, what the clone lacks, what would run, the clock."""

import os
import re
from collections.abc import Iterator

from vis_cli.actions.doctor.finding import Finding, mend, note, of_failure, ok, unknown
from vis_cli.errors import N_, Failure
from vis_cli.history import preflight
from vis_cli.history.clock import ahead
from vis_cli.history.git import Git
from vis_cli.history.git_locks import common_folder

_NEEDED = (2, 38)
_MENDED = {43: 7, 44: 4, 45: 4, 46: 4, 47: 3, 48: 2, 49: 1, 50: 1}
"""Of each release since 2.43 the first that is without the holes known in July 2025 (CVE-2025-48384 and others)."""
_RUNS = re.compile(r"core\.(hookspath|fsmonitor|pager|editor|sshcommand|askpass|alternaterefscommand)|diff\.external")
_RUN_BY_NAME = re.compile(r"filter\..+\.(clean|smudge|process)|diff\..+\.(textconv|command)|merge\..+\.driver")


def program(git: Git) -> Iterator[Finding]:
    """Whether git is new enough."""
    said = git.run("version").decode("utf-8", "replace").strip()
    found = re.search(r"(\d+)\.(\d+)(?:\.(\d+))?", said)
    if found is None:
        yield unknown("git", N_("the version of Git is not known: {said}"), said=said)
        return
    release = tuple(int(part or 0) for part in found.groups())
    if release[:2] < _NEEDED:
        yield mend("git", N_("Git {version} is too old"), N_("install Git 2.38 or later"), version=found[0])
    elif release < (2, 51) and release[2] < _MENDED.get(release[1], 1000):
        yield note(
            "git",
            N_("Git {version} is older than what mended the security holes of July 2025"),
            N_("update it to 2.50.1 or later, unless your system (Debian, Ubuntu, Red Hat) mends older ones itself"),
            version=found[0],
        )
    else:
        yield ok("git", N_("Git {version}"), version=found[0])


def identity(git: Git) -> Iterator[Finding]:
    """Whether git knows who commits; the name is not repeated, since a report is shown to others."""
    try:
        preflight.identity(git)
    except Failure as failure:
        yield of_failure("identity", failure)
    else:
        yield ok("identity", N_("Git knows who you are"))


def branch(git: Git) -> Iterator[Finding]:
    """Whether a commit could be made here: a branch, and no merge or the like half done."""
    try:
        now = preflight.branch(git)
    except Failure as failure:
        yield of_failure("branch", failure)
        return
    if now.commit is None:
        yield note(
            "branch",
            N_("nothing is saved in the register's history yet"),
            N_("save what there is: `git add .` and `git commit`"),
        )
    else:
        yield ok("branch", N_("the branch `{branch}` is checked out"), branch=now.branch)


def clone(git: Git) -> Iterator[Finding]:
    """Whether all of the history and all of the files are there."""
    settings = _settings(git)
    whole = True
    if git.shallow:
        whole = False
        yield mend(
            "history",
            N_("this clone is shallow: older history is missing, so vis cannot say what held before"),
            N_("fetch the whole history: git fetch --unshallow (in a GitHub workflow: fetch-depth: 0)"),
        )
    if any(re.fullmatch(r"extensions\.partialclone|remote\..+\.promisor", name) for name in settings):
        whole = False
        yield mend(
            "history",
            N_("this is a partial clone, which fetches older files only when they are asked for; vis fetches nothing"),
            N_("clone it whole, without --filter"),
        )
    if git.setting("core.sparseCheckout"):
        whole = False
        yield mend(
            "history",
            N_("this is a sparse checkout: some of the register's files may not be here, and are then not checked"),
            N_("bring them all: git sparse-checkout disable"),
        )
    if whole:
        yield ok("history", N_("the whole history and all files are here"))


def programs(git: Git) -> Iterator[Finding]:
    """What git would start on a person's behalf here. vis itself never lets git start any of it."""
    found = [name for name in _settings(git) if _RUNS.fullmatch(name) or _RUN_BY_NAME.fullmatch(name)]
    hooks = common_folder(git) / "hooks"
    if hooks.is_dir():
        found += [
            f"hooks/{hook.name}"
            for hook in hooks.iterdir()
            if hook.suffix != ".sample" and hook.is_file() and os.access(hook, os.X_OK)
        ]
    if not found:
        yield ok("programs", N_("this repository has no programs of its own that Git would start"))
        return
    yield note(
        "programs",
        N_("this repository tells Git to start programs: {programs}"),
        N_("vis never starts them, but your own `git` does; leave it so only if you know where they come from"),
        programs=", ".join(sorted(found)),
    )


def clock(git: Git, now: float) -> Iterator[Finding]:
    """Whether the clock may have been set back."""
    if (last := ahead(git, now)) is None:
        yield ok("clock", N_("the clock agrees with the register's history"))
        return
    yield mend(
        "clock",
        N_("the last commit was made {day}, which by this computer's clock has not come yet"),
        N_("set the clock right; if it is right, the computer where the commit was made has a wrong one"),
        day=last.date(),
    )


def _settings(git: Git) -> dict[str, str]:
    """What the repository's own configuration says, by lower-case names."""
    found = {}
    for scope in ("--local", "--worktree"):
        # 128: there are several work trees, and this one has no configuration of its own.
        answer = git.run("config", scope, "--includes", "-z", "--list", accept=(0, 1, 128))
        for item in answer.decode("utf-8", "surrogateescape").split("\0"):
            name, newline, value = item.partition("\n")
            if name:
                found[name.lower()] = value.lower() if newline else "true"
    return found

"""What a change is compared with: the commit that it began from."""

import re

from vis_cli.errors import N_, Failure
from vis_cli.history.git import OID, Git
from vis_cli.history.revision import resolve, shallow_clone
from vis_cli.source.tree import FOLDERS

_DATA = re.compile(rf"(?:.*/)?(?:{'|'.join(FOLDERS)})/")
"""Where files of a register are, in its repository."""


def base_of(git: Git, name: str, tip: str = "HEAD") -> str:
    """The newest commit that HEAD (or another `tip`) and the named one have in common, as with `git diff NAME...`.

    So what others have done on that branch meanwhile is not taken for a part of this change. HEAD may be detached and
    a merge with the base, as on a runner. Raises Failure: exit 2 where there is no such commit or nothing in common,
    3 where a shallow clone does not say, where it has not been fetched, and where files are left out of the work tree.
    """
    if tip == "HEAD":
        _must_be_whole(git)
    try:
        wanted = resolve(git, name)
    except Failure as failure:
        if failure.exit_code == 2 and (remote := _fetched_from(git, name)):
            raise _not_fetched(name, remote) from None
        if failure.exit_code == 2 and (near := _at_a_remote(git, name)):
            raise Failure(failure.message, hint=N_("did you mean `{near}`?"), name=name, near=near) from None
        raise
    here = resolve(git, tip)
    found = git.maybe_oid("merge-base", wanted, here)
    # In a shallow clone there may be a newer one that is not in it; not if the commit itself was found.
    if git.shallow and found != wanted:
        raise shallow_clone(N_("this clone is shallow: where the change began from `{name}` is not in it"), name=name)
    if found is None:
        raise Failure(
            N_("`{name}` and the commit that is checked out have nothing in common"),
            hint=N_("name the branch that this one began from"),
            name=name,
        )
    return found


def _fetched_from(git: Git, name: str) -> str | None:
    """The remote that a commit would be fetched from, where its name is right and it only may not be there."""
    if OID.fullmatch(name):
        return "origin"
    known = git.run("remote").decode("utf-8", "surrogateescape").splitlines()
    begins = name.removeprefix("refs/remotes/")
    return next((remote for remote in ("origin", *known) if begins.startswith(f"{remote}/")), None)


def _at_a_remote(git: Git, name: str) -> str | None:
    """The branch of a remote that has this name: a fresh clone has a branch of its own only of what is checked out."""
    known = git.run("for-each-ref", "--format=%(refname:lstrip=2)", "refs/remotes").decode("utf-8", "surrogateescape")
    return next((ref for ref in known.split("\n") if ref and ref.partition("/")[2] == name), None)


def _not_fetched(name: str, remote: str) -> Failure:
    return Failure(
        N_("`{name}` is not in this clone: it has not been fetched"),
        # All branches: what was cloned with --depth or --single-branch fetches its own alone.
        hint=N_(
            'fetch it: git fetch {remote} "+refs/heads/*:refs/remotes/{remote}/*" (in a GitHub workflow: '
            "fetch-depth: 0; in GitLab: GIT_DEPTH: 0)"
        ),
        exit_code=3,
        name=name,
        remote=remote,
    )


def _must_be_whole(git: Git) -> None:
    """Raise Failure where Git has left files of the register out of the work tree: they would be taken for removed."""
    if not git.setting("core.sparseCheckout"):
        return
    for item in git.items("ls-files", "-t", "-z"):
        state, _, path = item.partition(" ")
        if state == "S" and _DATA.match(path) and not (git.root / path).exists():
            raise Failure(
                N_("this work tree is sparse: `{path}` is not in it, so nobody can say what the change is"),
                hint=N_("take out all of it: git sparse-checkout disable (in a GitHub workflow: no `sparse-checkout`)"),
                exit_code=3,
                path=path,
            )

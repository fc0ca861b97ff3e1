"""What a change is compared with: the commit that it began from."""

import re

from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git
from vis_cli.history.revision import resolve, shallow_clone

_FETCHED = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}|(?:refs/remotes/)?origin/.+")
"""Names that a runner gives, which are right but may not be there."""


def base_of(git: Git, name: str, tip: str = "HEAD") -> str:
    """The newest commit that HEAD (or another `tip`) and the named one have in common, as with `git diff NAME...`.

    So what others have done on that branch meanwhile is not taken for a part of this change. HEAD may be detached and
    a merge with the base, as on a runner. Raises Failure: exit 2 where there is no such commit or nothing in common,
    3 where a shallow clone does not say, or where it has not been fetched.
    """
    try:
        wanted = resolve(git, name)
    except Failure as failure:
        if failure.exit_code == 2 and _FETCHED.fullmatch(name):
            raise _not_fetched(name) from None
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


def _not_fetched(name: str) -> Failure:
    return Failure(
        N_("`{name}` is not in this clone: it has not been fetched"),
        hint=N_("fetch it: git fetch origin (in a GitHub workflow: fetch-depth: 0; in GitLab: GIT_DEPTH: 0)"),
        exit_code=3,
        name=name,
    )

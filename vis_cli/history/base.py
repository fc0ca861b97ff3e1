"""What a change is compared with: the commit that it began from."""

from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git
from vis_cli.history.revision import resolve, shallow_clone


def base_of(git: Git, name: str) -> str:
    """The newest commit that HEAD and the named one have in common, as with `git diff NAME...`.

    So what others have done on that branch meanwhile is not taken for a part of this change. Raises Failure: exit 2
    where there is no such commit or nothing in common, 3 where a shallow clone does not say.
    """
    wanted, here = resolve(git, name), resolve(git, "HEAD")
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

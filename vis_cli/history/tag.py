"""Set an annotated tag: the name under which a published version is found for ever."""

from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git
from vis_cli.history.message import check_message
from vis_cli.history.preflight import identity
from vis_cli.history.refusals import Moved


def tag(git: Git, name: str, commit: str, message: str) -> str:
    """Name the commit (a full id), and answer the tag's own id.

    Raises Failure: exit 1 for what no message may hold, exit 2 where git takes no such name, exit 3 where there is a
    tag of that name (it is never moved) or git does not know who tags.
    """
    check_message(message)
    ref = f"refs/tags/{name}"
    # 128 is for names that cannot even be asked about; both print nothing.
    if not name.isprintable() or not git.run("check-ref-format", "--normalize", ref, accept=(0, 1, 128)):
        raise Failure(N_("`{name}` cannot be the name of a tag"), name=name)
    identity(git)
    who = git.line("var", "GIT_COMMITTER_IDENT")
    text = f"object {commit}\ntype commit\ntag {name}\ntagger {who}\n\n{message.strip()}\n"
    oid = git.oid("mktag", stdin=text.encode("utf-8", "surrogateescape"))
    try:
        git.run("update-ref", ref, oid, git.no_object)
    except Moved:
        raise Failure(
            N_("there is a tag `{name}` already, and a tag is never moved"),
            hint=N_("`git show {name}` says what it names"),
            exit_code=3,
            name=name,
        ) from None
    return oid

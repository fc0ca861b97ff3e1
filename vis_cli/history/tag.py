"""Set annotated tags: the names under which published versions are found for ever."""

from collections.abc import Sequence

from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git
from vis_cli.history.message import check_message
from vis_cli.history.preflight import identity
from vis_cli.history.refusals import Moved


def tag(git: Git, name: str, commit: str, message: str) -> str:
    """Name the commit, and answer the tag's own id. Raises what `tag_all` raises."""
    return tag_all(git, [(name, commit, message)])[0]


def tag_all(git: Git, wanted: Sequence[tuple[str, str, str]]) -> list[str]:
    """Name commits, all or none of them: each a name, a full id and a message. Answers the tags' own ids.

    Raises Failure: exit 1 for what no message may hold, exit 2 where git takes no such name, exit 3 where there is a
    tag of that name (it is never moved) or git does not know who tags.
    """
    for name, _commit, message in wanted:
        check_message(message)
        # 128 is for names that cannot even be asked about; both print nothing.
        if not name.isprintable() or not git.run(
            "check-ref-format", "--normalize", f"refs/tags/{name}", accept=(0, 1, 128)
        ):
            raise Failure(N_("`{name}` cannot be the name of a tag"), name=name)
    identity(git)
    who = git.line("var", "GIT_COMMITTER_IDENT")
    made = [_object(git, who, *each) for each in wanted]
    lines = "".join(f"create refs/tags/{name}\0{oid}\0" for (name, _, _), oid in zip(wanted, made, strict=True))
    try:
        git.run("update-ref", "--stdin", "-z", stdin=lines.encode("utf-8", "surrogateescape"))
    except Moved:
        there = (name for name, _, _ in wanted if git.maybe_oid("rev-parse", "-q", "--verify", f"refs/tags/{name}"))
        raise Failure(
            N_("there is a tag `{name}` already, and a tag is never moved"),
            hint=N_("`git show {name}` says what it names"),
            exit_code=3,
            name=next(there, wanted[0][0]),
        ) from None
    return made


def _object(git: Git, who: str, name: str, commit: str, message: str) -> str:
    text = f"object {commit}\ntype commit\ntag {name}\ntagger {who}\n\n{message.strip()}\n"
    return git.oid("mktag", stdin=text.encode("utf-8", "surrogateescape"))

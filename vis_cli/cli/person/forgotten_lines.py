"""Forgetting a person in lines: what changes, what stays and why, where history holds it, what rewriting takes.

Not one of them prints the name: paths and refs that hold it are shown without.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_
from vis_cli.facts.personal import HIDDEN, pattern

if TYPE_CHECKING:
    from vis_cli.actions.forget import Forgetting
    from vis_cli.history.traces import Traces

MOST = 20
"""So many of a list are shown; `--json` has all."""

REWRITING = (
    N_("nothing has been rewritten: ask the data protection officer; whoever answers for the register decides"),
    N_("write down what it is about and when you found it; an incident is reported to IMY within 72 hours"),
    N_("stop pushes, and take a fresh clone: `git clone --mirror`"),
    N_("write the texts to replace in a file outside the repository, one a line: the text, `==>`, the role"),
    N_("run `git filter-repo --replace-text FILE --replace-message FILE`, with `--mailmap` where an author is named"),
    N_("run `vis check` and `vis person traces` in the result, then `git push --force --mirror`"),
    N_("make the tags of agreements again (`vis agreement tag`); signatures on commits and tags are lost"),
    N_("documents cite commits by their ids: those cited here can then no longer be proved by `vis agreement verify`"),
    N_("ask the forge to delete its caches, forks and the refs of pull requests: they keep what was pushed"),
    N_("everybody deletes the old clone and makes a new one; caches of CI and copies of backups hold it too"),
)
"""What taking something out of the history takes, in order."""


def plan(made: "Forgetting") -> Iterator[str]:
    """What forgetting changes, and what it leaves."""
    if made.step.changes:
        text = N_("the name becomes: {role} (`{id}`)") if made.id else N_("nothing needs the person: the entry goes")
        yield from wrapped(fill(text, {"role": made.role, "id": made.id}, _))
        yield from _listed(N_("changed ({count}):"), _places(sorted(made.step.changes), made.values))
        yield from wrapped(_(N_("vis keeps no copy of the files as they were, so `vis undo` does not take this back")))
    else:
        yield from wrapped(_(N_("nothing but the public record names the person; nothing is to be changed")))
    title = N_("the public record, which stays as it is; only a decision on disposal takes a name out of it ({count}):")
    yield from _listed(title, _lines_of(made.record, made.values))
    title = N_("the name, or an address or a number beside it, still stands here; read it and decide ({count}):")
    yield from _listed(title, _lines_of(made.left, made.values))
    yield from _listed(N_("no text, so nobody has looked in it ({count}):"), _places(made.unread, made.values))


def history(found: "Traces | None", values: Sequence[str]) -> Iterator[str]:
    """Where the history holds it, and what to do then."""
    if found is None:
        yield _(N_("there is no Git repository here, and so no history"))
        return
    if found.unread:
        text = N_("{count} files are too large or no text: nobody has looked in them")
        yield from wrapped(fill(text, {"count": found.unread}, _))
    own = N_("in Git's own files, of this clone only; `git reflog expire --expire=now --all` empties logs ({count}):")
    if not found.found:
        yield _(N_("the history does not hold it"))
        yield from _listed(own, _places(found.own, values))
        return
    yield heading(_(N_("Git's history still holds it")))
    counts = {"brought": len(found.brought), "removed": len(found.removed), "said": len(found.said)}
    text = N_("commits that brought it in: {brought}; that took it out: {removed}; that hold it themselves: {said}")
    yield from wrapped(fill(text, counts, _), "  ")
    if found.loose:
        text = N_("objects that no branch leads to: {count} (they go with `git reflog expire` and `git gc`)")
        yield from wrapped(fill(text, {"count": found.loose}, _), "  ")
    brought = [f"{oid[:12]}: {', '.join(_places(paths, values))}" for oid, paths in found.brought.items()]
    yield from _listed(N_("brought in by ({count}):"), brought)
    yield from _listed(
        N_("in the message, the author or the committer of ({count}):"), [oid[:12] for oid in found.said]
    )
    yield from _listed(N_("in files of the last commit ({count}):"), _places(found.now, values))
    yield from _listed(N_("on these branches and tags ({count}):"), _places(found.refs, values))
    yield from _listed(own, _places(found.own, values))
    yield ""
    yield heading(_(N_("To take it out of the history")))
    counts = {"rewritten": found.rewritten, "commits": found.commits}
    yield from wrapped(fill(N_("{rewritten} of {commits} commits would get another id"), counts, _), "  ")
    for number, step in enumerate(REWRITING, 1):
        yield from wrapped(_(step), "     ", first=f" {number:>2}. ")


def hidden(texts: Iterable[str], values: Sequence[str]) -> list[str]:
    """Paths and names without what they must not tell."""
    finds = pattern(values)
    return [finds.sub(HIDDEN, text) for text in texts]


def _places(texts: Iterable[str], values: Sequence[str]) -> list[str]:
    return [visible(text) for text in hidden(texts, values)]


def _lines_of(places: Iterable[tuple[str, int]], values: Sequence[str]) -> list[str]:
    return _places([f"{path}:{line}" for path, line in places], values)


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield from wrapped(fill(title, {"count": len(items)}, _))
        for each in items[:MOST]:
            yield from item(each)
        if len(items) > MOST:
            yield from item(fill(N_("and {count} more"), {"count": len(items) - MOST}, _))

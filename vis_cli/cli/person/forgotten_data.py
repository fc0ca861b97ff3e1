"""Forgetting a person as data: places, commits and refs, and never the name."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.as_json import as_json as answer
from vis_cli.cli.person.forgotten_lines import REWRITING, hidden

if TYPE_CHECKING:
    from vis_cli.actions.forget import Forgetting
    from vis_cli.history.traces import Traces


def as_json(made: "Forgetting | None", found: "Traces | None", values: Sequence[str]) -> str:
    """One object; what is not asked for, or not there, is null."""
    return answer({"forgotten": made and _forgotten(made), "history": found and _history(found, values)})


def _forgotten(made: "Forgetting") -> dict[str, Any]:
    def places(every: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
        pairs = list(every)
        paths = hidden((path for path, _line in pairs), made.values)
        return [{"path": path, "line": line} for path, (_, line) in zip(paths, pairs, strict=True)]

    return {
        "id": made.id or None,
        "role": made.role if made.id else None,
        "changed": hidden(sorted(made.step.changes), made.values),
        "public_record": places(made.record),
        "left": places(made.left),
        "unread": hidden(made.unread, made.values),
    }


def _history(found: "Traces", values: Sequence[str]) -> dict[str, Any]:
    return {
        "brought": [{"commit": oid, "paths": hidden(paths, values)} for oid, paths in found.brought.items()],
        "removed": [{"commit": oid, "paths": hidden(paths, values)} for oid, paths in found.removed.items()],
        "said": list(found.said),
        "now": hidden(found.now, values),
        "refs": hidden(found.refs, values),
        "paths": hidden(found.paths, values),
        "rewritten": found.rewritten,
        "commits": found.commits,
        "loose": found.loose,
        "unread": found.unread,
        "own": hidden(found.own, values),
        "steps": list(REWRITING) if found.found else [],
    }

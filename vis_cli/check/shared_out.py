"""The rules, shared out: one process begins at the front of the book and a second at its end, until they meet."""

import pickle
from collections.abc import Callable, Iterator, Sequence

from vis_cli.check.rule import Rule
from vis_cli.diagnostics import Diagnostic
from vis_cli.source.second import second

Found = list[Diagnostic]


def found_by(rules: Sequence[Rule], find: Callable[[Rule], Found], *, alone: bool) -> Iterator[Found]:
    """What each rule finds, in their order; unless `alone`, the later ones by a second process where there is one."""
    done: dict[str, Found] = {}
    other = None if alone else second(lambda: (pickle.dumps((rule.code, find(rule))) for rule in reversed(rules)))
    try:
        for rule in rules:
            if other:
                done.update(map(pickle.loads, other.arrived()))
            yield done.pop(rule.code) if rule.code in done else find(rule)
    finally:
        if other:
            other.end()

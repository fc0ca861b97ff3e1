"""Circles: chains of references that come back to where they began."""

from collections.abc import Mapping, Sequence


def cycles(follows: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The circles that a walk meets, each once and from its first id; every knot of circles gives at least one."""
    found: set[tuple[str, ...]] = set()
    done: set[str] = set()
    for start in sorted(follows):
        if start in done:
            continue
        path = [start]
        depth = {start: 0}
        waiting = [iter(follows[start])]
        while path:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done.add(last := path.pop())
                del depth[last]
            elif following in depth:
                found.add(_turned(path[depth[following] :]))
            elif following not in done:
                depth[following] = len(path)
                path.append(following)
                waiting.append(iter(follows.get(following, ())))
    return tuple(sorted(found))


def _turned(circle: Sequence[str]) -> tuple[str, ...]:
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first])

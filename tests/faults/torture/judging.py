"""What must hold of a register after a kill, and after the next run; each way to break it is a sentence."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from tests.faults.torture.county import Operation
from tests.faults.torture.runs import Ended
from tests.faults.torture.state import State
from tests.faults.torture.worlds import Outcome, World


class Phase(StrEnum):
    """How far a run had come when it was killed, by what it left."""

    NOTHING = "nothing"
    PREPARED = "prepared"
    HALF = "half"
    DONE = "done, not said"
    ACKNOWLEDGED = "acknowledged"
    REFUSED = "refused"


def phase(operation: Operation, before: Sequence[World], after: Sequence[Outcome], ended: Ended, now: State) -> Phase:
    """Where the kill fell."""
    if ended.code is not None:
        return Phase.REFUSED if ended.code else Phase.ACKNOWLEDGED
    usual = {name for world in (*before, *(each.world for each in after)) for name in world.state.own}
    traces = bool(now.temporary or set(now.own) - usual)
    furthest = Phase.PREPARED if traces else Phase.NOTHING
    for old, outcome in zip((world.state for world in before), after, strict=True):
        new = outcome.world.state
        own = [path for path, data in new.files.items() if old.files.get(path) != data]
        in_place = [now.files.get(path) == new.files[path] for path in own]
        if operation.commit and (now.tree, now.commits) == (new.tree, new.commits) != (old.tree, old.commits):
            refreshed = all(in_place) and all(now.index.get(path) == new.index.get(path) for path in own)
            return Phase.DONE if refreshed and not traces else Phase.HALF
        if not operation.commit and any(in_place):
            return Phase.DONE if all(in_place) else Phase.HALF
    return furthest


def left_by_kill(worlds: Sequence[World], earlier: Sequence[World], now: State) -> Iterator[str]:
    """What is wrong before anything is recovered.

    HEAD is that of one of the worlds; each file and each entry of the index is of one of them, or of an earlier one.
    """
    states = [world.state for world in (*worlds, *earlier)]
    yield from _mixed("the file", [state.files for state in states], now.files)
    yield from _mixed("the index of", [state.index for state in states], now.index)
    if not standing(worlds, now):
        yield "HEAD holds something else than whole operations"


def standing(worlds: Sequence[World], now: State) -> list[World]:
    """Those of the worlds whose commits are there."""
    return [each for each in worlds if (each.state.tree, each.state.commits) == (now.tree, now.commits)]


def whole(worlds: Sequence[World], now: State) -> Iterator[str]:
    """What is wrong where nothing may be half done: it is one of the worlds, and nothing lies about."""
    if now.temporary:
        yield f"temporary files are left: {', '.join(now.temporary)}"
    if now.locks:
        yield f"locks of git are left: {', '.join(now.locks)}"
    differences = [list(_differences(world.state, now)) for world in worlds]
    if differences and not any(found == [] for found in differences):
        yield "; ".join(min(differences, key=len))
    elif not differences:
        yield "there is no world that it could be"


def _differences(world: State, now: State) -> Iterator[str]:
    for path in sorted(world.files.keys() | now.files.keys()):
        if world.files.get(path) != now.files.get(path):
            yield f"the file `{path}` {_is(now.files.get(path), world.files.get(path))}"
    if (world.tree, world.commits) != (now.tree, now.commits):
        yield f"HEAD has {now.commits} commits where there are {world.commits}, or other contents"
    for path in sorted(world.index.keys() | now.index.keys()):
        if world.index.get(path) != now.index.get(path):
            yield f"the index of `{path}` is {now.index.get(path)}, not {world.index.get(path)}"
    if now.last is not None and now.last != world.last:
        yield f"the last change is {now.last[:80]}, not {str(world.last)[:80]}"
    if set(now.own) - set(world.own):
        yield f"in .git/vis is left: {', '.join(sorted(set(now.own) - set(world.own)))}"


def _mixed(what: str, worlds: Sequence[Mapping[str, bytes | str]], now: Mapping[str, bytes | str]) -> Iterator[str]:
    for path in sorted(now.keys() | {path for world in worlds for path in world}):
        allowed: Collection[bytes | str | None] = [world.get(path) for world in worlds]
        if now.get(path) not in allowed:
            yield f"{what} `{path}` {_is(now.get(path), *allowed)}"


def _is(now: bytes | str | None, *allowed: bytes | str | None) -> str:
    lengths = " or ".join(sorted({"none" if each is None else f"{len(each)} long" for each in allowed}))
    return f"is {'none' if now is None else f'{len(now)} long'}, which is none of its whole states ({lengths})"

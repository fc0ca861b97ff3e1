"""What must come of an operation: it is run undisturbed in a copy, and what lies there afterwards is the truth.

A world is the register after some operations, each of them whole. Whatever happens to the tortured register, it is
afterwards one of the worlds that are possible.
"""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.faults.torture import county
from tests.faults.torture.county import Operation
from tests.faults.torture.runs import Runner
from tests.faults.torture.state import State, key, look

_KEPT = 300


@dataclass(frozen=True, slots=True)
class World:
    """A whole state, and the folder where it can be copied from."""

    root: Path
    state: State
    key: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """The exit code of an operation, and the world after it: the same one where it was refused."""

    code: int
    world: World


class Worlds:
    """All worlds that were needed so far, each made once."""

    def __init__(self, folder: Path, runner: Runner) -> None:
        self._folder, self._runner = folder, runner
        self._made: dict[str, World] = {}
        self._after: dict[tuple[str, Operation], Outcome] = {}
        self._count = 0
        self.start = self.after(self._keep(county.make(folder / "start/register").root), county.FIRST).world

    def copy(self, world: World, folder: Path) -> Path:
        """A register of one's own to torture."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(world.root.parent, folder, symlinks=True)
        return folder / world.root.name

    def after(self, world: World, operation: Operation) -> Outcome:
        """What comes of the operation in that world."""
        if (known := self._after.get((world.key, operation))) is not None:
            return known
        self._count += 1
        root = self.copy(world, self._folder / str(self._count))
        ended = self._runner.run(operation.arguments, root, county.surroundings(root))
        if ended.code is None or ended.code not in (0, 1, 2, 3):
            raise AssertionError(f"{operation}: undisturbed, it ends with {ended.code}: {ended.err}")
        outcome = Outcome(ended.code, self._keep(root))
        if ended.code and outcome.world.key != world.key:
            raise AssertionError(f"{operation}: refused with {ended.code}, it changed something")
        self._after[world.key, operation] = outcome
        return outcome

    def forget(self) -> None:
        """Keep the disk small: worlds that are far from the start are made again when they are needed."""
        if len(self._made) <= _KEPT:
            return
        for world in self._made.values():
            if world is not self.start:
                shutil.rmtree(world.root.parent, ignore_errors=True)
        self._made = {self.start.key: self.start}
        self._after.clear()

    def _keep(self, root: Path) -> World:
        state = look(root)
        found = World(root, state, key(state))
        if (known := self._made.setdefault(found.key, found)) is not found:
            shutil.rmtree(root.parent, ignore_errors=True)
        return known


def distinct(worlds: Iterable[World]) -> list[World]:
    """Each once, in the order in which they came."""
    return list({world.key: world for world in worlds}.values())

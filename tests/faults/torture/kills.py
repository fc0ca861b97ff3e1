"""Kill -9 at random moments of writing; before anything is mended, and after the next run, all must be whole."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, permutations
from pathlib import Path

from tests.faults.torture import county
from tests.faults.torture.county import OPERATIONS, Operation
from tests.faults.torture.judging import Phase, left_by_kill, phase, standing, whole
from tests.faults.torture.runs import LOCKED, Kill, Runner
from tests.faults.torture.state import State, look, sound
from tests.faults.torture.worlds import World, Worlds, distinct

PROOF = 1000
"""From so many kills on a run is a proof, and every phase must have been hit often."""
OFTEN = 30
_FSCK = 25
_AGAIN = 0.25
"""How often the run that recovers is killed too."""
_SAYS = 0.1
"""How often the lock that a killed git left is not removed before vis has spoken of it, which takes seconds."""
_LATE = 1.12
_AGAIN_SAID = "was changed by someone else meanwhile"
PHASES = (Phase.NOTHING, Phase.PREPARED, Phase.HALF, Phase.DONE, Phase.ACKNOWLEDGED)


@dataclass(slots=True)
class Killed:
    """The figures of a run."""

    kills: int = 0
    alone: int = 0
    trials: int = 0
    again: int = 0
    """How often the run after a kill had to be made once more, because it had read what was half done."""
    reordered: int = 0
    """How often it had read the register as it was before the change that it then finished."""
    phases: Counter[tuple[str, Phase]] = field(default_factory=Counter)
    locks: Counter[str] = field(default_factory=Counter)
    violations: list[str] = field(default_factory=list)

    def few(self) -> list[str]:
        """The phases that were hit too seldom."""
        enough = min(OFTEN, self.kills * OFTEN // PROOF)
        seen = [(mode, each, self.phases[mode, each]) for mode in ("commit", "files") for each in PHASES]
        return [f"{mode}, {each}: {count} (of {enough})" for mode, each, count in seen if count < enough]

    def failed(self) -> bool:
        """Whether something was lost, or a run that is to be a proof is none."""
        return bool(self.violations) or (self.kills >= PROOF and bool(self.few()))


@dataclass(slots=True)
class Loop:
    """The loop. `again` says whether there is to be one more trial."""

    folder: Path
    runner: Runner
    seed: int
    operations: tuple[Operation, ...] = OPERATIONS
    figures: Killed = field(default_factory=Killed)

    def run(self, again: Callable[[Killed], bool]) -> Killed:
        """Try until it is enough."""
        worlds = Worlds(self.folder / "worlds", self.runner if self.runner.prepare is None else Runner())
        while again(self.figures):
            Trial(self, worlds, random.Random(f"{self.seed}-{self.figures.trials}")).run()
            self.figures.trials += 1
            worlds.forget()
        return self.figures


@dataclass(slots=True)
class Trial:
    """One register: one run killed, sometimes a second one, and the next one left in peace."""

    loop: Loop
    worlds: Worlds
    random: random.Random
    seen: list[World] = field(default_factory=list)
    """Worlds that files and index may still be of, until somebody recovers."""
    told: list[str] = field(default_factory=list)

    def run(self) -> None:
        """Raises nothing: what is wrong is noted."""
        root = self.worlds.copy(self.worlds.start, self.loop.folder / "tortured")
        possible = [self.worlds.start]
        victims = 2 if self.random.random() < _AGAIN else 1
        order = sorted(self.loop.operations, key=lambda each: -(self.random.random() ** (1 / each.weight)))
        for operation in order[:victims]:
            possible = self._kill(root, operation, possible)
        for operation in order[victims:]:
            if all(self.worlds.after(world, operation).code == 0 for world in possible):
                self._next(root, operation, possible, order[:victims])
                break
        if self.loop.figures.trials % _FSCK == 0 and (wrong := sound(root)):
            self._violated(f"git fsck: {wrong}")

    def _kill(self, root: Path, operation: Operation, possible: list[World]) -> list[World]:
        figures = self.loop.figures
        after = [self.worlds.after(world, operation) for world in possible]
        kill = self._drawn(operation, possible[0])
        ended = self.loop.runner.run(operation.arguments, root, county.surroundings(root), kill)
        now = look(root)
        found = phase(operation, possible, after, ended, now)
        whom = "with all that it ran" if kill.group else "alone"
        when = f"{1000 * kill.seconds:.0f} ms after {kill.after[0]} {kill.after[1]}"
        self.told.append(f"`vis {' '.join(operation.arguments)}` killed {whom}, {when}: {found}")
        figures.kills += 1
        figures.alone += not kill.group
        figures.phases[operation.mode, found] += 1
        self._locks(now, "group" if kill.group else "vis alone")
        if ended.code == 0:
            if wrong := list(whole([each.world for each in after if each.code == 0], now)):
                self._violated(f"acknowledged, but {'; '.join(wrong)}")
            reached = [each.world for each in after if each.code == 0]
        else:
            if ended.code not in (None, 1, 2, 3, 4) or "Traceback" in ended.err:
                self._violated(f"exit code {ended.code}: {ended.err}")
            reached = distinct([*possible, *(each.world for each in after)])
            for wrong in left_by_kill(reached, self.seen, now):
                self._violated(wrong)
        self.seen += reached
        self._unlock(root, now)
        return standing(reached, now) or reached

    def _drawn(self, operation: Operation, world: World) -> Kill:
        """From a moment to the end, or only to the next moment: the last steps take the least time."""
        runner = self.loop.runner
        if not runner.moments(operation.arguments):  # not known yet: one runs in peace first
            root = self.worlds.copy(world, self.loop.folder / "undisturbed")
            runner.run(operation.arguments, root, county.surroundings(root))
        rests = runner.moments(operation.arguments) or {(LOCKED, 1): 0.0}
        moment = self.random.choice(list(rests))
        later = max((rest for rest in rests.values() if rest < rests[moment]), default=0.0)
        longest = self.random.choice((rests[moment] * _LATE, rests[moment] - later))
        return Kill(moment, self.random.uniform(0, longest), self.random.random() < 0.5)

    def _next(self, root: Path, operation: Operation, possible: list[World], killed: list[Operation]) -> None:
        after = [self.worlds.after(world, operation) for world in possible]
        ended = self.loop.runner.run(operation.arguments, root, county.surroundings(root))
        if ended.code == 4 and _AGAIN_SAID in ended.err:  # it had read a file before what was left half done was mended
            self.loop.figures.again += 1
            ended = self.loop.runner.run(operation.arguments, root, county.surroundings(root))
        self.told.append(f"then `vis {' '.join(operation.arguments)}`: exit code {ended.code}, {ended.err.strip()!r}")
        if ended.code != 0:
            self._violated("the next run does not succeed")
        elif wrong := list(whole(distinct(each.world for each in after), now := look(root))):
            now = replace(now, last=None)  # it is the last change all the same
            if any(not list(whole([world], now)) for world in self._other_orders(operation, killed)):
                self.loop.figures.reordered += 1
            else:
                self._violated("; ".join(wrong))

    def _other_orders(self, operation: Operation, killed: list[Operation]) -> Iterator[World]:
        """What the register would be, had the last one been made before one that was finished only then."""
        for several in chain.from_iterable(permutations(killed, count) for count in range(1, len(killed) + 1)):
            for place in range(len(several)):
                world = self.worlds.start
                for each in (*several[:place], operation, *several[place:]):
                    world = self.worlds.after(world, each).world
                yield world

    def _locks(self, now: State, who: str) -> None:
        for lock in now.locks:
            self.loop.figures.locks[f"{who}: {'ref' if '/refs/' in lock else lock.rpartition('/')[2]}"] += 1

    def _unlock(self, root: Path, now: State) -> None:
        """What a person does whom vis has told of a lock that a killed git left."""
        if not now.locks:
            return
        if self.random.random() < _SAYS and any(lock.endswith("index.lock") for lock in now.locks):
            commit = next(each for each in self.loop.operations if each.commit)
            ended = self.loop.runner.run(commit.arguments, root, county.surroundings(root))
            if ended.code != 4 or "index.lock" not in ended.err:
                self._violated(f"of the lock that is left vis says: {ended.code}, {ended.err}")
        for lock in now.locks:
            (root / lock).unlink(missing_ok=True)

    def _violated(self, what: str) -> None:
        self.loop.figures.violations.append(
            f"seed {self.loop.seed}, trial {self.loop.figures.trials}: {what} — " + " — ".join(self.told)
        )

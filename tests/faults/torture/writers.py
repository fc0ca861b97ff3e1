"""Many writers at once, alone and beside people who use plain git: every acknowledged change is there exactly once."""

import contextlib
import random
import re
import select
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from tests.faults.torture import county
from tests.faults.torture.runs import Ended, Running
from tests.faults.torture.state import git, look, sound
from tests.history.repositories import Repository

_SAVED = re.compile(r"saved in the register's history \(([0-9a-f]{12})\)")
_BUSY = (3, 4)
"""How a refusal ends. While git puts the files of another branch in place, some are missing: then also with 1."""
_PATIENCE = 120
"""Seconds after which a writer counts as hanging."""
_SLOW = 30
"""Seconds within which a write is to be over, on a machine with other work to do too."""
_TRIES = 50


@dataclass(frozen=True, slots=True)
class Wish:
    """One write of one writer: the command, the files that it is to change, and what must then stand in which."""

    arguments: tuple[str, ...]
    paths: frozenset[str]
    holds: tuple[str, str]


@dataclass(slots=True)
class Figures:
    """What came of it."""

    name: str
    writers: int
    acknowledged: int = 0
    refused: Counter[int] = field(default_factory=Counter)
    people: int = 0
    people_refused: int = 0
    seconds: list[float] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)

    def row(self) -> tuple[object, ...]:
        """For the table."""
        refusals = sum(self.refused.values())
        middle, most = (median(self.seconds), max(self.seconds)) if self.seconds else (0.0, 0.0)
        return self.name, self.writers, self.acknowledged, refusals, self.people, self.people_refused, middle, most


COLUMNS = ("what", "writers", "acknowledged", "refused", "plain commits", "plain refused", "p50 s", "max s")


@dataclass(slots=True)
class Writers:
    """`count` writers with `each` writes, with a commit or without; `beside` goes on while they write."""

    name: str
    folder: Path
    count: int
    each: int
    commit: bool
    beside: tuple[Callable[["Writers"], "People"], ...] = ()
    branches: tuple[str, ...] = ("main",)
    """Those that are checked out meanwhile."""
    figures: Figures = field(init=False)
    repository: Repository = field(init=False)
    _acknowledged: list[tuple[Wish, Ended]] = field(default_factory=list)

    def run(self) -> Figures:
        """All of them, to the end."""
        self.figures = Figures(self.name, self.count)
        # A plain `git commit` would commit what somebody has staged.
        self.repository = county.make(self.folder / "register", planted=not self.beside)
        for branch in self.branches[1:]:
            self.repository.git("branch", "-q", branch)
        before = look(self.repository.root)
        people = [begin(self) for begin in self.beside]
        try:
            self._write()
        finally:
            for each in people:
                each.stop()
        self.figures.people = sum(len(each.commits) for each in people)
        self.figures.people_refused = sum(each.refused for each in people)
        try:
            for wrong in self._wrong(before.commits, people):
                self.figures.violations.append(f"{self.name}: {wrong}")
        except AssertionError as broken:  # git cannot even read it
            self.figures.violations.append(f"{self.name}: {broken}")
        for path in county.PLANTED:
            file = self.repository.root / path
            if (file.read_bytes() if file.exists() else None) != before.files.get(path):
                self.figures.violations.append(f"{self.name}: `{path}`, which somebody had half done, is another")
        return self.figures

    def _write(self) -> None:
        waiting = [list(self._wishes(writer)) for writer in range(self.count)]
        tries: Counter[int] = Counter()
        running: dict[int, tuple[int, Wish, Running]] = {}
        while running or any(waiting):
            for writer, wishes in enumerate(waiting):
                if wishes and all(writer != busy for busy, _, _ in running.values()):
                    wish = wishes[0]
                    run = Running(wish.arguments, self.repository.root, county.surroundings(self.repository.root))
                    running[run.marks] = (writer, wish, run)
            for ready in select.select(list(running), [], [], _PATIENCE)[0]:
                writer, wish, run = running[ready]
                if run.read(0):
                    continue
                del running[ready]
                ended = run.end()
                tries[writer] += 1
                if self._ended(wish, ended) or tries[writer] == _TRIES:
                    waiting[writer].pop(0)
                    tries[writer] = 0

    def _ended(self, wish: Wish, ended: Ended) -> bool:
        """Whether the writer goes on to its next wish."""
        self.figures.seconds.append(ended.seconds)
        if ended.seconds > _SLOW and ended.code == 0 and not self.beside:
            self.figures.violations.append(f"{self.name}: a write took {ended.seconds:.1f} s")
        if ended.code == 0:
            self.figures.acknowledged += 1
            self._acknowledged.append((wish, ended))
            return True
        self.figures.refused[ended.code or -1] += 1
        if ended.code not in (_BUSY if self.branches == ("main",) else (*_BUSY, 1)) or "Traceback" in ended.err:
            self.figures.violations.append(f"{self.name}: `vis {' '.join(wish.arguments)}`: {ended.code}, {ended.err}")
            return True
        for lock in (self.repository.root / ".git").rglob("*.lock"):
            # Another one holds it at this moment, or nobody any more; then it is removed as a person would.
            with contextlib.suppress(FileNotFoundError):
                if time.time() - lock.stat().st_mtime > _SLOW:
                    lock.unlink()
        return False

    def _wishes(self, writer: int) -> Iterator[Wish]:
        """Writes of files of one's own, and of one that all of them change."""
        for number in range(self.each):
            more = ("--commit",) if self.commit else ()
            name = f"Prov {'abcdefghijklmnopqrstuvwxyz'[writer]}{'abcdefghijklmnopqrstuvwxyz'[number]}"
            id = name.lower().replace(" ", "-")
            person = ("person", "new", name, "--title", "chef", "--organisation", "testvik-kommun", *more)
            agreement = ("agreement", "new", "--title", name, "--type", "agreement", "--rule", "all-parties", *more)
            meeting = f"2032-{writer + 1:02}-{number + 1:02}"
            path = f"registry/meetings/styrgruppen/{meeting}.yaml"
            yield (
                Wish(person, frozenset({"registry/people.yaml"}), ("registry/people.yaml", f"\n{id}:\n")),
                Wish(
                    agreement,
                    frozenset({f"agreements/{id}/agreement.yaml", f"agreements/{id}/versions/1.0.yaml"}),
                    (f"agreements/{id}/agreement.yaml", f"id: {id}\n"),
                ),
                Wish(
                    ("meeting", "new", "styrgruppen", "--date", meeting, *more),
                    frozenset({path}),
                    (path, f"styrgruppen-{meeting}\n"),
                ),
            )[number % 3]

    def _wrong(self, commits: int, people: list["People"]) -> Iterator[str]:
        root = self.repository.root
        own = Counter[str]()
        for wish, ended in self._acknowledged:
            path, text = wish.holds
            if not self.commit:
                found = (root / path).read_text("utf-8")
            elif saved := _SAVED.search(ended.err):
                own[saved[1]] += 1
                tip = next((each for each in self.branches if saved[1] in git(root, "rev-list", each)), saved[1])
                found = git(root, "show", f"{tip}:{path}", accept=(0, 128))
                changed = git(root, "show", "--format=", "--name-only", "-z", saved[1], accept=(0, 128))
                if set(changed.split("\0")[:-1]) != wish.paths:
                    yield f"the commit {saved[1]} has other files than its own: {changed!r}"
            else:
                yield f"acknowledged without its commit: {ended.err}"
                continue
            if (times := f"\n{found}".count(text)) != 1:
                yield f"acknowledged, and {times} times in `{path}`: {text.strip()}"
        yield from (f"{count} writes were told the commit {commit}" for commit, count in own.items() if count > 1)
        history = git(root, "rev-list", *self.branches).split()
        short = {commit[:12] for commit in history}
        yield from (f"the commit {commit} is not in the history" for commit in own if commit not in short)
        made = [commit for each in people for commit in each.commits]
        yield from (f"the plain commit {commit} is lost" for commit in made if commit not in history)
        if len(history) != commits + len(own) + len(made):
            yield f"{len(history)} commits, where {commits} + {len(own)} + {len(made)} were acknowledged"
        now = look(root)
        if now.temporary or now.locks:
            yield f"left behind: {now.temporary + now.locks}"
        if faults := sound(root):
            yield f"git fsck: {faults}"
        dirty = {line[3:] for line in git(root, "status", "--porcelain", "-z", "-uall").split("\0")[:-1]}
        allowed = {*county.PLANTED} if not self.beside else {f"notes/own-{each.name}.md" for each in people}
        if not self.commit:
            allowed |= {path for wish, _ in self._acknowledged for path in wish.paths}
        if dirty - allowed:
            yield f"files differ from what is committed: {sorted(dirty - allowed)}"


class People:
    """Somebody beside the writers, in a process of its own; what it prints are the commits that it made."""

    def __init__(self, writers: Writers, script: str, pause: float, name: str) -> None:
        repository = writers.repository
        self.name = name
        self._stop = writers.folder / f"stop-{name}"
        self._process = subprocess.Popen(
            ["sh", "-c", script, "sh", name, str(pause), str(self._stop)],
            cwd=repository.root,
            env=repository.environ,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self.commits: list[str] = []
        self.refused = 0

    def stop(self) -> None:
        """Tell it to stop, and hear what it did."""
        self._stop.touch()
        said = self._process.communicate(timeout=_PATIENCE)[0].split()
        self.commits = [word for word in said if word != "refused"]
        self.refused = said.count("refused")


_COMMITS = """
number=0
while [ ! -e "$3" ]; do
  number=$((number + 1))
  echo "$number" > "notes/own-$1.md"
  if git add "notes/own-$1.md" && git commit -qm "notes $1 $number" > /dev/null
  then git log -1 --format=%H -- "notes/own-$1.md"; else echo refused; fi
  sleep "$2"
done
"""
_COLLECTS = 'while [ ! -e "$3" ]; do git gc -q --prune=now || echo refused; sleep "$2"; done'
_SWITCHES = """
while [ ! -e "$3" ]; do
  git checkout -q other || echo refused
  sleep "$2"
  git checkout -q main || echo refused
  sleep "$2"
done
git checkout -q main || git checkout -q main
"""


def committing(pause: float) -> Callable[[Writers], People]:
    """Somebody who does `git add` and `git commit` of a file of their own."""
    return lambda writers: People(writers, _COMMITS, pause, f"{random.randrange(10**6)}")


def collecting(writers: Writers) -> People:
    """Somebody who lets git throw away whatever nothing refers to."""
    return People(writers, _COLLECTS, 0.2, "gc")


def switching(writers: Writers) -> People:
    """Somebody who goes to another branch and back."""
    return People(writers, _SWITCHES, 0.3, "checkout")


def scenes(folder: Path, each: int) -> list[Writers]:
    """All that is tried, with so many writes of each writer."""
    people = (committing(0.02), committing(0.3))
    return [
        Writers("8 writers, each a commit", folder / "commits", 8, each, True),
        Writers("8 writers, no commit", folder / "files", 8, each, False),
        Writers("beside 2 who commit by plain git", folder / "people", 6, each, True, people),
        Writers("beside git gc --prune=now", folder / "gc", 4, each, True, (collecting,)),
        Writers("beside git checkout", folder / "checkout", 4, each, True, (switching,), ("main", "other")),
    ]


def summed(rows: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """The rows of several rounds, one for each scene: counts added, the median of medians, the greatest of the most."""
    found: dict[object, list[tuple[Any, ...]]] = {}
    for row in rows:
        found.setdefault(row[0], []).append(row)
    return [
        (
            *(name, same[0][1], *(sum(row[column] for row in same) for column in range(2, 6))),
            *(median(row[6] for row in same), max(row[7] for row in same)),
        )
        for name, same in found.items()
    ]

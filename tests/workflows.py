"""The steps of a workflow run as a runner does: its shell, its variables, a clone as actions/checkout makes it."""

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import vis_cli
from tests.history.repositories import IDENTITY
from vis_cli.source.yaml import parse

ROOT = Path(__file__).parent.parent
FORGE = ROOT / "vis_cli/forge"
SECRET = "ghs_EXEMPELexempelEXEMPELexempel012345"
"""Stands in the environment of every step, as a mistake of somebody's."""
_MEMORY = 3 * 2**30


@dataclass(frozen=True)
class Ran:
    """How a step ended, what it said, and what it took."""

    code: int
    out: str
    memory: int
    """The most that any process of it held, in bytes, or of one before it."""


def read(path: Path) -> dict[str, Any]:
    """A workflow, as our own reader has it."""
    data, faults = parse(path.read_text(encoding="utf-8"))
    assert not faults
    return dict(data)


def steps(workflow: Mapping[str, Any], job: str) -> dict[str, Mapping[str, Any]]:
    """The steps of a job that are shell, by name, with the job's variables; one without a name has its job's."""
    given = workflow["jobs"][job].get("env", {})
    return {
        step.get("name", job): {**step, "env": {**given, **step.get("env", {})}}
        for step in workflow["jobs"][job]["steps"]
        if "run" in step
    }


class Forge:
    """A forge's side: a repository that others fetch from, in a folder that stands for everything there is."""

    def __init__(self, world: Path, repository: Path) -> None:
        self.world = world
        self.bare = world / "forge.git"
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(world),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **IDENTITY,
        }
        self.git("clone", "-q", "--bare", str(repository), str(self.bare))

    def git(self, *arguments: str, cwd: Path | None = None, stdin: bytes | None = None) -> str:
        done = subprocess.run(
            ["git", *arguments], cwd=cwd or self.world, env=self.environ, input=stdin, capture_output=True, check=False
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8", "surrogateescape").strip()

    def fork(self, name: str) -> Path:
        """Somebody's own clone, on a branch."""
        folder = self.world / name
        self.git("clone", "-q", str(self.bare), str(folder))
        self.git("switch", "-qc", name, cwd=folder)
        return folder

    def request(self, fork: Path, number: int) -> str:
        """A pull request of what the fork has committed: `refs/pull/N/merge`, whose commit is answered."""
        self.git("push", "-q", str(self.bare), f"HEAD:refs/pull/{number}/head", cwd=fork)
        main, head = (self.git("-C", str(self.bare), "rev-parse", ref) for ref in ("main", f"refs/pull/{number}/head"))
        work = self.world / f"merge-{number}"
        self.git("-C", str(self.bare), "worktree", "add", "-q", "--detach", str(work), main)
        self.git("merge", "-q", "--no-ff", "-m", f"Merge {head} into {main}", head, cwd=work)
        made = self.git("rev-parse", "HEAD", cwd=work)
        self.git("-C", str(self.bare), "update-ref", f"refs/pull/{number}/merge", made)
        self.git("-C", str(self.bare), "worktree", "remove", "--force", str(work))
        return made


class Runner:
    """A machine for one job: `vis` is installed apart from everything that is fetched."""

    def __init__(self, world: Path, name: str = "runner") -> None:
        self.home = world / name
        self.temp, self.work = self.home / "temp", self.home / "work"
        for folder in (self.temp / "vis/bin", self.work, self.home / "tmp"):
            folder.mkdir(parents=True)
        self.summary = self.temp / "summary.md"
        self.summary.touch()
        program = self.temp / "vis/bin/vis"
        trusted = Path(vis_cli.__file__).parent.parent
        # As the script that pip writes: an interpreter of its own, and only its own folder to import from.
        program.write_text(f'#!/bin/sh\nPYTHONPATH={trusted} exec {sys.executable} -P -m vis_cli "$@"\n')
        program.chmod(0o755)
        self.environ = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "TMPDIR": str(self.home / "tmp"),
            "LANG": "C.UTF-8",
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(self.work),
            "RUNNER_TEMP": str(self.temp),
            "GIT_CONFIG_NOSYSTEM": "1",
            "SECRET_OF_SOMEBODY": SECRET,
        }

    def checkout(self, forge: Forge, ref: str, *, depth: int = 0, folder: str = "register") -> Path:
        """As actions/checkout with `fetch-depth` and without credentials: a branch by its name, else detached."""
        clone = self.work / folder
        git = ("-C", str(clone))
        forge.git("init", "-q", "-b", "master", str(clone))
        forge.git(*git, "remote", "add", "origin", f"file://{forge.bare}")
        branch = ref.removeprefix("refs/heads/") if ref.startswith("refs/heads/") else None
        here = f"refs/remotes/origin/{branch}" if branch else ref.replace("refs/", "refs/remotes/", 1)
        wanted = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"] if not depth else []
        shallow = [f"--depth={depth}"] if depth else []
        forge.git(*git, "fetch", "-q", "--no-tags", *shallow, "origin", *wanted, f"+{ref}:{here}")
        forge.git(*git, "checkout", "-q", "--force", *(("-B", branch, here) if branch else (here,)))
        return clone

    def run(
        self,
        workflow: Mapping[str, Any],
        step: Mapping[str, Any],
        event: Mapping[str, str] | None = None,
        *,
        more: Mapping[str, str] | None = None,
        netless: bool = False,
    ) -> Ran:
        """Run a step; `event` gives what its expressions come to, by the variable that each is in."""
        assert "${{" not in step["run"], "an expression in a script is a way in"
        told = {**workflow.get("env", {}), **step.get("env", {})}
        told = {name: (event or {})[name] if "${{" in str(value) else str(value) for name, value in told.items()}
        script = self.home / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        command: Sequence[str] = ["bash", "-e", str(script)]
        if netless and without_network():
            command = ["unshare", "-rn", *command]
        done = subprocess.run(
            command,
            cwd=self.work / step.get("working-directory", "."),
            env={**self.environ, **told, **(more or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=90,
            preexec_fn=_limited,
            check=False,
        )
        script.unlink()
        most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        return Ran(done.returncode, done.stdout.decode("utf-8", "surrogateescape"), most)


def _limited() -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def without_network() -> bool:
    """Whether a process can be given a network of its own, with nothing in it."""
    found = shutil.which("unshare")
    return found is not None and subprocess.run([found, "-rn", "true"], capture_output=True).returncode == 0

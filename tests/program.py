"""The real program in a process of its own, and the files of a small register for it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import vis_cli
from tests.warm import Warm, serves

VIS_YAML = """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
"""
"""The least that a register must hold."""

# -P: as for the installed `vis`, the folder that it works in is not a place to import from.
PROGRAM = (sys.executable, "-P", "-m", "vis_cli")
_PLACE = re.compile(r"(?P<place>\S.*?:\d+:\d+): (?:error|warning|gap)\[(?P<code>VIS\d{3})\] ")
_ENDS_OF_LINES = re.compile("[\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True)
class Done:
    """How a run of the program ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of standard output."""
        return self.out.splitlines()

    @property
    def found(self) -> list[str]:
        """`file:line:col CODE` of every line of a concise report."""
        matches = [_PLACE.match(line) for line in self.out.split("\n") if line]
        assert all(matches), self.out
        return [f"{match['place']} {match['code']}" for match in matches if match]


def vis(
    *arguments: str | bytes | Path,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    timeout: float = 20,
    traceback: bool = False,
    prepare: Callable[[], object] | None = None,
    stdout: int = subprocess.PIPE,
) -> Done:
    """Run `vis` with the arguments, in English; `prepare` runs in the new process, before the program does."""
    if prepare is None and stdout == subprocess.PIPE and serves(env or {}):
        surroundings = environment(cwd, env)
        code, told, faults = _warm(surroundings["VIS_LANG"]).run(arguments, cwd, surroundings, timeout)
    else:
        code, told, faults = _cold(arguments, cwd, env, timeout, prepare, stdout)
    out, err = told.decode(), faults.decode()
    if not traceback:
        assert "Traceback" not in err + out, err
        assert "Exception ignored" not in err, err
    assert not _ENDS_OF_LINES.search(out + err)
    assert "\x1b" not in out + err
    return Done(code, out, err)


@cache
def _warm(language: str) -> Warm:
    return Warm(environment(Path("/"), {"VIS_LANG": language}))


def _cold(
    arguments: Sequence[str | bytes | Path],
    cwd: Path,
    env: Mapping[str, str] | None,
    timeout: float,
    prepare: Callable[[], object] | None,
    stdout: int,
) -> tuple[int, bytes, bytes]:
    done = subprocess.run(
        [*PROGRAM, *arguments],
        cwd=cwd,
        env=environment(cwd, env),
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=timeout,
        preexec_fn=prepare,
        check=False,
    )
    return done.returncode, done.stdout or b"", done.stderr


def environment(home: Path, more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Nothing of the environment that the tests run in but the path to Git; answers are kept where a test says so."""
    kept = {} if "XDG_CACHE_HOME" in (more or {}) else {"VIS_NO_CACHE": "1"}
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(Path(vis_cli.__file__).parent.parent),
        "HOME": str(home),
        "LANG": "C.UTF-8",
        "VIS_LANG": "en",
        "NO_COLOR": "1",
        **kept,
        **(more or {}),
    }


def register(folder: Path, files: Mapping[str, str | bytes] | None = None, *, vis_yaml: str | None = VIS_YAML) -> Path:
    """Write a register: the files, and a `registry/vis.yaml` unless that is None."""
    (folder / "registry").mkdir(parents=True, exist_ok=True)
    if vis_yaml is not None:
        (folder / "registry/vis.yaml").write_text(vis_yaml, encoding="utf-8")
    for path, content in (files or {}).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def check(folder: Path, files: Mapping[str, str | bytes] | None = None, *options: str) -> Done:
    """Write the files and run `vis check` over the register, by the rules on files and on references."""
    arguments = ("--format", "concise", "--select", "VIS0,VIS201", *options)
    return vis("check", *arguments, cwd=register(folder, files, vis_yaml=None if files is None else VIS_YAML))


def interrupted(process: "subprocess.Popen[bytes]") -> int:
    """The exit code of a process that is told to stop as by Ctrl-C."""
    process.send_signal(signal.SIGINT)
    return process.wait(20)

"""A process that has read the program's modules once, and becomes the program as often as it is asked.

Most of a short run is reading modules. Here they are read once for each worker of the tests: each run is a fork of this
process, with its own arguments, environment, folder and streams, and goes through the entry point to its own exit.
There is one for each language, since the CLI looks up its texts when it is read.
"""

import gc
import importlib
import json
import os
import pkgutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Lock
from types import ModuleType

_OWN = ("vis_cli.__main__", "vis_cli.reference", "vis_cli.sample")
"""What is read by each run itself, if at all."""
_COLD = ("PYTHON", "LC_", "LANG", "PATH", "LD_", "GIT_PYTHON", "TZ", "MALLOC", "TERMINAL_WIDTH")
"""Beginnings of the names that Python or a library reads before the program does."""
fork = getattr(os, "fork", None)
"""Kept by its name: `tests.faults.windows` takes it out of `os`."""


def serves(env: Mapping[str, str]) -> bool:
    """Whether a run with these variables beside the usual ones can be a fork."""
    others = (name for name, value in env.items() if name != "PATH" or value != os.environ.get("PATH"))
    return hasattr(os, "fork") and "VIS_COLD" not in os.environ and not any(name.startswith(_COLD) for name in others)


class Warm:
    """The process, seen from the tests."""

    def __init__(self, env: Mapping[str, str], module: str = "tests.warm") -> None:
        self._lock = Lock()
        self._end, theirs = socket.socketpair()
        arguments = [sys.executable, "-P", "-m", module, str(theirs.fileno())]
        self._server = subprocess.Popen(
            arguments, env=dict(env), pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, cwd="/"
        )
        theirs.close()

    def run(
        self,
        arguments: Sequence[str | bytes | Path],
        cwd: Path,
        env: Mapping[str, str],
        timeout: float,
        *,
        together: bool = False,
    ) -> tuple[int, bytes, bytes]:
        """Exit code, standard output and errors of a run; with `together` all is output. Raises TimeoutExpired."""
        asked = {"arguments": [os.fsdecode(each) for each in arguments], "cwd": str(cwd), "env": dict(env)}
        with self._lock:
            (out, their_out), (err, their_err) = os.pipe(), os.pipe()
            theirs = [their_out, their_out if together else their_err]
            socket.send_fds(self._end, [json.dumps(asked).encode() + b"\n"], theirs)
            os.close(their_out)
            os.close(their_err)
            child = int(self._answer())
            with os.fdopen(out, "rb") as told, os.fdopen(err, "rb") as faults:
                try:
                    said = _read([told.fileno(), faults.fileno()], timeout)
                except TimeoutError:
                    os.kill(child, signal.SIGKILL)
                    self._answer()
                    raise subprocess.TimeoutExpired(["vis", *asked["arguments"]], timeout) from None
            return int(self._answer()), said[0], said[1]

    def close(self) -> None:
        """Let it end. What it has reckoned is counted here, and not when some other test waits for a child."""
        self._end.close()
        self._server.wait()

    def _answer(self) -> str:
        line = b""
        while not line.endswith(b"\n"):
            more = self._end.recv(1)
            assert more, "the process that is forked has ended"
            line += more
        return line.decode()


def _read(ends: Sequence[int], timeout: float) -> list[bytes]:
    import selectors

    said = {end: bytearray() for end in ends}
    until = time.monotonic() + timeout
    with selectors.DefaultSelector() as selector:
        for end in ends:
            selector.register(end, selectors.EVENT_READ)
        while selector.get_map():
            if not (ready := selector.select(until - time.monotonic())) and time.monotonic() >= until:
                raise TimeoutError
            for key, _ in ready:
                if more := os.read(key.fd, 1 << 16):
                    said[key.fd] += more
                else:
                    selector.unregister(key.fd)
    return [bytes(said[end]) for end in ends]


def _serve(end: socket.socket) -> None:
    while True:
        asked, fds = b"", []
        while not asked.endswith(b"\n"):
            more, got, _, _ = socket.recv_fds(end, 1 << 16, 2)
            if not more:
                return
            asked, fds = asked + more, [*fds, *got]
        child = fork()
        if not child:
            end.close()
            _become(json.loads(asked), fds)
        for fd in fds:
            os.close(fd)
        end.sendall(f"{child}\n".encode())
        end.sendall(f"{os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])}\n".encode())


def _become(asked: dict, fds: list[int]) -> None:
    for fd, place in zip(fds, (1, 2), strict=True):
        os.dup2(fd, place)
        os.close(fd)
    # As a new interpreter makes them: those of this process were made for whatever its streams were.
    sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", buffering=1, closefd=False)
    os.environ.clear()
    os.environ.update(asked["env"])
    os.chdir(asked["cwd"])
    sys.argv = ["vis", *asked["arguments"]]
    from vis_cli.cli.boundary import run

    run()


def _import(package: ModuleType) -> None:
    for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        if not found.name.startswith(_OWN):
            module = importlib.import_module(found.name)
            if found.ispkg:
                _import(module)


def _load() -> None:
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # as the program itself does, before pydantic is read
    gc.disable()
    import typer.main  # noqa: F401

    import vis_cli

    _import(vis_cli)
    from vis_cli.model import ENTITIES

    for model in ENTITIES.values():
        model.model_rebuild(force=True)
    gc.freeze()


if __name__ == "__main__":
    _load()
    _serve(socket.socket(fileno=int(sys.argv[1])))

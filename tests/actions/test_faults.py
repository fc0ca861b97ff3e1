"""Each call that can fail is made to fail, one after the other: all or nothing holds every time."""

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from repositories import Repository

from vis_cli.actions.apply import apply
from vis_cli.errors import Failure

CALLS = ("open", "write", "fsync", "replace", "mkdir", "unlink", "close", "fchmod", "stat")
CHANGES = {
    "registry/people.yaml": b"exempel-b: {}\n",
    "registry/new/a.yaml": b"a: 1\n",
    "registry/groups/exempelgruppen.yaml": None,
}


def fail(monkeypatch: pytest.MonkeyPatch, root: Path, call: str, nth: int) -> list[int]:
    """Let the nth call for something in the register fail, and all later ones succeed; answers a list that counts."""
    real: Callable[..., object] = getattr(os, call)
    count: list[int] = []

    def counted(*arguments: object, **options: object) -> object:
        if not sys._getframe(1).f_globals["__name__"].startswith(("vis_cli", "pathlib")):
            return real(*arguments, **options)  # the machinery that starts git has its own ways to fail
        count.append(1)
        if len(count) == nth:
            if call == "close":
                real(*arguments, **options)
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(*arguments, **options)

    monkeypatch.setattr(os, call, counted)
    return count


@pytest.mark.parametrize(
    ("call", "commit"),
    [*((call, False) for call in CALLS), *((call, True) for call in CALLS if call not in ("close", "stat"))],
)
def test_whatever_call_fails_all_or_nothing_is_done(
    register: Repository, call: str, commit: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    git = register.open()
    start = register.git("rev-parse", "HEAD")
    before = {
        path: (register.root / path).read_bytes() if (register.root / path).exists() else None for path in CHANGES
    }
    for nth in range(1, 200):
        with monkeypatch.context() as patch:
            count = fail(patch, register.root, call, nth)
            try:
                done = apply(register.root, CHANGES, verify=lambda tree: (), git=git, message="x", commit=commit)
            except Failure as failure:
                done = None
                assert failure.exit_code == 5, f"{call} {nth}: {failure}"
        if done is None:
            now = {p: (register.root / p).read_bytes() if (register.root / p).exists() else None for p in CHANGES}
            assert now == before, f"{call} {nth}"
            assert register.git("rev-parse", "HEAD") == start
            assert not list(register.root.rglob("*.vis-tmp")), f"{call} {nth}"
            assert register.git("status", "--porcelain") == ""
            continue
        if commit:
            assert register.git("rev-parse", "HEAD") == done.commit != start
            # What failed after the branch moved is a notice, and the next writer makes up for it.
            apply(register.root, {"registry/next.yaml": b""}, verify=lambda tree: (), git=git, message="y", commit=True)
            assert register.git("status", "--porcelain") == ""
        for path, data in CHANGES.items():
            file = register.root / path
            assert (file.read_bytes() if file.exists() else None) == data, f"{call} {nth}"
        assert not list(register.root.rglob("*.vis-tmp"))
        if len(count) < nth:
            return
        register.git("reset", "-q", "--hard", start)
        register.git("clean", "-qfd")
    raise AssertionError("there was no end of calls to fail")

"""Answers that were given before, in a folder of the user's own: found by a key, proved when read, never needed.

A key stands for everything that an answer follows from, so an entry is right or is not found; no time stamp is
believed. Whatever is wrong with the folder or an entry, there is then no answer, and never an error.
"""

import contextlib
import hashlib
import json
import os
import stat
from dataclasses import dataclass
from pathlib import Path

MOST_OF_ONE = 4 * 1024 * 1024
"""The longest answer that is kept, in bytes."""
MOST_OF_ALL = 64 * 1024 * 1024
"""So much the folder may hold; what has not been asked for longest goes first."""
_MOST_ENTRIES = 1000
_CAREFULLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _CAREFULLY
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CAREFULLY


@dataclass(frozen=True, slots=True)
class Answer:
    """What was printed, and the exit code."""

    code: int
    text: str


class Kept:
    """The answers in a folder. It is used if it is the user's own, no link, and closed to everybody else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Answer | None:
        """The answer kept under a key (a digest), if there is one and it is whole."""
        if not self._is_own():
            return None
        path = self._folder / f"{key}.json"
        try:
            data = _read(path)
            found = json.loads(data)
            answer = Answer(found["code"], found["text"])
            if found["proof"] != _proof(key, answer):
                return None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # asked for just now: only for which goes first
        return answer

    def put(self, key: str, answer: Answer) -> None:
        """Keep an answer, if that can be done."""
        entry = {"code": answer.code, "text": answer.text, "proof": _proof(key, answer)}
        data = json.dumps(entry).encode()
        if len(data) > MOST_OF_ONE:
            return
        partial = self._folder / f"{key}.{os.getpid()}.part"
        with contextlib.suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._is_own():
                return
            try:
                descriptor = os.open(partial, _WRITE, 0o600)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(data)
                partial.replace(self._folder / f"{key}.json")
            except OSError:
                partial.unlink()
            self._make_room()

    def clear(self) -> None:
        """Keep none of them any more. What cannot be removed stays, as what is in a folder that is not the user's."""
        if not self._is_own():
            return
        with contextlib.suppress(OSError):
            for name in os.listdir(self._folder):  # noqa: PTH208
                if name.endswith((".json", ".part")):
                    with contextlib.suppress(OSError):
                        (self._folder / name).unlink()

    def _is_own(self) -> bool:
        try:
            about = os.lstat(self._folder)
        except (OSError, ValueError):
            return False
        if not stat.S_ISDIR(about.st_mode):
            return False
        return not hasattr(os, "geteuid") or (about.st_uid == os.geteuid() and not about.st_mode & 0o077)

    def _make_room(self) -> None:
        with os.scandir(self._folder) as items:
            found = [(item.stat(follow_symlinks=False), item.path) for item in items]
        found.sort(key=lambda item: -item[0].st_mtime_ns)
        size = 0
        for index, (about, path) in enumerate(found):
            size += about.st_size
            if size > MOST_OF_ALL or index >= _MOST_ENTRIES:
                with contextlib.suppress(OSError):
                    os.unlink(path)  # noqa: PTH108


def _read(path: Path) -> bytes:
    with os.fdopen(os.open(path, _READ), "rb") as file:
        return file.read(MOST_OF_ONE)


def _proof(key: str, answer: Answer) -> str:
    return hashlib.sha256(f"{key}\0{answer.code}\0{answer.text}".encode("utf-8", "surrogatepass")).hexdigest()

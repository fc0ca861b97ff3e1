"""Texts that a second process reads as YAML while the first makes entities of those before them."""

import marshal
from collections.abc import Iterator, Mapping
from typing import Any

from vis_cli.source.second import second
from vis_cli.source.text import decode
from vis_cli.source.yaml import YamlFault, parse

FROM = 2000
"""With fewer files it does not pay."""
_OWN = 4
"""Of so many files the first process reads one itself: as many, at the beginning, as it can before the others come."""
_AT_ONCE = 64


class Ahead:
    """What the files hold, as far as it is known already. Whatever has a fault is left to the first process."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._paths = list(files)[len(files) // _OWN :]
        self._values: dict[str, tuple[Any] | None] = {}
        self._asked = 0
        self._second = second(lambda: _read(self._paths, files)) if len(files) >= FROM else None

    def take(self, path: str) -> tuple[Any] | None:
        """The data of a file in a tuple of one, where it is known; then nothing is wrong with its text either."""
        if self._second and self._asked % 8 == 0:
            for message in self._second.arrived():
                first, values = marshal.loads(message)
                self._values.update(zip(self._paths[first : first + _AT_ONCE], values, strict=True))
        self._asked += 1
        return self._values.pop(path, None)

    def end(self) -> None:
        """No more is asked for."""
        if self._second:
            self._second.end()


def _read(paths: list[str], files: Mapping[str, bytes]) -> Iterator[bytes]:
    for first in range(0, len(paths), _AT_ONCE):
        yield marshal.dumps((first, [_value(path, files[path]) for path in paths[first : first + _AT_ONCE]]), 2)


def _value(path: str, data: bytes) -> tuple[Any] | None:
    text, found = decode(path, data)
    try:
        value, faults = parse(text)
    except YamlFault:
        return None
    return None if found or faults else (value,)

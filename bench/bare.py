"""The bare pass that `vis check` is held against: list, read, libyaml's events to plain data, and nothing else.

Run as a program of its own: `python bench/bare.py FOLDER`. Plain scalars follow the YAML 1.2 core schema; there are no
limits, no places, no checks of the text, no models and no rules.
"""

import os
import re
import sys
from collections.abc import Iterator
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml.events import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

_INTEGER = re.compile(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_WORDS |= dict.fromkeys((".inf", ".Inf", ".INF"), float("inf")) | dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan"))
_NUMERIC = frozenset("0123456789+-.")


def load(text: str) -> Any:
    """The data of a text that is valid."""
    get = CParser(text).get_event
    get(), get()
    return _value(get, get())


def _value(get: Any, event: Any) -> Any:
    kind = type(event)
    if kind is ScalarEvent:
        return _plain(event.value) if event.implicit[0] else event.value
    if kind is MappingStartEvent:
        found = {}
        while type(event := get()) is not MappingEndEvent:
            found[event.value] = _value(get, get())
        return found
    items = []
    while type(event := get()) is not SequenceEndEvent:
        items.append(_value(get, event))
    return items


def _plain(text: str) -> Any:
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMERIC:
        if _INTEGER.match(text):
            return int(text, 8 if text[1:2] == "o" else 16 if text[1:2] == "x" else 10)
        if _FLOAT.match(text):
            return float(text)
    return text


def paths(folder: str) -> Iterator[str]:
    """All files below a folder."""
    with os.scandir(folder) as found:
        for item in found:
            if item.is_dir():
                yield from paths(item.path)
            else:
                yield item.path


def main() -> None:
    """Read everything and keep it, as whoever wants to check it must."""
    data = {}
    for path in sorted(paths(sys.argv[1])):
        with open(path, encoding="utf-8") as file:  # noqa: PTH123
            data[path] = load(file.read())
    print(len(data), "files")


if __name__ == "__main__":
    main()

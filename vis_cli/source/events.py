"""libyaml's events without the weight.

ruamel's C parser makes its events through the classes that its module names, and their layered `__init__` takes longer
than all of libyaml's own work. What stands here is flat; putting it in the
place of those classes more than halves the time of a pass. Whoever reads events imports parser and classes from here.
"""

from typing import Any

import _ruamel_yaml
from _ruamel_yaml import CParser
from ruamel.yaml.events import AliasEvent, StreamEndEvent

__all__ = [
    "AliasEvent",
    "CParser",
    "MappingEndEvent",
    "MappingStartEvent",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
]


ScalarEvent: type[tuple[Any, ...]] = tuple
"""A key or a value that is no map and no list: (anchor, tag, implicit, value, start mark, end mark, style).

A plain tuple, since three events in four are one of these."""


def _scalar(*event: Any) -> tuple[Any, ...]:
    return event


class _StartEvent:
    __slots__ = ("anchor", "end_mark", "flow_style", "start_mark", "tag")

    def __init__(self, anchor: Any, tag: Any, implicit: Any, start: Any, end: Any, flow_style: Any) -> None:
        self.anchor = anchor
        self.tag = tag
        self.start_mark = start
        self.end_mark = end
        self.flow_style = flow_style


class _EndEvent:
    __slots__ = ("end_mark", "start_mark")

    def __init__(self, start: Any, end: Any) -> None:
        self.start_mark = start
        self.end_mark = end


class MappingStartEvent(_StartEvent):
    """A map begins."""

    __slots__ = ()


class MappingEndEvent(_EndEvent):
    """A map ends."""

    __slots__ = ()


class SequenceStartEvent(_StartEvent):
    """A list begins."""

    __slots__ = ()


class SequenceEndEvent(_EndEvent):
    """A list ends."""

    __slots__ = ()


for _class in (MappingStartEvent, MappingEndEvent, SequenceStartEvent, SequenceEndEvent):
    setattr(_ruamel_yaml, _class.__name__, _class)
_ruamel_yaml.ScalarEvent = _scalar

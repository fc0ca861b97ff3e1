"""What goes well and has something to know about it, where a failure is what does not go at all."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Notice:
    """What the user should know of something that is done all the same; a template and its values, as in `Failure`."""

    message: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.values)

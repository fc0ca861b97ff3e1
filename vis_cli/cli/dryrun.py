"""What a command would write, as a unified diff."""

import difflib
from collections.abc import Iterator, Mapping

from vis_cli.diagnostics.wording import visible

_COLOURS = {"@": "36", "-": "31", "+": "32"}
_NOWHERE = "/dev/null"


def diff(changes: Mapping[str, tuple[bytes | None, bytes | None]], colour: bool) -> Iterator[str]:
    """The lines of a diff that `patch -p1` and `git apply` take; characters that cannot be seen are written out."""
    for path, (old, new) in changes.items():
        names = (_NOWHERE if old is None else f"a/{path}", _NOWHERE if new is None else f"b/{path}")
        for number, line in enumerate(difflib.unified_diff(_lines(old), _lines(new), *names)):
            text = visible(line.removesuffix("\n"))
            paint = "1" if number < 2 else _COLOURS.get(line[0])
            yield f"\x1b[{paint}m{text}\x1b[0m" if colour and paint else text
            if number >= 2 and not line.endswith("\n") and line[0] != "@":
                yield "\\ No newline at end of file"


def _lines(data: bytes | None) -> list[str]:
    text = (data or b"").decode("utf-8", "replace")
    lines = text.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + lines[-1:] * bool(lines[-1])

"""Plain data to YAML text in the canonical style: every reader of YAML, old or new, takes it for the same data."""

import re
from datetime import date
from typing import Any

from vis_cli.errors import N_, Failure
from vis_cli.source.text import character_name, forbidden
from vis_cli.source.yaml import resolve

WIDTH = 100
"""A text that does not fit in so many columns is folded; a list in brackets must fit."""

_LONGEST_KEY = 1000
_NUMBER_LIMIT = 10**18

# What YAML 1.1 or 1.2 readers take for something else than text, seen broadly: `2022-23` and `14:00` are among them.
_NUMBERLIKE = re.compile(r"-?[0-9][-+0-9_.,: eETtZz]*\Z|-?0[xX][0-9a-fA-F_]+\Z|-?0[oObB][0-9_]+\Z")
_WORDS = frozenset(["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "<<", "="])
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`+. ]|.*(?:: | #|[: ]\Z)")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}:?]")
_BREAK_AT = re.compile(r"(?<=[^ ]) (?=[^ ])")
_SURROGATE = re.compile("[\ud800-\udfff]")


def emit(value: Any, *, flow: bool = False) -> str:
    """The text of a whole file; with `flow`, lists of short scalars are written `[a, b]`."""
    return "\n".join(lines(value, 0, flow=flow)) + "\n"


def lines(value: Any, column: int, *, flow: bool = False, blocks: bool = True) -> list[str]:
    """The lines of a value that stands by itself, beginning at `column`; without `blocks`, texts are in quotes."""
    if isinstance(value, dict) and value:
        pairs = ((f"{key(name)}:", item) for name, item in value.items())
        return [line for head, item in pairs for line in entry(head, item, column, flow=flow, blocks=blocks)]
    if isinstance(value, list) and value:
        return [line for item in value for line in entry("-", item, column, flow=flow, blocks=blocks)]
    first, *rest = inline(value, column, column + 2, blocks=blocks)
    return [" " * column + first, *rest]


def entry(head: str, value: Any, column: int, *, flow: bool = False, blocks: bool = True) -> list[str]:
    """The lines of a pair (`head` is `key:`) or an item (`-`) whose head stands at `column`."""
    pad = " " * column
    if isinstance(value, (dict, list)) and value:
        if flow and isinstance(value, list) and not any(isinstance(item, (dict, list)) for item in value):
            line = f"{pad}{head} {flow_text(value)}"
            if len(line) <= WIDTH:
                return [line]
        below = lines(value, column + 2, flow=flow, blocks=blocks)
        return [f"{pad}- {below[0][column + 2 :]}", *below[1:]] if head == "-" else [pad + head, *below]
    first, *rest = inline(value, column + len(head) + 1, column + 2, blocks=blocks)
    return [f"{pad}{head} {first}", *rest]


def inline(value: Any, column: int, below: int, *, blocks: bool = True) -> list[str]:
    """A scalar, `[]` or `{}` that begins at `column`; the further lines of a block text begin at `below`."""
    if not isinstance(value, str):
        return [flow_text(value)]
    _refuse(value)
    if not blocks:
        return [quoted(value)]
    return (literal(value, below) if "\n" in value else _folded(value, column, below)) or [quoted(value)]


def key(name: str, *, flow: bool = False) -> str:
    """A key as it is written before its colon."""
    _refuse(name)
    token = quoted(name, flow=flow)
    if len(token) > _LONGEST_KEY or name == "<<":
        message = N_("`{name}` cannot be a key")
        raise Failure(message, hint=N_("a key is a short word that says what its value is"), name=name[:40])
    return token


def flow_text(value: Any) -> str:
    """A value on one line: scalars as they stand inside brackets, lists `[a, b]`, maps `{a: 1}`."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key(name, flow=True)}: {flow_text(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    if isinstance(value, str):
        _refuse(value)
        return quoted(value, flow=True)
    return _constant(value)


def quoted(text: str, *, flow: bool = False) -> str:
    """A text on one line: plain where every reader takes it as this text, else in quotes."""
    if _plain(text, flow):
        return text
    if "\n" not in text and "\t" not in text:
        return "'" + text.replace("'", "''") + "'"
    for sign, escape in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t")):
        text = text.replace(sign, escape)
    return f'"{text}"'


def literal(text: str, column: int) -> list[str]:
    """The text as a block (`|`) whose lines begin at `column`; nothing where quotes are safer."""
    rows = text.split("\n")
    if "\t" in text or not text.strip("\n") or text.endswith("\n\n") or any(row.endswith(" ") for row in rows):
        return []
    indent = "2" if next(row for row in rows if row).startswith(" ") else ""
    chomping = "-" if rows[-1] else ""
    if not rows[-1]:
        rows.pop()
    return [f"|{indent}{chomping}", *(" " * column + row if row else "" for row in rows)]


def _folded(text: str, column: int, below: int) -> list[str]:
    """The text as a block (`>-`) where it is too long for the line and can be broken between words."""
    if column + len(quoted(text)) <= WIDTH or "\t" in text or text[:1] == " " or text[-1:] == " ":
        return []
    pad = " " * below
    first, *words = _BREAK_AT.split(text)
    rows = [first]
    for word in words:
        if below + len(rows[-1]) + 1 + len(word) <= WIDTH:
            rows[-1] += " " + word
        else:
            rows.append(word)
    return [">-", *(pad + row for row in rows)] if words else []


def _plain(text: str, flow: bool) -> bool:
    if not text or "\n" in text or "\t" in text or _NOT_PLAIN.match(text) or text.lower() in _WORDS:
        return False
    if flow and _NOT_PLAIN_IN_FLOW.search(text):
        return False
    return _is_date(text) or (not _NUMBERLIKE.match(text) and isinstance(resolve(text), str))


def _is_date(text: str) -> bool:
    if not _DATE.match(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _constant(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        if abs(value) >= _NUMBER_LIMIT:
            hint = N_("write it as text, in quotes")
            raise Failure(N_("the number {number} has more than 18 digits"), hint=hint, number=value)
        return str(value)
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return ".nan" if value != value else ".inf" if value > 0 else "-.inf"
        digits = repr(value)
        return digits if "e" not in digits or "." in digits else digits.replace("e", ".0e")
    raise TypeError(f"not plain data: {value!r}")


def _refuse(text: str) -> None:
    hit = forbidden(text)
    name = hit[1] if hit else None
    if name is None and (surrogate := _SURROGATE.search(text)):
        name = character_name(surrogate[0])
    if name is not None:
        hint = N_("remove it; it often comes with text pasted from a web page or from Word")
        raise Failure(N_("the character {character} may not stand in a value"), hint=hint, character=name)

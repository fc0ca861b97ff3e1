"""YAML text to plain data: libyaml's events, our own YAML 1.2 core rules, and limits.

Data comes from the first pass; where a value stands is found by a second one (`nodes`),
only for files that have something to report.
"""

import re
from typing import Any
from unicodedata import is_normalized

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from vis_cli.errors import N_
from vis_cli.source.events import (
    AliasEvent,
    CParser,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from vis_cli.source.text import forbidden

MAX_DEPTH = 24
MAX_VALUES = 20_000
MAX_VALUE = 64 * 1024

_INTEGER = re.compile(r"[-+]?[0-9]{1,18}\Z|0o[0-7]{1,20}\Z|0x[0-9a-fA-F]{1,15}\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?\Z")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_WORDS |= dict.fromkeys(("true", "True", "TRUE"), True) | dict.fromkeys(("false", "False", "FALSE"), False)
_WORDS |= dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf"))
_WORDS |= dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf"))
_WORDS |= dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan"))
_NUMERIC = frozenset("0123456789+-.")


class YamlFault(Exception):
    """What makes a text unreadable as YAML: a code, offsets, a message template with values, and a remedy."""

    def __init__(self, code: str, start: int, end: int, message: str, help: str = "", **values: Any) -> None:
        super().__init__(message)
        self.code, self.start, self.end = code, start, end
        self.message, self.help, self.values = message, help, values


def resolve(text: str) -> Any:
    """A plain (unquoted) scalar by the YAML 1.2 core schema: `no` and dates are text, `010` is 10."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMERIC:
        if _INTEGER.match(text):
            return int(text, 8 if text[1:2] == "o" else 16 if text[1:2] == "x" else 10)
        if _FLOAT.match(text):
            return float(text)
    return text


def parse(text: str) -> tuple[Any, list[YamlFault]]:
    """Plain data (dict, list, str, int, float, bool, None), and every fault that makes it not count.

    Raises YamlFault where reading cannot go on.
    """
    faults: list[YamlFault] = []
    if not text or text.isspace():
        raise _empty()
    if text[0] == "%" or "\n%" in text:
        _refuse_directive(text)
    try:
        return _Reader(text, faults).document(), faults
    except MarkedYAMLError as error:
        raise _syntax(text, error) from None
    except YAMLError as error:  # pragma: no cover - libyaml marks all of its errors
        raise YamlFault("VIS009", 0, 0, N_("not readable as YAML: {problem}"), problem=str(error)[:200]) from None


class _Reader:
    """One pass over the events of one text."""

    def __init__(self, text: str, faults: list[YamlFault]) -> None:
        self.text = text
        self.faults = faults
        self.next = CParser(text).get_event
        self.room = MAX_VALUES
        # Checks that a short text cannot fail are left out: they would run once for every value.
        self.long = len(text) > MAX_VALUES
        self.bare_tags = "! " in text or "!\n" in text
        self.odd = self.long or self.bare_tags

    def document(self) -> Any:
        get = self.next
        get()  # the stream begins
        event = get()
        if type(event) is StreamEndEvent:
            raise _empty()
        first = get()
        data = self.scalar(first) if type(first) is ScalarEvent else self.collection(first, 1)
        if data is None and type(first) is ScalarEvent:
            raise _empty()
        get()  # the document ends
        event = get()
        if type(event) is not StreamEndEvent:
            at = event.start_mark.index
            help = N_("keep one thing in one file; remove `---` or move what follows to a file of its own")
            raise YamlFault("VIS016", at, at + 3, N_("a second document begins here"), help)
        return data

    def collection(self, event: Any, depth: int) -> Any:
        if depth > MAX_DEPTH:
            at = event.start_mark.index
            raise YamlFault("VIS018", at, at + 1, N_("nested deeper than {limit} levels"), limit=MAX_DEPTH)
        kind = type(event)
        if kind is AliasEvent:
            return self.alias(event)
        if self.bare_tags or event.anchor is not None or event.tag is not None:
            self.properties(event.anchor, event.tag, event.start_mark)
        return self.mapping(depth + 1) if kind is MappingStartEvent else self.sequence(depth + 1)

    def mapping(self, depth: int) -> dict[str, Any]:
        get, odd = self.next, self.odd
        result: dict[str, Any] = {}
        while True:
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                anchor, _, implicit, key, start_mark, end_mark, _ = event
                if anchor is not None or not implicit[0]:
                    self.scalar(event)
            elif kind is MappingEndEvent:
                return result
            else:
                start = event.start_mark.index
                raise YamlFault("VIS009", start, start + 1, N_("a key must be a word, not a list or a map"))
            if key in result or key == "<<":
                self.refuse_key(key, start_mark.index, end_mark.index)
            event = get()
            if type(event) is not ScalarEvent:
                result[key] = self.collection(event, depth)
                continue
            anchor, _, implicit, value, _, _, _ = event
            if odd or not implicit[0] or anchor is not None or value in _WORDS or value[0] in _NUMERIC:
                value = self.scalar(event)
            result[key] = value

    def sequence(self, depth: int) -> list[Any]:
        get, odd = self.next, self.odd
        result: list[Any] = []
        while True:
            event = get()
            kind = type(event)
            if kind is ScalarEvent:
                anchor, _, implicit, value, _, _, _ = event
                if odd or not implicit[0] or anchor is not None or value in _WORDS or value[0] in _NUMERIC:
                    value = self.scalar(event)
                result.append(value)
            elif kind is SequenceEndEvent:
                return result
            else:
                result.append(self.collection(event, depth))

    def scalar(self, event: Any) -> Any:
        anchor, tag, (plain, _), value, start, end, style = event
        if style == '"' and "\\" in self.text[start.index : end.index]:
            self.escapes(value, start.index, end.index)
        if self.bare_tags or anchor is not None or tag is not None:
            self.properties(anchor, tag, start)
        if self.long:
            self.count(value, start)
        return resolve(value) if plain else value

    def count(self, value: str, mark: Any) -> None:
        self.room -= 1
        at = mark.index
        if self.room < 0:
            raise YamlFault("VIS019", at, at, N_("more than {limit} values in one file"), limit=MAX_VALUES)
        if len(value) > MAX_VALUE:
            raise YamlFault("VIS020", at, at, N_("a value longer than {limit} KiB"), limit=MAX_VALUE // 1024)

    def properties(self, anchor: Any, tag: Any, mark: Any) -> None:
        """Refuse an anchor and a tag."""
        start = mark.index
        if anchor is not None:
            help = N_("write the value out where it is needed")
            self.faults.append(YamlFault("VIS011", start, start + 1, N_("anchors (`&`) are not used here"), help))
        if tag is not None or self.text[start : start + 1] == "!":
            help = N_("remove it; the kind of a value is known from its key")
            self.faults.append(YamlFault("VIS013", start, start + 1, N_("tags (`!`) are not used here"), help))

    def escapes(self, value: str, start: int, end: int) -> None:
        """Refuse characters that only an escape (`\\u202e`) can make."""
        if hit := forbidden(value):
            message = N_("an escape makes the character {character}, which may not stand in a value")
            self.faults.append(YamlFault(hit[0], start, end, message, character=hit[1]))
        elif not is_normalized("NFC", value):
            message = N_("an escape makes letters of a base and a combining mark (not NFC)")
            self.faults.append(YamlFault("VIS006", start, end, message, N_("write the letter itself")))

    def alias(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        help = N_("write the value out where it is needed")
        self.faults.append(YamlFault("VIS012", start, end, N_("aliases (`*`) are not used here"), help))

    def refuse_key(self, key: str, start: int, end: int) -> None:
        if key == "<<":
            help = N_("write the keys out")
            self.faults.append(YamlFault("VIS014", start, end, N_("merge keys (`<<`) are not used here"), help))
        else:
            message = N_("the key `{key}` stands twice")
            help = N_("keep one of them; two often come from a merge that Git found clean")
            self.faults.append(YamlFault("VIS010", start, end, message, help, key=key))


def _empty() -> YamlFault:
    return YamlFault("VIS017", 0, 0, N_("the file holds nothing"), N_("remove it, or fill it in"))


def _refuse_directive(text: str) -> None:
    offset = 0
    for line in text.split("\n"):
        if line.startswith("%"):
            end = offset + len(line)
            raise YamlFault("VIS015", offset, end, N_("directives (`%`) are not used here"), N_("remove the line"))
        if line.startswith("---") or (line.strip() and not line.startswith("#")):
            return  # past the place where a directive counts; in a text it is content
        offset += len(line) + 1


_FLOW_VALUE = re.compile(r"(?:^|[\[{,])[ ]*([^\s\[\]{},'\"][^\[\]{},\n'\"]*?)[ ]*(?=[\]},\n]|\Z)", re.MULTILINE)


def _in_brackets(text: str, at: int) -> re.Match[str] | None:
    """The value around an offset on a line of a list in brackets: `08:30`, `003:34`."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    hits = _FLOW_VALUE.finditer(text, start, end if end >= 0 else len(text))
    return next((hit for hit in hits if hit.start(1) <= at <= hit.end(1)), None)


def _syntax(text: str, error: MarkedYAMLError) -> YamlFault:
    mark = error.context_mark if error.problem in _NEVER_CLOSED else error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(text))
    if error.problem == "found unexpected ':'" and (hit := _in_brackets(text, at)):
        message = N_("`{value}` is not quoted")
        help = N_('quote it: "{value}"')
        return YamlFault("VIS009", hit.start(1), hit.end(1), message, help, value=hit[1])
    problem = _PROBLEMS.get(error.problem, N_("not readable as YAML: {problem}"))
    return YamlFault("VIS009", at, at, problem, _REMEDIES.get(error.problem, ""), problem=error.problem)


_PROBLEMS = {
    "mapping values are not allowed in this context": N_("a colon that begins a value is not expected here"),
    "did not find expected key": N_("a key was expected here"),
    "did not find expected '-' indicator": N_("a list item (`-`) was expected here"),
    "could not find expected ':'": N_("a colon after the key was expected before this"),
    "found character that cannot start any token": N_("a value cannot begin with this character"),
    "found unexpected end of stream": N_("the file ends in the middle of a quoted text or a list"),
    "did not find expected node content": N_("a value was expected here"),
    "did not find expected ',' or ']'": N_("the list that begins with `[` is not closed"),
    "did not find expected ',' or '}'": N_("the map that begins with `{{` is not closed"),
    "found unexpected ':'": N_("a colon is not expected inside a list in brackets"),
    "block sequence entries are not allowed in this context": N_("a list item (`-`) is not expected here"),
    "found unknown escape character": N_("there is no such escape after the backslash"),
    "did not find expected hexdecimal number": N_("there is no such escape after the backslash"),
}

_NEVER_CLOSED = frozenset(
    ("found unexpected end of stream", "did not find expected ',' or ']'", "did not find expected ',' or '}'")
)
"""What is told where the text or the list begins, not where its end was looked for in vain."""

_REMEDIES = {
    "mapping values are not allowed in this context": N_("quote the text if the colon belongs to it"),
    "did not find expected key": N_("check the indentation of this line and the one above"),
    "did not find expected '-' indicator": N_("check the indentation of this line and the one above"),
    "found character that cannot start any token": N_("quote the value"),
    "found unexpected ':'": N_("quote the value"),
    "found unknown escape character": N_("use single quotes, or write the backslash twice"),
    "did not find expected hexdecimal number": N_("use single quotes, or write the backslash twice"),
}

"""Bytes to text: what may stand in a file at all, before anything reads it as YAML."""

import re
import unicodedata

from vis_cli.diagnostics import Diagnostic, diagnostic
from vis_cli.errors import N_
from vis_cli.places import Span, span_at
from vis_cli.source.tree import MAX_BYTES

MAX_LINE = 8 * 1024
"""The longest line, in characters."""

# Plain ASCII and å ä ö é … (lead byte C3) need no closer look, and most files hold nothing else.
_SUSPECT = bytes(b for b in range(256) if (b < 0x20 and b != 0x0A) or b == 0x7F or (b >= 0xC0 and b != 0xC3))
_TYPOGRAPHIC = tuple(sign.encode() for sign in "–—’”…")
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]"
)
_BREAK = re.compile("[\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)

_NOT_UTF8 = "VIS001"
_BOM = "VIS002"
_CONTROL_CODE = "VIS003"
_BREAK_CODE = "VIS004"
_INVISIBLE_CODE = "VIS005"
_NFC = "VIS006"
_CONFLICT_CODE = "VIS007"
_TAB = "VIS008"
_LINE = "VIS021"
_SIZE = "VIS022"
_CRLF = "VIS027"

MENDABLE = frozenset({_NFC, _CRLF})
"""Faults of the text that leave it readable, and that `vis fmt` mends."""


def decode(path: str, data: bytes) -> tuple[str, list[Diagnostic]]:
    """The text of a file with LF line ends, and what is wrong with it; the text is empty where it cannot be had."""
    if len(data) > MAX_BYTES:
        return "", [
            diagnostic(
                _SIZE,
                Span(path),
                N_("the file is larger than {limit} KiB"),
                help=N_("split it, or keep what is not data beside it as an attachment"),
                limit=MAX_BYTES // 1024,
            )
        ]
    clean = _is_clean(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(path, data, error)]
    found: list[Diagnostic] = []
    if not clean:
        text, found = _look_closer(path, text)
    if "<<<<<<<" in text or ">>>>>>>" in text or "=======" in text or "|||||||" in text:
        found += [
            diagnostic(
                _CONFLICT_CODE,
                span_at(path, text, mark.start(), mark.end()),
                N_("a merge conflict is left in the file"),
                help=N_("choose one of the two sides and remove the lines with {mark}"),
                mark=mark[0][:7],
            )
            for mark in _CONFLICT.finditer(text)
        ][:1]
    if len(text) > MAX_LINE:
        found += _long_lines(path, text)
    return text, found


def _is_clean(data: bytes) -> bool:
    """Whether nothing in it can be wrong, as far as that is quick to tell."""
    if len(data.translate(None, _SUSPECT)) == len(data):
        return True
    for sign in _TYPOGRAPHIC:
        data = data.replace(sign, b"")
    return len(data.translate(None, _SUSPECT)) == len(data)


def forbidden(text: str) -> tuple[str, str, int] | None:
    """The first character that may not stand in any value: its code, its name and where it is."""
    for code, pattern in ((_CONTROL_CODE, _CONTROL), (_BREAK_CODE, _BREAK), (_INVISIBLE_CODE, _INVISIBLE)):
        if hit := pattern.search(text):
            return code, character_name(hit[0]), hit.start()
    return None


def character_name(character: str) -> str:
    """A character that cannot be shown, in words: `U+202E RIGHT-TO-LEFT OVERRIDE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Diagnostic:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        span, looks = Span(path), "UTF-16"
    else:
        before = data[: error.start]
        line_start = before.rfind(b"\n") + 1
        column = len(before[line_start:].decode("utf-8", "replace")) + 1
        span, looks = Span(path, before.count(b"\n") + 1, column), "Latin-1"
    return diagnostic(
        _NOT_UTF8,
        span,
        N_("the file is not UTF-8; it looks like {encoding}"),
        help=N_("save it as UTF-8 in your editor"),
        encoding=looks,
    )


def _look_closer(path: str, text: str) -> tuple[str, list[Diagnostic]]:
    found: list[Diagnostic] = []
    if text.startswith("\ufeff"):
        found.append(
            diagnostic(
                _BOM,
                Span(path),
                N_("the file begins with a byte order mark"),
                help=N_("save it as UTF-8 without BOM"),
            )
        )
        text = text[1:]
    if "\r\n" in text:
        found.append(
            Diagnostic(
                _CRLF,
                "warning",
                Span(path),
                N_("the lines end as on Windows (CRLF)"),
                help=N_("run `vis fmt`; `*.yaml text eol=lf` in .gitattributes keeps it so"),
            )
        )
        text = text.replace("\r\n", "\n")
    if tab := text.find("\t") + 1:
        found.append(
            diagnostic(
                _TAB,
                span_at(path, text, tab - 1, tab),
                N_("there is a tab"),
                help=N_("use spaces; YAML does not indent with tabs"),
            )
        )
    for code, pattern, message, remedy in (
        (_CONTROL_CODE, _CONTROL, N_("the character {character} may not stand in a file"), N_("remove it")),
        (
            _BREAK_CODE,
            _BREAK,
            N_("{character} ends a line for some programs and not for others"),
            N_("replace it with an ordinary new line or a space"),
        ),
        (
            _INVISIBLE_CODE,
            _INVISIBLE,
            N_("{character} cannot be seen, and changes what is read"),
            N_("remove it; it often comes with text pasted from a web page or from Word"),
        ),
    ):
        if hit := pattern.search(text):
            span = span_at(path, text, hit.start(), hit.end())
            found.append(diagnostic(code, span, message, help=remedy, character=character_name(hit[0])))
    if not unicodedata.is_normalized("NFC", text):
        found.append(_not_nfc(path, text))
    return text, found


def _not_nfc(path: str, text: str) -> Diagnostic:
    start = 0
    for line in text.split("\n"):
        if not unicodedata.is_normalized("NFC", line):
            break
        start += len(line) + 1
    for offset, character in enumerate(line):
        if unicodedata.combining(character):
            start += max(offset - 1, 0)
            break
    return diagnostic(
        _NFC,
        span_at(path, text, start, start + 2),
        N_("letters are written as a base and a combining mark (not NFC)"),
        help=N_("run `vis fmt`; such letters look right, but are not found by a search"),
    )


def _long_lines(path: str, text: str) -> list[Diagnostic]:
    start = 0
    for line in text.split("\n"):
        if len(line) > MAX_LINE:
            return [
                diagnostic(
                    _LINE,
                    span_at(path, text, start + MAX_LINE, start + MAX_LINE),
                    N_("the line is longer than {limit} characters"),
                    help=N_("break it, or use a block text (`>-`)"),
                    limit=MAX_LINE,
                )
            ]
        start += len(line) + 1
    return []

"""Comments that allow a fault: `# vis: allow VIS203 - reason`, on its line or on the line above."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vis_cli.diagnostics import Diagnostic, diagnostic
from vis_cli.diagnostics.codes import CODES
from vis_cli.errors import N_
from vis_cli.places import Span, span_at
from vis_cli.source.file import YamlFile
from vis_cli.source.nodes import names_at

_COMMENT = re.compile(r"(?:^|(?<=\s))#[ ]*vis:[ ]*allow\b([^\n]*)", re.MULTILINE)
_FORM = re.compile(r"\s+(VIS\d{3}(?:\s*,\s*VIS\d{3})*)\s+(?:-|–|—)\s+\S.*\Z")


@dataclass(slots=True)
class _Allowance:
    span: Span
    codes: tuple[str, ...]
    lines: tuple[int, ...]
    of: tuple[str, ...] = ()
    """What it stands at: the line that it speaks of and the keys that lead there, whatever the number of the line."""
    new: bool = False
    """Whether the change that is judged put it there; it then allows nothing."""
    used: set[str] = field(default_factory=set)


class Allowances:
    """All such comments of some files, and which of them were needed.

    With the files as they were `before` a change, only what the change found there allows anything: whoever proposes
    a change does not decide what is let through in it.
    """

    def __init__(self, files: Iterable[YamlFile], before: Iterable[YamlFile] | None = None) -> None:
        self._by_path: dict[str, list[_Allowance]] = {}
        self._wrong: list[Diagnostic] = []
        for file in files:
            if "vis:" in file.text:
                self._read(file)
        if before is not None:
            paths = self._by_path.keys()
            self._compare(Allowances(file for file in before if file.path in paths))

    def _compare(self, before: "Allowances") -> None:
        for path, allowances in self._by_path.items():
            left = [(item.codes, item.of) for item in before._by_path.get(path, ())]
            for item in allowances:
                item.new = (item.codes, item.of) not in left
                if not item.new:
                    left.remove((item.codes, item.of))

    def _read(self, file: YamlFile) -> None:
        scalars = sorted((node.start, node.end) for node in file.root.scalars())
        for match in _COMMENT.finditer(file.text):
            before = bisect(scalars, (match.start(), len(file.text)))
            if before and match.start() < scalars[before - 1][1]:
                continue  # inside a text: content, not a comment
            span = span_at(file.path, file.text, match.start(), match.end())
            form = _FORM.match(match[1].rstrip())
            if not form:
                message = N_("this comment allows nothing: it lacks a code or a reason")
                help = N_("write `# vis: allow VIS203 - why it is right here`")
                self._wrong.append(diagnostic("VIS902", span, message, help=help))
                continue
            codes = tuple(re.findall(r"VIS\d{3}", form[1]))
            line_start = file.text.rfind("\n", 0, match.start()) + 1
            alone = not file.text[line_start : match.start()].strip()
            lines = (span.line, span.line + 1) if alone else (span.line,)
            found = _Allowance(span, codes, lines, _stands_at(file, match.start(), alone=alone))
            self._by_path.setdefault(file.path, []).append(found)

    def speak_of(self, path: str) -> bool:
        """Whether a file has such comments."""
        return path in self._by_path

    def cover(self, item: Diagnostic) -> bool:
        """Whether a comment allows it; the comment is then used. What a file said before, no comment in it covers."""
        if item.primary.revision:
            return False
        for allowance in self._by_path.get(item.primary.path, ()):
            if item.code in allowance.codes and item.primary.line in allowance.lines and item.code[3] != "0":
                allowance.used.add(item.code)
                if not allowance.new:
                    return True
        return False

    def faults(self, known: set[str], judged: set[str]) -> Iterator[Diagnostic]:
        """What is wrong with the comments themselves; a code that was not judged cannot be called unused."""
        yield from self._wrong
        for allowance in (item for items in self._by_path.values() for item in items):
            if allowance.new:
                message = N_("this comment is new in the change, and allows nothing until it is taken in")
                help = N_("whoever takes the change in decides; the faults that it is about are reported as they are")
                yield Diagnostic("VIS904", "warning", allowance.span, message, {}, help)
            for code in allowance.codes:
                if code in CODES:
                    message = N_("{code} cannot be allowed")
                    help = N_("mend the fault; only what a rule finds can be allowed")
                    yield Diagnostic("VIS903", "error", allowance.span, message, {"code": code}, help)
                elif code not in known:
                    message = N_("there is no rule {code}")
                    yield Diagnostic("VIS903", "error", allowance.span, message, {"code": code})
                elif code not in allowance.used and code in judged:
                    message = N_("{code} is allowed here, but nothing is wrong")
                    help = N_("remove the comment")
                    yield Diagnostic("VIS901", "error", allowance.span, message, {"code": code}, help)


def _stands_at(file: YamlFile, comment: int, *, alone: bool) -> tuple[str, ...]:
    start = file.text.rfind("\n", 0, comment) + 1
    end = comment
    if alone:
        after = file.text.find("\n", comment)
        start = len(file.text) if after < 0 else after + 1
        end = (file.text + "\n").find("\n", start)
    line = file.text[start:end]
    first = start + len(line) - len(line.lstrip(" -"))
    return (_COMMENT.split(line)[0].strip(), *names_at(file.root, first))

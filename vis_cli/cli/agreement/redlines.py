"""A comparison on the terminal: sentences, and under them the words struck and added, in colour or with marks."""

import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.diagnostics.wording import visible
from vis_cli.documents.comparison import Compared
from vis_cli.documents.fact_changes import tell_fact
from vis_cli.documents.telling import Telling
from vis_cli.documents.text_changes import Told, tell
from vis_cli.errors import N_
from vis_cli.facts.redline import Piece, inline

if TYPE_CHECKING:
    from rich.text import Text

MOST_COLUMNS = 100
"""Longer lines are hard to read."""

AROUND = 12
"""How many words of what is kept are shown on either side of a change."""

_STYLES = {"kept": "", "struck": "red strike", "added": "green underline"}
_MARKS = {"struck": ("[-", "-]"), "added": ("{+", "+}")}


def width() -> int | None:
    """How wide lines may be: as the terminal is; without one, as long as they are."""
    return min(shutil.get_terminal_size().columns, MOST_COLUMNS) if sys.stdout.isatty() else None


def lines(compared: Compared, telling: Telling, colour: bool, width: int | None) -> list[str]:
    """The comparison, line by line."""
    page = _Page(colour, width)
    page.add(compared.agreement.title, style="bold")
    page.add(telling.say(N_("from {before} to {after}"), before=compared.before, after=compared.after))
    for name in compared.missing:
        page.add(telling.say(N_("The text of {name} is not in the register."), name=name))
    told = tell(compared.changes, telling)
    page.heading(telling.say(N_("The text")))
    for item in told:
        page.told(item)
    if not told:
        message = N_("The texts were not compared.") if compared.missing else N_("Word for word the same.")
        page.add(telling.say(message), indent=2)
    page.heading(telling.say(N_("Beside the text")))
    for fact in compared.facts:
        for sentence in tell_fact(fact, telling):
            page.add(sentence, indent=2)
        page.pieces(fact.pieces)
    if not compared.facts:
        page.add(telling.say(N_("Nothing differs.")), indent=2)
    return page.lines


class _Page:
    def __init__(self, colour: bool, width: int | None) -> None:
        from rich.console import Console

        self.colour = colour
        self.width = width
        self.lines: list[str] = []
        self.console: Console = Console(
            color_system="standard" if colour else None,
            force_terminal=colour,
            width=width or 10_000,
            legacy_windows=False,
        )

    def heading(self, text: str) -> None:
        self.lines.append("")
        self.add(text, style="bold")

    def add(self, text: str, *, style: str = "", indent: int = 0) -> None:
        """A sentence, its further lines two columns in."""
        from rich.text import Text

        self._wrapped(Text(visible(text), style), indent, indent + 2)

    def told(self, told: Told) -> None:
        for sentence in told.sentences or (told.place,):
            self.add(sentence, indent=2)
        if told.wording:
            self.pieces(told.wording.pieces)

    def pieces(self, pieces: Sequence[Piece]) -> None:
        """The words, paragraph by paragraph; what is long and unchanged only where it meets a change."""
        from rich.text import Text

        if not pieces:
            return
        text = Text()
        for kind, words in _shortened(list(inline(pieces))):
            for part in re.split(r"(\n)", words):
                self._part(text, kind, part)
        for paragraph in text.split("\n"):
            if paragraph.plain.strip():
                self._wrapped(paragraph, 6, 6)

    def _part(self, text: "Text", kind: str, part: str) -> None:
        core = part.strip(" ")
        if not core or core == "\n" or kind == "kept":
            text.append(part if part == "\n" else visible(part))
            return
        before, after = ("", "") if self.colour else _MARKS[kind]
        text.append(f"{before}{visible(core)}{after}", _STYLES[kind])
        text.append(part[len(part.rstrip(" ")) :] and " ")

    def _wrapped(self, text: "Text", first: int, rest: int) -> None:
        """Lines no wider than the page."""
        room = self.width - max(first, rest) if self.width else 10_000
        found = text.wrap(self.console, max(room, 20))
        for index, line in enumerate(found):
            line.rstrip()
            with self.console.capture() as capture:
                self.console.print(line, end="", soft_wrap=True, highlight=False)
            self.lines.append(" " * (rest if index else first) + capture.get())


def _shortened(pieces: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What is kept, with dots in place of what is far from any change, or in a paragraph without one."""
    for index, (kind, text) in enumerate(pieces):
        if kind != "kept":
            yield kind, text
            continue
        first, last = index == 0, index == len(pieces) - 1
        head = [] if first else re.findall(r"\S+ *", text.partition("\n")[0])
        tail = [] if last else re.findall(r"\S+ *", text.rpartition("\n")[2])
        if "\n" not in text and len(text.split()) <= AROUND * (2 - first - last) + 3:
            yield kind, text
            continue
        before = "".join(head[:AROUND]) + "… " * (len(head) > AROUND)
        after = "… " * (len(tail) > AROUND) + "".join(tail[-AROUND:] if tail else ())
        lead = " " * (text[:1] == " " and bool(before))
        yield kind, f"{lead}{before}\n{after}" if "\n" in text or (before and after) else f"{lead}{before}{after}"

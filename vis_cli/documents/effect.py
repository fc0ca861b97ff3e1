"""The effect of a change (*vad ändringen gör*) as one comment in Markdown, as text for a terminal, as plain data."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.diagnostics.wording import visible
from vis_cli.documents.effect_values import Voice, listed
from vis_cli.documents.effect_words import Told, told
from vis_cli.documents.forge import inert
from vis_cli.documents.swedish import short_date
from vis_cli.facts.effect import TOPICS, Change, Effect, Topic
from vis_cli.facts.effects import in_substance

MARKER = "<!-- vis diff -->"
"""The first line of a comment: by it a workflow finds its own one again."""
MOST = 60_000
"""GitHub takes no comment of more than 65,536 characters."""
FEW = 4
"""So few effects stand in one list, without headings."""

HEADINGS: dict[Topic, str] = {
    "attention": "Kräver särskild uppmärksamhet",
    "applies": "Det som gäller",
    "decisions": "Beslut och uppdrag",
    "people": "Grupper, platser och kontakter",
    "meetings": "Möten och planer",
    "local": "Lokalt",
    "money": "Medel",
    "rest": "Övrigt",
    "elsewhere": "Det här påverkas på annat håll",
}
_TITLE = "Om detta godkänns"
_NOTHING = "Inget ändras i sak."


@dataclass(frozen=True, slots=True)
class Page:
    """All that is told: by topic, with what could not be read, and what it is compared with."""

    sections: tuple[tuple[Topic, tuple[Told, ...]], ...]
    notes: tuple[str, ...]
    footer: str
    compared: str
    """The commit that it is compared with, or the beginning of its id."""
    nothing: bool

    @property
    def count(self) -> int:
        """How many effects are told."""
        return sum(len(lines) for _, lines in self.sections)


def page(
    change: Change,
    found: Sequence[Effect],
    voice: Voice,
    *,
    left_out: Sequence[str] = (),
    left_out_before: Sequence[str] = (),
    compared: str = "",
) -> Page:
    """The page of the effects of a change; `left_out` are files that cannot be read now, and before."""
    sections = tuple(
        (topic, lines)
        for topic in TOPICS
        if (lines := tuple(dict.fromkeys(told(item, voice) for item in found if item.topic == topic)))
    )
    notes = []
    if left_out:
        notes.append(f"Kan inte läsas, och är inte med: {listed([*left_out], 20)}.")
    if left_out_before:
        notes.append(f"Kunde inte läsas tidigare, och har inget att jämföras med: {listed([*left_out_before], 20)}.")
    nothing = not (in_substance(found) or left_out)
    return Page(sections, tuple(notes), f"Beräknat {short_date(change.on)}", compared, nothing)


def as_markdown(made: Page, most: int = MOST) -> str:
    """A comment for a forge: nothing in it is a link or notifies anybody, and it is never too long."""
    lines = [MARKER, f"## {inert(_TITLE)}", ""]
    if made.nothing:
        lines = [MARKER, f"## {inert(_NOTHING.removesuffix('.'))}", ""]
    for note in made.notes:
        lines += [f"**{inert(note)}**", ""]
    # In code a forge makes no link of it.
    end = ["", f"{inert(made.footer)}{f', jämfört med `{made.compared}`' if made.compared else ''}."]
    room = most - sum(len(line) + 1 for line in (*lines, *end)) - 200
    left = 0
    for topic, section in made.sections:
        rows = [_bullets(item) for item in section]
        head = [] if _is_short(made) else [f"### {inert(HEADINGS[topic])}", ""]
        kept: list[str] = []
        for row in rows:
            size = sum(len(line) + 1 for line in [*row, *([] if kept else head)])
            if left or size > room:
                left += 1
            else:
                room -= size
                kept += row
        lines += [*head, *kept, *([""] if head else ())] if kept else []
    if left:
        lines += ["", f"- och {left} till, som inte får plats här; {inert('vis diff')} i en terminal visar allt."]
    return "\n".join([*lines, *end]).replace("\n\n\n", "\n\n") + "\n"


def _bullets(item: Told) -> list[str]:
    return [f"- {inert(item.text)}", *(f"  - {inert(line)}" for line in item.below)]


def _is_short(made: Page) -> bool:
    return made.count <= FEW and all(topic not in ("attention", "elsewhere") for topic, _ in made.sections)


def as_text(made: Page, width: int = 80) -> Iterator[str]:
    """The same for a terminal, whole."""
    yield _NOTHING if made.nothing else f"{_TITLE}:"
    for note in made.notes:
        yield ""
        yield from _wrapped(note, width)
    for topic, section in made.sections:
        yield ""
        yield HEADINGS[topic]
        for item in section:
            yield from _wrapped(item.text, width, "  - ", "    ")
            for line in item.below:
                yield from _wrapped(line, width, "    - ", "      ")
    yield ""
    yield from _wrapped(f"{made.footer}{f', jämfört med {made.compared}' if made.compared else ''}.", width)


def _wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return textwrap.wrap(
        visible(" ".join(text.split())),
        width,
        initial_indent=first,
        subsequent_indent=rest,
        break_on_hyphens=False,
    )


def as_data(made: Page, found: Iterable[Effect], voice: Voice) -> dict[str, Any]:
    """The same as plain data; the words are Swedish, masked like everything that is printed."""
    return {
        "changes_anything": not made.nothing,
        "effects": [_data(item, voice) for item in found],
        "notes": [visible(note) for note in made.notes],
        "compared_with": made.compared,
    }


def _data(effect: Effect, voice: Voice) -> dict[str, Any]:
    words = told(effect, voice)
    subject = {"kind": effect.subject.kind, "id": voice.hide(effect.subject.id)} if effect.subject else None
    return {
        "topic": effect.topic,
        "kind": effect.kind,
        "subject": subject,
        "text": visible(words.text),
        "details": [visible(line) for line in words.below],
    }

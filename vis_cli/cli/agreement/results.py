"""What a search found, for people and as data: each agreement with the texts that answered, the hits marked."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.cli.lines import bold, heading, width, wrapped
from vis_cli.cli.where import colour
from vis_cli.diagnostics.wording import visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.search import Answer, Found, Reason

_REASONS, _STRONG = 3, 2
"""How many reasons are shown, of those that weigh so much; a mere remark need not be shown beside them."""


def as_lines(answer: "Answer", most: int | None) -> Iterator[str]:
    """Each agreement with its best reasons; `most` of them at the most."""
    for found in answer.found[:most]:
        own = found.agreement.entity
        number = f"{own.number}. " if own.number else ""
        yield from (heading(line) for line in wrapped(f"{number}{own.title} ({own.id})", "   ", first=""))
        for reason in _worth_showing(found):
            yield _line(reason)
        if found.lacking and len(found.lacking) > len(answer.missing):
            words = ", ".join(f"`{visible(word)}`" for word in found.lacking)
            yield "   " + _(N_("nothing about {words}")).format(words=words)
        yield ""
    yield _(N_("found: {count}")).format(count=len(answer.found))
    if most and len(answer.found) > most:
        yield _(N_("{count} more with --all")).format(count=len(answer.found) - most)
    if answer.missing:
        words = ", ".join(f"`{visible(word)}`" for word in answer.missing)
        yield _(N_("in no agreement: {words}")).format(words=words)


def _worth_showing(found: "Found") -> "list[Reason]":
    """The best reasons, one for each kind of text; weak ones only for words that no better text has."""
    kinds: dict[str, Reason] = {}
    for reason in found.reasons:
        kinds.setdefault(f"{reason.text.field} {reason.text.number}", reason)
    shown = [reason for reason in kinds.values() if reason.text.weight >= _STRONG][:_REASONS]
    for reason in found.reasons:
        if not {*reason.words} <= {word for other in shown for word in other.words}:
            shown.append(reason)
    return shown


def _line(reason: "Reason") -> str:
    text = reason.text
    label = _(text.field)
    if text.number:
        kind = N_("clause {number}") if "." in text.number else N_("section {number}")
        label = f"{_(kind).format(number=text.number)}" + (
            f", {label}" if text.field in ("heading", "definition") else ""
        )
    like = ""
    if reason.like:
        like = " · " + _(N_("like {words}")).format(words=", ".join(f"`{visible(word)}`" for word in reason.like))
    room = width() - len(label) - len(like) - 5
    return f"   {label}: {_excerpt(text.text, reason.spans, max(room, 30))}{like}"


def _excerpt(text: str, spans: tuple[tuple[int, int], ...], room: int) -> str:
    """As much of the text around the first hit as there is room for, every hit in it marked."""
    marks = 0 if colour() else 4
    first = spans[0][0]
    length = max(room - marks * sum(1 for start, end in spans if end - first <= room), 20)
    begin, end = 0, len(text)
    if end > length:
        begin = max(0, min(first - length // 3, len(text) - length))
        end = min(len(text), begin + length)
        begin = text.find(" ", begin, first) + 1 if begin and text.find(" ", begin, first) >= 0 else begin
        end = text.rfind(" ", first, end) if end < len(text) and text.rfind(" ", spans[0][1], end) > 0 else end
    shown, at = "…" if begin else "", begin
    for start, stop in spans:
        if at <= start and stop <= end:
            shown += visible(text[at:start]) + _marked(visible(text[start:stop]))
            at = stop
    return shown + visible(text[at:end]) + ("…" if end < len(text) else "")


def _marked(word: str) -> str:
    return bold(word) if colour() else f"**{word}**"


def as_data(asked: str, answer: "Answer") -> dict[str, Any]:
    """The same for programs: every reason, with the offsets of the hits in its text."""
    return {
        "asked": asked,
        "found": [
            {
                "id": found.agreement.id,
                "number": found.agreement.entity.number,
                "title": found.agreement.entity.title,
                "lacking": list(found.lacking),
                "why": [
                    {
                        "field": reason.text.field,
                        "place": reason.text.number or None,
                        "text": reason.text.text,
                        "hits": [list(span) for span in reason.spans],
                        "words": list(reason.words),
                        "like": list(reason.like),
                    }
                    for reason in found.reasons
                ],
            }
            for found in answer.found
        ],
        "missing": list(answer.missing),
        "near": list(answer.near),
    }

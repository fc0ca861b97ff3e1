"""The comparison of two texts as a document: the changes in sentences, then the wordings beside each other."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vis_cli.documents.document import Document
from vis_cli.documents.fact_changes import label, tell_fact
from vis_cli.documents.telling import Telling
from vis_cli.documents.text_changes import Told, tell
from vis_cli.facts.beside import Fact
from vis_cli.facts.comparison import Change
from vis_cli.facts.redline import Piece, inline
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry

_HEADS = {True: ("Nuvarande lydelse", "Föreslagen lydelse"), False: ("Tidigare lydelse", "Senare lydelse")}
_SPACES = re.compile(r"(\s+)")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts of an agreement that were compared: what they are called, and what differs."""

    agreement: Agreement
    before: str
    after: str
    proposed: bool
    """Whether the one applies and the other is proposed in its place, as far as is known."""
    day: dt.date
    changes: tuple[Change, ...]
    facts: tuple[Fact, ...]
    missing: tuple[str, ...] = ()
    """Those of the two whose text is not in the register."""


def comparison(registry: Registry, compared: Compared, telling: Telling, template: str, path: str) -> Document:
    """The document; `path` is the agreement's file. The telling must be in Swedish, as all documents are."""
    name = compared.agreement.short_name or compared.agreement.title
    title = f"{name}: jämförelse av {compared.before} och {compared.after}"
    collaboration = next(iter(registry.all(Collaboration)), None)
    heads = _HEADS[compared.proposed]
    told = tell(compared.changes, telling)
    context = {
        "title": title,
        "agreement": compared.agreement.title,
        "before": compared.before,
        "after": compared.after,
        "missing": list(compared.missing),
        "heads": [f"{heads[0]} ({compared.before})", f"{heads[1]} ({compared.after})"],
        "text": [sentence for item in told for sentence in item.sentences],
        "beside": [sentence for fact in compared.facts for sentence in tell_fact(fact, telling)],
        "rows": [*_text_rows(told), *_fact_rows(compared.facts, telling)],
    }
    return Document(
        template=template,
        title=title,
        subject=f"Jämförelse av {compared.before} och {compared.after} av {compared.agreement.title}",
        organisation=f"{collaboration.entity.name}, {collaboration.entity.county}" if collaboration else name,
        day=compared.day,
        state="Jämförelse",
        context=context,
        files=(path, *([collaboration.file.path] if collaboration else [])),
    )


def _text_rows(told: Sequence[Told]) -> Iterator[dict[str, Any]]:
    for item in told:
        if change := item.wording:
            yield _row(item.place, change.pieces)


def _fact_rows(facts: Sequence[Fact], telling: Telling) -> Iterator[dict[str, Any]]:
    for fact in facts:
        if fact.pieces:
            yield _row(label(fact, telling), fact.pieces)


def _row(place: str, pieces: Sequence[Piece]) -> dict[str, Any]:
    """The two wordings for two columns, and both in one for those who see what is struck."""
    both = len({piece.kind for piece in pieces} & {"struck", "added"}) == 2 or any(p.kind == "kept" for p in pieces)
    return {
        "place": place,
        "old": list(_runs((piece.old, both and piece.kind != "kept") for piece in pieces if piece.kind != "added")),
        "new": list(_runs((piece.new, both and piece.kind != "kept") for piece in pieces if piece.kind != "struck")),
        "pieces": [
            {"kind": kind, "text": text.rstrip(), "space": text[len(text.rstrip()) :]} for kind, text in inline(pieces)
        ],
    }


def _runs(parts: Iterable[tuple[str, bool]]) -> Iterator[dict[str, Any]]:
    """A wording line by line, in stretches that are changed or not.

    What is changed begins and ends at a space, so that Markdown takes the signs around it for what they are.
    """
    words: list[tuple[str, bool]] = [("", False)]
    for text, changed in parts:
        for chunk in _SPACES.split(text):
            if chunk and chunk.isspace():
                words += [(chunk, False), ("", False)]
            elif chunk:
                words[-1] = (words[-1][0] + chunk, words[-1][1] or changed)
    run, marked = "", False
    for index, (chunk, changed) in enumerate(words):
        if "\n" in chunk:
            yield from _run(run, marked)
            yield {"text": "", "changed": False, "break": True}
            run, marked = "", False
        elif chunk.isspace():
            through = marked and index + 1 < len(words) and words[index + 1][1]
            if marked and not through:
                yield from _run(run, True)
                run, marked = "", False
            run += " "
        elif chunk:
            if changed != marked:
                yield from _run(run, marked)
                run, marked = "", changed
            run += chunk
    yield from _run(run, marked)


def _run(text: str, changed: bool) -> Iterator[dict[str, Any]]:
    if text:
        yield {"text": text, "changed": changed, "break": False}

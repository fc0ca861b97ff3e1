"""The coverage report (*täckningsrapport*): what must exist, whether it does, and the exceptions with their reasons."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from vis_cli.diagnostics.wording import fill
from vis_cli.documents import swedish
from vis_cli.documents.document import Document
from vis_cli.documents.matrix import WORDS, matrix
from vis_cli.documents.register import files_of, organisation_of
from vis_cli.facts.coverage_told import FEW, called, lines, parts_of, said, sentences
from vis_cli.facts.exemptions import NAMES
from vis_cli.facts.expected import Found
from vis_cli.facts.swedish_dates import in_words
from vis_cli.facts.titles import brief
from vis_cli.model.values import When
from vis_cli.registry import Record, Registry

_KINDS = ("area", "contact", "forum", "group", "annual-plan", "collaboration", "agreement", "version", "adoption")


def coverage_report(
    registry: Registry, found: Sequence[Found], translate: Callable[[str], str], *, of: Record[Any] | None = None
) -> Document:
    """The report of some expectations on a day; `of` names the one that it is about. `translate` gives Swedish."""
    return _Report(registry, found, translate).document(of)


_SHORT = 45
"""Names of areas and groups are shorter than so many characters; titles of agreements stand in a row each."""


def _together(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """The rows; where many say the very same, one row for all of them, in the place of the first."""
    every = [dict(row) for row in rows]
    alike: dict[tuple[str, str], list[str]] = {}
    for row in every:
        alike.setdefault((row["state"], row["note"]), []).append(row["name"])
    for row in every:
        names = alike[row["state"], row["note"]]
        if len(names) <= FEW or max(map(len, names)) > _SHORT:
            yield row
        elif row["name"] == names[0]:
            count = f"Alla {len(names)}" if len(names) == len(every) else str(len(names))
            yield {**row, "name": f"{count}: {swedish.listing(names)}"}


class _Report:
    def __init__(self, registry: Registry, found: Sequence[Found], translate: Callable[[str], str]) -> None:
        self.registry = registry
        self.found = found
        self.translate = translate

    def document(self, of: Record[Any] | None) -> Document:
        day = self.found[0].on if self.found else None
        whose = f": {of.name}" if of else ""
        when = f" {swedish.short_date(day)}" if day else ""
        title = f"Täckning{when}{whose}"
        parts = [(about, part) for item in self.found for about, part in parts_of(item)]
        return Document(
            template="coverage.md.j2",
            title=title,
            subject=f"Det som ska finnas och om det finns{when}{whose}",
            organisation=organisation_of(self.registry),
            day=day,
            state="Täckningsrapport",
            context={
                "title": title,
                "whole": of is None,
                "parts": [self.part(about, part, whole=of is None) for about, part in parts],
            },
            files=files_of(self.registry, _KINDS),
            poster=matrix(self.found, title) if of is None else None,
        )

    def part(self, about: Record[Any] | None, found: Found, *, whole: bool) -> dict[str, Any]:
        name = swedish.sentence(self.translate(NAMES[found.expectation.key]))
        told = [said(sentence, self.say) for sentence in sentences(self.registry, found)] if whole else []
        return {
            "name": f"{name}, {brief(about)}" if about else name,
            "count": self.count(found),
            "told": [f"{swedish.sentence(text)}." for text in told],
            "rows": list(_together(self.rows(found))),
        }

    def count(self, found: Found) -> str:
        total = max(found.expected, found.most)
        if not found.subjects:
            return "–"
        return f"{found.least}–{found.most} av {total}" if found.least != found.most else f"{found.least} av {total}"

    def rows(self, found: Found) -> Iterator[dict[str, Any]]:
        for line in lines(found.subjects):
            subject = line.subject
            name = called(subject)
            if line.parties:
                many = f"{len(line.parties)} parter"
                name = f"{name}: {many if len(line.parties) > FEW else ', '.join(line.parties)}"
            note = self.say(subject.note, subject.values)
            if not subject.certain:
                note = "; ".join(filter(None, (note, "det är inte känt om området eller gruppen fanns den dagen")))
            yield {"name": name, "state": WORDS[subject.state], "note": note, "lacking": subject.lacking}

    def say(self, template: str, values: Mapping[str, Any]) -> str:
        shown = {
            key: in_words(value)
            if isinstance(value, When)
            else swedish.listing(value)
            if isinstance(value, list)
            else value
            for key, value in values.items()
        }
        return fill(template, shown, self.translate)

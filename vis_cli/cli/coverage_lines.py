"""Coverage in lines and as data: for each thing how many have it and why not more; in detail each of its subjects."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, wrapped
from vis_cli.cli.table import table
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_
from vis_cli.facts.coverage_told import FEW, STATES, Line, called, lines, parts_of, said, sentences
from vis_cli.facts.exemptions import NAMES
from vis_cli.model.values import When

if TYPE_CHECKING:
    from vis_cli.facts.expected import Found, Subject
    from vis_cli.registry import Record, Registry


def overview(registry: "Registry", found: "tuple[Found, ...]", on: dt.date, missing: bool) -> Iterator[str]:
    """One line for each expectation, in words."""
    yield heading(fill(N_("Coverage, {date}"), {"date": on.isoformat()}, _))
    shown = [item for item in found if item.gaps or not missing]
    for item in shown:
        for about, part in parts_of(item):
            yield from wrapped(f"{_name(part, about)}: {_told(registry, part)}", "    ", first="  - ")
    if not shown:
        yield "  " + _(N_("nothing is missing"))
    yield ""
    yield from wrapped(_(N_("`vis coverage gsa` lists each of one kind; so with the others.")))


def detail(
    registry: "Registry", found: "tuple[Found, ...]", missing: bool, record: "Record[Any] | None"
) -> Iterator[str]:
    """Each subject with its state; of one record all that is expected of it."""
    if record:
        yield heading(record.name)
        if not found:
            yield "  " + _(N_("nothing is expected of it on that day"))
    for item in found:
        for about, part in parts_of(item):
            yield heading(_name(part, about))
            if record is None:
                yield from wrapped(_told(registry, part), "  ")
            rows = [row(line) for line in lines(item for item in part.subjects if item.lacking or not missing)]
            if rows and record is None:
                yield ""
            if rows:
                columns = [_(N_("of")), _(N_("how it is")), _(N_("more"))]
                yield from (f"  {line}" for line in table(columns, rows, wrap=True).splitlines())
            elif missing:
                yield "  " + _(N_("nothing is missing"))
            yield ""


def row(line: "Line") -> list[str]:
    """Its name, its state, what is said of it."""
    subject = line.subject
    name = called(subject)
    if len(line.parties) > FEW:
        name = fill(N_("{name}: {count} parties"), {"name": name, "count": len(line.parties)}, _)
    elif line.parties:
        name = f"{name}: {', '.join(line.parties)}"
    note = _say(subject.note, subject.values)
    if not subject.certain:
        note = "; ".join(filter(None, (note, _(N_("not known whether it was there that day")))))
    return [name, _(STATES[subject.state]), note]


def _name(found: "Found", about: "Record[Any] | None") -> str:
    from vis_cli.facts.titles import brief

    name = _(NAMES[found.expectation.key])
    name = name[:1].upper() + name[1:]
    return f"{name}, {visible(brief(about))}" if about else name


def _told(registry: "Registry", found: "Found") -> str:
    return "; ".join(said(sentence, _say) for sentence in sentences(registry, found))


def _say(template: str, values: Mapping[str, Any]) -> str:
    shown = {
        key: in_words(value) if isinstance(value, When) else ", ".join(value) if isinstance(value, list) else value
        for key, value in values.items()
    }
    return fill(template, shown, _)


def as_data(registry: "Registry", found: "tuple[Found, ...]", missing: bool) -> list[dict[str, Any]]:
    """The same for programs."""
    return [_data(registry, item, missing) for item in found if item.gaps or not missing]


def _data(registry: "Registry", found: "Found", missing: bool) -> dict[str, Any]:
    from vis_cli.facts.expectations import by_municipality
    from vis_cli.facts.expected import STATES as KNOWN

    data: dict[str, Any] = {
        "expects": found.expectation.key,
        "source": found.expectation.source,
        "expected": found.expected,
        "least": found.least,
        "most": found.most,
        "states": {state: len(found.of(state)) for state in KNOWN},
        "told": [template.format(**_plain(values)) for template, values in sentences(registry, found)],
    }
    if found.expectation.key in ("ksa", "gsa"):
        counted = by_municipality(found)
        data["municipalities"] = {
            "total": counted.municipalities,
            "covered": counted.covered,
            "undivided": counted.whole,
            "districts": counted.districts,
        }
    data["subjects"] = [_subject(item) for item in found.subjects if item.lacking or not missing]
    return data


def _subject(item: "Subject") -> dict[str, Any]:
    return {
        "kind": item.record.kind,
        "id": item.record.id,
        "name": item.record.name,
        "beside": item.beside.id if item.beside else None,
        "state": item.state,
        "certain": item.certain,
        "note": item.note.format(**_plain(item.values)) or None,
        "values": {key: value if isinstance(value, list) else str(value) for key, value in item.values.items()},
    }


def _plain(values: Mapping[str, Any]) -> dict[str, str]:
    return {key: ", ".join(value) if isinstance(value, list) else str(value) for key, value in values.items()}

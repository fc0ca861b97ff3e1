"""What a revision touches, by topic, each with why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import heading, item, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.model.values import When

if TYPE_CHECKING:
    from vis_cli.facts.impact import Affected
    from vis_cli.model.agreement import Agreement
    from vis_cli.registry import Record

_HEADS = {
    "agreements": N_("Agreements to look over"),
    "groups": N_("Groups to hear"),
    "documents": N_("Documents to bring up to date"),
    "local": N_("Local consultations to tell"),
    "meetings": N_("Meetings that have dealt with it"),
    "parties": N_("Parties that have to adopt it again"),
    "contacts": N_("Whom to ask"),
}
_NONE_KNOWN = {
    "groups": N_("none is known; `owners` and `concerned` in its file name them"),
    "documents": N_("none is known; `guidance` in its file names them"),
}
_TOGETHER = 4
"""So many or more of a topic with the same reasons are named together."""
_IN_A_ROW = {"local", "parties"}
"""Topics with short names and many of them."""


def as_lines(record: "Record[Agreement]", found: "tuple[Affected, ...]") -> Iterator[str]:
    """Topic by topic; what has the same reasons is named together where it is many."""
    yield from (heading(line) for line in wrapped(_(N_("If {title} is revised")).format(title=record.entity.title)))
    for topic, head in _HEADS.items():
        its = [affected for affected in found if affected.topic == topic]
        if not its and topic not in _NONE_KNOWN:
            continue
        yield ""
        yield heading(f"{_(head)}: {len(its)}")
        if not its:
            yield from wrapped(_(_NONE_KNOWN[topic]), "  ")
        for reasons, names in _grouped(its):
            if len(names) >= (2 if topic in _IN_A_ROW else _TOGETHER):
                yield from wrapped("; ".join(reasons) + ":", "  ")
                if topic in _IN_A_ROW:
                    yield from wrapped(", ".join(names), "    ")
                else:
                    for name in names:
                        yield from item(name)
            else:
                for name in names:
                    yield from item(name, reasons)


def _grouped(its: "list[Affected]") -> list[tuple[tuple[str, ...], list[str]]]:
    """(reasons, those that have them), in the order of the first."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for affected in its:
        reasons = tuple(dict.fromkeys(_reason(why, values) for why, values in affected.reasons))
        groups.setdefault(reasons, []).append(affected.name)
    return list(groups.items())


def _reason(why: str, values: Any) -> str:
    return fill(why, {key: in_words(value) if isinstance(value, When) else value for key, value in values.items()}, _)


def as_data(record: "Record[Agreement]", found: "tuple[Affected, ...]") -> dict[str, Any]:
    """The same for programs."""
    return {
        "agreement": record.id,
        "affected": [
            {
                "topic": affected.topic,
                "kind": affected.kind,
                "id": affected.id or None,
                "name": affected.name,
                "why": [
                    {"text": why.format(**values), "values": {key: str(value) for key, value in values.items()}}
                    for why, values in affected.reasons
                ],
            }
            for affected in found
        ],
    }

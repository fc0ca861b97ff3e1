"""What sources state, in lines and as data, beside an answer of the register: the figure, what it covers, and why."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import item
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.figure import Figure, FigureQuestion
    from vis_cli.registry import Record, Registry

_QUALIFIED = {
    "exact": N_("{value} ({when})"),
    "about": N_("about {value} ({when})"),
    "more-than": N_("more than {value} ({when})"),
    "less-than": N_("less than {value} ({when})"),
}


def lines(registry: "Registry", *questions: "FigureQuestion", titled: bool = True) -> Iterator[str]:
    """Each figure that a source states, with what it covers, why it cannot be reckoned, and what is assumed of it."""
    from vis_cli.facts.stated import stated

    for record in stated(registry, *questions):
        own = record.entity
        template = N_("as a source states: {title}: {figure}") if titled else N_("as a source states: {figure}")
        text = fill(template, {"title": own.title, "figure": figure(record)}, _)
        assumed = fill(N_("assumed: {text}"), {"text": own.assumed}, _) if own.assumed and titled else None
        yield from item(text, tuple(filter(None, (own.covers, own.unknown, assumed))))


def figure(record: "Record[Figure]") -> str:
    """`about 90–100 (hösten 2022; 000:71)`."""
    from vis_cli.facts.stated import number

    own = record.entity
    when = "; ".join(filter(None, (in_words(own.as_of), ", ".join(own.sources))))
    values = {"value": number(own) or "?", "when": when}
    return fill(_QUALIFIED[own.qualifier], values, _)


def data(registry: "Registry", *questions: "FigureQuestion") -> list[dict[str, Any]]:
    """The same for programs."""
    from vis_cli.facts.stated import stated

    return [
        {
            "figure": record.id,
            "value": record.entity.value,
            "least": record.entity.least,
            "most": record.entity.most,
            "qualifier": record.entity.qualifier,
            "as_of": str(record.entity.as_of),
            "sources": list(record.entity.sources),
            "unknown": record.entity.unknown,
        }
        for record in stated(registry, *questions)
    ]

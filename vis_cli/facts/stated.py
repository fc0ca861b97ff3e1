"""What sources state as the answer to a question that the register answers too, or cannot. (R-DATA-1)"""

from vis_cli.model.figure import Figure, FigureQuestion
from vis_cli.registry import Record, Registry


def stated(registry: Registry, *questions: FigureQuestion) -> tuple[Record[Figure], ...]:
    """The figures that sources state as the answer to some questions, the latest last."""
    found = [record for record in registry.all(Figure) if record.entity.answers in questions]
    return tuple(sorted(found, key=lambda record: (record.entity.as_of.earliest, record.id)))


def number(figure: Figure) -> str:
    """`21`, `90–100`, `≥ 200`, `≤ 9`; empty where there are only numbers of each area."""
    if figure.value is not None:
        return str(figure.value)
    if figure.least is not None and figure.most is not None:
        return f"{figure.least}–{figure.most}"
    if figure.least is not None:
        return f"≥ {figure.least}"
    return "" if figure.most is None else f"≤ {figure.most}"


SIGNS = {"exact": "", "about": "≈ ", "more-than": "> ", "less-than": "< "}
"""How exact a number is, before it."""


def signed(figure: Figure) -> str:
    """`≈ 90–100 roller`: the number, how exact it is, and of what."""
    own = number(figure)
    return f"{SIGNS[figure.qualifier]}{own} {figure.unit}" if own else ""

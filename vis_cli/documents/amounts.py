"""Amounts in Swedish words, and the table of several: `drygt 81 000 000`, a sum only of what is exact. (003:34-40)"""

from collections.abc import Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.facts.kronor import Stated
from vis_cli.facts.sums import total, total_of_named
from vis_cli.model.amount import Amount

QUALIFIERS = {"exact": "", "about": "cirka ", "more-than": "drygt ", "less-than": "knappt "}


def in_words(item: Stated) -> str:
    """`drygt 81 000 000 kronor`."""
    return f"{QUALIFIERS[item.qualifier]}{swedish.kronor(item.kronor)}"


def table(amounts: Sequence[Amount], *, settled: bool) -> dict[str, Any] | None:
    """A row for each amount, and their sum; `settled` are those of a decision. None where there is none."""
    if not amounts:
        return None
    whole = total(amounts) if settled else total_of_named(amounts)
    return {
        "rows": [
            {
                "purpose": item.purpose,
                "kronor": f"{QUALIFIERS[item.qualifier]}{swedish.number(item.kronor)}",
                "words": in_words(item),
                "assumed": item.assumed,
            }
            for item in amounts
        ],
        "sum": swedish.number(whole) if whole is not None else None,
    }

"""Amounts together: what they sum up to, where that can be said."""

from collections.abc import Sequence

from vis_cli.model.amount import Amount


def total(amounts: Sequence[Amount]) -> int | None:
    """The sum of the amounts that a decision settles; None where one is not exact, or is the sum of the others."""
    if len(amounts) < 2 or any(item.qualifier != "exact" for item in amounts):
        return None
    whole = sum(item.kronor for item in amounts)
    return None if whole == 2 * max(item.kronor for item in amounts) and len(amounts) > 2 else whole


def total_of_named(amounts: Sequence[Amount]) -> int | None:
    """The sum of amounts that are only named; None also where the largest may be what the others are parts of."""
    whole = total(amounts)
    return None if whole is None or 2 * max(item.kronor for item in amounts) >= whole else whole

"""Whole kronor divided so that the parts are the whole: the largest remainders get the kronor that are over. (R-FUN-1)

Each part is what it would be exactly, rounded down or up; nobody is more than a krona from it. Of equal remainders the
first one in the order given gets the krona, so that the same data always gives the same answer.
"""

from collections.abc import Sequence
from fractions import Fraction


def divided(whole: int, weights: Sequence[int]) -> list[int]:
    """The whole in parts as the weights have it, to the krona. Raises ValueError where the weights are nothing."""
    exact = shares(whole, weights)
    parts = [share.numerator // share.denominator for share in exact]
    over = whole - sum(parts)
    order = sorted(range(len(exact)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[:over]:
        parts[i] += 1
    return parts


def shares(whole: int, weights: Sequence[int]) -> list[Fraction]:
    """What each part would be exactly. Raises ValueError where the weights are nothing."""
    if whole < 0 or any(weight < 0 for weight in weights) or not (total := sum(weights)):
        raise ValueError(weights)
    return [Fraction(whole * weight, total) for weight in weights]

"""Amounts as people write them: `drygt 81 mnkr`, `about 500 000`, `31,5 mnkr`."""

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.kronor import Sum
    from vis_cli.model.fund import Qualifier

QUALIFIERS: "dict[str, Qualifier]" = {
    "about": "about",
    "cirka": "about",
    "ca": "about",
    "more than": "more-than",
    "drygt": "more-than",
    "mer än": "more-than",
    "less than": "less-than",
    "mindre än": "less-than",
    "knappt": "less-than",
}
_TIMES = {"mnkr": 10**6, "mkr": 10**6, "miljoner": 10**6, "tkr": 1000, "kr": 1, "kronor": 1, "krona": 1}
_AMOUNT = re.compile(
    rf"(?:(?P<how>{'|'.join(QUALIFIERS)})\s+)?(?P<number>[0-9][0-9\s\u00a0]*)(?:[,.](?P<part>[0-9]{{1,6}}))?\s*"
    rf"(?P<unit>{'|'.join(_TIMES)})?(?:\s+kronor)?",
    re.IGNORECASE,
)
_MOST = 10**15


def read(given: str) -> "Sum":
    """Whole kronor, as exact as they are said to be. Raises Failure."""
    from vis_cli.facts.kronor import Sum

    found = _AMOUNT.fullmatch(" ".join(given.split()))
    if found:
        number = Decimal(re.sub(r"\s", "", found["number"]) + f".{found['part'] or 0}")
        kronor = number * _TIMES[(found["unit"] or "kr").lower()]
        if kronor == int(kronor) and kronor < _MOST:
            return Sum(int(kronor), QUALIFIERS[" ".join(found["how"].lower().split())] if found["how"] else "exact")
    raise Failure(
        N_("`{given}` is no amount in whole kronor"),
        hint=N_("write it as 18000000, “18 mnkr” or “more than 81 mnkr”"),
        given=given,
    )

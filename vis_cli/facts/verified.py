"""How long it holds that somebody made sure of a contact, a plan of who does what, a forum. (R-KSA-2, P-24)"""

import datetime as dt

from vis_cli.facts.days import day, months_after
from vis_cli.model.values import When

MONTHS = 12
"""So long is what somebody made sure of taken to be right, if nothing else is said."""


def again(last: When | dt.date, months: int = MONTHS) -> When:
    """By when somebody must make sure again: the last day on which it may still hold."""
    return day(months_after(last if isinstance(last, When) else day(last), months).latest)


def long_ago(last: When | dt.date, on: dt.date, months: int = MONTHS) -> bool:
    """Whether it is certainly longer ago than that on a day."""
    return again(last, months).latest < on

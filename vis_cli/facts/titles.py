"""What people call an agreement for short: its title without what only says that it is one, and between whom."""

import re

from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record

_KIND = r"\w*(?:överenskommelse|avtal)\b"
_BEFORE = re.compile(rf"\A{_KIND}\s+[-–]\s+", re.IGNORECASE)
_AFTER = re.compile(rf"(?:,|\s[-–])\s+(?:\w+\s+)?{_KIND}.*\Z", re.IGNORECASE)
_ASIDE = re.compile(r"\s+\([^)]*\)")


def brief(agreement: Record[Agreement]) -> str:
    """Its short name, or its title without the words around it: `Färdtjänst, avtal mellan …` is `Färdtjänst`."""
    own = agreement.entity
    return own.short_name or _ASIDE.sub("", _AFTER.sub("", _BEFORE.sub("", own.title))) or own.title

"""The codes that are no rules, each with its page in `codes.md`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from vis_cli.diagnostics.diagnostic import Severity


@dataclass(frozen=True, slots=True)
class Page:
    """What `vis explain` says of a code."""

    name: str
    text: str
    severity: Severity


def _pages() -> Mapping[str, Page]:
    text = (Path(__file__).parent / "codes.md").read_text(encoding="utf-8")
    found = re.split(r"^## (VIS\d{3}) (\S+) (\w+)\n", text, flags=re.MULTILINE)[1:]
    return {
        code: Page(name, body.strip(), cast(Severity, severity))
        for code, name, severity, body in zip(*(found[i::4] for i in range(4)), strict=True)
    }


CODES: Mapping[str, Page] = _pages()
"""The pages, by code."""

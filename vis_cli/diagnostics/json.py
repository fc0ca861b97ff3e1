"""The report for programs: JSON with a version of its own."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from vis_cli.diagnostics.contact_data import told
from vis_cli.diagnostics.diagnostic import Diagnostic
from vis_cli.diagnostics.wording import Translate, fill
from vis_cli.places import Span

SCHEMA_VERSION = 1
_ACTING = re.compile(r"#(?=#)|[^\x00-\x7e]")


def as_json(
    found: Sequence[Diagnostic],
    summary: Mapping[str, Any],
    translate: Translate,
    old: frozenset[int] | None = None,
) -> str:
    """One object: `schema_version`, `summary`, `diagnostics`; of each whether it is new, where a change is judged."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "summary": summary,
        "diagnostics": [
            {
                "code": item.code,
                "severity": item.severity,
                **({} if old is None else {"new": index not in old}),
                **_place(item.primary),
                "message": told(item.message, item.values, translate),
                "help": told(item.help, item.values, translate) or None,
                "related": [
                    {**_place(label.span), "message": told(label.message, label.values, translate)}
                    for label in item.related
                ],
            }
            for index, item in enumerate(found)
        ],
    }
    return dumped(report)


def dumped(data: Any) -> str:
    """JSON for people and programs, in which no terminal and no runner that logs it sees a command.

    Of `##[` one # is escaped, and so is every sign that cannot be seen: the data is the same.
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    if "##" in text or not text.replace("\n", "").isprintable():
        text = _ACTING.sub(_escaped, text)
    return text


def _escaped(found: re.Match[str]) -> str:
    sign = found[0]
    if sign == "#":
        return r"\u0023"
    return sign if sign.isprintable() else json.dumps(sign)[1:-1]


def _place(span: Span) -> dict[str, Any]:
    path = fill("{path}", {"path": span.path}, str)
    revision = {"revision": span.revision} if span.revision else {}
    return {"path": path, **revision, "line": span.line, "column": span.column, "length": span.end - span.start}

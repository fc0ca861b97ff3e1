"""The report for programs: JSON with a version of its own."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from vis_cli.diagnostics.diagnostic import Diagnostic
from vis_cli.diagnostics.wording import Translate, fill
from vis_cli.places import Span

SCHEMA_VERSION = 1


def as_json(found: Sequence[Diagnostic], summary: Mapping[str, Any], translate: Translate) -> str:
    """One object: `schema_version`, `summary`, `diagnostics`."""
    report = {
        "schema_version": SCHEMA_VERSION,
        "summary": summary,
        "diagnostics": [
            {
                "code": item.code,
                "severity": item.severity,
                **_place(item.primary),
                "message": fill(item.message, item.values, translate),
                "help": fill(item.help, item.values, translate) or None,
                "related": [
                    {**_place(label.span), "message": fill(label.message, label.values, translate)}
                    for label in item.related
                ],
            }
            for item in found
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _place(span: Span) -> dict[str, Any]:
    path = fill("{path}", {"path": span.path}, str)
    revision = {"revision": span.revision} if span.revision else {}
    return {"path": path, **revision, "line": span.line, "column": span.column, "length": span.end - span.start}

"""The report for GitLab: its Code Quality format, which it compares with that of the target branch."""

from typing import Any

from vis_cli.diagnostics.json import dumped
from vis_cli.diagnostics.report import Report
from vis_cli.diagnostics.wording import visible

_SEVERITIES = {"error": "major", "warning": "minor", "gap": "info"}


def as_gitlab(report: Report) -> str:
    """A list of findings. GitLab shows but one of those that have the same fingerprint, so no two have it."""
    found: list[dict[str, Any]] = []
    for index, item, message in report.words():
        line = 1 if item.primary.revision else item.primary.line
        found.append(
            {
                "description": message,
                "check_name": item.code,
                "fingerprint": report.fingerprints[index],
                "severity": _SEVERITIES[item.severity],
                "location": {"path": visible(report.path(item.primary)), "lines": {"begin": line}},
            }
        )
    return dumped(found)

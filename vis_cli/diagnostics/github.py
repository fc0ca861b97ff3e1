"""The report for GitHub: a workflow command for each diagnostic, shown beside the changed lines."""

import re
from collections.abc import Iterator

from vis_cli.diagnostics.report import Report
from vis_cli.diagnostics.wording import visible

_LEVELS = {"error": "error", "warning": "warning", "gap": "notice"}
SHOWN = 10
"""How many of each level GitHub shows of one step; the others stand in its log only."""
_COMMAND = re.compile(r"##(?=[\w.-]*\[)|^(?=[^\S\n]*::)", re.MULTILINE)


def as_github(report: Report) -> Iterator[str]:
    """`::error file=…,line=…,col=…,title=…::message`, every value escaped."""
    for _, item, message in report.words():
        span = item.primary
        place = f"file={_property(report.path(span))}"
        if not span.revision:
            place += f",line={span.line},col={span.column},endColumn={report.end(span)}"
        yield f"::{_LEVELS[item.severity]} {place},title={_property(item.code)}::{_data(message)}"


def defused(text: str) -> str:
    """A text for the log of a runner, in which no line, nor part of one, is taken for a command to it.

    `::` counts at the beginning of a line, whatever white space is before it; `##[` and `##vso[` anywhere.
    """
    return _COMMAND.sub(lambda found: r"\x23\x23" if found[0] else "> ", text)


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""The report for GitHub: a workflow command for each diagnostic, shown beside the changed lines."""

from collections.abc import Iterator, Sequence

from vis_cli.diagnostics.diagnostic import Diagnostic
from vis_cli.diagnostics.wording import Translate, fill, visible

_LEVELS = {"error": "error", "warning": "warning", "gap": "notice"}


def as_github(found: Sequence[Diagnostic], translate: Translate) -> Iterator[str]:
    """`::error file=…,line=…,col=…,title=…::message`, every value escaped."""
    for item in found:
        span = item.primary
        message = fill(item.message, item.values, translate)
        if remedy := fill(item.help, item.values, translate):
            message += f" ({remedy})"
        place = f"file={_property(span.path)}"
        if span.revision:  # the line is not one of the file that is shown
            message += f" [{span}]"
        else:
            end = span.column + max(span.end - span.start, 1)
            place += f",line={span.line},col={span.column},endColumn={end}"
        yield f"::{_LEVELS[item.severity]} {place},title={_property(item.code)}::{_data(message)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

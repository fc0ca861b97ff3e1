"""The whole report as Markdown, for the summary of a job: what a forge shows beside the lines has a limit."""

from pathlib import Path

from vis_cli.diagnostics.report import Report
from vis_cli.diagnostics.wording import fill
from vis_cli.documents.forge import inert
from vis_cli.errors import N_, Failure, reason_of

MAX_BYTES = 900_000
"""GitHub takes no more than a mebibyte from a step, and shows nothing of what is longer."""
_NAMES = {"error": N_("error"), "warning": N_("warning"), "gap": N_("gap")}


def as_markdown(report: Report, title: str, counts: str) -> str:
    """A heading, the counts, and a list of every diagnostic, as far as there is room."""
    lines = [f"## {inert(title)}", "", inert(counts), ""]
    room = MAX_BYTES - sum(len(line.encode()) + 1 for line in lines)
    for index, item, message in report.words():
        name = report.translate(_NAMES[item.severity])
        where = report.path(item.primary) + (
            "" if item.primary.revision else f":{item.primary.line}:{item.primary.column}"
        )
        line = f"- **{inert(name)} {item.code}** {inert(where)}: {inert(message)}"
        room -= len(line.encode()) + 1
        if room < 0:
            left = len(report.found) - index
            text = N_("and {count} more, for which there is no room; `vis check` lists all")
            lines += ["", inert(fill(text, {"count": left}, report.translate))]
            break
        lines.append(line)
    return "\n".join(lines).rstrip("\n") + "\n"


def append(path: Path, text: str) -> None:
    """Add to the end of a file, as the steps of a job do. Raises Failure."""
    try:
        with path.open("a", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Failure(
            N_("`{path}` cannot be written: {reason}"), path=str(path), reason=reason_of(error), exit_code=5
        ) from None

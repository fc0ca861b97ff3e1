"""From a document to a file: filled in, set, traced to its commit."""

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

import typer

from vis_cli.cli.language import _
from vis_cli.cli.texts import deliver, lines_of
from vis_cli.cli.where import Where, colour
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from vis_cli.diagnostics import Diagnostic
    from vis_cli.documents.document import Document
    from vis_cli.registry import Loaded

TEMPLATES = "templates"


def produce(where: Where, loaded: "Loaded", document: "Document", output: Path | None, format: str | None) -> None:
    """Write the document where it is wanted, as Markdown or PDF. Exits with 1 where it cannot be set."""
    from vis_cli.documents.environment import render
    from vis_cli.documents.faults import DocumentFault, TemplateFault, as_diagnostic, as_diagnostics
    from vis_cli.documents.pdf import About, to_pdf
    from vis_cli.documents.style import templates

    wanted = format or _format_of(output)
    own = _own_templates(where)
    style = templates(own)
    texts = {name: data.decode("utf-8", "replace") for name, data in style.items() if name.endswith(".j2")}
    footer = _footer(where, loaded, document)
    try:
        text = f"{_tidy(render(texts, document.template, document.context))}\n---\n\n*{footer}*\n"
        if wanted == "md":
            deliver(text, output)
            return
        about = About(
            title=document.title,
            day=document.day,
            organisation=document.organisation,
            subject=document.subject,
        )
        deliver(to_pdf(text, about, style), output)
    except TemplateFault as fault:
        _stop(where, [as_diagnostic(fault, f"{TEMPLATES}/{fault.name}")])
    except DocumentFault as fault:
        _stop(where, as_diagnostics(fault, f"{TEMPLATES}/{fault.name or document.template}"))


def _format_of(output: Path | None) -> str:
    if output is None or output.suffix in ("", ".md"):
        return "md"
    if output.suffix == ".pdf":
        return "pdf"
    raise Failure(
        N_("`{suffix}` is no format of documents"),
        hint=N_("let the file end in .md or .pdf, or name the --format"),
        suffix=output.suffix,
    )


def _own_templates(where: Where) -> "Mapping[str, bytes]":
    """The register's own templates, by their path below `templates/`."""
    tree = where.tree()
    entries = [entry for entry in tree.entries(TEMPLATES) if entry.form == "file"]
    return {entry.path.removeprefix(f"{TEMPLATES}/"): (where.root / entry.path).read_bytes() for entry in entries}


def _footer(where: Where, loaded: "Loaded", document: "Document") -> str:
    """The last line: state, version, commit and its date; in Swedish, as the document is."""
    from vis_cli import __version__
    from vis_cli.documents.swedish import short_date
    from vis_cli.history.state import describe

    words = [document.state, f"vis {__version__}"]
    git = where.git()
    collaboration = next(iter(loaded.registry.of_kind("collaboration")), None)
    zone = ZoneInfo(collaboration.entity.time_zone if collaboration else "Europe/Stockholm")
    prefix = where.root.relative_to(git.root.resolve()).as_posix() if git else ""
    files = [path if prefix == "." else f"{prefix}/{path}" for path in document.files]
    provenance = describe(git, files, zone) if git else None
    if provenance is None or provenance.commit is None:
        return " · ".join([*words, "utan commit"])
    words.append(f"commit {provenance.short}")
    if provenance.committed:
        words.append(short_date(provenance.committed))
    if provenance.uncommitted:
        words.append("med ändringar som inte är incheckade")
    return " · ".join(words)


def _tidy(text: str) -> str:
    """At most one empty line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"


def _stop(where: Where, found: "Sequence[Diagnostic]") -> NoReturn:
    from vis_cli.diagnostics.text import TextReport

    report = TextReport(_, lines_of(where.tree()), colour())
    typer.echo("\n".join(report.full(found)), err=True)
    raise typer.Exit(1)

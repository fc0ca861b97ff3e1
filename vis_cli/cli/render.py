"""From a document to a file: filled in, set, traced to its commit."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn
from zoneinfo import ZoneInfo

import typer

from vis_cli.cli.language import _
from vis_cli.cli.texts import deliver, lines_of
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vis_cli.diagnostics import Diagnostic
    from vis_cli.documents.document import Document
    from vis_cli.registry import Loaded, Record, Registry

TEMPLATES = "templates"


def produce(
    where: Where,
    loaded: "Loaded",
    record: "Record[Any]",
    make: "Callable[[Registry, Record[Any]], Document]",
    output: Path | None,
    format: str | None,
) -> None:
    """Write the document where it is wanted, as Markdown, PDF or the web page that its template makes.

    Exits with 1 where it cannot be set, and where what it would say is known to be wrong.
    """
    from vis_cli.documents.environment import render
    from vis_cli.documents.faults import DocumentFault, TemplateFault, as_diagnostic, as_diagnostics
    from vis_cli.documents.pdf import About, to_pdf
    from vis_cli.documents.style import templates
    from vis_cli.documents.writer import to_typst

    wanted = format or _format_of(output)
    file = target(where, output)
    faults = _errors(loaded)
    _refuse(where, [item for item in faults if item.primary.path == record.file.path])
    own = _own_templates(where)
    style = templates(own)
    texts = {name: data.decode("utf-8", "replace") for name, data in style.items() if name.endswith(".j2")}
    try:
        document = make(loaded.registry, record)
    except DocumentFault as fault:  # a comment in the file allows what no document can hold
        _stop(where, as_diagnostics(fault, record.file.path))
    known = all(loaded.registry.find(item.id, item.kinds) for item in loaded.registry.references_of(record))
    _refuse(where, [item for item in faults if not known or item.primary.path in document.files])
    footer = _footer(where, loaded, (*document.files, *(f"{TEMPLATES}/{name}" for name in own)), document.state)
    try:
        if wanted == "html":
            page = render(texts, document.template, {**document.context, "footer": footer})
            deliver(page.lstrip(), file)
            return
        text = f"{_tidy(render(texts, document.template, document.context))}\n---\n\n*{footer}*\n"
        if wanted == "md":
            to_typst(text)  # what cannot be a PDF is no document either
            deliver(text, file)
            return
        about = About(
            title=document.title,
            day=document.day,
            organisation=document.organisation,
            subject=document.subject,
        )
        deliver(to_pdf(text, about, style), file)
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


def target(where: Where, output: Path | None) -> Path | None:
    """Where to write: never into the register itself, which only `vis` commands that check it may change."""
    if output is None or str(output) == "-":
        return None
    try:
        inside = Path(os.path.realpath(output)).relative_to(os.path.realpath(where.root)).parts[:1]
    except ValueError:
        inside = ()
    if inside and inside[0] in ("registry", "agreements", TEMPLATES, ".git"):
        raise Failure(N_("`{path}` is inside the register"), hint=N_("write documents to `out/`"), path=str(output))
    return output


def _errors(loaded: "Loaded") -> "list[Diagnostic]":
    from vis_cli.check import check

    return [item for item in check(loaded, rules()).diagnostics if item.severity == "error"]


def _refuse(where: Where, found: "Sequence[Diagnostic]") -> None:
    if found:
        _stop(where, found)


def _own_templates(where: Where) -> "Mapping[str, bytes]":
    """The register's own templates, by their path below `templates/`. Raises Failure."""
    found = {}
    for entry in where.tree().entries(TEMPLATES):
        if entry.form != "file":
            raise Failure(N_("`{path}` is a link or a device; templates are files"), path=entry.path, exit_code=1)
        try:
            found[entry.path.removeprefix(f"{TEMPLATES}/")] = (where.root / entry.path).read_bytes()
        except OSError as error:
            message = N_("`{path}` cannot be read: {reason}")
            raise Failure(message, path=entry.path, reason=error.strerror or "", exit_code=5) from None
    return found


def _footer(where: Where, loaded: "Loaded", paths: "Sequence[str]", state: str) -> str:
    """The last line: state, version, commit and its date; in Swedish, as the document is."""
    from vis_cli import __version__
    from vis_cli.documents.swedish import short_date
    from vis_cli.history.state import describe

    words = [state, f"vis {__version__}"]
    git = where.git()
    collaboration = next(iter(loaded.registry.of_kind("collaboration")), None)
    zone = ZoneInfo(collaboration.entity.time_zone if collaboration else "Europe/Stockholm")
    prefix = where.root.relative_to(git.root.resolve()).as_posix() if git else ""
    files = [path if prefix == "." else f"{prefix}/{path}" for path in sorted(set(paths))]
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

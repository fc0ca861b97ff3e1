"""From a document to a file: filled in, set, traced to its commit."""

import os
import posixpath
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from vis_cli.cli.language import _
from vis_cli.cli.overwriting import guard
from vis_cli.cli.texts import deliver, lines_of
from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where, colour, rules
from vis_cli.errors import N_, Failure, reason_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from vis_cli.diagnostics import Diagnostic
    from vis_cli.documents.document import Document, Picture
    from vis_cli.history.state import Provenance
    from vis_cli.registry import Loaded, Record, Registry

TEMPLATES = "templates"
_KEPT = frozenset(("registry", "agreements", TEMPLATES, ".vis", ".github", ".gitlab"))


def produce(
    where: Where,
    loaded: "Loaded",
    record: "Record[Any]",
    make: "Callable[[Registry, Record[Any]], Document]",
    output: Path | None,
    format: str | None,
    *,
    force: bool = False,
) -> None:
    """Write the document where it is wanted, as Markdown or PDF.

    Exits with 1 where it cannot be set, and where what it would say is known to be wrong.
    """
    from vis_cli.documents.faults import DocumentFault, as_diagnostics

    wanted = format or _format_of(output)
    faults = _errors(loaded)
    _refuse(where, [item for item in faults if item.primary.path == record.file.path])
    try:
        document = make(loaded.registry, record)
    except DocumentFault as fault:  # a comment in the file allows what no document can hold
        _stop(where, as_diagnostics(fault, record.file.path))
    known = all(loaded.registry.find(item.id, item.kinds) for item in loaded.registry.references_of(record))
    _refuse(where, [item for item in faults if not known or item.primary.path in document.files])
    finish(where, document, output, wanted, force=force)


def produce_all(
    where: Where,
    loaded: "Loaded",
    document: "Document",
    output: Path | None,
    *,
    format: str | None = None,
    force: bool = False,
) -> None:
    """Write a document of many records, as `format` or the ending of `output` says.

    Exits with 1 where it cannot be set, and where a file that it takes something from is known to be wrong.
    """
    wanted = format or _format_of(output)
    _refuse(where, [item for item in _errors(loaded) if item.primary.path in document.files])
    finish(where, document, output, wanted, force=force)


def finish(
    where: Where,
    document: "Document",
    output: Path | None,
    format: str,
    *,
    force: bool = False,
    commit: str | None = None,
) -> None:
    """Write a document that may be made whatever is wrong with the data: Markdown, PDF or a web page.

    With `commit` it says what the register said then, in the templates of then. Exits with 1 where it cannot be set.
    """
    from vis_cli.documents.apart import as_markdown, as_page, as_pdf
    from vis_cli.documents.faults import DocumentFault, TemplateFault, as_diagnostic, as_diagnostics
    from vis_cli.documents.style import templates

    file = target(where, output, force=force)
    own = own_templates(where, commit)
    style = templates(own)
    provenance = origin(where, (*document.files, *(f"{TEMPLATES}/{name}" for name in own)), commit=commit)
    if provenance and provenance.uncommitted:
        warn(N_("it is made from changes that are not committed, as its last line says"))
    try:
        if format == "html":
            deliver(as_page(document, style, provenance), file)
        elif format == "md":
            deliver(as_markdown(document, style, provenance), file)
        else:
            deliver(as_pdf(document, style, provenance, today=where.today()), file)
    except TemplateFault as fault:
        _stop(where, [as_diagnostic(fault, f"{TEMPLATES}/{fault.name}")])
    except DocumentFault as fault:
        _stop(where, as_diagnostics(fault, f"{TEMPLATES}/{fault.name or document.template}"))


def refuse_faults(where: Where, loaded: "Loaded", document: "Document") -> None:
    """Exit with 1 where the files that a document is made from hold what is known to be wrong."""
    _refuse(where, [item for item in _errors(loaded) if item.primary.path in document.files])


def errors_in(loaded: "Loaded") -> frozenset[str]:
    """The files that hold what is known to be wrong."""
    return frozenset(item.primary.path for item in _errors(loaded))


def draw(where: Where, picture: "Picture", output: Path, *, force: bool = False) -> None:
    """Write a drawing alone, as SVG. Exits with 1 where its template is wrong."""
    from vis_cli.documents.apart import as_picture
    from vis_cli.documents.faults import TemplateFault, as_diagnostic
    from vis_cli.documents.style import templates

    file = target(where, output, force=force)
    try:
        deliver(as_picture(picture, templates(own_templates(where))), file)
    except TemplateFault as fault:
        _stop(where, [as_diagnostic(fault, f"{TEMPLATES}/{fault.name}")])


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


def target(where: Where, output: Path | None, *, force: bool = False) -> Path | None:
    """Where to write: never into the register itself, which only `vis` commands that check it may change.

    Raises Failure there, over a file that Git keeps or (without `force`) that vis did not make, and in a folder that
    is not there: only `out/` is made.
    """
    if output is None or str(output) == "-":
        return None
    full = outside(where, output)
    if full.exists() and _tracked(where, full):
        raise Failure(
            N_("`{path}` is kept in Git, and is not written over"),
            hint=N_("choose another name, or write documents to `out/`"),
            path=str(output),
        )
    guard(output, force)
    if not full.parent.is_dir() and not full.is_relative_to(Path(os.path.realpath(where.root)) / "out"):
        hint = N_("make it first, or write documents to `out/` in the register, which is made when it is needed")
        raise Failure(N_("there is no folder `{path}`"), hint=hint, path=str(output.parent))
    return output


def outside(where: Where, output: Path) -> Path:
    """The place itself, without links on the way. Raises Failure where no command may put what it makes.

    That is in the register, and in what Git, a forge or vis reads there: however the disk writes the name.
    """
    full = Path(os.path.realpath(output))
    inside: tuple[str, ...] = ()
    with suppress(Failure, ValueError):  # there may be no register, or the place is not in it
        inside = full.relative_to(os.path.realpath(where.root)).parts[:1]
    if ".git" in map(str.casefold, full.parts) or any(part.casefold() in _KEPT for part in inside):
        raise Failure(N_("`{path}` is inside the register"), hint=N_("write documents to `out/`"), path=str(output))
    return full


def _tracked(where: Where, file: Path) -> bool:
    """Whether Git keeps the file in the register's repository."""
    git = where.git()
    if git is None:
        return False
    top = git.root.resolve()
    if not file.is_relative_to(top):
        return False
    path = file.relative_to(top).as_posix()
    return bool(git.run("--literal-pathspecs", "ls-files", "-z", "--", path))


def _errors(loaded: "Loaded") -> "list[Diagnostic]":
    from vis_cli.check import check

    return [item for item in check(loaded, rules()).diagnostics if item.severity == "error"]


def _refuse(where: Where, found: "Sequence[Diagnostic]") -> None:
    if found:
        _stop(where, found)


def own_templates(where: Where, commit: str | None = None) -> "Mapping[str, bytes]":
    """The register's own templates, by their path below `templates/`: those on disk, or of a commit. Raises Failure."""
    if commit is not None:
        return _templates_of(where, commit)
    from vis_cli.source.tree import MOST_BYTES, MOST_FILES, too_large

    found, size = {}, 0
    for entry in where.tree().entries(TEMPLATES):
        if entry.form != "file":
            raise Failure(N_("`{path}` is a link or a device; templates are files"), path=entry.path, exit_code=1)
        try:
            with (where.root / entry.path).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            message = N_("`{path}` cannot be read: {reason}")
            raise Failure(message, path=entry.path, reason=reason_of(error), exit_code=5) from None
        found[entry.path.removeprefix(f"{TEMPLATES}/")] = data
        size += len(data)
        if size > MOST_BYTES or len(found) > MOST_FILES:
            raise too_large()
    return found


def _templates_of(where: Where, commit: str) -> "Mapping[str, bytes]":
    from vis_cli.history.tree import list_tree, read_blobs
    from vis_cli.source.tree import MOST_BYTES, too_large

    git = where.repository()
    folder = posixpath.join(git.below(where.root), TEMPLATES)
    listed = {path: node for path, node in list_tree(git, commit, folder).items() if node.form == "file"}
    nodes, found = {path: node.oid for path, node in listed.items()}, listed.values()
    if sum(node.size for node in found) > MOST_BYTES:
        raise too_large()
    data = read_blobs(git, nodes.values())
    return {path.removeprefix(f"{folder}/"): data[oid] for path, oid in nodes.items()}


def origin(where: Where, paths: "Sequence[str]", *, commit: str | None = None) -> "Provenance | None":
    """The commit that files of the register come from: those on disk, or those of `commit`. None outside of Git."""
    from vis_cli.history.state import describe

    git = where.git()
    if git is None:
        return None
    below = git.below(where.root)
    files = [posixpath.join(below, path) for path in sorted(set(paths))]
    return describe(git, files, where.zone(), commit=commit)


def _stop(where: Where, found: "Sequence[Diagnostic]") -> NoReturn:
    from vis_cli.diagnostics.text import TextReport

    report = TextReport(_, lines_of(where.tree()), colour())
    typer.echo("\n".join(report.full(found)), err=True)
    raise typer.Exit(1)

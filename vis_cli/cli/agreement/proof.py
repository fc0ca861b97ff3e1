"""What `vis agreement verify` compares with what: the register now, and as it was where a document comes from."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from vis_cli.cli.agreement.proof_words import Answer, told
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.documents.authenticity import Original
    from vis_cli.documents.citation import Citation
    from vis_cli.documents.opened import Opened
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version
    from vis_cli.registry import Loaded, Record, Registry
    from vis_cli.source.tree import Tree

NO_SUCH_TEXT = N_("the register has had no text with its digest")


@dataclass(frozen=True)
class _Known:
    """What the register knows now of what is cited; `refused` is the answer where that settles it."""

    registry: "Registry"
    cited: "Citation"
    record: "Record[Agreement] | None"
    version: "Record[Version] | None"
    published: str | None
    """The digest of the text that was published."""
    refused: Answer | None = None


@dataclass(frozen=True)
class _Base:
    """The register as it was where a document says that it comes from."""

    loaded: "Loaded"
    tree: "Tree"
    commit: str | None
    why_not: str = ""


def of_document(where: Where, opened: "Opened") -> Answer:
    """Compare a document with what the register gives."""
    from vis_cli.documents.authenticity import examine

    cited = opened.citation
    known = _known(where, cited)
    if known.refused:
        return known.refused
    base = _base(where, cited.commit)
    record, source = _text(where, base, known, cited.digest)
    if record is None:
        return told(known.registry, cited, known.record, known.version, "altered", _(NO_SUCH_TEXT))
    verdict = examine(opened, _original(where, base, record, source, opened))
    reason = "; ".join(fill(template, values, _) for template, values in verdict.reasons)
    return told(known.registry, cited, known.record, known.version, verdict.outcome, reason)


def of_citation(where: Where, cited: "Citation") -> Answer:
    """What a citation names, whether it is known, and whether its clause still says the same."""
    from vis_cli.facts.clauses import numbers

    known = _known(where, cited)
    if known.refused:
        return known.refused
    if not cited.clause and not cited.digest:
        return told(known.registry, cited, known.record, known.version, "cited")
    base = _base(where, None if known.published else cited.commit)
    record, _source = _text(where, base, known, cited.digest or known.published)
    if record is None:
        return told(known.registry, cited, known.record, known.version, "altered", _(NO_SUCH_TEXT))
    if cited.clause and cited.clause not in numbers(record.entity):
        return told(known.registry, cited, known.record, None, "unknown")
    clause = _clause(cited.clause, record, known.record) if cited.clause and known.record else None
    return told(known.registry, cited, known.record, known.version, "cited", clause=clause)


def _known(where: Where, cited: "Citation") -> _Known:
    """What the register knows of what is cited, or the answer that it does not."""
    from vis_cli.facts.versions import version_of
    from vis_cli.model.agreement import Agreement

    registry = where.load().registry
    record = registry.get(Agreement, cited.agreement)
    version = version_of(registry, cited.agreement, cited.version) if cited.version else None
    published = version.entity.publication.digest if version and version.entity.publication else None
    known = _Known(registry, cited, record, version, published)
    if record is None or (cited.version and version is None and record.entity.version != cited.version):
        return replace(known, refused=told(registry, cited, record, None, "unknown"))
    if published and cited.digest and published != cited.digest:
        reason = _(N_("its digest is not the one that was published"))
        return replace(known, refused=told(registry, cited, record, version, "altered", reason))
    return known


def _base(where: Where, commit: str | None) -> _Base:
    """The register at the commit that is cited, where that is on the main branch; else as it is on disk."""
    from vis_cli.registry import load

    now = _Base(where.load(), where.tree(), None, N_("it names no commit"))
    git = where.git()
    if commit is None:
        return now
    if git is None:
        return _Base(now.loaded, now.tree, None, N_("there is no Git repository here"))
    from vis_cli.history.revision import main_branch

    try:
        tree, _known = where.tree_at(commit, git=git)
        if git.run("rev-list", "-1", commit, f"^{main_branch(git)}"):
            return _Base(now.loaded, now.tree, None, N_("its commit is not on the main branch"))
    except Failure:
        return _Base(now.loaded, now.tree, None, N_("its commit is not in this clone"))
    return _Base(load(tree), tree, commit)


def _text(where: Where, base: _Base, known: _Known, digest: str | None) -> "tuple[Record[Agreement] | None, bytes]":
    """The agreement with the text that is cited, and the file of it; None where there never was such a text.

    Raises Failure where the text of a published version is missing: that says nothing of what is cited.
    """
    from vis_cli.documents.agreement import with_text
    from vis_cli.history.agreements import version_text
    from vis_cli.model.agreement import Agreement

    cited = known.cited
    record = base.loaded.registry.get(Agreement, cited.agreement) or known.record
    if record is None:
        return None, b""
    if digest is None and not record.entity.sections:
        return record, base.tree.read(record.file.path)
    git = where.git()
    below = git.below(where.root) if git else ""
    try:
        found = version_text(git, base.tree, cited.agreement, cited.version or "", digest, below=below)
    except Failure:
        if known.published:
            raise
        return None, b""
    return with_text(record, found.agreement, found.data), found.data


def _original(where: Where, base: _Base, record: "Record[Agreement]", source: bytes, opened: "Opened") -> "Original":
    """What the register has of the version that a document cites, and the document made anew."""
    from vis_cli.cli.render import own_templates
    from vis_cli.documents.authenticity import Original
    from vis_cli.documents.style import templates
    from vis_cli.registry.digest import digest

    own = own_templates(where, base.commit)
    style = templates(own)
    remade = _remade(where, base, record, source, style, [f"templates/{name}" for name in own], opened)
    of_text = digest(record.entity) if record.entity.sections else None
    return Original(base.loaded.registry, of_text, record, source, style, remade, base.why_not)


def _remade(
    where: Where,
    base: _Base,
    record: "Record[Agreement]",
    source: bytes,
    style: Any,
    own: list[str],
    opened: "Opened",
) -> bytes | None:
    """The document as the register gives it; None where it does not name the commit that it comes from."""
    from datetime import date

    from vis_cli.cli.render import origin
    from vis_cli.documents.agreement import agreement_text
    from vis_cli.documents.apart import as_markdown, as_pdf
    from vis_cli.documents.faults import DocumentFault, TemplateFault
    from vis_cli.facts.versions import version_of

    if base.commit is None:
        return None
    try:
        registry, cited = base.loaded.registry, opened.citation
        version = version_of(registry, cited.agreement, cited.version) if cited.version else None
        document = agreement_text(registry, record, source, version)
        provenance = origin(where, (*document.files, *own), commit=base.commit)
        if opened.format == "md":
            return as_markdown(document, style, provenance).encode()
        return as_pdf(document, style, provenance, today=date.min)
    except (DocumentFault, TemplateFault):
        return None


def _clause(id: str, cited: "Record[Agreement]", latest: "Record[Agreement]") -> dict[str, Any]:
    """Whether a clause says the same in the register's latest text."""
    from vis_cli.facts.clauses import numbers

    then, now = _part(cited.entity, id), _part(latest.entity, id)
    state = "gone" if now is None else "same" if now == then else "changed"
    number = numbers(latest.entity).get(id)
    return {
        "id": id,
        "number": numbers(cited.entity)[id].text,
        "latest": {"state": state, "version": latest.entity.version, "number": number.text if number else None},
    }


def _part(agreement: "Agreement", id: str) -> object | None:
    parts: list[Any] = [*agreement.sections]
    for section in agreement.sections:
        parts += [*section.clauses, *section.definitions]
    return next((part for part in parts if part.id == id), None)

"""The answers of `vis agreement verify`: what is compared with what, and how that is told."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.documents.authenticity import Original, Verdict
    from vis_cli.documents.citation import Citation
    from vis_cli.documents.opened import Opened
    from vis_cli.history.agreements import VersionText
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version
    from vis_cli.registry import Loaded, Record, Registry
    from vis_cli.source.tree import Tree

OUTCOMES = {
    "identical": N_("This is {what}, unaltered: the register gives the same file, byte for byte."),
    "same-words": N_("This is {what}, unaltered in every word that it shows; the file itself was saved anew."),
    "same-text": N_("It holds the text of {what}, word for word; what stands before and after it was not compared."),
    "altered": N_("This is not {what} as the register has it."),
    "unknown": N_("This register does not know {what}."),
    "cited": N_("This names {what}."),
}


@dataclass(frozen=True)
class Answer:
    """What is told to people, and the same as data."""

    genuine: bool
    sentences: list[str]
    data: dict[str, Any]


@dataclass(frozen=True)
class _Base:
    """The register as it was where a document says that it comes from."""

    loaded: "Loaded"
    tree: "Tree"
    commit: str | None
    why_not: str = ""


def of_document(where: Where, opened: "Opened") -> Answer:
    """Compare a document with what the register gives."""
    from vis_cli.documents.authenticity import Verdict, examine
    from vis_cli.facts.versions import version_of
    from vis_cli.model.agreement import Agreement

    cited, registry = opened.citation, where.load().registry
    record = registry.get(Agreement, cited.agreement)
    version = version_of(registry, cited.agreement, cited.version) if cited.version else None
    if record is None or (cited.version and version is None and record.entity.version != cited.version):
        return _answer(registry, cited, record, None, "unknown")
    published = version.entity.publication.digest if version and version.entity.publication else None
    if published and published != cited.digest:
        fault = N_("its digest is not the one that was published")
        return _answer(registry, cited, record, version, "altered", Verdict("altered", fault))
    base = _base(where, cited.commit)
    try:
        found = _text(where, base.tree, cited)
    except Failure:
        if published:
            raise  # the text of a published version is missing: that says nothing of the document
        fault = N_("the register has had no text with its digest")
        return _answer(registry, cited, record, version, "altered", Verdict("altered", fault))
    verdict = examine(opened, _original(where, base, record, found, opened))
    return _answer(registry, cited, record, version, verdict.outcome, verdict)


def of_citation(where: Where, cited: "Citation") -> Answer:
    """What a citation names, whether it is known, and whether its clause still says the same."""
    from vis_cli.documents.authenticity import Verdict
    from vis_cli.facts.versions import version_of
    from vis_cli.model.agreement import Agreement

    registry = where.load().registry
    record = registry.get(Agreement, cited.agreement)
    version = version_of(registry, cited.agreement, cited.version) if cited.version else None
    if record is None or (cited.version and version is None and record.entity.version != cited.version):
        return _answer(registry, cited, record, None, "unknown")
    published = version.entity.publication.digest if version and version.entity.publication else None
    if published and cited.digest and published != cited.digest:
        fault = N_("its digest is not the one that was published")
        return _answer(registry, cited, record, version, "altered", Verdict("altered", fault))
    if not cited.clause and not cited.digest:
        return _answer(registry, cited, record, version, "cited")
    base = _base(where, None if published else cited.commit)
    try:
        found = _text(where, base.tree, cited, published)
    except Failure:
        if published or not cited.digest:
            raise
        fault = N_("the register has had no text with its digest")
        return _answer(registry, cited, record, version, "altered", Verdict("altered", fault))
    from vis_cli.facts.clauses import numbers

    if cited.clause and cited.clause not in numbers(found.agreement):
        return _answer(registry, cited, record, version, "unknown")
    return _answer(registry, cited, record, version, "cited", clause=_clause(cited, found, record))


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


def _text(where: Where, tree: "Tree", cited: "Citation", digest: str | None = None) -> "VersionText":
    """The text that is cited. Raises Failure where it is nowhere."""
    from vis_cli.history.agreements import version_text

    git = where.git()
    below = where.below(git) if git else ""
    return version_text(git, tree, cited.agreement, cited.version or "", digest or cited.digest, below=below)


def _original(
    where: Where, base: _Base, record: "Record[Agreement]", found: "VersionText", opened: "Opened"
) -> "Original":
    """What the register has of the version that a document cites, and the document made anew."""
    from vis_cli.cli.render import own_templates
    from vis_cli.documents.agreement import with_text
    from vis_cli.documents.authenticity import Original
    from vis_cli.documents.style import templates
    from vis_cli.registry.digest import digest

    record = with_text(record, found.agreement, found.data)
    own = own_templates(where, base.commit)
    style = templates(own)
    remade = _remade(where, base, record, found.data, style, [f"templates/{name}" for name in own], opened)
    return Original(base.loaded.registry, digest(found.agreement), record, found.data, style, remade, base.why_not)


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
    from vis_cli.documents.faults import DocumentFault, TemplateFault
    from vis_cli.documents.finished import as_markdown, as_pdf

    if base.commit is None:
        return None
    try:
        document = agreement_text(base.loaded.registry, record, source)
        provenance = origin(where, (*document.files, *own), commit=base.commit)
        if opened.format == "md":
            return as_markdown(document, style, provenance).encode()
        return as_pdf(document, style, provenance, today=date.min)
    except (DocumentFault, TemplateFault):
        return None


def _clause(cited: "Citation", found: "VersionText", record: "Record[Agreement]") -> dict[str, Any] | None:
    """Whether the clause that is cited says the same in the register's latest text."""
    if cited.clause is None:
        return None
    from vis_cli.facts.clauses import numbers

    latest = record.entity
    then, now = _part(found.agreement, cited.clause), _part(latest, cited.clause)
    state = "gone" if now is None else "same" if now == then else "changed"
    number = numbers(latest).get(cited.clause)
    return {
        "id": cited.clause,
        "number": numbers(found.agreement)[cited.clause].text,
        "latest": {"state": state, "version": latest.version, "number": number.text if number else None},
    }


def _part(agreement: "Agreement", id: str) -> object | None:
    parts: list[Any] = [*agreement.sections]
    for section in agreement.sections:
        parts += [*section.clauses, *section.definitions]
    return next((part for part in parts if part.id == id), None)


def _answer(
    registry: "Registry",
    cited: "Citation",
    record: "Record[Agreement] | None",
    version: "Record[Version] | None",
    outcome: str,
    verdict: "Verdict | None" = None,
    clause: dict[str, Any] | None = None,
) -> Answer:
    genuine = outcome not in ("altered", "unknown")
    sentences = [fill(OUTCOMES[outcome], {"what": _what(cited, record)}, _)]
    reason = fill(verdict.reason, verdict.values, _) if verdict and verdict.reason else ""
    if reason:
        sentences.append(f"{_(N_('why'))}: {reason}")
    since = list(_in_force(registry, version)) if version and genuine else []
    sentences += [line for line, _data in since]
    if clause:
        sentences.append(_clause_in_words(clause))
    data = {
        "schema_version": 1,
        "outcome": outcome,
        "genuine": genuine,
        "agreement": cited.agreement,
        "version": cited.version,
        "digest": cited.digest,
        "commit": cited.commit,
        "reason": reason or None,
        **{key: value for _line, found in since for key, value in found.items()},
        **({"clause": clause} if clause else {}),
    }
    return Answer(genuine, sentences, data)


def _what(cited: "Citation", record: "Record[Agreement] | None") -> str:
    """`version 1.0 of Exempelavtalet`."""
    name = record.name if record else f"`{cited.agreement}`"
    values = {"name": name, "version": cited.version or "", "clause": cited.clause or ""}
    if cited.clause:
        template = (
            N_("clause `{clause}` in version {version} of {name}")
            if cited.version
            else N_("clause `{clause}` of {name}")
        )
        return fill(template, values, _)
    return fill(N_("version {version} of {name}"), values, _) if cited.version else name


def _in_force(registry: "Registry", version: "Record[Version]") -> Iterator[tuple[str, dict[str, Any]]]:
    """When the version applied, and what took its place."""
    from vis_cli.cli.dates import spoken
    from vis_cli.documents.swedish_force import successor
    from vis_cli.facts.binding import applied
    from vis_cli.facts.entry import entry

    made, stretches = entry(registry, version), applied(registry, version)
    times = [
        {"from": str(item.since) if item.since else None, "to": str(item.until) if item.until else None}
        for item in stretches
    ]
    for item in stretches:
        values = {"since": spoken(item.since) if item.since else "?", "until": spoken(item.until) if item.until else ""}
        template = N_("in force from {since} to {until}") if item.until else N_("in force from {since}")
        yield fill(template, values, _), {"in_force": times}
    if not stretches:
        values = {"adopted": str(len(made.adopted)), "total": str(made.total)}
        if stated := version.entity.stated_in_force:
            template = N_("in force {date} according to a source; {adopted} of {total} decisions recorded")
            yield (
                fill(template, {**values, "date": spoken(stated.date)}, _),
                {"in_force": [], "stated": str(stated.date)},
            )
        else:
            yield fill(N_("not in force: {adopted} of {total} parties have adopted it"), values, _), {"in_force": []}
    if later := successor(registry, version):
        number = later.entity.version
        yield fill(N_("superseded by version {version}"), {"version": number}, _), {"superseded_by": number}
    record = registry.records.get(("agreement", version.entity.agreement))
    if record and record.entity.ended:
        last = record.entity.ended.last_day
        yield fill(N_("the agreement's last day is {date}"), {"date": spoken(last)}, _), {"ends": str(last)}


def _clause_in_words(clause: dict[str, Any]) -> str:
    latest = clause["latest"]
    template = {
        "same": N_("it says the same in the register's latest text, version {version}, where its number is {number}"),
        "changed": N_(
            "it says something else in the register's latest text, version {version}, where its number is {number}"
        ),
        "gone": N_("it is no longer there in the register's latest text, version {version}"),
    }[latest["state"]]
    return fill(template, {"version": latest["version"] or "–", "number": latest["number"] or ""}, _)

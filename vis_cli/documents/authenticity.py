"""Whether a document that somebody holds says what the register says, and how far that can be proved.

It is proved where the register, asked again, gives the same bytes, or a file that shows the same: every word, and all
that is drawn on every page. Nothing else is. A file with something drawn over it can still have every word that the
register gives, and one made by another version of vis the agreement's text word for word: then it says so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from vis_cli import __version__
from vis_cli.documents.agreement import sections
from vis_cli.documents.agreement_facts import AgreementFacts
from vis_cli.documents.apart import bare
from vis_cli.documents.drawn_over import differences
from vis_cli.documents.opened import Opened, open_document, shown_by, squeezed
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry
from vis_cli.registry.digest import digest
from vis_cli.registry.single import single

Outcome = Literal["identical", "saved-anew", "same-words", "same-text", "unproved", "altered"]
TEXT = "agreement-text.md.j2"


@dataclass(frozen=True, slots=True)
class Original:
    """What the register has: the digest of the version (None where it has no text), its text, and the document anew.

    `remade` is None where it could not be made anew; `why_not` says why.
    """

    registry: Registry
    digest: str | None
    record: Record[Agreement]
    source: bytes
    style: Mapping[str, bytes]
    remade: bytes | None
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a document stands to the register; `reasons` are templates and values, for what is altered or unproved."""

    outcome: Outcome
    reasons: tuple[tuple[str, Mapping[str, Any]], ...] = ()


def examine(opened: Opened, original: Original) -> Verdict:
    """Compare a document with what the register has."""
    if fault := _of_its_source(opened, original):
        return _altered(fault)
    if opened.data == original.remade:
        return Verdict("identical")
    reason, values = original.why_not, {"made": opened.made_by or "?", "own": __version__}
    if original.remade is not None:
        if opened.source is not None and opened.source != original.source:
            return _altered(N_("the facts in the source inside it are not those of the register"))
        made = open_document(original.remade)
        if opened.shown == made.shown:
            reasons = differences(opened, made)
            return Verdict("same-words", reasons) if reasons else Verdict("saved-anew")
        if opened.made_by == __version__:
            return _altered(N_("the words that it shows are not those that the register gives"))
        reason = N_("it was made by vis {made}, and this is vis {own}")
    if original.digest is None:
        return Verdict("unproved", ((reason, values),))
    if _text(original, opened) not in opened.words:
        return _altered(N_("the text of the agreement that it shows is not that of the register"))
    return Verdict("same-text", ((reason, values),))


def _altered(reason: str) -> Verdict:
    return Verdict("altered", ((reason, {}),))


def _of_its_source(opened: Opened, original: Original) -> str:
    """What is wrong with the citation or with the source inside; empty where nothing is."""
    cited = opened.citation
    if cited.digest != original.digest:
        return N_("its digest is not that of the register's text")
    if opened.format == "md":
        return ""
    if opened.source is None:
        return N_("the source that goes along inside it is missing")
    found, _faults = single(Agreement, original.record.file.path, opened.source)
    if found is None or found.id != cited.agreement or found.version not in (None, cited.version):
        return N_("the source inside it is not that of the agreement it cites")
    return "" if digest(found) == digest(original.record.entity) else N_("the text in the source inside it was changed")


def _text(original: Original, opened: Opened) -> str:
    """The words of the agreement's text alone, as a document shows them."""
    context = {"sections": sections(AgreementFacts(original.registry, original.record, None))}
    made = bare(TEXT, context, original.style, pdf=opened.format == "pdf")
    if not made.startswith(b"%PDF-"):
        return squeezed(made.decode())
    return squeezed(shown_by(made, "pdf")).removeprefix("-")

"""Whether a document that somebody holds says what the register says, and how far that can be proved.

The one full proof is that the register, asked again, gives the same bytes. A file that was saved anew can still show
every word that the register gives; one made by another version of vis can still hold the agreement's text word for
word. Less than that is not genuine.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from vis_cli import __version__
from vis_cli.documents.agreement import sections
from vis_cli.documents.agreement_facts import AgreementFacts
from vis_cli.documents.environment import render
from vis_cli.documents.finished import tidy
from vis_cli.documents.opened import Opened, shown_by, squeezed
from vis_cli.documents.pdf import About, to_pdf
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry
from vis_cli.registry.digest import digest
from vis_cli.registry.single import single

Outcome = Literal["identical", "same-words", "same-text", "altered"]
TEXT = "agreement-text.md.j2"


@dataclass(frozen=True, slots=True)
class Original:
    """What the register has: the digest of the version, its text, and (where its commit is known) the document anew."""

    registry: Registry
    digest: str
    record: Record[Agreement]
    source: bytes
    style: Mapping[str, bytes]
    remade: bytes | None
    why_not: str = ""
    """Why it could not be made anew."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a document stands to the register; `reason` is a template, for what is altered or was not compared."""

    outcome: Outcome
    reason: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def genuine(self) -> bool:
        """Whether it says what the register says."""
        return self.outcome != "altered"


def examine(opened: Opened, original: Original) -> Verdict:
    """Compare a document with what the register has."""
    if fault := _of_its_source(opened, original):
        return Verdict("altered", fault)
    if opened.data == original.remade:
        return Verdict("identical")
    reason = original.why_not
    if original.remade is not None:
        if opened.source is not None and opened.source != original.source:
            return Verdict("altered", N_("the facts in the source inside it are not those of the register"))
        if opened.shown == shown_by(original.remade, opened.format):
            return Verdict("same-words")
        if opened.made_by == __version__:
            return Verdict("altered", N_("the words that it shows are not those that the register gives"))
        reason = N_("it was made by vis {made}, and this is vis {own}")
    if _text(original, opened) not in opened.words:
        return Verdict("altered", N_("the text of the agreement that it shows is not that of the register"))
    return Verdict("same-text", reason, {"made": opened.made_by or "?", "own": __version__})


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
    if found is None or (found.id, found.version) != (cited.agreement, cited.version):
        return N_("the source inside it is not that of the agreement it cites")
    return "" if digest(found) == original.digest else N_("the text in the source inside it was changed")


def _text(original: Original, opened: Opened) -> str:
    """The words of the agreement's text alone, as a document shows them."""
    templates = {name: data.decode("utf-8", "replace") for name, data in original.style.items() if name.endswith(".j2")}
    facts = AgreementFacts(original.registry, original.record, None)
    markdown = tidy(render(templates, TEXT, {"sections": sections(facts)}))
    if opened.format == "md" or not markdown.strip():
        return squeezed(markdown)
    about = About(title="-", day=date(2000, 1, 1), organisation="-")
    made = to_pdf(f"# {about.title}\n\n{markdown}", about, original.style)
    return squeezed(shown_by(made, "pdf")).removeprefix(about.title)

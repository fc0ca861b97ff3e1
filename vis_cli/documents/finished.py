"""A finished document: filled in, with the lines that trace it to its commit, as Markdown or as PDF."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal

from vis_cli import __version__
from vis_cli.documents.document import Document, Picture
from vis_cli.documents.environment import read, render
from vis_cli.documents.faults import TemplateFault
from vis_cli.documents.pdf import About, Poster, to_pdf
from vis_cli.documents.swedish import short_date
from vis_cli.documents.writer import to_typst
from vis_cli.errors import N_
from vis_cli.history.state import Provenance

Format = Literal["md", "pdf", "html"]
MARK = "vis"
"""A keyword in the metadata of every PDF, by which it is known again without being read as one."""

SETTING: list[Callable[[], object]] = []
"""Called when all templates are filled in, and the house style has its turn."""

_MARKED = re.compile(rb"<pdf:Keywords>(?:[^<]*, )?vis</pdf:Keywords>")
_FOOTER = re.compile(rb" \xc2\xb7 vis \d+(?:\.\w+)+ \xc2\xb7 (?:commit [0-9a-f]{12}\b|utan commit)")
_END = 1000
"""So many bytes hold a footer, and the citation after it."""


def as_markdown(document: Document, style: Mapping[str, bytes], provenance: Provenance | None) -> str:
    """The document as Markdown. Raises TemplateFault, and DocumentFault where it could not be a PDF either."""
    text = _filled_in(document, style, provenance)
    to_typst(text)
    return text


def _filled_in(document: Document, style: Mapping[str, bytes], provenance: Provenance | None) -> str:
    texts = _texts(style)
    text = tidy(render(texts, document.template, document.context))
    text += f"\n---\n\n*{footer(document.state, provenance)}*\n"
    if cited := cited_as(document, provenance):
        text += f"\nHänvisning, som `vis agreement verify` prövar:\n\n`{cited}`\n"
    return text


def as_page(document: Document, style: Mapping[str, bytes], provenance: Provenance | None) -> str:
    """The document as the web page that its template makes. Raises TemplateFault."""
    texts = _texts(style)
    footed = {**document.context, "footer": footer(document.state, provenance)}
    return render(texts, document.template, footed).lstrip()


def as_pdf(document: Document, style: Mapping[str, bytes], provenance: Provenance | None, today: date) -> bytes:
    """The document as PDF; `today` is its date where it has none, nor a commit. Raises TemplateFault, DocumentFault."""
    cited = cited_as(document, provenance)
    about = About(
        title=document.title,
        day=document.day or (provenance and provenance.committed) or today,
        organisation=document.organisation,
        subject=document.subject,
        keywords=(cited, MARK) if cited else (MARK,),
    )
    poster = Poster(as_picture(document.poster, style), document.poster.alt) if document.poster else None
    text = _filled_in(document, style, provenance)
    for begin in SETTING:
        begin()
    return to_pdf(text, about, style, document.embedded, poster)


def _texts(style: Mapping[str, bytes]) -> dict[str, str]:
    """The templates as text. Raises TemplateFault where one is none; a lost sign would be lost in a document."""
    texts = {}
    for name in (name for name in style if name.endswith(".j2")):
        try:
            texts[name] = style[name].decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = style[name].count(b"\n", 0, error.start) + 1
            raise TemplateFault(name, line, N_("it is not UTF-8 from here on"), unreadable=True) from None
    return texts


def unreadable(names: Sequence[str], style: Mapping[str, bytes]) -> str:
    """What is wrong in themselves with templates, as JSON; nothing is filled in."""
    texts = {name: data.decode("utf-8", "replace") for name, data in style.items() if name.endswith(".j2")}
    found = []
    for name in names:
        try:
            read(texts | _texts({name: style[name]}), name)
        except TemplateFault as fault:
            found.append(fault.as_data)
    return json.dumps(found, default=str)


def bare(template: str, context: Mapping[str, Any], style: Mapping[str, bytes], pdf: bool) -> str | bytes:
    """A template filled in and nothing more: as Markdown, or on the pages of a PDF whose first heading is `-`."""
    texts = _texts(style)
    markdown = tidy(render(texts, template, context))
    if not pdf or not markdown.strip():
        return markdown
    return to_pdf(f"# -\n\n{markdown}", About(title="-", day=date(2000, 1, 1), organisation="-"), style)


def as_picture(picture: Picture, style: Mapping[str, bytes]) -> str:
    """The drawing as SVG. Raises TemplateFault."""
    texts = _texts(style)
    return render(texts, picture.template, picture.context).lstrip()


def cited_as(document: Document, provenance: Provenance | None) -> str:
    """Its citation, with the commit where all that it says is in one; empty where it is not cited."""
    if document.citation is None:
        return ""
    commit = provenance.commit if provenance and not provenance.uncommitted else None
    return str(replace(document.citation, commit=commit))


def footer(state: str, provenance: Provenance | None) -> str:
    """The line of its origin: state, version of vis, commit and its date; in Swedish, as the document is."""
    words = [state, f"vis {__version__}"]
    if provenance is None or provenance.commit is None:
        return " · ".join([*words, "utan commit"])
    words.append(f"commit {provenance.short}")
    if provenance.committed:
        words.append(short_date(provenance.committed))
    if provenance.uncommitted:
        words.append("med ändringar som inte är incheckade")
    return " · ".join(words)


def made_by_vis(data: bytes) -> bool:
    """Whether a file is a document that vis made: a PDF with our mark, or a text that ends in our footer."""
    return bool(_MARKED.search(data)) if data.startswith(b"%PDF-") else bool(_FOOTER.search(data[-_END:]))


def tidy(text: str) -> str:
    """At most one empty line in a row."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"

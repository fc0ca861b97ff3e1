"""A document that somebody holds, opened again: what it says that it is, and the words that it shows."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from vis_cli.documents.citation import Citation, citations
from vis_cli.documents.finished import Format
from vis_cli.documents.pdf_reading import LARGEST, read_pdf
from vis_cli.errors import N_, Failure

_BETWEEN = re.compile(r"[\s\u00ad]+")
_VERSION = re.compile(r"·vis([0-9]\w*(?:\.\w+)*)·")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document as it is held; `source` is the file inside it, `shown` the words that it shows.

    `drawn` are the digests of what its pages draw: none of Markdown, nor of a PDF that only some can read.
    """

    format: Format
    data: bytes
    citation: Citation
    source: bytes | None
    shown: str
    drawn: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What it shows, squeezed together."""
        return squeezed(self.shown)

    @property
    def made_by(self) -> str | None:
        """The version of vis that made it, as its footer says."""
        found = _VERSION.findall(self.words)
        return found[-1] if found else None


def open_document(data: bytes) -> Opened:
    """Open a PDF or a Markdown file that vis made of an agreement. Raises Failure (exit 1) where it is none."""
    if b"%PDF-" in data[:1024]:
        read = read_pdf(data)
        found, sources = citations(read.keywords), list(read.files.values())
        if len(found) == 1:
            return Opened("pdf", data, found[0], sources[0] if len(sources) == 1 else None, read.words, read.drawn)
        raise _not_ours()
    try:
        text = data.decode("utf-8") if len(data) <= LARGEST else ""
    except UnicodeDecodeError:
        text = ""
    last = citations(text.rstrip("\n").rpartition("\n")[2])
    if len(last) == 1:
        return Opened("md", data, last[0], None, unix(text))
    raise _not_ours()


def shown_by(made: bytes, format: Format) -> str:
    """The words that a document of ours shows."""
    return read_pdf(made).words if format == "pdf" else unix(made.decode())


def unix(text: str) -> str:
    """Markdown with the line ends of any system, which may have been changed on its way."""
    return text.replace("\r\n", "\n").rstrip("\n")


def squeezed(text: str) -> str:
    """The text without spaces and divisions of words: where lines break is no part of what it says."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text))


def _not_ours() -> Failure:
    return Failure(
        N_("this is no document that vis has made of an agreement: it has no citation"),
        hint=N_(
            "`vis agreement verify` takes a PDF or Markdown by `vis agreement text`, or the citation on its last line"
        ),
        exit_code=1,
    )

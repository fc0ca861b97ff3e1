"""Personal numbers and secrets in the words of a PDF: found where one enters the register, for it is slow."""

from collections.abc import Iterator

from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.hidden import masked, personal_numbers, secrets
from vis_cli.documents.pdf_reading import pages
from vis_cli.errors import N_
from vis_cli.places import Span

ENDING = ".pdf"
_HELP = N_("take it out of the PDF itself; what is covered or painted over is often still there to be read")


def personal(path: str, data: bytes) -> tuple[Diagnostic, ...] | None:
    """VIS802 and VIS803 of a PDF, each with its page; None where what is written in it cannot be read."""
    read = pages(data)
    if read is None:
        return None
    return tuple(found for number, text in enumerate(read, 1) for found in _on_page(path, number, text))


def _on_page(path: str, page: int, text: str) -> Iterator[Diagnostic]:
    for start, end in personal_numbers(text):
        message = N_("`{number}`, a personal identity number, stands on page {page}")
        values = {"number": masked(text[start:end]), "page": page}
        yield Diagnostic("VIS802", "error", Span(path), message, values, _HELP, secret=True)
    for _found in secrets(text):
        message = N_("a secret (a private key or an access token) stands on page {page}")
        yield Diagnostic("VIS803", "error", Span(path), message, {"page": page}, _HELP, secret=True)

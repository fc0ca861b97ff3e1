"""Many documents at once: Typst works without Python's lock, so each processor sets one while others are filled in."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

from vis_cli.documents.apart import as_pdf
from vis_cli.documents.document import Document
from vis_cli.documents.faults import DocumentFault, TemplateFault
from vis_cli.history.state import Provenance

Made = bytes | TemplateFault | DocumentFault
"""A PDF, or why there is none."""


def as_pdfs(
    documents: Iterable[tuple[Document, Provenance | None]],
    style: Mapping[str, bytes],
    *,
    today: date,
    workers: int,
) -> Iterator[Made]:
    """The documents as PDF, in their order: the same bytes as one at a time.

    As many are set at a time as there are `workers`, and no more are taken from `documents` than are being set.
    """
    with ThreadPoolExecutor(workers) as pool:
        coming: deque[Future[Made]] = deque()
        for document, provenance in documents:
            coming.append(pool.submit(_made, document, provenance, style, today))
            if len(coming) > workers:
                yield coming.popleft().result()
        while coming:
            yield coming.popleft().result()


def _made(document: Document, provenance: Provenance | None, style: Mapping[str, bytes], today: date) -> Made:
    try:
        return as_pdf(document, style, provenance, today=today)
    except (TemplateFault, DocumentFault) as fault:
        return fault

"""What stands in a PDF of ours, read from a file that anyone can have made: in a process of its own, under limits.

Run as a program it reads a PDF from standard input and answers in JSON; a file that is made to be slow or to fill the
memory harms nobody but it.
"""

import base64
import binascii
import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vis_cli.errors import N_, Failure

LARGEST = 32 * 1024 * 1024
"""The most bytes of a PDF that are read; an agreement takes a tenth of a megabyte."""
SECONDS = 20
"""The most time that reading one may take."""
MEMORY = 1024 * 1024 * 1024
"""The most memory, in bytes, where the system can hold it to that."""
MOST_PAGES = 1000
LARGEST_SOURCE = 256 * 1024
"""The most bytes of a file inside a PDF; no file of the register is larger."""
ARTIFACT, HYPHEN, UNKNOWN = "/Artifact", "\N{SOFT HYPHEN}", "\N{REPLACEMENT CHARACTER}"

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")


@dataclass(frozen=True, slots=True)
class Read:
    """Its keywords, the files inside it by name, and its words page by page, without running headers and footers.

    `drawn` are the digests of all that it draws (see `pdf_drawing.drawn`), none where it cannot be read strictly.
    """

    keywords: str
    files: dict[str, bytes]
    words: str
    drawn: Mapping[str, str]


def read_pdf(data: bytes) -> Read:
    """Read a PDF. Raises Failure (exit 1) where it is broken, locked, too large, or takes too long."""
    if len(data) > LARGEST:
        raise Failure(N_("the PDF is too large to be one of ours: {size} bytes"), size=len(data), exit_code=1)
    answer = _asked(data, "_answer")
    if answer is None:
        message = N_("the PDF takes more than {seconds} seconds to read, and is none of ours")
        raise Failure(message, seconds=SECONDS, exit_code=1)
    if answer.get("fault") == "locked":
        raise Failure(N_("the PDF is encrypted, and none of ours"), exit_code=1)
    if answer.get("fault"):
        raise Failure(
            N_("the PDF is broken and cannot be read"), hint=N_("fetch the file anew from where it came"), exit_code=1
        )
    return Read(
        answer["keywords"],
        {name: base64.b64decode(content) for name, content in answer["files"].items()},
        answer["words"],
        answer["drawn"],
    )


def pages(data: bytes) -> tuple[str, ...] | None:
    """What is written on each page of any PDF; None where it is too large, locked or broken, or takes too long."""
    answer = _asked(data, "_pages") if len(data) <= LARGEST else None
    return None if answer is None or "fault" in answer else tuple(answer["pages"])


def _asked(data: bytes, what: str) -> dict[str, Any] | None:
    """What a process of its own answers of a PDF; None where it takes too long."""
    root = str(Path(__file__).parents[2])
    script = f"import sys; sys.path.insert(0, {root!r}); from {__name__} import main; main({what!r})"
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", script], input=data, capture_output=True, timeout=SECONDS, check=False
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return None
    except ValueError:
        return {"fault": "broken"}
    assert isinstance(answer, dict)
    return answer


def main(what: str) -> None:
    """Answer what stands in the PDF on standard input."""
    _limit()
    try:
        answer = {"_answer": _answer, "_pages": _pages}[what](sys.stdin.buffer.read(LARGEST + 1))
    except Exception:  # whatever a hostile file makes of a parser, it is broken
        answer = {"fault": "broken"}
    sys.stdout.write(json.dumps(answer))


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; that of time holds there too
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def _pages(data: bytes) -> dict[str, Any]:
    import io
    import logging

    from pypdf import PdfReader

    logging.disable()
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return {"fault": "locked"}
    if len(reader.pages) > MOST_PAGES:
        return {"fault": "broken"}
    return {"pages": [page.extract_text() for page in reader.pages]}


def _answer(data: bytes) -> dict[str, Any]:
    import io
    import logging

    from pypdf import PdfReader

    logging.disable()
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted:
        return {"fault": "locked"}
    if len(reader.pages) > MOST_PAGES:
        return {"fault": "broken"}
    metadata: dict[str, Any] = dict(reader.metadata or {})
    files: dict[str, str] = {}
    for name, contents in reader.attachments.items():
        if len(contents) != 1 or len(contents[0]) > LARGEST_SOURCE or len(files) >= 10:
            return {"fault": "broken"}
        files[str(name)] = base64.b64encode(contents[0]).decode()
    return {
        "keywords": str(metadata.get("/Keywords", "")),
        "files": files,
        "words": "\n".join("".join(_words(page, reader)) for page in reader.pages),
        "drawn": _drawn(data),
    }


def _drawn(data: bytes) -> dict[str, str]:
    """What is drawn, of a file without the least fault: what is mended by one reader is shown otherwise by another."""
    import io

    from pypdf import PdfReader

    from vis_cli.documents.pdf_drawing import drawn

    try:
        return drawn(PdfReader(io.BytesIO(data), strict=True))
    except Exception:  # whatever the fault is, nothing is known then
        return {}


def _words(page: Any, reader: Any) -> Iterator[str]:
    """The pieces of text of a page, without what is marked as an artifact."""
    from pypdf.generic import ContentStream

    fonts = {name: _letters(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    letters: dict[bytes, str] = {}
    marks: list[str] = []
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            marks.append(_mark(operands))
            yield "" if marks[-1] == HYPHEN else " "
        elif operator == b"EMC" and marks:
            marks.pop()
        elif operator == b"Tf":
            letters = fonts[operands[0]]
        elif operator in (b"TJ", b"Tj", b"'", b'"') and (not marks or marks[-1] != ARTIFACT):
            shown = operands[0] if operator == b"TJ" else operands[-1:]
            for part in shown:
                codes = _codes(part)
                text = "".join(letters.get(codes[i : i + 2], UNKNOWN) for i in range(0, len(codes), 2))
                yield HYPHEN if text == "-" and marks and marks[-1] == HYPHEN else text


def _mark(operands: Any) -> str:
    """What marks a stretch of a page: an artifact, a hyphen where a word was divided, or something else."""
    more = operands[1] if len(operands) > 1 else None
    if isinstance(more, dict) and more.get("/ActualText") == HYPHEN:
        return HYPHEN
    return str(operands[0])


def _codes(part: Any) -> bytes:
    if isinstance(part, bytes):
        return part
    original = getattr(part, "original_bytes", b"")
    return original if isinstance(original, bytes) else b""


def _letters(font: Any) -> dict[bytes, str]:
    """What each two-byte code of a font stands for."""
    if "/ToUnicode" not in font:
        return {}
    table = font["/ToUnicode"].get_object().get_data()
    return {
        binascii.unhexlify(code): binascii.unhexlify(text).decode("utf-16-be") for code, text in _PAIR.findall(table)
    }

"""The words of a document from Word, Excel, PowerPoint or LibreOffice: a zip of XML, of which nothing is executed."""

import html
import io
import re
import zipfile
import zlib

ENDINGS = frozenset(("docx", "docm", "xlsx", "xlsm", "pptx", "odt", "ods", "odp"))
"""The endings of such files."""
_MOST = 2 * 1024 * 1024
_PARTS = re.compile(r"(?:word|xl|ppt)/[\w/]+\.xml|content\.xml|(?:docProps/\w+|meta)\.xml")
# A text is often cut into runs in the middle of a word; paragraphs, cells and rows are apart.
_APART = re.compile(r"</(?:\w+:)?(?:p|si|c|row|h|table-cell|v)>|<(?:\w+:)?(?:br|tab|line-break|s)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")


def is_one(path: str) -> bool:
    """Whether a file is such a document, by its ending."""
    return path.rpartition(".")[2].lower() in ENDINGS


def words(data: bytes) -> str:
    """What is written in it, a line for each paragraph or cell, of 2 MiB at most; nothing where it is no such file."""
    found: list[str] = []
    left = _MOST
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for item in archive.infolist():
                if left > 0 and _PARTS.fullmatch(item.filename):
                    with archive.open(item) as part:  # reads no more than is asked for, whatever it says of its size
                        text = part.read(left)
                    left -= len(text)
                    found.append(text.decode("utf-8", "replace"))
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        return ""
    return html.unescape(_TAG.sub("", _APART.sub("\n", "\n".join(found))))

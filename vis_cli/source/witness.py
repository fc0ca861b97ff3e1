"""A tree looked at once, with a digest of all that it holds: what an answer given before is known by."""

import hashlib
from collections.abc import Iterator
from itertools import islice

from vis_cli.source import office
from vis_cli.source.tree import FOLDERS, MOST_BYTES, MOST_FILES, Entry, Tree

WRITTEN = frozenset(
    ("csv", "eml", "htm", "html", "ics", "j2", "json", "md", "rtf", "svg", "txt", "typ", "vcf", "xml", "yaml", "yml")
)
"""The endings of files that hold text; of the others nobody reads more than the name."""


def holds_text(path: str) -> bool:
    """Whether a file holds text, by its ending: as it is, or as the words of a document."""
    return path.rpartition(".")[2].lower() in WRITTEN or office.is_document(path)


class Witness:
    """A tree that knows whether what is read from it is what it held at first. Raises Failure as its base does."""

    def __init__(self, base: Tree) -> None:
        self._base = base
        self._listed = {folder: list(islice(base.entries(folder), MOST_FILES + 1)) for folder in FOLDERS}
        self._held: dict[str, bytes] = {}
        self._digests: dict[str, bytes] = {}
        self.digest: str | None = None
        """Of every name, form and text; None where not all can be read, or there is too much of it."""
        if sum(map(len, self._listed.values())) <= MOST_FILES:
            self.digest = self._look()
        self.steady = self.digest is not None
        """Whether all that has been read from it is what the digest is of."""

    def _look(self) -> str | None:
        digest, size = hashlib.sha256(), 0
        for entry in sorted((item for found in self._listed.values() for item in found), key=lambda item: item.path):
            own = b""
            if entry.form == "file" and holds_text(entry.path):
                try:
                    data = self._held[entry.path] = self._base.read(entry.path)
                except OSError:
                    return None
                own = self._digests[entry.path] = hashlib.sha256(data).digest()
                size += len(data)
                if size > MOST_BYTES:
                    return None
            digest.update(repr((entry.path, entry.form, own)).encode())
        return digest.hexdigest()

    def entries(self, under: str) -> Iterator[Entry]:
        if under in self._listed:
            return iter(self._listed[under])
        self.steady = False
        return self._base.entries(under)

    def read(self, path: str) -> bytes:
        data = self._held.pop(path, None)  # nobody needs it twice but for the lines of a report
        if data is None:
            data = self._base.read(path)
            self.steady &= self._digests.get(path) == hashlib.sha256(data).digest()
        return data

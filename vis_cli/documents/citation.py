"""A citation of an agreement: which one, which version and clause, and the exact words it had.

    vis:agreement/hok/1.0#kostnadsansvar sha256:2c26b46b… commit:9f3c1e…

The version, the clause, the digest (of the title and the sections, see `registry/digest.py`) and the commit of the
register may each be missing. It stands on the last lines of every rendered agreement, and in the PDF's metadata.
"""

import re
from dataclasses import dataclass

from vis_cli.errors import N_, Failure
from vis_cli.model.values import ID_PATTERN, VERSION_PATTERN

PREFIX = "vis:agreement/"
LONGEST = 400
"""The most characters that a citation can have."""

_ID, _VERSION = ID_PATTERN.strip("^$"), VERSION_PATTERN.strip("^$")
_FORM = (
    rf"vis:agreement/(?P<agreement>{_ID})(?:/(?P<version>{_VERSION}))?(?:#(?P<clause>{_ID}))?"
    r"(?:[ \u00a0\n]+sha256:(?P<digest>[0-9a-f]{64}))?(?:[ \u00a0\n]+commit:(?P<commit>[0-9a-f]{40}|[0-9a-f]{64}))?"
)
_CITATION = re.compile(rf"{_FORM}\Z")
_IN_A_TEXT = re.compile(_FORM)
_BROKEN = re.compile(r"(?<=[/#:-])[\s\u00ad]+|\s+(?=[/#])")
"""Where a line can break within a citation; text that is copied from a PDF has a space or a new line there."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation names; what it does not name is None."""

    agreement: str
    version: str | None = None
    clause: str | None = None
    digest: str | None = None
    commit: str | None = None

    def __str__(self) -> str:
        version = f"/{self.version}" if self.version else ""
        clause = f"#{self.clause}" if self.clause else ""
        digest = f" sha256:{self.digest}" if self.digest else ""
        commit = f" commit:{self.commit}" if self.commit else ""
        return f"{PREFIX}{self.agreement}{version}{clause}{digest}{commit}"


def parse(text: str) -> Citation:
    """Read a citation, as it was printed or copied out of a PDF. Raises Failure (exit 2) where it is none."""
    found = _CITATION.match(_BROKEN.sub("", text.strip())) if len(text) <= LONGEST else None
    if found is None:
        raise Failure(
            N_("`{text}` is no citation of an agreement"),
            hint=N_(
                "a citation looks like vis:agreement/hok/1.0#roller sha256:… commit:…; all after the id may be left out"
            ),
            text=text[:80],
        )
    return Citation(**found.groupdict())


def citations(text: str) -> list[Citation]:
    """The citations that stand in a text, each once, in its order."""
    return list(dict.fromkeys(Citation(**found.groupdict()) for found in _IN_A_TEXT.finditer(text)))

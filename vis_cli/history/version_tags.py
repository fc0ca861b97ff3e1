"""The tags of versions, `agreement/<id>/<version>`: listed whatever kind they are, and read without GitPython."""

from collections.abc import Mapping
from dataclasses import dataclass

from vis_cli.history.git import OID, Git
from vis_cli.history.refusals import broken_answer

_FORMAT = "%(refname)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)"


@dataclass(frozen=True, slots=True)
class VersionTag:
    """A tag of a version; `commit` is None where it names something else."""

    name: str
    commit: str | None
    annotated: bool

    @staticmethod
    def name_of(agreement: str, version: str) -> str:
        """The name that the tag of a version has."""
        return f"agreement/{agreement}/{version}"


def version_tags(git: Git, agreement: str = "") -> Mapping[tuple[str, str], VersionTag]:
    """The tags of an agreement's versions, or of all agreements', by agreement and version."""
    under = f"refs/tags/agreement/{agreement}".rstrip("/") + "/"
    found = {}
    for line in git.run("for-each-ref", f"--format={_FORMAT}", under).decode("utf-8", "surrogateescape").split("\n"):
        if not line:
            continue
        words = line.split("\0")
        if len(words) != 5 or not OID.fullmatch(words[2]):
            raise broken_answer("for-each-ref")
        name = words[0].removeprefix("refs/tags/")
        parts = name.split("/")
        if len(parts) == 3:
            annotated = words[1] == "tag"
            kind, oid = words[3:] if annotated else words[1:3]
            found[parts[1], parts[2]] = VersionTag(name, oid if kind == "commit" else None, annotated)
    return found

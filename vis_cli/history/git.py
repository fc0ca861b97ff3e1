"""The one door to the git program: a closed environment, nothing of the repository runs, every answer is checked."""

import hashlib
import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from vis_cli.errors import N_, Failure, reason_of
from vis_cli.history.refusals import NotARepository, broken_answer, refusal

OID = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
"""A full object id, of either of git's two object formats."""

_SECONDS = 120

# Who commits, when, and where the user's own settings are; every other GIT_* of the caller's environment
# (GIT_DIR, GIT_INDEX_FILE, GIT_EXTERNAL_DIFF, GIT_CONFIG_COUNT ...) would change what git does.
_KEPT = frozenset(
    f"GIT_{name}"
    for name in (
        *(f"{who}_{what}" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL", "DATE")),
        *("CONFIG_GLOBAL", "CONFIG_SYSTEM", "CONFIG_NOSYSTEM", "CEILING_DIRECTORIES"),
    )
)
_SET = {
    "LC_ALL": "C",  # error texts are read in English
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",  # a question never writes the index
    "GIT_LITERAL_PATHSPECS": "1",  # a file may be called `:(top)`
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    # A partial clone fetches what it lacks, by a program that its own configuration names: ask for nothing.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
}
# These hold whatever the repository's own configuration says.
_OVERRIDES = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.untrackedCache": "false",
    "core.attributesFile": os.devnull,
    "core.pager": "cat",
    "core.quotePath": "false",
    "core.fsync": "loose-object,reference,pack,pack-metadata,index",
    "core.filesRefLockTimeout": "2000",
    "core.packedRefsTimeout": "2000",
    "diff.external": "",
    "commit.gpgSign": "false",
    "tag.gpgSign": "false",
    "log.showSignature": "false",
    "i18n.commitEncoding": "UTF-8",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "protocol.allow": "never",
    "submodule.recurse": "false",
    "safe.bareRepository": "explicit",  # a bare repository planted in a folder is not opened
    "user.useConfigOnly": "true",  # a name made up from the machine's is worse than none
    "advice.graftFileDeprecated": "false",
}


class Git:
    """The repository that holds the folder `start`.

    Raises `NotARepository` where there is none, and Failure where git is missing, the repository belongs to
    someone else, or it has no work tree.
    """

    root: Path
    """The top of the work tree."""
    folder: Path
    """The `.git` folder of this work tree."""
    shallow: bool
    """Whether older commits are missing."""

    def __init__(self, start: Path, environ: Mapping[str, str]) -> None:
        self.environment = closed(environ)
        self.root = start
        self._program = program(environ)
        answer = self._layout()
        if len(answer) != 4 or not all(Path(name).is_dir() for name in answer[:2]):
            raise broken_answer("rev-parse")
        self.root, self.folder = Path(answer[0]), Path(answer[1])
        self.shallow = answer[2] == "true"
        self._format = answer[3]
        self.environment |= _settings(_OVERRIDES | dict.fromkeys(self._filters(), ""))

    def _layout(self) -> list[str]:
        found = self.run(
            *("rev-parse", "--path-format=absolute", "--show-toplevel", "--absolute-git-dir"),
            *("--is-shallow-repository", "--show-object-format"),
        )
        return os.fsdecode(found).removesuffix("\n").split("\n")

    def _filters(self) -> list[str]:
        # Writing the index can compare a file that was just changed, and that runs its filter: set each to nothing.
        found = self.run("config", "-z", "--name-only", "--get-regexp", r"^filter\.", accept=(0, 1))
        return [name for name in found.decode("utf-8", "surrogateescape").split("\0") if name]

    def run(
        self, *arguments: str, stdin: bytes = b"", index: Path | None = None, accept: tuple[int, ...] = (0,)
    ) -> bytes:
        """What git prints; `index` is used in place of the repository's own.

        Raises Failure (or its kinds in `refusals`) where git ends with anything but `accept`.
        """
        environment = self.environment if index is None else {**self.environment, "GIT_INDEX_FILE": os.fspath(index)}
        try:
            done = subprocess.run(
                [self._program, "-C", os.fspath(self.root), *arguments],
                input=stdin,
                capture_output=True,
                env=environment,
                timeout=_SECONDS,
                # A full disk or a size limit is then an error that git cleans up after, not a signal that kills it.
                restore_signals=False,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Failure(
                N_("`git {command}` did not end within {seconds} s"),
                exit_code=4,
                command=arguments[0],
                seconds=_SECONDS,
            ) from None
        except OSError as error:
            raise Failure(N_("git cannot be started: {reason}"), exit_code=3, reason=reason_of(error)) from None
        if done.returncode not in accept:
            raise refusal(arguments[0], done.stderr.decode("utf-8", "replace"), self.root)
        return done.stdout

    def beginning(self, *arguments: str, size: int) -> bytes:
        """The first `size` bytes of what git prints, however much that is. Raises Failure where there are fewer."""
        command = [self._program, "-C", os.fspath(self.root), *arguments]
        none, out = subprocess.DEVNULL, subprocess.PIPE
        with subprocess.Popen(command, stdin=none, stdout=out, stderr=none, env=self.environment) as process:
            assert process.stdout is not None
            found = process.stdout.read(size)
            process.kill()
        if len(found) < size:
            raise broken_answer(arguments[0])
        return found

    def line(self, *arguments: str) -> str:
        """The one line that git prints."""
        text = os.fsdecode(self.run(*arguments))
        if not text.endswith("\n") or text.count("\n") != 1 or text == "\n":
            raise broken_answer(arguments[0])
        return text[:-1]

    def items(self, *arguments: str, stdin: bytes = b"") -> list[str]:
        """A list asked for with `-z`. Names that are not UTF-8 come with surrogate escapes."""
        answer = self.run(*arguments, stdin=stdin)
        if answer and not answer.endswith(b"\0"):
            raise broken_answer(arguments[0])
        return answer.decode("utf-8", "surrogateescape").split("\0")[:-1]

    def oid(self, *arguments: str, stdin: bytes = b"", index: Path | None = None) -> str:
        """An object id."""
        answer = self.run(*arguments, stdin=stdin, index=index).decode("ascii", "replace").strip()
        if not OID.fullmatch(answer):
            raise broken_answer(arguments[0])
        return answer

    def maybe_oid(self, *arguments: str) -> str | None:
        """An object id, or None where git ends with 1 and says nothing."""
        answer = self.run(*arguments, accept=(0, 1)).decode("ascii", "replace").strip()
        if answer and not OID.fullmatch(answer):
            raise broken_answer(arguments[0])
        return answer or None

    def setting(self, name: str) -> bool:
        """Whether git's setting, of the repository or of the user, is on; one that is not set is off."""
        # 128: it is something else than on or off, as `core.autocrlf` can be.
        return self.run("config", "--type=bool", "--get", name, accept=(0, 1, 128)).strip() == b"true"

    def below(self, folder: Path) -> str:
        """Where a folder of the work tree is, from the top; empty where it is the top."""
        found = folder.resolve().relative_to(self.root.resolve()).as_posix()
        return "" if found == "." else found

    def blob_id(self, data: bytes) -> str:
        """The id that these bytes have, or would have, as a blob of this repository."""
        return hashlib.new(self._format, b"blob %d\0" % len(data) + data).hexdigest()

    def holds(self, data: bytes | None, oid: str | None) -> bool:
        """Whether a file's bytes are what the blob `oid` says (`None`: no file, no blob).

        Line ends are no difference: git turns CRLF into LF as it stores a text.
        """
        if data is None or oid is None:
            return data is None and oid is None
        return oid in (self.blob_id(data), self.blob_id(data.replace(b"\r\n", b"\n")))

    @property
    def no_object(self) -> str:
        """The id that stands for "there is none yet"."""
        return "0" * hashlib.new(self._format).digest_size * 2


def find(start: Path, environ: Mapping[str, str]) -> Git | None:
    """The repository that holds `start`, or None. Starts no program where no folder above has a `.git`."""
    if not any((folder / ".git").exists() for folder in (start, *start.parents)):
        return None
    try:
        return Git(start, environ)
    except NotARepository:
        return None


def closed(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment that git runs in."""
    kept = {name: value for name, value in environ.items() if not name.startswith("GIT_") or name in _KEPT}
    return kept | _SET | _settings(_OVERRIDES)


def _settings(values: Mapping[str, str]) -> dict[str, str]:
    # In the environment, not as `-c name=value`: a name may hold `=`, and git passes them on to what it starts.
    numbered = enumerate(values.items())
    pairs = {
        f"GIT_CONFIG_{kind}_{n}": word
        for n, pair in numbered
        for kind, word in zip(("KEY", "VALUE"), pair, strict=True)
    }
    return pairs | {"GIT_CONFIG_COUNT": str(len(values))}


def program(environ: Mapping[str, str]) -> str:
    """The whole path of the git program. Raises Failure (exit 3) where there is none."""
    # Only whole paths are searched, so that a `git` lying in the folder under check is never the one that runs.
    name = "git.exe" if os.name == "nt" else "git"
    for folder in environ.get("PATH", os.defpath).split(os.pathsep):
        candidate = f"{folder}{os.sep}{name}"
        if Path(folder).is_absolute() and os.access(candidate, os.X_OK) and Path(candidate).is_file():
            return candidate
    raise Failure(
        N_("the program `git` is not installed, or is not on the PATH"),
        hint=N_("install Git 2.38 or later: https://git-scm.com/downloads"),
        exit_code=3,
    )

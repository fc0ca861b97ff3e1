"""Output of commands: files' lines for reports, and where rendered text and bytes go."""

import contextlib
import os
import stat
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Known
from vis_cli.errors import N_, Failure, reason_of
from vis_cli.source.tree import Tree


def lines_of(tree: Tree, past: Tree | None = None) -> Callable[[str, str], list[str]]:
    """The lines of a file of the tree, as well as they can be read; none where there is no file.

    `past` has the files of every revision that is asked for.
    """

    @cache
    def lines(path: str, revision: str) -> list[str]:
        source = past if revision else tree
        if source is None:
            return []
        try:
            data = source.read(path)
        except OSError:
            return []
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace").replace("\r\n", "\n").split("\n")

    return lines


def deliver(data: str | bytes, output: Path | None, *, told: bool = True) -> None:
    """Write to a file and say so (if `told`), or to standard output; bytes never to a terminal. Raises Failure."""
    payload = data.encode() if isinstance(data, str) else data
    if output is None or str(output) == "-":
        if isinstance(data, bytes) and sys.stdout.isatty():
            raise Failure(N_("a PDF is not for the terminal"), hint=N_("name a file with -o"))
        sys.stdout.buffer.write(payload)
        sys.stdout.flush()
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        if output.exists() and not output.is_file():  # a pipe, a terminal: there is nothing to replace
            output.write_bytes(payload)
        else:
            _write_whole(output.resolve(), payload)  # of a link (/dev/stdout), what it leads to
    except OSError as error:
        raise Failure(
            N_("`{path}` cannot be written: {reason}"), path=str(output), reason=reason_of(error), exit_code=5
        ) from None
    if told:
        typer.echo(_(N_("written: {path}")).format(path=output), err=True)


def _write_whole(output: Path, payload: bytes) -> None:
    """Let the file have the bytes, all of them or none; its permissions stay. Raises OSError."""
    partial = output.with_name(f".{output.name}.{os.getpid()}.part")
    partial.unlink(missing_ok=True)
    try:
        with partial.open("xb") as file:
            file.write(payload)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            partial.chmod(stat.S_IMODE(output.stat().st_mode))
        partial.replace(output)
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink()
        raise


def say_known(known: Known | None) -> None:
    """Say on standard error which commit is answered from; nothing where it is the files on disk."""
    if known:
        text = _(N_("as the register was in commit {commit} of {day}"))
        typer.echo(text.format(commit=known.short, day=known.day), err=True)

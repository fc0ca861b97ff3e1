"""`vis doctor`: everything that is looked at, in the order in which one thing stands on another."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vis_cli.actions.doctor import contents, installation, left, repository
from vis_cli.actions.doctor.finding import Finding, looked, mend, note, of_failure, unknown
from vis_cli.errors import N_, Failure
from vis_cli.history.git import Git, find
from vis_cli.source.tree import WorkTree

if TYPE_CHECKING:
    from vis_cli.documents.schema import Words


@dataclass(frozen=True, slots=True)
class Patient:
    """What is examined, and what only the command line knows of it.

    `root` is None where there is no register; `now` in seconds since 1970; `catalogue`: whether the Swedish texts were
    found; `encoding`: what the terminal is set to; `words` speaks for the schemas.
    """

    root: Path | None
    environ: Mapping[str, str]
    now: float
    encoding: str
    catalogue: bool
    words: "Callable[[str], Words]"


def examine(patient: Patient) -> Iterator[tuple[str, Finding]]:
    """Every finding with its heading. Writes nothing in the register and starts no program but git."""
    for finding in _installation(patient):
        yield N_("Installation"), finding
    if patient.root is None:
        message = N_("there is no register here, so only the installation was looked at")
        yield N_("Register"), unknown("register", message, N_("go to the register's folder, or name it with -C"))
        return
    git, about_git = repository_of(patient.root, patient.environ)
    for finding in (*about_git, *(_repository(git, patient.now) if git else ())):
        yield N_("Git"), finding
    for finding in _register(patient, patient.root, git):
        yield N_("Register"), finding


def repository_of(root: Path, environ: Mapping[str, str]) -> tuple[Git | None, tuple[Finding, ...]]:
    """The repository, or what stands in its way."""
    try:
        git = find(root, environ)
    except Failure as failure:
        return None, (of_failure("repository", failure),)
    if git is None and any((folder / ".git").exists() for folder in (root, *root.parents)):
        message = N_("there is a `.git` here, but it is no repository that Git can open")
        return None, (mend("repository", message, N_("clone the register anew beside this folder, and compare")),)
    if git is None:
        message = N_("the register is not under Git, so there is no history and nothing to fall back on")
        return None, (
            note("repository", message, N_("`git init` begins one; its history begins with the first commit")),
        )
    return git, ()


def _installation(patient: Patient) -> Iterator[Finding]:
    yield from looked("python", installation.python)
    yield from looked("packages", installation.packages)
    yield from looked("files", partial(installation.own_files, patient.catalogue))
    yield from looked("terminal", partial(installation.terminal, patient.encoding))
    yield from looked("disk", partial(installation.disk, patient.root))


def _repository(git: Git, now: float) -> Iterator[Finding]:
    yield from looked("git", partial(repository.program, git))
    yield from looked("identity", partial(repository.identity, git))
    yield from looked("branch", partial(repository.branch, git))
    yield from looked("history", partial(repository.clone, git))
    yield from looked("locks", partial(left.locks, git, now))
    yield from looked("programs", partial(repository.programs, git))
    yield from looked("clock", partial(repository.clock, git, now))


def _register(patient: Patient, root: Path, git: Git | None) -> Iterator[Finding]:
    if git is not None:
        yield from looked("place", partial(contents.place, root, git))
    yield from looked("interrupted", partial(left.interrupted, root))
    yield from looked("left-over", partial(left.temporary, root))
    yield from looked("permissions", partial(contents.permissions, root, git))
    yield from looked("line-ends", partial(contents.line_ends, root, git))
    yield from looked("names", partial(contents.names, root, git))
    yield from looked("schemas", partial(contents.schemas, WorkTree(root), patient.words))
    yield from looked("templates", partial(contents.templates, root))

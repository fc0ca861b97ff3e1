"""The sample county: a fictional register with a history of its own, to try things on.

Its files lie in the package, a folder for each change, and `steps.yaml` says when each was made.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from vis_cli.actions.begin import beside
from vis_cli.errors import N_, Failure
from vis_cli.history.begin import begin_repository, whole_folder
from vis_cli.history.commit import commit
from vis_cli.history.git import Git, find, program
from vis_cli.history.last import forget
from vis_cli.history.tag import tag
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry.single import single
from vis_cli.source.yaml import parse

WHO = {"NAME": "Exempel Sekretariat", "EMAIL": "sekretariatet@example.org"}
"""Who has made the fictional commits: nobody who uses the sample."""


@dataclass(frozen=True, slots=True)
class Step:
    """One commit of the sample: its day, its message, its files, and the versions that it publishes (`hok/1.0`)."""

    day: str
    message: str
    changes: Mapping[str, bytes]
    publishes: tuple[str, ...]


def steps() -> Iterator[Step]:
    """The commits of the sample, the oldest first. Raises Failure where its files are missing."""
    folder = files("vis_cli").joinpath("sample")
    try:
        listed, _ = parse(folder.joinpath("steps.yaml").read_text(encoding="utf-8"))
        for index, item in enumerate(listed):
            changes = dict(_files(folder.joinpath(item["folder"])))
            if index == 0:
                changes |= {path: text.encode() for path, text in beside().items()}
            yield Step(item["date"], item["message"], changes, tuple(item.get("publishes", ())))
    except FileNotFoundError:
        raise Failure(
            N_("the sample that comes with vis is missing"), hint=N_("install vis again"), exit_code=5
        ) from None


def begin_sample(folder: Path, environ: Mapping[str, str]) -> int:
    """Make the sample in an empty folder, as a repository with a commit for each step; the number of commits.

    The days and the author are those of the sample, so that two of them are the same, commit by commit. Raises
    Failure: exit 2 where the folder is not empty, 3 where there is no git or the folder is in a repository.
    """
    program(environ)
    _refuse(folder, environ)
    with whole_folder(folder) as made:
        if not begin_repository(made, environ):
            raise Failure(N_("git could not begin a repository in `{path}`"), exit_code=3, path=str(folder))
        return _commit_all(made, environ)


def _commit_all(folder: Path, environ: Mapping[str, str]) -> int:
    done = 0
    for step in steps():
        git = Git(folder, {**environ, **_identity(step.day)})
        made = commit(git, step.changes, step.message)
        assert made.commit is not None  # every step changes something
        for name in step.publishes:
            tag(git, f"agreement/{name}", made.commit, _message(name, folder))
        done += 1
    forget(folder)
    return done


def _refuse(folder: Path, environ: Mapping[str, str]) -> None:
    if folder.exists() and any(folder.iterdir()):
        raise Failure(
            N_("`{path}` is not empty, and the sample has a history of its own"),
            hint=N_("name a folder that is not there yet"),
            path=str(folder),
        )
    whole = folder.resolve()
    if outer := find(next(above for above in (whole, *whole.parents) if above.is_dir()), environ):
        raise Failure(
            N_("`{path}` is inside the Git repository `{root}`, and the sample has a history of its own"),
            hint=N_("name a folder outside it"),
            exit_code=3,
            path=str(folder),
            root=str(outer.root),
        )


def _identity(day: str) -> dict[str, str]:
    """Who commits, and when: noon, so that the day is the same in every time zone of Europe."""
    both = {f"GIT_{who}_{key}": value for who in ("AUTHOR", "COMMITTER") for key, value in WHO.items()}
    return both | {f"GIT_{who}_DATE": f"{day}T12:00:00+01:00" for who in ("AUTHOR", "COMMITTER")}


def _message(name: str, folder: Path) -> str:
    """What the tag of a version says: the title, when it was published, and the digest of its text."""
    id, _, number = name.partition("/")
    agreement = _read(folder, Agreement, Agreement.path.format(id=id))
    version = _read(folder, Version, Version.path.format(agreement=id, version=number))
    publication = version.publication
    return f"{agreement.title}, version {number}\n\nPublicerad {publication.date}\nSHA-256 {publication.digest}"


def _read(folder: Path, model: Any, path: str) -> Any:
    found, _ = single(model, path, (folder / path).read_bytes())
    return found


def _files(folder: Traversable, below: str = "") -> Iterator[tuple[str, bytes]]:
    """(path, content) of every file in the folder, in order."""
    for item in sorted(folder.iterdir(), key=lambda found: found.name):
        if item.is_dir():
            yield from _files(item, f"{below}{item.name}/")
        else:
            yield f"{below}{item.name}", item.read_bytes()

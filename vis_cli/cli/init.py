"""`vis init`: a new, valid, empty register."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import rules
from vis_cli.errors import N_, Failure, reason_of

HELP = N_("Begin a new register in a folder.")


def init(
    dir: Annotated[str, typer.Argument(metavar=_(N_("DIR")), help=_(N_("The folder; made if it is not there.")))],
    county: Annotated[
        str | None, typer.Option("--county", help=_(N_("The county, as printed: Skåne län.")), show_default=False)
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", help=_(N_("What the collaboration is called.")), show_default=False)
    ] = None,
    short_name: Annotated[
        str | None, typer.Option("--short-name", help=_(N_("Its short name.")), show_default=False)
    ] = None,
    sample: Annotated[
        bool,
        typer.Option(
            "--sample", help=_(N_("A fictional county instead, with agreements and a history to try things on."))
        ),
    ] = False,
) -> None:
    from vis_cli.actions.begin import begin
    from vis_cli.history.begin import begin_repository

    directory = Path(dir)
    try:
        _refuse(dir)
        if sample:
            _sample(directory, county or name or short_name)
            return
        county = county or _ask(N_("County"), "--county")
        name = name or _ask(N_("Name of the collaboration"), "--name", "Vård i samverkan")
        files = _for_editors(begin(name=name, short_name=short_name or _initials(name), county=county))
        _judge(files)
        _write(directory, files)
    except OSError as error:
        raise Failure(
            N_("no register can be begun in `{path}`: {reason}"),
            path=dir,
            reason=reason_of(error),
            exit_code=5,
        ) from None
    made = begin_repository(directory, os.environ)
    typer.echo(_(N_("a register for {county} is in {path}")).format(county=county, path=directory))
    if not made:
        typer.echo(_(N_("it is not under Git yet; run `git init` in it when Git is installed")), err=True)
    typer.echo(_(N_("next: cd {path} && vis check")).format(path=directory))


def _sample(directory: Path, given: str | None) -> None:
    """Make the sample county. Raises Failure, and OSError."""
    from vis_cli.actions.sample import begin_sample

    if given:
        raise Failure(N_("--sample makes a county that has its names already"), hint=N_("leave out the names"))
    count = begin_sample(directory, os.environ)
    said = _(N_("the fictional Exempellän is in {path}, with a history of {count} commits"))
    typer.echo(said.format(path=directory, count=count))
    typer.echo(_(N_("next: cd {path}, and read README.md")).format(path=directory))


def _refuse(dir: str) -> None:
    """Raise Failure where no register can be begun. Raises OSError too."""
    directory = Path(dir)
    if (registry := directory / "registry").exists() and not _was_killed(registry):
        raise Failure(N_("there is a register in `{path}` already"), path=dir)
    if directory.exists() and not directory.is_dir():
        raise Failure(N_("`{path}` is not a folder"), path=dir)
    for above in Path(os.path.realpath(directory)).parents:
        if os.path.isdir(above / "registry"):  # noqa: PTH112 - says no also to what may not be looked at
            raise Failure(
                N_("`{path}` is inside the register in `{root}`"),
                hint=N_("begin the new register in a folder beside it"),
                path=dir,
                root=str(above),
            )


def _was_killed(registry: Path) -> bool:
    """Whether the folder holds nothing, but for what a killed `vis init` did not get to put in its place."""
    return registry.is_dir() and all(item.name.endswith(".vis-tmp") for item in registry.iterdir())


def _for_editors(files: Mapping[str, str]) -> dict[str, str]:
    """The files with the schemas beside them, and in the first line of each of the register's the way to its own."""
    from vis_cli.cli.schema import words
    from vis_cli.documents.editor import SETTINGS, schema_files, settings, with_lines
    from vis_cli.source.tree import MemoryTree

    texts = {path: text.encode() for path, text in files.items()}
    found = with_lines(MemoryTree({}), {**texts, **schema_files(words("sv")), SETTINGS: settings()})
    return {path: data.decode() for path, data in found.items() if data is not None}


def _judge(files: Mapping[str, str]) -> None:
    """Raise Failure with the first error that `vis check` would find in the files."""
    from vis_cli.check import check
    from vis_cli.registry import load
    from vis_cli.source.tree import MemoryTree

    for found in check(load(MemoryTree(files)), rules()).diagnostics:
        if found.severity == "error":
            raise Failure(found.message, hint=found.help, **found.values)


def _write(directory: Path, files: Mapping[str, str]) -> None:
    """Write what is not there yet, each file whole and the register's own last. Raises Failure, and OSError."""
    from vis_cli.history import files as disk

    directory.mkdir(parents=True, exist_ok=True)
    (directory / "agreements").mkdir(exist_ok=True)
    for path in sorted(files, key=lambda path: (path.startswith("registry/"), path)):
        if not (directory / path).exists():
            disk.stage(directory, path, files[path].encode())
            disk.promote(directory, path)


def _ask(question: str, option: str, default: str | None = None) -> str:
    if not sys.stdin.isatty():
        if default:
            return default
        raise Failure(N_("{option} is missing"), option=option, hint=N_("without a terminal nothing is asked"))
    return str(typer.prompt(_(question), default=default))


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper() or name

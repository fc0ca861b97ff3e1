"""The agreement, version, party or day that a user named."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version
    from vis_cli.registry import Record, Registry

Named = Annotated[
    str,
    typer.Argument(metavar=_(N_("AGREEMENT")), help=_(N_("The agreement: its id, its name, or the path of its file."))),
]
Party = Annotated[
    str | None, typer.Option("--party", metavar=_(N_("PARTY")), help=_(N_("A party, by its id or its name.")))
]


def agreement(registry: "Registry", given: str, where: Where | None = None) -> "Record[Agreement]":
    """The agreement that was meant: by id, number, path, a name or words of one. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    return the_one(registry, given, "agreement", where)


def version(registry: "Registry", of: "Record[Agreement]", given: str | None = None) -> "Record[Version]":
    """The version that was named, or else the latest. Raises Failure where there is none."""
    from vis_cli.facts.versions import version_of, versions

    every = versions(registry, of.id)
    if not every:
        raise Failure(
            N_("no version of `{id}` is registered"),
            hint=N_("`vis agreement revise {id} --version {version}` begins it"),
            id=of.id,
            version=given or "1.0",
        )
    if given is None:
        return every[-1]
    if record := version_of(registry, of.id, given):
        return record
    raise Failure(
        N_("`{id}` has no version `{version}`"),
        hint=N_("there is: {versions}; `vis agreement revise {id} --version {version}` begins a later one")
        if _later(given, every[-1].entity.version)
        else N_("there is: {versions}"),
        id=of.id,
        version=given,
        versions=", ".join(item.entity.version for item in every),
    )


def _later(given: str, last: str) -> bool:
    """Whether what was named can be the number of a version after the last one."""
    import re

    from vis_cli.facts.versions import number
    from vis_cli.model.values import VERSION_PATTERN

    return re.fullmatch(VERSION_PATTERN, given) is not None and number(given) > number(last)


def party(registry: "Registry", given: str) -> str:
    """The id of the organisation that was meant, by id, name or alias, with or without `kommun`. Raises Failure."""
    from vis_cli.facts.naming import meant, names_of_organisations, near

    names = names_of_organisations(registry)
    if found := meant(given, names):
        return found
    guesses = near(given, names)
    raise Failure(
        N_("there is no organisation `{id}`"),
        hint=N_("did you mean {near}?") if guesses else N_("`vis list organisation` shows those that exist"),
        id=given,
        near=", ".join(f"`{id}`" for id in guesses),
    )


def readable(registry: "Registry", record: "Record[Agreement]") -> None:
    """Raise Failure where a file of the agreement could not be understood: no document is made without it."""
    from vis_cli.facts.force import unreadable

    if paths := unreadable(registry, record.id):
        raise Failure(
            N_("no document of `{id}` is made, because {paths} cannot be understood"),
            hint=N_("`vis check` says why"),
            exit_code=1,
            id=record.id,
            paths=", ".join(paths),
        )

"""`vis person new`: an official who is not in the register yet."""

from typing import Annotated

import typer

from vis_cli.cli.group.named import Source
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.person.named import Organisation, Title, Unit
from vis_cli.cli.where import Where
from vis_cli.errors import N_


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(N_("Register an official (tjänsteperson) with a post. Work data only.")))(new)


def new(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar=_(N_("[NAME]")), help=_(N_("First name and last name; else you are asked.")))
    ] = None,
    title: Title = None,
    organisation: Organisation = None,
    unit: Unit = None,
    since: Annotated[
        str | None, typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("First day in the post, where known.")))
    ] = None,
    id: Annotated[
        str, typer.Option("--id", metavar=_(N_("ID")), help=_(N_("The id; without it, made of the name.")))
    ] = "",
    anyway: Annotated[
        bool, typer.Option("--anyway", help=_(N_("Although there is somebody of that name: it is another person.")))
    ] = False,
    source: Source = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.person import new as made
    from vis_cli.actions.step import when
    from vis_cli.cli import asking
    from vis_cli.cli.group.named import sources
    from vis_cli.cli.person import lines, named
    from vis_cli.cli.record import answer, take
    from vis_cli.model.person import Person

    where: Where = context.obj
    loaded = where.load()
    name = asking.wanted(name, "name", N_("What is the person called?"), hint=N_("first name and last name"))
    stated = sources(loaded.registry, source)
    post = named.post(loaded.registry, title, organisation, unit, when(since) if since else None, stated)
    step = made(loaded.registry, id, name, post, anyway=anyway)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    known = {record.id for record in loaded.registry.all(Person)}
    made_now = [record for record in registry.all(Person) if record.id not in known]
    answer([f"{record.id}: {record.name}, {lines.post(registry, post)}" for record in made_now], dry_run=dry_run)

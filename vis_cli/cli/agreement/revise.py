"""`vis agreement revise`: a new version begins."""

from typing import Annotated

import typer

from vis_cli.cli.agreement import named
from vis_cli.cli.agreement.new import AtLeast, NotBefore, OnDate, RuleOption, Until
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

HELP = N_("Begin a new version of an agreement.")


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("revise", help=_(HELP))(revise)


def revise(
    context: typer.Context,
    agreement: named.Named,
    version: Annotated[
        str | None,
        typer.Option("--version", help=_(N_("Its number; without it, the next whole one: 2.0 after 1.4."))),
    ] = None,
    minor: Annotated[
        bool, typer.Option("--minor", help=_(N_("A revision of the same agreement: 1.5 after 1.4.")))
    ] = False,
    rule: RuleOption = None,
    not_before: NotBefore = None,
    at_least: AtLeast = None,
    on_date: OnDate = None,
    until: Until = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement.revise import Revision
    from vis_cli.actions.agreement.revise import revise as files
    from vis_cli.actions.step import Step, when
    from vis_cli.cli.agreement import recording
    from vis_cli.cli.agreement.choices import rule_of
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record = named.agreement(loaded.registry, agreement, where)
    wish = Revision(
        version=version,
        minor=minor,
        rule=rule_of(rule) if rule else None,
        at_least=at_least,
        not_before=when(not_before) if not_before else None,
        date=when(on_date) if on_date else None,
        until=when(until) if until else None,
    )
    number, made = files(loaded.registry, record, wish, where.day(None))
    message = _(N_("Begin version {version} of {id}")).format(version=number, id=record.id)
    after = take(where, loaded, Step(made, message), commit=commit, dry_run=dry_run)
    recording.tell(where, after, record.id, number, dry_run=dry_run)
    if not dry_run:
        line = _(N_("next: change the text in `{path}`; then `vis agreement publish {id}`"))
        typer.echo(line.format(path=record.file.path, id=record.id), err=True)

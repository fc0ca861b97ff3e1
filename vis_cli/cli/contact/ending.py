"""`vis contact verify` and `end`: somebody has made sure that it is right; its last day."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.contact.named import MaybeRole, Named, NamedRole
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vis_cli.facts.contact_holders import Held
    from vis_cli.registry import Registry

_Day = Annotated[
    str | None, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When (YYYY-MM-DD); without it, today.")))
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("verify", help=_(N_("Record that somebody has made sure that a contact is right.")))(verify)
    app.command("end", help=_(N_("End a contact; it stays in the history.")))(end)


def verify(
    context: typer.Context,
    area: Named,
    role: MaybeRole = None,
    on: _Day = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.contact import current
    from vis_cli.actions.contact import verify as verified
    from vis_cli.cli.contact import named
    from vis_cli.cli.contact.setting import tell
    from vis_cli.cli.record import take
    from vis_cli.facts.coverage import EXPECTED

    where: Where = context.obj
    loaded = where.load()
    record, day = named.area(loaded.registry, area, where), where.day(on)
    kinds = (named.role(role),) if role else EXPECTED
    held = [one for kind in kinds for one in current(loaded.registry, record, kind, day)]
    if not held:
        raise Failure(
            N_("nobody is known to hold it in {area} on {day}"),
            hint=N_("`vis contact set` records who does"),
            exit_code=1,
            area=record.entity.name,
            day=day,
        )
    step = verified(held, day, where.today())
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    for kind in dict.fromkeys(one.role for one in held):
        tell(registry, record.id, kind, day, dry_run=dry_run)


def end(
    context: typer.Context,
    area: Named,
    role: NamedRole,
    on: Annotated[
        str | None, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("The last day; without it, today.")))
    ] = None,
    holder: Annotated[
        str | None,
        typer.Option("--who", metavar=_(N_("NAME")), help=_(N_("Which one, where several share it: any name of it."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.contact import end as ended
    from vis_cli.actions.step import when
    from vis_cli.cli.contact import lines, named
    from vis_cli.cli.record import answer, take
    from vis_cli.facts.contact_holders import every_holder

    where: Where = context.obj
    loaded = where.load()
    record, kind = named.area(loaded.registry, area, where), named.role(role)
    last = when(on or where.today().isoformat())
    every = every_holder(loaded.registry, record, kind)
    held = [one for one in every if one.holder.until is None] or list(every[-1:])
    one = _only(loaded.registry, held, holder, record.entity.name, kind)
    registry = take(where, loaded, ended(one, last, where.today()), commit=commit, dry_run=dry_run)
    after = every_holder(registry, record, kind)
    said = [item for item in after if item.index == one.index]
    told = (line for item in said for line in lines.holder_lines(registry, item, kind.upper()))
    answer([f"{record.entity.name}:", *told], dry_run=dry_run)
    _tell_retention(registry, one.holder.person)


def _tell_retention(registry: "Registry", id: str | None) -> None:
    """Until when the name is kept, where the collaboration has said so and nothing else is left of the person's."""
    from vis_cli.cli.dates import spoken
    from vis_cli.diagnostics.wording import fill
    from vis_cli.facts.retention import kept_until
    from vis_cli.model.person import Person

    person = registry.get(Person, id)
    if person and (kept := kept_until(registry, person)):
        text = N_("the name is kept until {date}; then `vis person forget {id}` replaces it by the role")
        typer.echo(f"{_(N_('note'))}: {fill(text, {'date': spoken(kept), 'id': person.id}, _)}", err=True)


def _only(registry: "Registry", held: "Sequence[Held]", name: str | None, area: str, role: str) -> "Held":
    """The one that is meant. Raises Failure where none is, or several may be."""
    from vis_cli.cli.contact import lines
    from vis_cli.facts.stems import fold

    if name:
        held = [one for one in held if fold(name) in fold(" ".join(_names(registry, one)))]
    if len(held) == 1:
        return held[0]
    if not held:
        raise Failure(N_("nobody like that is known as {role} of {area}"), role=role.upper(), area=area, exit_code=1)
    raise Failure(
        N_("several share it in {area}: {names}"),
        hint=N_("name the one that you mean with --who"),
        area=area,
        names="; ".join(lines.who(registry, one.holder) for one in held),
    )


def _names(registry: "Registry", held: "Held") -> list[str]:
    from vis_cli.cli.contact import lines

    return [lines.who(registry, held.holder), lines.person_of(registry, held.holder), held.holder.mailbox or ""]

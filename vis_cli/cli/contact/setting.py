"""`vis contact set`: who is the KSA or the GSA of an area, and what is known of it."""

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from vis_cli.cli.contact.named import Named, NamedRole
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    import datetime as dt

    from vis_cli.facts.coverage import Expected
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("set", help=_(N_("Set the KSA or GSA of an area; a former one ends the day before.")))(set_)


def _option(name: str, help: str, metavar: str = N_("TEXT")) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def _yes(name: str, help: str) -> Any:
    return typer.Option(name, help=_(help), show_default=False)


Line: TypeAlias = str | None
Lines: TypeAlias = list[str] | None
Truth: TypeAlias = bool | None


def set_(
    context: typer.Context,
    area: Named,
    role: NamedRole,
    since: Annotated[
        Line, _option("--from", N_("The first day, as precise as it is known; without it, today."), N_("DATE"))
    ] = None,
    share: Annotated[bool, _yes("--share", N_("Beside the one that holds it, who goes on."))] = False,
    new: Annotated[bool, _yes("--new", N_("Another holder, though of the same organisation."))] = False,
    person: Annotated[Line, _option("--person", N_("Who holds it."), N_("PERSON"))] = None,
    organisation: Annotated[
        Line, _option("--organisation", N_("Where a KSA is placed; who runs a health centre."), N_("ORGANISATION"))
    ] = None,
    mailbox: Annotated[Line, _option("--mailbox", N_("The mailbox of the function."))] = None,
    phone: Annotated[Line, _option("--phone", N_("The telephone of the function."))] = None,
    placement: Annotated[Line, _option("--placement", N_("KSA: where in the organisation."))] = None,
    base_role: Annotated[Line, _option("--base-role", N_("KSA: what else the holder does (grundroll)."))] = None,
    combined: Annotated[Truth, _yes("--combined/--alone", N_("KSA: combined with another task, or alone."))] = None,
    percent: Annotated[
        int | None,
        typer.Option("--percent", min=0, max=100, help=_(N_("KSA: share of full time.")), show_default=False),
    ] = None,
    financing: Annotated[Line, _option("--financing", N_("KSA: how it is paid for."))] = None,
    fields: Annotated[Lines, _option("--field", N_("KSA: a field that it covers, or `all`."), N_("FIELD"))] = None,
    duties: Annotated[Lines, _option("--duty", N_("KSA: a duty that is acknowledged, or `all`."), N_("DUTY"))] = None,
    knowledge: Annotated[
        Lines, _option("--knowledge", N_("KSA: knowledge that is acknowledged, or `all`."), N_("KNOWLEDGE"))
    ] = None,
    private_providers: Annotated[
        Truth, _yes("--private-providers/--no-private-providers", N_("KSA: whether it covers private providers too."))
    ] = None,
    mandate_version: Annotated[Line, _option("--mandate-version", N_("KSA: the version of its mandate."))] = None,
    mandate_adopted: Annotated[
        Line, _option("--mandate-adopted", N_("KSA: when the municipality adopted it."), N_("DATE"))
    ] = None,
    mandate_deviations: Annotated[
        Line, _option("--mandate-deviations", N_("KSA: what is otherwise here than in the county's."))
    ] = None,
    clinic: Annotated[Line, _option("--clinic", N_("GSA: the health centre."))] = None,
    run_by: Annotated[Line, _option("--run-by", N_("GSA: region or private."), N_("FORM"))] = None,
    appointed_by: Annotated[Lines, _option("--appointed-by", N_("GSA: who appointed it."), N_("ACTOR"))] = None,
    mandate: Annotated[Line, _option("--mandate", N_("GSA: what it may decide."))] = None,
    remuneration: Annotated[
        Lines, _option("--paid", N_("GSA: fixed=120000@2031, per-inhabitant=12@2031, per-hour=900@2031."))
    ] = None,
    tasks: Annotated[Lines, _option("--task", N_("GSA: a task that is acknowledged, or `all`."), N_("TASK"))] = None,
    area_plan: Annotated[
        Line, _option("--area-plan", N_("GSA: when the area plan (närområdesplan) was updated."), N_("DATE"))
    ] = None,
    action_plans: Annotated[
        Lines, _option("--action-plan", N_("GSA: a local action plan, with @DATE when it was decided."))
    ] = None,
    crisis_duty: Annotated[
        Truth, _yes("--crisis-duty/--no-crisis-duty", N_("GSA: whether its duty in a crisis (krisstöd) is settled."))
    ] = None,
    substitute_function: Annotated[Line, _option("--substitute", N_("A substitute, as what."))] = None,
    substitute_organisation: Annotated[
        Line, _option("--substitute-organisation", N_("Where the substitute is."), N_("ORGANISATION"))
    ] = None,
    substitute_person: Annotated[
        Line, _option("--substitute-person", N_("Who the substitute is."), N_("PERSON"))
    ] = None,
    substitute_mailbox: Annotated[Line, _option("--substitute-mailbox", N_("The mailbox of the substitute."))] = None,
    substitute_phone: Annotated[Line, _option("--substitute-phone", N_("The telephone of the substitute."))] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    given = {key: value for key, value in locals().items() if key not in _OWN}
    from vis_cli.actions.contact import set_holder
    from vis_cli.actions.step import when
    from vis_cli.cli.contact import named, wished
    from vis_cli.cli.record import take

    where: Where = context.obj
    loaded = where.load()
    record, kind = named.area(loaded.registry, area, where), named.role(role)
    wish = wished.read(loaded.registry, where, kind, given)
    wish, since = _asked(loaded.registry, kind, wish, since, where.today())
    begins = when(since) if since else None
    step = set_holder(loaded.registry, record, kind, wish, begins, where.today(), share=share, new=new)
    registry = take(where, loaded, step, commit=commit, dry_run=dry_run)
    tell(registry, record.id, kind, begins.earliest if begins else where.today(), dry_run=dry_run)


_OWN = frozenset(("context", "area", "role", "since", "share", "new", "commit", "dry_run"))
"""The parameters that say nothing of the holder."""


def _asked(
    registry: "Registry", role: "Expected", wish: dict[str, Any], since: str | None, today: "dt.date"
) -> tuple[dict[str, Any], str | None]:
    """The wish as given, or asked for in a terminal where nothing is."""
    from vis_cli.cli import asking

    if wish:
        return wish, since
    if not asking.in_terminal():
        asking.demand(**({"clinic": None} if role == "gsa" else {"organisation or --mailbox or --person": None}))
    with asking.interview():
        from vis_cli.cli.contact import interview

        return interview.ask(registry, role, wish, today)


def tell(registry: "Registry", area: str, role: "Expected", on: "dt.date", *, dry_run: bool) -> None:
    """Say who it is then."""
    from vis_cli.cli.contact import lines
    from vis_cli.cli.record import answer
    from vis_cli.facts.contact_holders import contacts_on
    from vis_cli.model.area import Area

    if record := registry.get(Area, area):
        found = contacts_on(registry, record, on)
        said = found.ksa if role == "ksa" else found.gsa
        answer([f"{record.entity.name}:", *lines.role_lines(registry, found, said)], dry_run=dry_run)

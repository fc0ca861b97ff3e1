"""`vis agreement new`: by an interview in a terminal, by options without one."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.agreement import named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.actions.agreement.wish import Wish
    from vis_cli.registry import Registry

HELP = N_("Begin an agreement, in the standard structure.")


def _option(name: str, help: str, metavar: str | None = None) -> Any:
    return typer.Option(name, metavar=_(metavar) if metavar else None, help=_(help), show_default=False)


_DATE, _ID, _TEXT = N_("DATE"), N_("ID"), N_("TEXT")
RULES, EFFECTS = "all-parties|each-party|at-least|fixed-date", "rest-continues|all-ends"
RuleOption = Annotated[
    str | None, typer.Option("--rule", metavar=RULES, help=_(N_("How it enters into force.")), show_default=False)
]
NotBefore = Annotated[str | None, _option("--not-before", N_("The first day that it can enter into force."), _DATE)]
AtLeast = Annotated[int | None, _option("--at-least", N_("For `at-least`: how many parties."))]
OnDate = Annotated[str | None, _option("--on-date", N_("For `fixed-date`: the day."), _DATE)]
Until = Annotated[str | None, _option("--until", N_("The last day; without it, until further notice."), _DATE)]


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("new", help=_(HELP))(new)


def new(
    context: typer.Context,
    id: Annotated[
        str, typer.Argument(metavar=_(N_("[ID]")), help=_(N_("Its id, for ever; without it, made of the title.")))
    ] = "",
    title: Annotated[str, _option("--title", N_("The exact title."), _TEXT)] = "",
    type: Annotated[
        str | None, _option("--type", N_("Its type: `vis explain agreement.type` lists them."), N_("TYPE"))
    ] = None,
    parent: Annotated[str | None, _option("--parent", N_("The agreement that it belongs to."), _ID)] = None,
    owner: Annotated[str | None, _option("--owner", N_("The group that answers for it."), _ID)] = None,
    owner_from: Annotated[str | None, _option("--owner-from", N_("Since when that group does."), _DATE)] = None,
    concerned: Annotated[list[str] | None, _option("--concerned", N_("Another group that it concerns."), _ID)] = None,
    target_group: Annotated[list[str] | None, _option("--target-group", N_("Whom it is for."), _TEXT)] = None,
    party: Annotated[
        list[str] | None,
        _option("--party", N_("A party; without any, the region and all municipalities."), _ID),
    ] = None,
    rule: RuleOption = None,
    not_before: NotBefore = None,
    at_least: AtLeast = None,
    on_date: OnDate = None,
    version: Annotated[str, typer.Option("--version", help=_(N_("The number of its first version.")))] = "1.0",
    until: Until = None,
    notice_months: Annotated[int | None, _option("--notice-months", N_("The period of notice in months."))] = None,
    notice_effect: Annotated[
        str | None,
        typer.Option(
            "--notice-effect",
            metavar=EFFECTS,
            help=_(N_("Whether the rest continues or all ends when a party gives notice.")),
        ),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement.wish import Wish
    from vis_cli.actions.step import when
    from vis_cli.cli.agreement.choices import effect_of, kind_of, rule_of
    from vis_cli.cli.meant import the_one

    where: Where = context.obj
    registry = where.load().registry
    wish = Wish(
        id=id,
        title=" ".join(title.split()),
        type=kind_of(type) if type else None,
        parent=named.agreement(registry, parent, where).id if parent else None,
        owner=the_one(registry, owner, "group").id if owner else None,
        owner_from=when(owner_from) if owner_from else None,
        concerned=tuple(the_one(registry, each, "group").id for each in concerned or ()),
        target_groups=tuple(target_group or ()),
        parties=tuple(named.party(registry, each) for each in party or ()),
        version=version,
        rule=rule_of(rule) if rule else None,
        not_before=when(not_before) if not_before else None,
        at_least=at_least,
        date=when(on_date) if on_date else None,
        until=when(until) if until else None,
        notice_months=notice_months,
        notice_effect=effect_of(notice_effect) if notice_effect else None,
    )
    _write(where, registry, _complete(registry, wish), commit, dry_run)


def _complete(registry: "Registry", wish: "Wish") -> "Wish":
    """The wish with nothing missing: asked for in a terminal. Raises Failure that names the options without one."""
    from dataclasses import replace

    from vis_cli.actions.agreement.wish import OPTIONS, missing, suggested_id
    from vis_cli.cli.asking import given_up, in_terminal

    if not (lacking := missing(wish)):
        return replace(wish, id=wish.id or suggested_id(wish.title))
    if not in_terminal():
        raise Failure(
            N_("{option} is missing") if len(lacking) == 1 else N_("these options are missing: {option}"),
            hint=N_("without a terminal nothing is asked"),
            option=", ".join(OPTIONS[name] for name in lacking),
        )
    from vis_cli.cli.agreement.interview import interview

    try:
        answered = interview(registry, wish)
    except (KeyboardInterrupt, EOFError):
        answered = None
    if answered is None:
        given_up()
    return answered


def _write(where: Where, registry: "Registry", wish: "Wish", commit: bool, dry_run: bool) -> None:
    from vis_cli.actions.agreement.new import new as files
    from vis_cli.cli.write import write

    made = files(registry, wish)
    changes: dict[str, bytes | None] = {path: text.encode() for path, text in made.items()}
    message = _(N_("Begin agreement {id}")).format(id=wish.id)
    write(where, changes, message, commit=commit, dry_run=dry_run, expected=dict.fromkeys(changes))
    if dry_run:
        return
    for line in (
        N_("next: write the text in `{path}`; below every heading stands what belongs there"),
        N_("`vis check --gaps` says what is still missing, `vis agreement publish {id}` publishes version {version}"),
    ):
        typer.echo(_(line).format(path=next(iter(made)), id=wish.id, version=wish.version), err=True)

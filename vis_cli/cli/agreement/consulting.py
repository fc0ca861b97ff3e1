"""`vis agreement refer` and `recommend`: the referral for comment, its replies, and the recommendation."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.agreement.recording import Date, Reference, Version
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.registry import Registry

From = Annotated[str | None, typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("When it was sent.")))]
Until = Annotated[str | None, typer.Option("--until", metavar=_(N_("DATE")), help=_(N_("The last day to reply.")))]
To = Annotated[
    list[str] | None,
    typer.Option("--to", metavar=_(N_("ORGANISATION")), help=_(N_("To whom, once for each; without it, all parties."))),
]
Reply = Annotated[
    str | None,
    typer.Option(
        "--reply", metavar=_(N_("ORGANISATION")), help=_(N_("Record the reply of this organisation instead."))
    ),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("refer", help=_(N_("Begin a referral for comment (remiss), or record a reply to it.")))(refer)
    app.command("recommend", help=_(N_("Record who recommends the parties to adopt it.")))(recommend)


def refer(
    context: typer.Context,
    agreement: Named,
    version: Version = None,
    since: From = None,
    until: Until = None,
    to: To = None,
    reply: Reply = None,
    date: Date = None,
    reference: Reference = None,
    summary: Annotated[
        str | None, typer.Option("--summary", metavar=_(N_("TEXT")), help=_(N_("What the reply says, in brief.")))
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement import consultation
    from vis_cli.actions.agreement.decisions import party_named
    from vis_cli.cli.agreement import recording
    from vis_cli.cli.asking import demand
    from vis_cli.cli.record import take
    from vis_cli.model import version as model

    where: Where = context.obj
    _refuse_mixed(bool(since or until or to), reply, bool(date or reference or summary))
    begun = recording.said(since=since, until=until)
    answer = recording.said(date=date, reference=reference, summary=summary)
    loaded = where.load()
    found = recording.one_version(where, loaded, agreement, version)
    if reply:
        organisation = party_named(loaded.registry, found, reply)
        made = model.Reply.model_construct(organisation=organisation, **answer)
        step = consultation.reply(loaded.registry, found, made)
    else:
        demand(**{"from": since, "until": until})
        recipients = tuple(party_named(loaded.registry, found, name) for name in to or ())
        begins = model.Referral.model_construct(recipients=tuple(dict.fromkeys(recipients)), **begun)
        step = consultation.refer(loaded.registry, found, begins)
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, found.entity.agreement, found.entity.version, dry_run=dry_run)


def _refuse_mixed(begins: bool, reply: str | None, about_reply: bool) -> None:
    if (begins and reply) or (about_reply and not reply):
        raise Failure(
            N_("the options of a referral and of a reply do not go together"),
            hint=N_("a referral has --from, --until and --to; a reply has --reply, --date, --reference and --summary"),
        )


def recommend(
    context: typer.Context,
    agreement: Named,
    version: Version = None,
    body: Annotated[
        str | None,
        typer.Option("--body", metavar=_(N_("BODY")), help=_(N_("Who recommends: a group or an organisation."))),
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When: 2031-02-03.")))] = None,
    reference: Reference = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            metavar=_(N_("MEETING")),
            help=_(N_("The meeting, where it is in the register: its body and its day need not be said.")),
        ),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement import consultation
    from vis_cli.cli.agreement import recording
    from vis_cli.cli.asking import demand
    from vis_cli.cli.meeting import named
    from vis_cli.cli.record import take
    from vis_cli.model.version import Recommendation

    where: Where = context.obj
    loaded = where.load()
    found = recording.one_version(where, loaded, agreement, version)
    held = named.meeting(loaded.registry, meeting, where) if meeting else None
    given = recording.said(date=date or (str(held.entity.date) if held else None), reference=reference)
    if held:
        given["meeting"] = held.id
    who = _recommends(loaded.registry, body) if body else held.entity.group if held else None
    demand(body=who, date=given.get("date"))
    made = Recommendation.model_construct(body=who or "", **given)
    step = consultation.recommend(loaded.registry, found, made, where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    recording.tell(where, after, found.entity.agreement, found.entity.version, dry_run=dry_run)


def _recommends(registry: "Registry", given: str) -> str:
    """The group or organisation that was named. Raises Failure."""
    from vis_cli.cli.listing import find

    actor = find(registry, given)
    if actor.kind not in ("group", "organisation"):
        raise Failure(N_("`{id}` is neither a group nor an organisation"), id=given)
    return actor.id

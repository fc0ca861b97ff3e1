"""What comes before the decisions: the referral for comment (*remiss*), its replies, and the recommendation."""

import datetime as dt

from vis_cli.actions.agreement.decisions import everyone
from vis_cli.actions.step import Forbidden, Step, detail, with_item
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.names import full_name
from vis_cli.model.version import Recommendation, Referral, Reply, Version
from vis_cli.registry import Record, Registry


def refer(registry: Registry, version: Record[Version], referral: Referral) -> Step:
    """Send it for comment. Raises Failure where the last day to reply comes before the first."""
    since, until = referral.since, referral.until
    if since and until and until.latest < since.earliest:
        raise Forbidden(
            N_("the last day to reply, {until}, comes before the referral begins, {since}"), since=since, until=until
        )
    notices = []
    if first := next((item for item in version.entity.recommendations if item.date and _before(item, referral)), None):
        message = N_("it was recommended {date} already, before this referral")
        notices.append(Notice(message, {"date": first.date}))
    period = f"{since} – {until}" if since and until else since or until
    to = ", ".join(full_name(registry, item) for item in referral.recipients) or "alla parter"
    return Step(
        {version.file.path: with_item(version, (), "referrals", referral)},
        f"{_head(version)}: på remiss till {to}{detail(period)}",
        tuple(notices),
    )


def reply(registry: Registry, version: Record[Version], answer: Reply) -> Step:
    """Record a reply to the last referral. Raises Failure where there is none, or where the reply is recorded."""
    referrals, name = version.entity.referrals, full_name(registry, answer.organisation)
    if not referrals:
        raise Forbidden(
            N_("version {version} of `{agreement}` is not recorded as referred for comment"),
            hint=N_("begin with `vis agreement refer {agreement} {version} --from … --until …`"),
            version=version.entity.version,
            agreement=version.entity.agreement,
        )
    referral, index = referrals[-1], len(referrals) - 1
    if before := next((item for item in referral.replies if item.organisation == answer.organisation), None):
        raise Forbidden(
            N_("{organisation} has replied already, {date}"),
            hint=N_("if that is wrong, correct it in {path}"),
            organisation=name,
            date=before.date or "?",
            path=version.file.path,
        )
    if answer.date and referral.since and answer.date.latest < referral.since.earliest:
        raise Forbidden(
            N_("the reply is of {date}, before the referral was sent, {since}"), date=answer.date, since=referral.since
        )
    notices = []
    if answer.organisation not in (referral.recipients or everyone(registry, version)):
        notices.append(Notice(N_("{organisation} was not asked"), {"organisation": name}))
    elif answer.date and referral.until and answer.date.earliest > referral.until.latest:
        message = N_("the reply came after the last day, {until}")
        notices.append(Notice(message, {"until": referral.until}))
    return Step(
        {version.file.path: with_item(version, ("referrals", index), "replies", answer)},
        f"{_head(version)}: remissvar från {name}{detail(answer.reference, answer.date)}",
        tuple(notices),
    )


def recommend(registry: Registry, version: Record[Version], recommendation: Recommendation, today: dt.date) -> Step:
    """Record who recommends the parties to adopt it. Raises Failure where it is recorded, or has not happened yet."""
    date, body = recommendation.date, recommendation.body
    actor = registry.find(body, ("group", "organisation", "person"))
    name = actor.name if actor else body
    if date and date.earliest > today:
        raise Forbidden(
            N_("the recommendation is of {date}, and today is {today}"),
            hint=N_("record it when it has been made"),
            date=date,
            today=today,
        )
    if any(item.body == body and str(item.date) == str(date) for item in version.entity.recommendations):
        raise Forbidden(
            N_("the recommendation of {body}, {date}, is recorded already"),
            hint=N_("if something of it is wrong, correct it in {path}"),
            body=name,
            date=date,
            path=version.file.path,
        )
    notices = []
    if not version.entity.referrals:
        message = N_("no referral for comment is recorded before the recommendation; `vis agreement refer` records one")
        notices.append(Notice(message, {}))
    return Step(
        {version.file.path: with_item(version, (), "recommendations", recommendation)},
        f"{_head(version)}: {name} rekommenderar parterna att anta{detail(recommendation.reference, date)}",
        tuple(notices),
    )


def _before(recommendation: Recommendation, referral: Referral) -> bool:
    first = referral.since or referral.until
    return bool(recommendation.date and first and recommendation.date.latest < first.earliest)


def _head(version: Record[Version]) -> str:
    return f"{version.entity.agreement} {version.entity.version}"

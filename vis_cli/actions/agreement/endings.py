"""How long it lasts: an extension of its term (*förlängning*), its end (*upphörande*), and what takes its place."""

import datetime as dt

from vis_cli.actions.step import Forbidden, Step, detail, with_item, with_key
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.facts.beginning import never_before
from vis_cli.facts.binding import all_end
from vis_cli.facts.days import day_after
from vis_cli.facts.entry import entry
from vis_cli.facts.force import applies
from vis_cli.model.agreement import Agreement, Ending
from vis_cli.model.values import When
from vis_cli.model.version import Extension, Version
from vis_cli.registry import Record, Registry


def terminate(registry: Registry, agreement: Record[Agreement], ending: Ending, today: dt.date) -> Step:
    """End an agreement, whatever its version. Raises Failure where it has an end, or where the successor cannot be."""
    before = agreement.entity.ended
    if before is not None:
        raise Forbidden(
            N_("`{agreement}` is ended already: its last day is {last}"),
            hint=N_("if that is wrong, correct `ended` in {path}"),
            agreement=agreement.id,
            last=before.last_day,
            path=agreement.file.path,
        )
    if ending.decided and ending.decided.earliest > today:
        raise Forbidden(
            N_("the decision is of {date}, and today is {today}"),
            hint=N_("record it when it has been made"),
            date=ending.decided,
            today=today,
        )
    if (first := never_before(registry, agreement.id)) and ending.last_day.latest < first:
        raise Forbidden(
            N_("the last day {last} comes before {first}, the first on which it can have applied"),
            hint=N_("`vis agreement status {agreement}` shows when it entered into force"),
            last=ending.last_day,
            first=first,
            agreement=agreement.id,
        )
    notices = []
    if ending.decided and ending.last_day.latest < ending.decided.earliest:
        message = N_("the last day {last} lies before the decision to end it, {decided}")
        notices.append(Notice(message, {"last": ending.last_day, "decided": ending.decided}))
    said = "upphör"
    if ending.successor:
        successor = _successor(registry, agreement, ending.successor, ending.last_day)
        notices += _gap(registry, successor, ending.last_day)
        said = f"ersätts av {successor.id}"
    elif agreement.entity.legal_basis:
        message = N_("a law demands an agreement here ({law}); `vis agreement replace` names its successor")
        notices.append(Notice(message, {"law": agreement.entity.legal_basis[0].text}))
    return Step(
        {agreement.file.path: with_key(agreement, "ended", ending)},
        f"{agreement.id}: {said} efter {ending.last_day}"
        + detail(" ".join(filter(None, (ending.body, ending.reference))), ending.decided),
        tuple(notices),
    )


def extend(registry: Registry, version: Record[Version], extension: Extension, today: dt.date) -> Step:
    """Lengthen the term. Raises Failure where no later day would count, or where it is not moved forward."""
    agreement, number = version.entity.agreement, version.entity.version
    _refuse_ended(registry, version)
    term = version.entity.term
    old = (term.extensions[-1].until if term.extensions else term.until) if term else None
    if old is None:
        raise Forbidden(
            N_("version {version} of `{agreement}` has no last day, so there is nothing to extend"),
            hint=N_("it applies until further notice; if it does not, write `term: {{until: …}}` in {path}"),
            version=number,
            agreement=agreement,
            path=version.file.path,
        )
    if extension.until.latest <= old.earliest:
        raise Forbidden(
            N_("an extension until {until} does not lengthen what lasts until {old}"),
            hint=N_("an earlier end is decided with `vis agreement terminate`"),
            until=extension.until,
            old=old,
        )
    if extension.since and extension.since.earliest > extension.until.latest:
        raise Forbidden(
            N_("the extension begins {since}, after its last day {until}"),
            since=extension.since,
            until=extension.until,
        )
    if extension.decided and extension.decided.earliest > today:
        raise Forbidden(
            N_("the decision is of {date}, and today is {today}"),
            hint=N_("record it when it has been made"),
            date=extension.decided,
            today=today,
        )
    begins, notices = extension.since or extension.decided, []
    if begins and begins.earliest > day_after(old).latest:
        message = N_("it ran out {old} and goes on {begins}: between them it does not apply")
        notices.append(Notice(message, {"old": old, "begins": begins}))
    who = " ".join(filter(None, (extension.body, extension.reference)))
    return Step(
        {version.file.path: with_item(version, ("term",), "extensions", extension)},
        f"{agreement} {number}: förlängd till och med {extension.until}{detail(who, extension.decided)}",
        tuple(notices),
    )


def _refuse_ended(registry: Registry, version: Record[Version]) -> None:
    """Raise Failure where the end is decided for all, so that a longer term would change nothing."""
    agreement = registry.get(Agreement, version.entity.agreement)
    if agreement and (ended := agreement.entity.ended):
        raise Forbidden(
            N_("`{agreement}` is ended, so it is not extended: its last day is {last}"),
            hint=N_("if that is wrong, correct `ended` in {path}"),
            agreement=agreement.id,
            last=ended.last_day,
            path=agreement.file.path,
        )
    if last := all_end(version, entry(registry, version)):
        raise Forbidden(
            N_("notice has ended version {version} of `{agreement}` for all, so it is not extended: it ends {last}"),
            hint=N_("`vis agreement status {agreement}` shows who gave notice"),
            version=version.entity.version,
            agreement=version.entity.agreement,
            last=last,
        )


def _successor(registry: Registry, agreement: Record[Agreement], id: str, last_day: When) -> Record[Agreement]:
    """The agreement that takes its place. Raises Failure where it leads back, or has ended by then."""
    seen, found = [], registry.get(Agreement, id)
    assert found is not None  # whoever names it has found it
    step: Record[Agreement] | None = found
    while step is not None and step.id not in seen:
        if step.id == agreement.id:
            raise Forbidden(
                N_("`{agreement}` cannot be replaced by `{successor}`: that leads back to itself"),
                agreement=agreement.id,
                successor=id,
            )
        seen.append(step.id)
        ended = step.entity.ended
        step = registry.get(Agreement, ended.successor) if ended else None
    ended = found.entity.ended
    if ended and ended.last_day.latest <= last_day.earliest:
        raise Forbidden(
            N_("`{successor}` ends {last}, so it cannot take over after {day}"),
            hint=N_("name the agreement that applies then"),
            successor=id,
            last=ended.last_day,
            day=last_day,
        )
    return found


def _gap(registry: Registry, successor: Record[Agreement], last_day: When) -> list[Notice]:
    """A word where the successor is not known to apply on the day after."""
    following = day_after(last_day)
    answer = applies(registry, successor, following.latest)
    if answer.state in ("applies", "stated"):
        return []
    message = N_("`{successor}` is not known to apply on {day}, the day after")
    return [Notice(message, {"successor": successor.id, "day": following})]

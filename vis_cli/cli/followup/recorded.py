"""`vis followup report`: what was found, criterion by criterion; asked for in a terminal, by options without one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.follow_up import Finding, Met
    from vis_cli.registry import Registry


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("report", help=_(N_("Record a follow-up of an agreement; the next one then follows from it.")))(report)


def _option(name: str, help: str, metavar: str) -> Any:
    return typer.Option(name, metavar=_(metavar), help=_(help), show_default=False)


def report(
    context: typer.Context,
    agreement: Named,
    finding: Annotated[
        list[str] | None,
        _option(
            "--finding",
            N_("What was found: the criterion by number or words, `=`, yes, partly, no or unknown, `:` and more."),
            N_("FINDING"),
        ),
    ] = None,
    date: Annotated[str | None, _option("--date", N_("When it was finished; without it, today."), N_("DATE"))] = None,
    period: Annotated[str | None, _option("--period", N_("The time that it is about."), N_("DATE"))] = None,
    by: Annotated[
        str | None, _option("--by", N_("Who made it; without it, the group that follows it up."), N_("WHO"))
    ] = None,
    prevention: Annotated[
        str | None, _option("--prevention", N_("What was found on preventive work."), N_("TEXT"))
    ] = None,
    text: Annotated[str | None, _option("--text", N_("The rest of it in words."), N_("TEXT"))] = None,
    proposal: Annotated[list[str] | None, _option("--proposal", N_("What it proposes."), N_("TEXT"))] = None,
    meeting: Annotated[
        str | None, _option("--meeting", N_("The meeting at which it was presented."), N_("MEETING"))
    ] = None,
    item: Annotated[str | None, _option("--item", N_("The id of the item there."), N_("ITEM"))] = None,
    source: Annotated[list[str] | None, _option("--source", N_("Where this is stated."), N_("SOURCE"))] = None,
    id: Annotated[str, _option("--id", N_("Its id; without it, made of the agreement and the day."), N_("ID"))] = "",
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.follow_up import record
    from vis_cli.actions.step import line, plain, when
    from vis_cli.cli import asking
    from vis_cli.cli.agreement.named import agreement as the_agreement
    from vis_cli.cli.forum.named import actor
    from vis_cli.cli.record import answer, take
    from vis_cli.facts.follow_ups import following

    where: Where = context.obj
    loaded = where.load()
    registry = loaded.registry
    of = the_agreement(registry, agreement, where)
    day = where.day(date)
    stands = following(registry, of, day)
    found = tuple(_read(each, stands.criteria) for each in finding or ())
    given: dict[str, Any] = {"prevention": (prevention or "").strip(), "text": (text or "").strip()}
    given["proposals"] = [line(each) for each in proposal or ()]
    if not (found or given["text"]) and asking.lacks(**{"finding or --text": None}):
        with asking.interview():
            found, given = _ask(stands.criteria, found, given)
    said = {
        "period": str(when(period)) if period else None,
        "date": day.isoformat(),
        "by": actor(registry, by) if by else stands.by,
        "findings": [plain(each) for each in found],
        **given,
        "presented": _presented(registry, where, meeting, item),
        "sources": list(source or ()),
    }
    step = record(registry, of, id, said, found, where.today())
    after = take(where, loaded, step, commit=commit, dry_run=dry_run)
    for line_ in _outcome(after, of.id, next(iter(step.changes)), where):
        answer([line_], dry_run=dry_run)


def _outcome(registry: "Registry", agreement: str, path: str, where: Where) -> Sequence[str]:
    from vis_cli.cli.followup import lines
    from vis_cli.facts.follow_ups import following, reports
    from vis_cli.model.agreement import Agreement

    of = registry.get(Agreement, agreement)
    made = [each for each in reports(registry, agreement) if each.file.path == path]
    return [lines.outcome(registry, each, following(registry, of, where.today())) for each in made if of]


def _presented(registry: "Registry", where: Where, meeting: str | None, item: str | None) -> dict[str, str] | None:
    from vis_cli.cli.meeting import named

    if meeting is None:
        if item:
            raise Failure(N_("`--item` is of a meeting; name it with --meeting"))
        return None
    held = named.meeting(registry, meeting, where)
    return {"meeting": held.id} | ({"item": item} if item else {})


def _read(given: str, criteria: tuple[str, ...]) -> "Finding":
    """A finding as it was written: `1=yes: all of them`. Raises Failure."""
    from vis_cli.cli.meant import choice
    from vis_cli.facts.stems import fold
    from vis_cli.model.follow_up import Finding

    which, sign, rest = given.partition("=")
    if not sign:
        raise Failure(
            N_("`{given}` is no finding"),
            hint=N_("write the criterion, `=` and yes, partly, no or unknown: `1=partly: half of them`"),
            given=given,
        )
    asked = fold(" ".join(which.split()))
    if asked.isdigit() and 1 <= int(asked) <= len(criteria):
        criterion = criteria[int(asked) - 1]
    else:
        near = [each for each in criteria if asked and asked in fold(each)]
        exact = [each for each in near if asked == fold(each)]
        if len(exact or near) != 1:
            raise Failure(
                N_("which criterion is `{given}`?"),
                hint=N_("the agreement has: {criteria}") if criteria else N_("the agreement states none"),
                given=which.strip(),
                criteria="; ".join(f"{number} {each}" for number, each in enumerate(criteria, 1)),
            )
        criterion = (exact or near)[0]
    met, _colon, text = rest.partition(":")
    words: dict[Met, tuple[str, ...]] = {
        "yes": ("ja", "met"),
        "partly": ("delvis",),
        "no": ("nej", "not met"),
        "unknown": ("okänt", "vet ej"),
    }
    answer = choice(met.strip(), words, N_("finding"))
    return Finding.model_construct(criterion=criterion, met=answer, text=text.strip() or None)


def _ask(
    criteria: tuple[str, ...], found: "tuple[Finding, ...]", given: dict[str, Any]
) -> "tuple[tuple[Finding, ...], dict[str, Any]]":
    """Walk through the criteria; then what was found on prevention, and the rest. Raises KeyboardInterrupt."""
    from vis_cli.cli import asking, questions
    from vis_cli.cli.followup.lines import MET
    from vis_cli.model.follow_up import Finding

    choices = {key: _(words) for key, words in MET.items()}
    walked = list(found)
    for criterion in criteria:
        if criterion in {each.criterion for each in found}:
            continue
        met = cast("Met", questions.one(criterion, choices))
        text = questions.text(N_("What was seen?"), hint=N_("may be empty"))
        walked.append(Finding.model_construct(criterion=criterion, met=met, text=text or None))
    answers = dict(given)
    if not answers["prevention"]:
        hint = N_("may be empty")
        answers["prevention"] = questions.text(N_("What was found on promotive and preventive work?"), hint=hint)
    if not answers["text"]:
        needed = asking.something if not walked else lambda answer: ""
        answers["text"] = questions.text(N_("What more is there to say?"), check=needed)
    return tuple(walked), answers

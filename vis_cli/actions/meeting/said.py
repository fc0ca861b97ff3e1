"""What was said, decided and assigned at a meeting: added to its items, never in place of what stands there."""

from dataclasses import dataclass
from typing import Any

from vis_cli.actions.meeting.texts import demand_held, next_id, not_now, put, step, used_ids
from vis_cli.actions.step import Forbidden, Step, plain, with_item_in
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Failure
from vis_cli.facts.bodies import above
from vis_cli.model.amount import Amount
from vis_cli.model.item import Assignment, Contribution, Decision, Item, Question
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be added to an item; the parts have no ids yet."""

    text: str | None = None
    questions: tuple[Question, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    decisions: tuple[Decision, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    amounts: tuple[Amount, ...] = ()
    """Amounts that were named without a decision."""

    def __bool__(self) -> bool:
        return bool(self.text or self.parts() or self.amounts)

    def parts(self) -> tuple[Question | Contribution | Decision | Assignment, ...]:
        """Everything with a list of its own in the item."""
        return (*self.questions, *self.contributions, *self.decisions, *self.assignments)


_LISTS = {Question: "questions", Contribution: "contributions", Decision: "decisions", Assignment: "assignments"}
_STEMS = {Contribution: "medskick", Decision: "beslut", Assignment: "uppdrag"}
_SWEDISH = {
    "text": "text",
    "questions": "fråga",
    "contributions": "medskick",
    "decisions": "beslut",
    "assignments": "uppdrag",
    "amounts": "belopp",
}


def say(registry: Registry, record: Record[Meeting], item: Item, said: Said) -> Step:
    """Add to an item what was said there. Raises Failure where nothing was, Forbidden where it cannot be any more."""
    meeting = record.entity
    demand_held(record)
    if meeting.status == "approved":
        raise not_now(record, N_("approved minutes are not changed; a later meeting can correct them"))
    if not said:
        raise Failure(
            N_("nothing is given to record"),
            hint=N_("for example --text, --decides, --recommends, --assign or --contribution"),
        )
    _refuse(registry, record, said)
    _refuse_again(item, said)
    index = next(i for i, one in enumerate(meeting.items) if one.id == item.id)
    route = ("items", index)
    text = record.file.text
    if said.text:
        words = f"{item.text.rstrip()}\n\n{said.text}" if item.text else said.text
        text = put(text, (*route, "text"), words)
    used, made = used_ids(meeting), []
    for part in said.parts():
        if stem := _STEMS.get(type(part)):
            part = part.model_copy(update={"id": next_id(used, stem)})
        text = with_item_in(text, Meeting, route, _LISTS[type(part)], part)
        made.append(part)
    for amount in said.amounts:
        text = with_item_in(text, Meeting, route, "amounts", amount)
    kinds = dict.fromkeys(_LISTS[type(part)] for part in made)
    what = ", ".join(_SWEDISH[key] for key in [*(["text"] if said.text else []), *kinds] or ["amounts"])
    return step(registry, record, text, f"{what} under {item.heading}", _notices(record, made))


def _refuse(registry: Registry, record: Record[Meeting], said: Said) -> None:
    """Raise Forbidden where a part goes to somebody that this body has nothing to say to, or comes back too early."""
    upper = above(registry, record.entity.group)
    for decision in said.decisions:
        if decision.recipient and upper and decision.recipient != upper.id:
            raise Forbidden(
                N_("`{group}` reports to `{above}`, so that is whom it recommends something to"),
                hint=N_("leave out --to, or write --to {above}"),
                about="to",
                group=record.entity.group,
                above=upper.id,
            )
    papers = {paper.id for paper in record.entity.attachments}
    for basis in (paper for decision in said.decisions for paper in decision.basis):
        if basis not in papers:
            raise Failure(
                N_("the meeting has no paper `{id}`"),
                hint=N_("its papers are: {papers}") if papers else N_("its papers are listed under `attachments:`"),
                id=basis,
                papers=", ".join(f"`{id}`" for id in sorted(papers)),
            )
    for assignment in said.assignments:
        if assignment.due and assignment.due < record.entity.date:
            raise Forbidden(
                N_("{due} is before the meeting, on {date}"),
                hint=N_("correct the day"),
                about="due",
                due=assignment.due,
                date=record.entity.date,
            )


def _refuse_again(item: Item, said: Said) -> None:
    """Raise Forbidden where the same stands at the item, word for word: a command that was given twice."""
    there = [
        _words(part)
        for key in ("questions", "contributions", "decisions", "assignments")
        for part in getattr(item, key)
    ]
    if (said.text and said.text in (item.text or "").split("\n\n")) or any(
        _words(part) in there for part in said.parts()
    ):
        raise Forbidden(N_("that is recorded at `{item}` already"), item=item.id)


def _words(part: Question | Contribution | Decision | Assignment) -> tuple[type, dict[str, Any]]:
    return type(part), {key: value for key, value in plain(part).items() if key not in ("id", "reports")}


def _notices(
    record: Record[Meeting], made: "list[Question | Contribution | Decision | Assignment]"
) -> "tuple[Notice, ...]":
    notices = []
    if record.entity.status == "sent":
        notices.append(Notice(N_("the minutes have been sent out already"), {}))
    for part in made:
        if isinstance(part, Decision) and part.recipient:
            message = N_("`vis meeting forward` takes the recommendation on to `{to}`")
            notices.append(Notice(message, {"to": part.recipient}))
    return tuple(notices)

"""A matter is taken on to the body above, as information or for decision. (003:49-56)"""

from dataclasses import dataclass
from typing import Literal

from vis_cli.actions.meeting.texts import demand_held, head, next_id, not_now, put, used_ids
from vis_cli.actions.step import Forbidden, Step, plain, with_item_in
from vis_cli.errors import N_
from vis_cli.facts.days import day
from vis_cli.facts.matters import ROUTINE, forwarded
from vis_cli.model.group import Group
from vis_cli.model.item import Decision, Forward, Item
from vis_cli.model.meeting import Meeting
from vis_cli.model.question import DevelopmentQuestion, QuestionLevel
from vis_cli.model.question import Step as QuestionStep
from vis_cli.registry import Record, Registry
from vis_cli.source.edit import insert_item

_AFTER = ("other-business", "next-meeting")
_SWEDISH = {"information": "informationsärende", "decision": "beslutsärende"}


@dataclass(frozen=True, slots=True)
class Onward:
    """How a matter goes on, to whom, and what it is called there."""

    kind: Literal["information", "decision"]
    to: str | None = None
    title: str | None = None


def forward(registry: Registry, record: Record[Meeting], item: Item, wish: Onward) -> Step:
    """Take an item on: the forwarding item, its decision, and the log of the question it is about. Raises Forbidden."""
    demand_held(record)
    if record.entity.status == "approved":
        raise not_now(record, N_("approved minutes are not changed; a later meeting can take the matter on"))
    above = recipient(registry, record, wish.to)
    _refuse(registry, record, item, wish.kind, above.id)
    text, index = _with_forwarding(record, above)
    made = Forward(item=item.id, kind=wish.kind, to=above.id, title=wish.title or item.heading)
    text = with_item_in(text, Meeting, ("items", index), "forwards", made)
    changes = {record.file.path: text, **_questions(registry, record, item, above)}
    message = f"{head(registry, record.entity)}: {made.title} till {above.name} som {_SWEDISH[wish.kind]}"
    return Step(changes, message)


def recipient(registry: Registry, record: Record[Meeting], to: str | None) -> Record[Group]:
    """The body that the meeting's body reports to. Raises Forbidden where there is none, or another one was named."""
    group = registry.get(Group, record.entity.group)
    above = group.entity.reports_to if group else None
    found = registry.get(Group, above or to)
    if to and above and to != above:
        raise Forbidden(
            N_("`{group}` reports to `{above}`, not to `{to}`"),
            hint=N_("a matter goes to the body that the group reports to"),
            about="to",
            group=record.entity.group,
            above=above,
            to=to,
        )
    if found is None:
        raise Forbidden(
            N_("it is not known whom `{group}` reports to"),
            hint=N_("write `reports_to:` in its file, or name the body with --to"),
            about="to",
            group=record.entity.group,
        )
    return found


def _refuse(registry: Registry, record: Record[Meeting], item: Item, kind: str, to: str) -> None:
    upward = [made for made in item.decisions if made.type == "recommends" and not made.to_the_parties]
    recommended = any(made.recipient in (to, None) for made in upward)
    if item.type in ROUTINE:
        raise Forbidden(
            N_("`{item}` is no matter that can go on to another body"),
            hint=N_("name the item of the matter"),
            item=item.id,
        )
    if any(one.meeting.id == record.id and one.forward.item == item.id for one in forwarded(registry, to)):
        raise Forbidden(
            N_("`{item}` goes on to `{to}` already"),
            hint=N_("what is wrong of it is corrected in {path}"),
            item=item.id,
            to=to,
            path=record.file.path,
        )
    if recommended and kind == "information":
        raise Forbidden(
            N_("the meeting recommends something to `{to}` at `{item}`, so it goes there for decision"),
            hint=N_("write --as decision"),
            item=item.id,
            to=to,
        )
    if kind == "decision" and not recommended:
        raise Forbidden(
            N_("the meeting recommends nothing to `{to}` at `{item}`, and for decision goes what is recommended"),
            hint=N_("`vis meeting record {meeting} {item} --recommends …` records it, or write --as information"),
            item=item.id,
            to=to,
            meeting=record.id,
        )


def _with_forwarding(record: Record[Meeting], above: Record[Group]) -> tuple[str, int]:
    """The file with an item on what goes on, which has its decision; and the index of that item."""
    meeting, text = record.entity, record.file.text
    used = used_ids(meeting)
    decision = Decision(
        id=next_id(used, "beslut"), type="decides", text=f"dessa frågor tas vidare till {above.entity.name}"
    )
    for index, item in enumerate(meeting.items):
        if item.type == "forwarding":
            if not item.decisions:
                text = with_item_in(text, Meeting, ("items", index), "decisions", decision)
            return text, index
    place = next((i for i, item in enumerate(meeting.items) if item.type in _AFTER), len(meeting.items))
    numbers = [item.number for item in meeting.items[:place] if item.number]
    numbered = bool(numbers) or any(item.number for item in meeting.items)
    for index in range(len(meeting.items) - 1, place - 1, -1):
        if number := meeting.items[index].number:
            text = put(text, ("items", index, "number"), number + 1)
    made = Item(
        id="fragor-vidare" if "fragor-vidare" not in used else next_id(used, "fragor-vidare"),
        number=(max(numbers, default=0) + 1) if numbered else None,
        heading=f"Frågor vidare till {above.entity.name}",
        type="forwarding",
        decisions=(decision,),
    )
    return insert_item(text, ("items",), place, plain(made)), place


def _questions(registry: Registry, record: Record[Meeting], item: Item, above: Record[Group]) -> dict[str, str]:
    """The files of the open development questions that the item is about, each with its step to the body above."""
    named = {*item.about, *([item.origin.of] if item.origin and item.origin.of else [])}
    changes = {}
    for id in sorted(named):
        question = registry.get(DevelopmentQuestion, id)
        if question is None or question.entity.outcome or question.entity.steps[-1].body == above.id:
            continue
        step = QuestionStep.model_construct(
            level=_level(above.entity), body=above.id, date=day(record.entity.date), meeting=record.id, item=item.id
        )
        changes[question.file.path] = with_item_in(question.file.text, DevelopmentQuestion, (), "steps", step)
    return changes


def _level(body: Group) -> QuestionLevel:
    """The level at which a body has a question. (000:353-364)"""
    if body.type == "steering":
        return "political" if body.elected else "steering"
    return body.level

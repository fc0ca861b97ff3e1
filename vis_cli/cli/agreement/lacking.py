"""The gaps of the agreements in sections: how many, why it matters, which, and what mends it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_
from vis_cli.model.values import When

if TYPE_CHECKING:
    from vis_cli.facts.gaps import Gap, Lack
    from vis_cli.registry import Record, Registry


@dataclass(frozen=True, slots=True)
class _Words:
    head: str
    why: str
    mend: str


_SECTIONS = {
    "overdue": _Words(
        N_("Overdue: {count} of the {total} that have a date"),
        N_("What was agreed to be looked at again has not been, or nobody has set a new date."),
        N_("When it is followed up, record it: `vis followup report`; else write a new `next` or `next_review`."),
    ),
    "owner": _Words(
        N_("Without a group that answers for it: {count} of {total}"),
        N_("Its follow-up is nobody's task, and nobody proposes changes."),
        N_("Write `owners` in its file, with `from`; see `vis explain agreement.owners`."),
    ),
    "handover": _Words(
        N_("To be handed over: {count} of {total}"),
        N_("The group that answers for it is being replaced, has stalled or is gone."),
        N_("When the new group takes over, end the old ownership with `until` and add the new one to `owners`."),
    ),
    "force": _Words(
        N_("Not known whether in force: {count} of {total}"),
        N_("Nobody can say which text applies, or since when."),
        N_(
            "Record its version and the parties' decisions: `vis agreement decide`; a date that a source states goes "
            "in `stated_in_force` of the version."
        ),
    ),
    "follow-up": _Words(
        N_("Without a date for the next follow-up: {count} of {total}"),
        N_("An agreement that is not followed up grows old unnoticed."),
        N_("Write `follow_up` in its file, with `interval_months` and `next`."),
    ),
    "target-group": _Words(
        N_("Without a target group: {count} of {total}"),
        N_("Whoever asks what applies for a group of people does not find it."),
        N_("Write `target_groups` in its file; see `vis explain agreement.target_groups`."),
    ),
    "group": _Words(
        N_("Groups that no agreement is tied to: {count} of {total}"),
        N_("Either their field has no agreement, or nobody has written down which are theirs."),
        N_("Name the group in `owners` or `concerned` of its agreements; for a new one: `vis agreement new`."),
    ),
    "matter": _Words(
        N_("Matters that no agreement names: {count} of {total}"),
        N_(
            "Groups are for these people or answer for these matters, and no agreement has a word of it in its names, "
            "target groups, subject or summary. Other words for the same thing are not seen."
        ),
        N_(
            "If there is an agreement, give it an alias or a summary; if not, the matter may need one: "
            "`vis agreement new`."
        ),
    ),
    "local": _Words(
        N_("Demands local consultation, not known in every area: {count} of {total}"),
        N_("The agreement demands a local or subregional consultation in every area."),
        N_("Enter those that there are: `vis forum new --type local-consultation`; `vis forum matrix` shows them."),
    ),
}
_MANY, _FEW = 8, 4
"""Where so many lack it, and all or all but a few, the list would say no more."""


def as_lines(
    registry: "Registry", found: "tuple[Gap, ...]", unsaid: tuple[tuple[str, int, int], ...], on: dt.date
) -> Iterator[str]:
    """Every section with something in it, then what agreements do not say, then what could not be compared."""
    yield heading(_(N_("What the agreements lack, {date}")).format(date=on.isoformat()))
    yield ""
    fine = []
    for gap in found:
        words = _SECTIONS[gap.key]
        if not gap.lacks:
            if gap.total:
                fine.append(_(words.head).format(count=0, total=gap.total))
            continue
        yield heading(_(words.head).format(count=_things(gap), total=gap.total))
        yield from wrapped(_(words.why), "  ")
        if short := _in_short(gap):
            yield from wrapped(short, "  ")
        else:
            for record, notes in _by_record(gap):
                yield from item(called(record), notes)
        yield from wrapped(_(words.mend), "    ", first="  → ")
        yield ""
    yield from _silences(unsaid)
    if fine:
        yield heading(_(N_("Nothing lacking")))
        for line in fine:
            yield from item(line)
        yield ""
    yield from _limits(registry)


def _in_short(gap: "Gap") -> str:
    """All, or all but these; empty where each has to be named."""
    lacking = {lack.record.id for lack in gap.lacks}
    if len(lacking) < _MANY or any(lack.note for lack in gap.lacks):
        return ""
    if len(lacking) == gap.total:
        return _(N_("All of them."))
    rest = [called(record) for record in gap.of if record.id not in lacking]
    return _(N_("All but: {names}.")).format(names=", ".join(rest)) if 0 < len(rest) <= _FEW else ""


def _things(gap: "Gap") -> int:
    """How many lack it: a matter counts for itself, all else once however often it is said."""
    return len(gap.lacks) if gap.key == "matter" else len({lack.record.id for lack in gap.lacks})


def _by_record(gap: "Gap") -> "list[tuple[Record[Any], tuple[str, ...]]]":
    """What lacks it, each with all that is noted of it."""
    found: dict[str, tuple[Record[Any], list[str]]] = {}
    for lack in gap.lacks:
        _record, notes = found.setdefault(lack.record.id, (lack.record, []))
        notes += [_note(lack)] if lack.note else []
    return [(record, tuple(notes)) for record, notes in found.values()]


def _note(lack: "Lack") -> str:
    values = {key: in_words(value) if isinstance(value, When) else value for key, value in lack.values.items()}
    return fill(lack.note, values, _)


def _silences(unsaid: tuple[tuple[str, int, int], ...]) -> Iterator[str]:
    lines = [(what, count, total) for what, count, total in unsaid if count]
    if not lines:
        return
    yield heading(_(N_("What agreements should say, and do not")))
    widest = max(len(_(what)) for what, _count, _total in lines)
    for what, count, total in lines:
        tail = _(N_("{count} of {total} do not")).format(count=count, total=total)
        yield f"  {_(what):<{widest}}  {tail}"
    yield ""


def _limits(registry: "Registry") -> Iterator[str]:
    from vis_cli.model.agreement import Agreement

    every = [record.entity for record in registry.all(Agreement)]
    told = sum(1 for agreement in every if agreement.target_groups)
    about = sum(1 for agreement in every if agreement.subject)
    text = N_(
        "Target groups are known of {told} of {total} agreements, subjects of {about}. What is not written down "
        "cannot be compared."
    )
    yield from wrapped(_(text).format(told=told, about=about, total=len(every)))


def as_data(found: "tuple[Gap, ...]", unsaid: tuple[tuple[str, int, int], ...]) -> dict[str, Any]:
    """The same for programs."""
    return {
        "gaps": [
            {
                "gap": gap.key,
                "count": _things(gap),
                "total": gap.total,
                "items": [
                    {
                        "kind": lack.record.kind,
                        "id": lack.record.id,
                        "name": lack.record.name,
                        "note": lack.note.format(**lack.values) or None,
                        "values": {key: str(value) for key, value in lack.values.items()},
                    }
                    for lack in gap.lacks
                ],
            }
            for gap in found
        ],
        "not_said": [{"what": what, "count": count, "total": total} for what, count, total in unsaid],
    }

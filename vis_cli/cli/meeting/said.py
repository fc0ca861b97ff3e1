"""The options of `vis meeting record`, read into the parts of an item that they stand for."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from vis_cli.actions.meeting.said import Said
from vis_cli.actions.step import line
from vis_cli.cli.amounts import QUALIFIERS
from vis_cli.cli.meant import one_of
from vis_cli.cli.meeting import named
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure
from vis_cli.facts.bodies import above
from vis_cli.facts.names import ACTORS
from vis_cli.model.amount import Amount
from vis_cli.model.item import Assignment, Contribution, Decision, Question

if TYPE_CHECKING:
    from vis_cli.model.meeting import Meeting
    from vis_cli.registry import Record, Registry

_NEW = "new"
"""In place of an id: it is given when the part is added."""

_LONGEST = 60_000

_NAME_OF_FILE = re.compile(r"(?:[^\s:]+|[\w.~-]*/[^\n:]+)\.(?:md|markdown|txt)|[~.]{0,2}/\S+", re.IGNORECASE)
"""What nobody would say at a meeting: a file that was meant must not become the words of the minutes."""

_BELONG: dict[tuple[str, ...], tuple[str, ...]] = {
    ("decides", "recommends", "approves"): ("basis", "agreement", "version"),
    ("recommends",): ("to",),
    ("assign",): ("owner", "return_to", "return_at", "due"),
    ("contribution",): ("goal_area",),
    ("question",): ("answer",),
    ("contribution", "question"): ("by",),
    ("agreement",): ("version",),
}
"""Options, and those that only say more of them."""

_TYPES: dict[str, Literal["decides", "recommends", "approves"]] = {
    "decides": "decides",
    "recommends": "recommends",
    "approves": "approves",
}
_AMOUNT = re.compile(
    rf"(?:(?P<how>{'|'.join(QUALIFIERS)})\s+)?(?P<kronor>[0-9][0-9\s\u00a0]*)(?:kronor|kr)?\s*:\s*(?P<purpose>\S.*)",
    re.IGNORECASE,
)


def read(where: Where, registry: "Registry", meeting: "Record[Meeting]", given: dict[str, Any]) -> Said:
    """What was given, as parts of an item. Raises Failure."""
    _refuse_alone(given)
    by = line(given["by"]) if "by" in given else None
    goal_area = _id(registry, given["goal_area"], "goal-area") if "goal_area" in given else None
    amounts = tuple(_amount(each) for each in given.get("amount", ()))
    decisions = tuple(_decisions(where, registry, meeting, given, amounts))
    answer = _words(given["answer"]) if "answer" in given else None
    return Said(
        text=_words(_source(given["text"])) if "text" in given else None,
        questions=tuple(
            Question.model_construct(question=_words(each), asked_by=by, answer=answer)
            for each in given.get("question", ())
        ),
        contributions=tuple(
            Contribution.model_construct(id=_NEW, text=_words(each), by=by, goal_area=goal_area)
            for each in given.get("contribution", ())
        ),
        decisions=decisions,
        assignments=tuple(_assignments(where, registry, given)),
        amounts=() if decisions else amounts,
    )


def _refuse_alone(given: dict[str, Any]) -> None:
    for wholes, parts in _BELONG.items():
        alone = [part for part in parts if part in given]
        if alone and not any(whole in given for whole in wholes):
            raise Failure(
                N_("{option} says more about {of}, which is not given"),
                hint=N_("give both, or leave it out"),
                option=f"--{alone[0].replace('_', '-')}",
                of=" / ".join(f"--{whole}" for whole in wholes),
            )


def _decisions(
    where: Where, registry: "Registry", meeting: "Record[Meeting]", given: dict[str, Any], amounts: tuple[Amount, ...]
) -> Iterator[Decision]:
    recipient = _recipient(where, registry, meeting, given) if "recommends" in given else None
    agreement = _id(registry, given["agreement"], "agreement") if "agreement" in given else None
    for option, type in _TYPES.items():
        for text in given.get(option, ()):
            yield Decision.model_construct(
                id=_NEW,
                type=type,
                text=line(text),
                recipient=recipient if type == "recommends" else None,
                basis=tuple(given.get("basis", ())),
                amounts=amounts,
                agreement=agreement,
                version=_version(registry, agreement, given["version"]) if "version" in given else None,
            )


def _recipient(where: Where, registry: "Registry", meeting: "Record[Meeting]", given: dict[str, Any]) -> str | None:
    """The body that something is recommended to; None where it is the parties of an agreement. Raises Failure."""
    if "to" in given:
        return str(named.group(registry, given["to"], where).id)
    if "agreement" in given:
        return None
    if upper := above(registry, meeting.entity.group):
        return upper.id
    raise Failure(
        N_("missing: {options}"),
        hint=N_("say whom it is recommended to, or which agreement if it is to its parties"),
        options="--to",
    )


def _assignments(where: Where, registry: "Registry", given: dict[str, Any]) -> Iterator[Assignment]:
    back = named.meeting(registry, given["return_at"], where) if "return_at" in given else None
    body = named.group(registry, given["return_to"], where).id if "return_to" in given else None
    if "assign" in given and body is None and back is None:
        raise Failure(
            N_("missing: {options}"),
            hint=N_("say which body it comes back to, most often the one that gave it"),
            options="--return-to",
        )
    for text in given.get("assign", ()):
        yield Assignment.model_construct(
            id=_NEW,
            text=line(text),
            owners=tuple(one_of(registry, each, ACTORS) for each in given.get("owner", ())),
            return_to=body or (back.entity.group if back else None),
            return_at=back.id if back else None,
            due=where.day(given["due"]) if "due" in given else None,
        )


def _id(registry: "Registry", given: str, kind: str) -> str:
    from vis_cli.cli.meant import the_one

    return str(the_one(registry, given, kind).id)


def _version(registry: "Registry", agreement: str | None, given: str) -> str:
    from vis_cli.cli.agreement import named as agreements

    of = agreements.agreement(registry, agreement or "")
    return str(agreements.version(registry, of, given).entity.version)


def _amount(given: str) -> Amount:
    found = _AMOUNT.fullmatch(given.strip())
    if not found:
        raise Failure(
            N_("there is no amount in `{given}`"), hint=N_("write it as “about 500 000: what it is for”"), given=given
        )
    how = found["how"]
    return Amount.model_construct(
        kronor=int(re.sub(r"\s", "", found["kronor"])),
        qualifier=QUALIFIERS[" ".join(how.lower().split())] if how else "exact",
        purpose=line(found["purpose"]),
    )


def _source(given: str) -> str:
    """The text, what is in the file of that name, or what comes in on standard input. Raises Failure."""
    if given == "-":
        return sys.stdin.read()
    path = Path(given)
    try:
        is_file = path.is_file()
    except (OSError, ValueError):  # no name of a file: too long, or with signs that none can have
        is_file = False
    if not is_file and _NAME_OF_FILE.fullmatch(given.strip()):
        raise Failure(N_("there is no file `{path}`"), hint=N_("name one that is there, or write the text"), path=given)
    if not is_file:
        return given
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        raise Failure(N_("`{path}` cannot be read as text"), path=given, exit_code=5) from None


def _words(given: str) -> str:
    """A text of any length, without space around it. Raises Failure where there is none."""
    words = "\n".join(row.rstrip() for row in given.strip().splitlines())
    if not 0 < len(words) <= _LONGEST:
        raise Failure(N_("write some words here, {limit} characters at most"), limit=_LONGEST)
    return words

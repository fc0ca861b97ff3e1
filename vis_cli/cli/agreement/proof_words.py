"""What `vis agreement verify` has found, in words and as data."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.documents.citation import Citation
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version
    from vis_cli.registry import Record, Registry

OUTCOMES = {
    "identical": N_("This is {what}, unaltered: the register gives the same file, byte for byte."),
    "saved-anew": N_(
        "This is {what}, unaltered: the file was saved anew, and shows the same as the one that the register gives."
    ),
    "same-words": N_("Not proved: this file is not the one that vis made of {what}, and may have been drawn over."),
    "same-text": N_("Not proved: this holds the text of {what}, word for word; what else it shows was not compared."),
    "unproved": N_("What this says of {what} could not be compared with the register, which does not have its text."),
    "altered": N_("This is not {what} as the register has it."),
    "unknown": N_("This register does not know {what}."),
    "cited": N_("This names {what}."),
}


@dataclass(frozen=True)
class Answer:
    """What is told to people, and the same as data; `genuine` only what is proved to the last sign."""

    genuine: bool
    sentences: list[str]
    data: dict[str, Any]


def told(
    registry: "Registry",
    cited: "Citation",
    record: "Record[Agreement] | None",
    version: "Record[Version] | None",
    outcome: str,
    reason: str = "",
    clause: dict[str, Any] | None = None,
) -> Answer:
    """The answer to a citation: what came of it (`outcome`, and `reason` where that is not all), and what applies."""
    genuine = outcome in ("identical", "saved-anew", "cited")
    words_alike = outcome in ("same-words", "same-text")
    sentences = [fill(OUTCOMES[outcome], {"what": _what(cited, record)}, _)]
    if reason:
        sentences.append(fill(N_("why: {reason}"), {"reason": reason}, _))
    if words_alike:
        sentences.append(_where_to_get(cited))
    since = list(_in_force(registry, version)) if version and (genuine or words_alike) else []
    sentences += [line for line, _data in since]
    if clause:
        sentences.append(_clause_in_words(clause))
    data = {
        "outcome": outcome,
        "genuine": genuine,
        "agreement": cited.agreement,
        "version": cited.version,
        "digest": cited.digest,
        "commit": cited.commit,
        "reason": reason or None,
        **{key: value for _line, found in since for key, value in found.items()},
        **({"clause": clause} if clause else {}),
    }
    return Answer(genuine, sentences, data)


def _where_to_get(cited: "Citation") -> str:
    """How to get a file that is proved, instead of one that only has the words."""
    command = f"vis agreement text {cited.agreement}{f' {cited.version}' if cited.version else ''}"
    return fill(N_("the genuine file: `{command} -o FILE.pdf`"), {"command": command}, _)


def _what(cited: "Citation", record: "Record[Agreement] | None") -> str:
    """`version 1.0 of Exempelavtalet`."""
    name = record.name if record else f"`{cited.agreement}`"
    values = {"name": name, "version": cited.version or "", "clause": cited.clause or ""}
    if cited.clause:
        template = (
            N_("clause `{clause}` in version {version} of {name}")
            if cited.version
            else N_("clause `{clause}` of {name}")
        )
        return fill(template, values, _)
    return fill(N_("version {version} of {name}"), values, _) if cited.version else name


def _in_force(registry: "Registry", version: "Record[Version]") -> Iterator[tuple[str, dict[str, Any]]]:
    """When the version applied, and what took its place."""
    from vis_cli.cli.dates import on_day, spoken
    from vis_cli.documents.swedish_force import successor
    from vis_cli.facts.binding import applied
    from vis_cli.facts.entry import entry

    made, stretches = entry(registry, version), applied(registry, version)
    times = [
        {"from": str(item.since) if item.since else None, "to": str(item.until) if item.until else None}
        for item in stretches
    ]
    for item in stretches:
        values = {"since": spoken(item.since) if item.since else "?", "until": spoken(item.until) if item.until else ""}
        template = N_("in force from {since} to {until}") if item.until else N_("in force from {since}")
        yield fill(template, values, _), {"in_force": times}
    if not stretches:
        values = {"adopted": str(len(made.adopted)), "total": str(made.total)}
        if stated := version.entity.stated_in_force:
            template = N_("in force {date} according to a source; {adopted} of {total} decisions recorded")
            yield (
                fill(template, {**values, "date": on_day(stated.date)}, _),
                {"in_force": [], "stated": str(stated.date)},
            )
        else:
            yield fill(N_("not in force: {adopted} of {total} parties have adopted it"), values, _), {"in_force": []}
    if later := successor(registry, version):
        number = later.entity.version
        yield fill(N_("superseded by version {version}"), {"version": number}, _), {"superseded_by": number}
    record = registry.records.get(("agreement", version.entity.agreement))
    if record and record.entity.ended:
        last = record.entity.ended.last_day
        yield fill(N_("the agreement's last day is {date}"), {"date": spoken(last)}, _), {"ends": str(last)}


def _clause_in_words(clause: dict[str, Any]) -> str:
    latest = clause["latest"]
    template = {
        "same": N_("it says the same in the register's latest text, version {version}, where its number is {number}"),
        "changed": N_(
            "it says something else in the register's latest text, version {version}, where its number is {number}"
        ),
        "gone": N_("it is no longer there in the register's latest text, version {version}"),
    }[latest["state"]]
    return fill(template, {"version": latest["version"] or "–", "number": latest["number"] or ""}, _)

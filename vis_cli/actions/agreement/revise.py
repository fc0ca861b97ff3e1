"""A new version of an agreement: its number, and what carries over from the version before."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any

from vis_cli.actions.agreement.entry import entry_rule, refuse_backwards
from vis_cli.actions.agreement.new import without_empty
from vis_cli.actions.agreement.sections import to_be_written
from vis_cli.errors import N_, Failure
from vis_cli.facts.drafting import copied
from vis_cli.facts.structure import standard_sections
from vis_cli.facts.versions import adoptions, number, principals, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.fields import key_order
from vis_cli.model.values import VERSION_PATTERN, When
from vis_cli.model.version import EntryRule, EntryRuleName, Version
from vis_cli.registry import Record, Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.edit import add_key, apply_edits, set_value
from vis_cli.source.emit import emit
from vis_cli.source.proof import data_of


@dataclass(frozen=True, slots=True)
class Revision:
    """What is wanted of a new version; what is not said carries over, or follows from the version before."""

    version: str | None = None
    minor: bool = False
    rule: EntryRuleName | None = None
    at_least: int | None = None
    not_before: When | None = None
    date: When | None = None
    until: When | None = None


def revise(registry: Registry, agreement: Record[Agreement], wish: Revision, on: dt.date) -> tuple[str, dict[str, str]]:
    """The number of the new version, and path to text of the two files.

    Dates of the version before that are past on the day `on` do not carry over. An agreement whose text is not
    transcribed gets the sections of the standard structure, to be written. Raises Failure: where a version is being
    worked on already, or the number is not above the last.
    """
    every = versions(registry, agreement.id)
    last = every[-1] if every else None
    _judge(registry, agreement, last)
    name = _number(agreement, last, wish)
    text = _agreement(registry, agreement, name)
    version = _version(registry, agreement, name, last.entity if last else None, wish, on)
    path = path_of("version", f"{agreement.id}-{name}")
    return name, {agreement.file.path: text, path: emit(version)}


def _judge(registry: Registry, agreement: Record[Agreement], last: Record[Version] | None) -> None:
    if agreement.entity.ended:
        message = N_("`{id}` is ended, so it gets no new version")
        raise Failure(message, hint=N_("`vis agreement new` begins another one"), exit_code=1, id=agreement.id)
    if last and not (last.entity.publication or last.entity.stated_in_force or adoptions(registry, last)):
        raise Failure(
            N_("version {version} of `{id}` is not published yet"),
            hint=N_("go on editing `{path}`; `vis agreement publish {id}` publishes it"),
            exit_code=1,
            version=last.entity.version,
            id=agreement.id,
            path=agreement.file.path,
        )


def _number(agreement: Record[Agreement], last: Record[Version] | None, wish: Revision) -> str:
    known = last.entity.version if last else agreement.entity.version
    if wish.version is None:
        if known is None:
            message = N_("no version of `{id}` is registered, so the number of the new one is not known")
            hint = N_("give it with --version: 2.0, if the one that applies is the first")
            raise Failure(message, hint=hint, id=agreement.id)
        major, minor = number(known)
        return f"{major}.{minor + 1}" if wish.minor else f"{major + 1}.0"
    if not re.fullmatch(VERSION_PATTERN, wish.version):
        raise Failure(
            N_("`{version}` is not the number of a version"), hint=N_("write it as 1.0 or 2.1"), version=wish.version
        )
    if known is not None and number(wish.version) <= number(known):
        major, minor = number(known)
        raise Failure(
            N_("version {version} is not above {last}, the last one of `{id}`"),
            hint=N_("the next are {minor} for a revision, {major} for a new agreement on the text"),
            version=wish.version,
            last=known,
            id=agreement.id,
            minor=f"{major}.{minor + 1}",
            major=f"{major + 1}.0",
        )
    return wish.version


def _agreement(registry: Registry, agreement: Record[Agreement], name: str) -> str:
    order = key_order(Agreement)((), [field.alias or key for key, field in Agreement.model_fields.items()])
    values: dict[str, Any] = {"version": name}
    standard = standard_sections(registry, agreement.entity.type)
    begin = not agreement.entity.sections and bool(standard)
    if begin or (copied(agreement.entity) and number(name)[1] == 0):  # written here from now on, no longer a transcript
        values["text_state"] = "original"
    if begin:
        values["sections"] = [{"id": section.id, "heading": section.heading} for section in standard]
    there = data_of(agreement.file.text)
    text = apply_edits(
        agreement.file.text,
        [(set_value, (key,), value) if key in there else (_added, key, value, order) for key, value in values.items()],
    )
    return _with_prompts(text, to_be_written(standard)) if begin else text


def _added(text: str, key: str, value: Any, order: Any) -> str:
    return add_key(text, (), key, value, order=order)


def _with_prompts(text: str, lines: list[str]) -> str:
    """The text with the comments among `lines` where the same lines without them stand in it."""
    bare = "".join(f"{line}\n" for line in lines if not line.lstrip().startswith("#"))
    result = text.replace(bare, "".join(f"{line}\n" for line in lines), 1)
    assert data_of(result) == data_of(text)
    return result


def _parties(registry: Registry, agreement: Agreement, last: Version) -> list[str]:
    """Those of the version before; none where they are those of the agreement, or all that there were then."""
    day = last.publication.date if last.publication else None
    usual = [agreement.parties] if agreement.parties else [principals(registry, day), principals(registry, None)]
    return [] if any(set(last.parties) == set(parties) for parties in usual) else list(last.parties)


def _version(
    registry: Registry, agreement: Record[Agreement], name: str, last: Version | None, wish: Revision, on: dt.date
) -> dict[str, Any]:
    notice = last.notice if last else None
    term = {"until": wish.until or _ahead(_last_day(last), on), "renewal_months": _renewal(last)}
    return without_empty(
        {
            "agreement": agreement.id,
            "version": name,
            "parties": _parties(registry, agreement.entity, last) if last else [],
            "entry_into_force": _entry(last.entry_into_force if last else None, wish, on),
            "term": without_empty(term),
            "notice": without_empty({"months": notice.months, "effect": notice.effect}) if notice else {},
        }
    )


def _entry(last: EntryRule | None, wish: Revision, on: dt.date) -> dict[str, Any]:
    rule = wish.rule or (last.rule if last else None)
    if rule is None:
        if wish.date or wish.not_before or wish.at_least:
            raise Failure(N_("{option} is missing"), option="--rule")
        return {}
    same = last if last and last.rule == rule else None
    before = last.not_before if last and rule != "fixed-date" else None
    not_before = wish.not_before or _ahead(before, on)
    date = wish.date or _ahead(same.date if same else None, on)
    refuse_backwards(date or not_before, wish.until)
    at_least = wish.at_least or (same.at_least if same else None)
    return entry_rule(rule, not_before=not_before, at_least=at_least, date=date)


def _last_day(version: Version | None) -> When | None:
    if version is None or version.term is None:
        return None
    extensions = version.term.extensions
    return extensions[-1].until if extensions else version.term.until


def _renewal(version: Version | None) -> int | None:
    return version.term.renewal_months if version and version.term else None


def _ahead(when: When | None, on: dt.date) -> When | None:
    """A date, unless it is past."""
    return when if when and when.latest > on else None

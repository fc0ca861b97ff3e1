"""Publish a version of an agreement: record the digest of its text, and say in so many words whom it binds."""

import datetime as dt
from collections.abc import Mapping

from vis_cli.errors import N_, Failure
from vis_cli.facts.structure import misplaced_sections, missing_sections, standard_sections
from vis_cli.facts.versions import principals, version_of, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.fields import key_order
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry
from vis_cli.registry.digest import digest
from vis_cli.source.edit import add_key


def publication(
    registry: Registry, agreement: Record[Agreement], version: str, day: dt.date, today: dt.date
) -> Mapping[str, str]:
    """The changed file of the version. From then on its text and its parties do not change.

    Raises Failure (exit 1), with the way forward, where there is no such version to publish, or no text of it; what the
    text lacks says `lacking`.
    """
    if day > today:
        raise Failure(
            N_("it would be published {day}, and today is {today}"),
            hint=N_("publish it when that day has come; from when it applies stands in `entry_into_force`"),
            exit_code=1,
            day=day,
            today=today,
        )
    record = _publishable(registry, agreement, version)
    _written(agreement)
    text = record.file.text
    order = key_order(Version)((), [field.alias or name for name, field in Version.model_fields.items()])
    if not record.entity.parties:
        # What is bound today must not change when a municipality joins the county, or the agreement's own list does.
        parties = agreement.entity.parties or principals(registry, day)
        if not parties:
            raise Failure(
                N_("nobody is known whom version {version} of `{id}` would bind"),
                hint=N_("write its `parties` in {path}"),
                exit_code=1,
                version=version,
                id=agreement.id,
                path=record.file.path,
            )
        text = add_key(text, (), "parties", list(parties), order=order)
    recorded = {"date": day.isoformat(), "digest": digest(agreement.entity)}
    return {record.file.path: add_key(text, (), "publication", recorded, order=order)}


def _publishable(registry: Registry, agreement: Record[Agreement], version: str) -> Record[Version]:
    """The version, if it is there, is the one that the text is of, and is not published."""
    id, own = agreement.id, agreement.entity.version
    record = version_of(registry, id, version)
    if record and (done := record.entity.publication):
        raise Failure(
            N_("version {version} of `{id}` was published on {day}, and does not change"),
            hint=N_("`vis agreement revise {id}` begins the next version"),
            exit_code=1,
            version=version,
            id=id,
            day=done.date,
        )
    if own != version:
        raise Failure(
            N_("the text of `{id}` is of version {own}, not of {version}")
            if own
            else N_("`{id}` does not say which version its text is of"),
            hint=N_("publish {own}, or begin another version with `vis agreement revise {id}`")
            if own
            else N_('write `version: "{version}"` in {path}'),
            exit_code=1,
            id=id,
            own=own,
            version=version,
            path=agreement.file.path,
        )
    if record is None:
        known = ", ".join(item.entity.version for item in versions(registry, id))
        raise Failure(
            N_("there is no version {version} of `{id}`"),
            hint=N_("there are {known}; write {path}, or begin a version with `vis agreement revise {id}`")
            if known
            else N_("write {path}, or begin a version with `vis agreement revise {id}`"),
            exit_code=1,
            version=version,
            id=id,
            known=known,
            path=Version.path.format(agreement=id, version=version),
        )
    return record


def _written(agreement: Record[Agreement]) -> None:
    """Raise Failure where there is no text."""
    if agreement.entity.text_state == "not-transcribed" or not agreement.entity.sections:
        raise Failure(
            N_("the text of `{id}` is not in the register, so there is nothing to publish"),
            hint=N_("write its sections in {path}, and say in `text_state` where they come from"),
            exit_code=1,
            id=agreement.id,
            path=agreement.file.path,
        )


def lacking(registry: Registry, agreement: Record[Agreement]) -> list[Failure]:
    """What the text lacks: sections that are empty, that are missing, or that do not stand in their place.

    A text that was transcribed says what it says: only what is written here follows the structure. (000:346)
    """
    entity = agreement.entity
    empty = [item for item in entity.sections if not (item.text or item.clauses or item.definitions)]
    own = entity.text_state == "original"  # what is transcribed has the structure that it has
    demanded = {item.id for item in standard_sections(registry, entity.type) if item.required}
    needless = [item.heading for item in empty if own and item.id not in demanded]
    missing = [item.heading for item in missing_sections(registry, entity)] if own else []
    misplaced = [item.section.heading for item in misplaced_sections(registry, entity)] if own else []
    write = N_("write them in {path}, and publish then")
    may_go = N_(
        "write them in {path}, and publish then; not all must be there: {needless} can be removed, "
        "from its line `- id:` to the next one"
    )
    return [
        Failure(
            message,
            hint=hint,
            exit_code=1,
            id=agreement.id,
            headings=", ".join(headings),
            needless=", ".join(needless),
            path=agreement.file.path,
        )
        for headings, message, hint in (
            (
                [item.heading for item in empty],
                N_("these sections of `{id}` are empty: {headings}"),
                may_go if needless else write,
            ),
            (missing, N_("these sections are missing in `{id}`: {headings}"), write),
            (
                misplaced,
                N_("these sections of `{id}` are not where the standard structure has them: {headings}"),
                N_("move them in {path}; an id and its lines belong together"),
            ),
        )
        if headings
    ]

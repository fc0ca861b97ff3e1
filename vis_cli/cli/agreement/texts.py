"""Which text of an agreement a person means: a version, what a commit or a day had, or the text as it is now."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vis_cli.cli.agreement import named, older
from vis_cli.cli.where import Known, Where
from vis_cli.errors import N_, Failure
from vis_cli.facts.beside import Side
from vis_cli.facts.versions import number, version_of, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import VERSION_PATTERN
from vis_cli.model.version import Version
from vis_cli.registry.digest import digest

if TYPE_CHECKING:
    from vis_cli.registry import Record, Registry
    from vis_cli.source.tree import Tree


@dataclass(frozen=True, slots=True)
class Wording:
    """A text of an agreement and the facts beside it. `name` is the version that it is the text of, if it is one."""

    side: Side
    name: str | None = None
    known: Known | None = None
    """The commit that it was read from, where that is what was asked for."""

    @property
    def agreement(self) -> Agreement:
        """The agreement with that text."""
        return self.side.agreement

    @property
    def published(self) -> dt.date | None:
        """When it was published, if it is the text of a version that was."""
        version = self.side.version
        return version.entity.publication.date if self.name and version and version.entity.publication else None


def around(tree: "Tree", id: str) -> "Registry":
    """The registry without other agreements and meetings: all that a comparison needs, and soon read."""
    from vis_cli.history.tree import part
    from vis_cli.registry import load

    others = ("agreements/", "registry/meetings/")
    return load(part(tree, lambda path: path.startswith(f"agreements/{id}/") or not path.startswith(others))).registry


def text_now(registry: "Registry", record: "Record[Agreement]") -> Wording:
    """The text as it stands in the register."""
    side = Side(registry, record.entity, _version(registry, record.entity))
    return Wording(side, _name(side))


def text_of(where: Where, registry: "Registry", record: "Record[Agreement]", given: str) -> Wording:
    """The text of a version (`1.0`), or the one that a commit or the main branch on a day (YYYY-MM-DD) had.

    Raises Failure: exit 2 where there is no such text, 3 where Git cannot answer.
    """
    if re.fullmatch(VERSION_PATTERN, given):
        return _text_of_version(where, registry, record, given)
    tree, known = where.tree_at(given)
    then = around(tree, record.id)
    found = then.get(Agreement, record.id)
    if found is None:
        message = N_("in `{given}` there is no agreement `{id}`, or its file has faults")
        raise Failure(message, id=record.id, given=given)
    side = Side(then, found.entity, _version(then, found.entity))
    return Wording(side, _name(side), known)


def last_published(registry: "Registry", record: "Record[Agreement]", other_than: str | None) -> str:
    """The number of the version that was published last, or before the one that `other_than` names.

    Raises Failure where none was.
    """
    published = [item.entity.version for item in versions(registry, record.id) if item.entity.publication]
    if not published:
        raise Failure(
            N_("no version of `{id}` is published, so there is no text to compare with"),
            hint=N_("name a commit or a day: `vis agreement diff {id} HEAD~1`"),
            id=record.id,
        )
    before = [name for name in published if other_than is None or number(name) < number(other_than)]
    return (before or published)[-1]


def _text_of_version(where: Where, registry: "Registry", record: "Record[Agreement]", name: str) -> Wording:
    version = named.version(registry, record, name)
    side = Side(registry, older.text_of(where, version).agreement, version)
    return Wording(side, name if version.entity.publication else None)


def _version(registry: "Registry", agreement: Agreement) -> "Record[Version] | None":
    """The file of the version that an agreement says its text is, or else of the newest."""
    if agreement.version:
        return version_of(registry, agreement.id, agreement.version)
    return next(reversed(versions(registry, agreement.id)), None)


def _name(side: Side) -> str | None:
    """The version that the text is, word for word: the one whose digest it has."""
    for version in versions(side.registry, side.agreement.id):
        publication = version.entity.publication
        if publication and publication.digest == digest(side.agreement):
            return version.entity.version
    return None

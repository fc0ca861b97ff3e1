"""What is known of a new agreement before it has files: the answers of the interview, or the options."""

import re
from dataclasses import dataclass, fields
from typing import Any, Literal

from vis_cli.errors import N_, Failure
from vis_cli.facts.agreements import ALONE, BELONGING
from vis_cli.facts.spelling import words
from vis_cli.model.agreement import Agreement, AgreementKind
from vis_cli.model.values import ID_PATTERN, VERSION_PATTERN, When
from vis_cli.model.version import EntryRuleName
from vis_cli.registry import Registry

NoticeEffect = Literal["rest-continues", "all-ends"]

LONGEST_ID = 60
_NO_FOLDER = re.compile(r"con|nul|aux|prn|(?:com|lpt)[1-9]")
_KIND_OF_TEXT = re.compile(
    r"^(?:(?:huvud|tilläggs|del)?överenskommelsen?|avtal(?:et)?|riktlinje(?:n|r)?)"
    r"(?:\s+(?:om|kring|för|avseende|gällande|rörande|vid|när)\b|\s*[-–:])\s*(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wish:
    """A new agreement, as far as it is known. No parties means the region and all municipalities."""

    title: str = ""
    id: str = ""
    type: AgreementKind | None = None
    parent: str | None = None
    owner: str | None = None
    owner_from: When | None = None
    concerned: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    version: str = "1.0"
    rule: EntryRuleName | None = None
    not_before: When | None = None
    at_least: int | None = None
    date: When | None = None
    until: When | None = None
    notice_months: int | None = None
    notice_effect: NoticeEffect | None = None

    def given(self) -> frozenset[str]:
        """The names of the fields that say something."""
        empty = Wish()
        return frozenset(f.name for f in fields(self) if getattr(self, f.name) != getattr(empty, f.name))


OPTIONS = {
    "title": "--title",
    "type": "--type",
    "parent": "--parent",
    "owner": "--owner",
    "parties": "--party",
    "rule": "--rule",
    "at_least": "--at-least",
    "date": "--on-date",
}
"""The option that gives a field, for those that can be missing."""


def missing(wish: Wish) -> tuple[str, ...]:
    """The fields without which there is nothing to write."""
    needed = ["title", "type", "rule"]
    needed += ["parent"] if wish.type in BELONGING else []
    needed += ["parties"] if wish.type == "optional" else []
    needed += {"at-least": ["at_least"], "fixed-date": ["date"]}.get(wish.rule or "", [])
    return tuple(name for name in needed if getattr(wish, name) in (None, "", ()))


def suggested_id(title: str) -> str:
    """An id for a title: å and ä become a, ö becomes o; without the word for what kind of text it is."""
    found = ""
    for word in words(_KIND_OF_TEXT.sub("", title.strip(), count=1)):
        word = re.sub(r"[^a-z0-9]", "", word)
        longer = f"{found}-{word}" if found and word else found or word
        if len(longer) > LONGEST_ID:
            break
        found = longer
    return found


def judge(registry: Registry, wish: Wish) -> None:
    """Raise Failure where the answers cannot be what is meant: an id or a title that is taken, answers at odds."""
    for fault in (why_not_title(registry, wish.title), why_no_id(wish), why_not_id(registry, wish.id)):
        if fault:
            raise fault
    if not re.fullmatch(VERSION_PATTERN, wish.version):
        raise Failure(
            N_("`{version}` is not the number of a version"), hint=N_("write it as 1.0 or 2.1"), version=wish.version
        )
    if wish.type in ALONE and wish.parent:
        message = N_("an agreement of the type `{type}` belongs to no other, but a parent is given: `{parent}`")
        raise Failure(
            message, hint=N_("leave out --parent, or choose another type"), type=wish.type, parent=wish.parent
        )


def why_not_title(registry: Registry, title: str) -> Failure | None:
    """Why no agreement can be called so: no text, or the name of another."""
    if not title.strip() or not title.isprintable():
        return Failure(N_("`{value}` cannot be a title"), value=title)
    wanted = words(title)
    for record in registry.all(Agreement):
        names: tuple[Any, ...] = (record.entity.title, record.entity.short_name, *record.entity.aliases)
        if any(name and words(name) == wanted for name in names):
            return Failure(
                N_("there is an agreement of that title: `{id}`"),
                hint=N_("`vis agreement revise {id}` begins a new version of it"),
                id=record.id,
            )
    return None


def why_no_id(wish: Wish) -> Failure | None:
    """Why there is no id: none was given, and the title has nothing that one could be made of."""
    if wish.id or suggested_id(wish.title):
        return None
    return Failure(
        N_("no id can be made of the title `{title}`: it has neither letters nor digits that an id can have"),
        hint=N_("say which: `vis agreement new an-id --title …`"),
        title=wish.title,
    )


def why_not_id(registry: Registry, id: str) -> Failure | None:
    """Why no agreement can have the id: not of the form of one, or taken."""
    if not re.fullmatch(ID_PATTERN, id) or len(id) > LONGEST_ID:
        hint = N_("lower case a to z, digits and hyphens, at most 60; å and ä become a, ö becomes o")
        return Failure(N_("`{id}` cannot be an id"), hint=hint, id=id)
    if _NO_FOLDER.fullmatch(id):
        hint = N_("Windows allows no folder of that name; choose a longer one")
        return Failure(N_("`{id}` cannot be an id"), hint=hint, id=id)
    if record := registry.find(id):
        if record.kind == Agreement.kind:
            hint = N_("`vis agreement revise {id}` begins a new version of it")
            return Failure(N_("there is an agreement `{id}` already"), hint=hint, id=id)
        return Failure(N_("`{id}` is the id of something else: {name}"), id=id, name=record.name)
    if registry.is_broken(id, (Agreement.kind,)):
        return Failure(
            N_("there is an agreement `{id}` already"), hint=N_("`vis check` says what is wrong in it"), id=id
        )
    return None

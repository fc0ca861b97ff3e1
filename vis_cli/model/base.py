"""What every entity is: strict, frozen, closed; known by its id; kept in one place."""

from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from vis_cli.model.values import Citation, Id, Markdown, Seq, Text, When


class Part(BaseModel):
    """A map inside an entity: only the keys it declares, only values of their types."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        defer_build=True,  # most runs validate a few kinds only
        hide_input_in_errors=True,
        allow_inf_nan=False,
    )


class Sourced(Part):
    """A part that says where its facts come from."""

    sources: Seq[Citation] = ()
    """Where this is stated."""
    assumed: Text | None = None
    """Why this is thought to be so, where no source states it. Whatever has this is shown as assumed."""


class Term(Sourced):
    """Something that holds for a time (*från och med, till och med*)."""

    since: When | None = Field(None, alias="from")
    """First day; empty where it is not known."""
    until: When | None = None
    """Last day; empty while it lasts, or where it is not known."""


class Remark(Sourced):
    """A fact that has no field of its own."""

    text: Markdown
    """The fact."""


ENTITIES: dict[str, type["Entity"]] = {}
"""Every kind of entity by its name, in the order of declaration."""


class Entity(Sourced):
    """Something that is kept in the register and has an id.

    `path` says where: `registry/groups/{id}.yaml` is one file each, the id its name; a `path` without braces is one
    list for all, its keys the ids. `parts` names the lists inside it whose items can be referred to, and as what kind.
    """

    kind: ClassVar[str]
    path: ClassVar[str]
    parts: ClassVar[Mapping[str, str]]
    listed: ClassVar[bool]

    remarks: Seq[Remark] = ()
    """Further facts, each with its source."""

    def __init_subclass__(
        cls, *, kind: str = "", path: str = "", parts: Mapping[str, str] | None = None, **kwargs: Any
    ) -> None:
        super().__init_subclass__(**kwargs)
        if kind:
            cls.kind, cls.path, cls.parts = kind, path, parts or {}
            cls.listed = "{" not in path and not issubclass(cls, FileEntity)
            ENTITIES[kind] = cls


class FileEntity(Entity):
    """An entity with a file of its own."""

    id: Id
    """Equals the file's name."""

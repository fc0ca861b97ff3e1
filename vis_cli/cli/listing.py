"""`vis list`: what there is of a kind."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.language import _, translations
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.registry import Record, Registry

HELP = N_("List what there is of a kind: group, agreement, meeting …")

_PLURALS = {
    "agreement": N_("agreements"),
    "area": N_("areas"),
    "collaboration": N_("collaborations"),
    "contact": N_("contacts"),
    "group": N_("groups"),
    "meeting": N_("meetings"),
    "organisation": N_("organisations"),
    "person": N_("people"),
    "plan": N_("plans"),
    "source": N_("sources"),
}


def list_(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar=_(N_("[KIND]")), help=_(N_("A kind; without one, the kinds and how many there are."))),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))] = False,
) -> None:
    from vis_cli.model import ENTITIES

    where: Where = context.obj
    registry = where.load().registry
    if kind is None:
        word = str if json else _
        rows = [[word(name), str(len(registry.of_kind(name))), model.path] for name, model in ENTITIES.items()]
        _print([N_("kind"), N_("count"), N_("files")], rows, json)
        return
    name = _kind(kind)
    records = registry.of_kind(name)
    if json:
        _print_json(name, records)
        return
    from vis_cli.facts.overview import overview

    columns, cells = overview(registry, name)
    _print(columns, [[_cell(cell, _) for cell in row] for row in cells], False)


def _cell(value: Any, translate: Any) -> str:
    from vis_cli.errors import Word

    return translate(value) if isinstance(value, Word) else str(value or "")


def _kind(given: str) -> str:
    """The kind that was meant, in English or Swedish, singular or plural. Raises Failure."""
    import difflib

    from vis_cli.model import ENTITIES

    swedish = translations("sv").gettext
    english = {word: name for name in ENTITIES for word in (name, _PLURALS[name])}
    words = english | {swedish(word): name for word, name in english.items()}
    if name := words.get(given.lower()):
        return name
    near = difflib.get_close_matches(given.lower(), [_(word) for word in english], 1)
    raise Failure(
        N_("there is no kind `{kind}`"),
        hint=N_("did you mean `{near}`?") if near else N_("kinds are: {kinds}"),
        kind=given,
        near=near[0] if near else "",
        kinds=", ".join(_(name) for name in ENTITIES),
    )


def _print(columns: list[str], rows: list[list[str]], json: bool) -> None:
    if json:
        import json as jsonlib

        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        typer.echo(jsonlib.dumps({"schema_version": 1, "items": objects}, ensure_ascii=False, indent=2))
        return
    from vis_cli.cli.table import table

    typer.echo(table([_(column) for column in columns], rows))


def _print_json(kind: str, records: "tuple[Record[Any], ...]") -> None:
    import json as jsonlib

    from vis_cli.facts.plain import plain

    items = [plain(record) for record in records]
    typer.echo(jsonlib.dumps({"schema_version": 1, "kind": kind, "items": items}, ensure_ascii=False, indent=2))


def find(registry: "Registry", given: str) -> "Record[Any]":
    """The record that the user named by its id, or by the path of its file. Raises Failure with what is near."""
    import difflib

    from vis_cli.registry.layout import owner

    kinds: tuple[str, ...] = ()
    id = given
    if "/" in given:
        path = given if given.endswith(".yaml") else f"{given}.yaml"
        if belongs := owner(path) or owner(f"registry/meetings/{path}"):
            id, kinds = belongs.id, (belongs.model.kind,)
    if record := registry.find(id, kinds):
        return record
    names = {record.id: record.id for record in registry.entities}
    names |= {record.name.lower(): record.id for record in registry.entities}
    if by_name := names.get(given.lower()):
        return registry.find(by_name)  # type: ignore[return-value]
    near = [names[name] for name in difflib.get_close_matches(given.lower(), names, 3, 0.5)]
    raise Failure(
        N_("there is nothing with the id `{id}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis list` shows what there is"),
        id=given,
        near=", ".join(f"`{id}`" for id in dict.fromkeys(near)),
    )

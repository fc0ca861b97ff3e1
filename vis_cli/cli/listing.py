"""`vis list`: what there is of a kind."""

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _, translations
from vis_cli.cli.options import At
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.registry import Record, Registry

HELP = N_("List what there is of a kind: group, agreement, meeting …")

_PLURALS = {
    "activity": N_("activities"),
    "adoption": N_("adoptions"),
    "agreement": N_("agreements"),
    "annual-plan": N_("annual plans"),
    "area": N_("areas"),
    "collaboration": N_("collaborations"),
    "contact": N_("contacts"),
    "deviation": N_("deviations"),
    "figure": N_("figures"),
    "follow-up": N_("follow-ups"),
    "forum": N_("forums"),
    "fund": N_("funds"),
    "group": N_("groups"),
    "local-agreement": N_("local agreements"),
    "meeting": N_("meetings"),
    "organisation": N_("organisations"),
    "person": N_("people"),
    "plan": N_("plans"),
    "project": N_("projects"),
    "question": N_("questions"),
    "source": N_("sources"),
    "structure": N_("structures"),
    "version": N_("versions"),
}


def list_(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(metavar=_(N_("[KIND]")), help=_(N_("A kind; without one, the kinds and how many there are."))),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))] = False,
    at: At = None,
) -> None:
    from vis_cli.cli.texts import say_known
    from vis_cli.model import ENTITIES

    where: Where = context.obj
    loaded, known = where.load_at(at)
    say_known(known)
    registry = loaded.registry
    if kind is None:
        word = str if json else _
        rows = [[word(name), str(len(registry.of_kind(name))), model.path] for name, model in ENTITIES.items()]
        _print([N_("kind"), N_("count"), N_("files")], rows, json)
        return
    name = known_kind(kind)
    records = registry.of_kind(name)
    if json:
        _print_json(name, records)
        return
    from vis_cli.facts.overview import overview

    show_table(*overview(registry, name, where.day(None)), wrap=name == "agreement")


def show_table(columns: list[str], cells: list[list[Any]], *, wrap: bool = False) -> None:
    """Print a table; a cell that is a `Word` is translated."""
    from vis_cli.cli.table import table

    typer.echo(table([_(column) for column in columns], [[_cell(cell, _) for cell in row] for row in cells], wrap=wrap))


def _cell(value: Any, translate: Any) -> str:
    from vis_cli.errors import Word

    return translate(value) if isinstance(value, Word) else str(value or "")


def kind_named(given: str) -> str | None:
    """The kind that a word names, in English or Swedish, singular or plural."""
    swedish = translations("sv").gettext
    english = {word: name for name, plural in _PLURALS.items() for word in (name, plural)}
    words = english | {swedish(word): name for word, name in english.items()}
    return words.get(given.lower())


def known_kind(given: str) -> str:
    """The kind that was meant, in English or Swedish, singular or plural. Raises Failure."""
    import difflib

    from vis_cli.model import ENTITIES

    if name := kind_named(given):
        return name
    near = difflib.get_close_matches(given.lower(), [_(word) for pair in _PLURALS.items() for word in pair], 1)
    raise Failure(
        N_("there is no kind `{kind}`"),
        hint=N_("did you mean `{near}`?") if near else N_("kinds are: {kinds}"),
        kind=given,
        near=near[0] if near else "",
        kinds=", ".join(_(name) for name in ENTITIES),
    )


def _print(columns: list[str], rows: list[list[str]], json: bool) -> None:
    if json:
        objects = [dict(zip(columns, row, strict=True)) for row in rows]
        print_json({"items": objects})
        return
    from vis_cli.cli.table import table

    typer.echo(table([_(column) for column in columns], rows))


def _print_json(kind: str, records: "tuple[Record[Any], ...]") -> None:
    from vis_cli.facts.plain import plain

    items = [plain(record) for record in records]
    print_json({"kind": kind, "items": items})


def find(registry: "Registry", given: str, where: Where | None = None) -> "Record[Any]":
    """The record that the user named: by its id, as KIND/ID, or by the path of its file (from `where` too).

    Raises Failure with what is near, or saying that the file has faults.
    """
    import difflib

    id, kinds = _named(given, where)
    if record := registry.find(id, kinds):
        return record
    names = {record.id: record.id for record in registry.entities}
    names |= {record.name.lower(): record.id for record in registry.entities}
    if (by_name := names.get(given.lower())) and (record := registry.find(by_name)):
        return record
    near = [names[name] for name in difflib.get_close_matches(given.lower(), names, 3, 0.5)]
    _refuse_broken(registry, id, kinds)
    raise Failure(
        N_("there is nothing with the id `{id}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis list` shows what there is"),
        id=given,
        near=", ".join(f"`{id}`" for id in dict.fromkeys(near)),
    )


def _named(given: str, where: Where | None) -> tuple[str, tuple[str, ...]]:
    """(id, its kinds if they are told) of what the user wrote."""
    from vis_cli.registry.layout import owner

    if "/" not in given and not given.endswith(".yaml"):
        return given, ()
    path = given if given.endswith(".yaml") else f"{given}.yaml"
    candidates = [path, f"registry/meetings/{path}"]
    if where:
        with contextlib.suppress(Failure):
            candidates.append(where.relative(Path(path)))
    for candidate in candidates:
        if (belongs := owner(candidate)) and belongs.id:
            return belongs.id, (belongs.model.kind,)
    word, _slash, id = given.partition("/")
    if kind := kind_named(word):
        return id.replace("/", "-"), (kind,)
    return given, ()


def _refuse_broken(registry: "Registry", id: str, kinds: tuple[str, ...]) -> None:
    """Raise Failure where the id may be that of something whose file could not be understood."""
    from vis_cli.model import ENTITIES
    from vis_cli.registry.layout import path_of

    for kind in kinds or ENTITIES:
        if (kind, id) in registry.broken or (kinds and registry.is_broken(id, kinds)):
            raise Failure(
                N_("`{id}` cannot be shown: its file `{path}` has faults"),
                hint=N_("`vis check` lists the faults"),
                id=id,
                path=path_of(kind, id),
                exit_code=1,
            )
    whole = [ENTITIES[kind].path for kind in ENTITIES if (kind, "*") in registry.broken and ENTITIES[kind].listed]
    if whole and not kinds:
        raise Failure(
            N_("`{id}` is not found, and may be in a file that has faults: `{path}`"),
            hint=N_("`vis check` lists the faults"),
            id=id,
            path="`, `".join(whole),
            exit_code=1,
        )

"""`vis export`: the whole register for other programs."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.cli.options import At, On
from vis_cli.cli.where import AGREEMENTS, Where, left_out
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.cli.where import Known
    from vis_cli.documents.export import Taken
    from vis_cli.registry import Loaded

HELP = N_("The whole register as JSON, as tables (CSV), or in a folder.")
MANIFEST = "manifest.json"
"""Says in a folder what was exported into it; a folder with it may be written to again."""


def export(
    context: typer.Context,
    format: Annotated[
        str, typer.Option("--format", metavar="json|csv", help=_(N_("One document, or a folder of tables.")))
    ] = "json",
    out: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file; of csv, to this folder."))
        ),
    ] = None,
    all_: Annotated[
        Path | None,
        typer.Option("--all", metavar=_(N_("DIR")), help=_(N_("Everything into this folder, in every format."))),
    ] = None,
    on: On = None,
    at: At = None,
) -> None:
    where: Where = context.obj
    if format not in ("json", "csv"):
        raise Failure(N_("there is no format `{format}`"), hint=N_("write json or csv"), format=format)
    if format == "csv" and out is None and all_ is None:
        raise Failure(N_("tables are many files"), hint=N_("name a folder with --output"))
    if all_ and out:
        raise Failure(N_("--all and --output do not go together"), hint=N_("leave out one of them"))
    loaded, known = where.load_at(at)
    taken = _taken(where, loaded, known, on)
    if all_:
        _folder(where, all_, taken, loaded, _everything(loaded, taken))
    elif format == "csv" and out:
        from vis_cli.documents.sheets import sheets

        _folder(where, out, taken, loaded, sheets(loaded.registry))
    else:
        from vis_cli.cli.render import target
        from vis_cli.cli.texts import deliver

        deliver(_json(loaded, taken).decode(), target(where, out))


def _taken(where: Where, loaded: "Loaded", known: "Known | None", on: str | None) -> "Taken":
    """Of what it is. What could not be understood is said on standard error, too."""
    from vis_cli.documents.export import Taken
    from vis_cli.history.state import describe_all
    from vis_cli.model import ENTITIES
    from vis_cli.registry.layout import path_of

    left_out(loaded, tuple(kind for kind in ENTITIES if kind not in AGREEMENTS))
    broken = [pair for pair in loaded.registry.broken if pair[0] in ENTITIES]
    lost = tuple(sorted({ENTITIES[kind].path if id == "*" else path_of(kind, id) for kind, id in broken}))
    day = where.day(on)
    if known:
        return Taken(day, known.commit, known.day, False, lost)
    git = where.git()
    if git is None:
        return Taken(day, left_out=lost)
    now = describe_all(git, where.zone())
    return Taken(day, now.commit, now.committed, now.uncommitted, lost)


def _json(loaded: "Loaded", taken: "Taken") -> bytes:
    from vis_cli.diagnostics.json import dumped
    from vis_cli.documents.export import exported

    return f"{dumped(exported(loaded.registry, taken))}\n".encode()


def _everything(loaded: "Loaded", taken: "Taken") -> dict[str, bytes]:
    """Path to content: the document with its schema, the tables, meetings as a calendar, contacts as cards."""
    import datetime as dt

    from vis_cli.cli.contact.listed import kept_contacts
    from vis_cli.cli.schema import words
    from vis_cli.documents.calendar import calendar
    from vis_cli.documents.export import schema_of_export
    from vis_cli.documents.schema import text_of
    from vis_cli.documents.sheets import sheets
    from vis_cli.documents.vcard import cards
    from vis_cli.model.collaboration import Collaboration
    from vis_cli.model.meeting import Meeting

    registry = loaded.registry
    stamp = dt.datetime.combine(taken.committed or taken.on, dt.time(), dt.UTC)
    title = next((record.entity.name for record in registry.all(Collaboration)), "vis")
    return {
        "register.json": _json(loaded, taken),
        "register.schema.json": text_of(schema_of_export(words("en"))).encode(),
        "calendar.ics": calendar(registry, registry.all(Meeting), title=title, stamp=stamp),
        "contacts.vcf": cards(registry, kept_contacts(registry, taken.on, None, None)),
        **{f"csv/{name}": data for name, data in sheets(registry).items()},
    }


def _folder(where: Where, folder: Path, taken: "Taken", loaded: "Loaded", files: dict[str, bytes]) -> None:
    """Write the files into a folder that is new, empty, or of an earlier export, whose files go. Raises Failure."""
    import json

    from vis_cli.cli.texts import deliver
    from vis_cli.documents.export import head

    _refuse(where, folder)
    gone = [path for path in _before(folder) if path not in files]
    for path in (MANIFEST, *files, *gone):  # what the folder holds, and says of itself, anyone may have made
        _refuse_elsewhere(where, folder, path)
    for path in gone:
        (folder / path).unlink(missing_ok=True)
    said = {**head(loaded.registry, taken), "files": sorted(files)}
    for path, data in {MANIFEST: (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode(), **files}.items():
        deliver(data, folder / path, told=False)
    typer.echo(_(N_("written: {path}")).format(path=folder), err=True)
    typer.echo(_(N_("files: {count}")).format(count=len(files) + 1), err=True)


def _before(folder: Path) -> list[str]:
    """The files that an earlier export wrote there: none of them leads out of the folder."""
    import json

    if not (folder / MANIFEST).is_file():
        return []
    try:
        found = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (ValueError, KeyError, TypeError):
        return []
    names = [path for path in found if isinstance(path, str)] if isinstance(found, list) else []
    return [path for path in names if not Path(path).is_absolute() and ".." not in Path(path).parts]


def _refuse_elsewhere(where: Where, folder: Path, path: str) -> None:
    """Raise Failure where a file of the folder is another one, by a link on the way, or one that is kept in Git."""
    from vis_cli.cli.render import target

    whole, real = Path(os.path.realpath(folder)), Path(os.path.realpath(folder / path))
    if real != whole / path or (real.exists() and not real.is_file()):
        raise Failure(
            N_("`{path}` is a link or no file, and is not written over"),
            hint=N_("name a folder that is new or empty"),
            path=str(folder / path),
        )
    if real.exists():
        target(where, folder / path, force=True)


def _refuse(where: Where, folder: Path) -> None:
    """Raise Failure where the folder is the register's own, or holds what no export wrote."""
    from vis_cli.cli.render import target

    target(where, folder / MANIFEST if folder.is_dir() else folder, force=True)
    if folder.exists() and (not folder.is_dir() or (any(folder.iterdir()) and not (folder / MANIFEST).is_file())):
        raise Failure(
            N_("`{path}` holds something that `vis export` did not write"),
            hint=N_("name a folder that is new or empty"),
            path=str(folder),
        )

"""Tree to registry. Reads everything it can; whatever is wrong is a diagnostic, never an exception."""

import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from pydantic import ValidationError

from vis_cli.diagnostics import Diagnostic, Label, diagnostic
from vis_cli.errors import N_, Word
from vis_cli.model import ENTITIES, Entity
from vis_cli.places import Route, Span
from vis_cli.registry.layout import ATTACHMENT, Owner, entries, is_device, nearly_owned, owner, templates
from vis_cli.registry.leftovers import leftovers
from vis_cli.registry.parts import lighten
from vis_cli.registry.record import Record, Registry
from vis_cli.registry.shape import explain, wrong_key
from vis_cli.source import office
from vis_cli.source.ahead import FROM, Ahead
from vis_cli.source.file import YamlFile, read
from vis_cli.source.tree import MOST_BYTES, Entry, Tree, too_large
from vis_cli.source.witness import holds_text


@dataclass(frozen=True)
class Loaded:
    """A registry, and what was wrong with the files that it was read from."""

    registry: Registry
    diagnostics: tuple[Diagnostic, ...]


def load(tree: Tree, *, revision: str = "", like: Loaded | None = None) -> Loaded:
    """Read every file below `registry/` and `agreements/`. Places in them name the `revision`, if one is given.

    Files with the same bytes as in another registry (`like`), where nothing was wrong with them, are not understood
    again: entities never change, so both have the same. Raises Failure where a folder cannot be read, and (exit 1)
    where there is more than a register can hold.
    """
    loader = _Loader(tree, revision, like)
    loader.run()
    attachments = frozenset(loader.attachments)
    registry = Registry(
        loader.records,
        loader.files,
        frozenset(loader.broken),
        attachments,
        beside=loader.beside,
        like=like.registry if like else None,
    )
    return Loaded(registry, tuple(loader.found))


def _is_hidden(entry: Entry) -> bool:
    return entry.path.rpartition("/")[2].startswith(".")


def _by_path(loaded: Loaded) -> dict[str, list[Record[Any]]]:
    """The records of each file that nothing was wrong with."""
    wrong = {item.primary.path for item in loaded.diagnostics}
    found: dict[str, list[Record[Any]]] = {}
    for record in loaded.registry.records.values():
        if (path := record.file.path) not in wrong:
            found.setdefault(path, []).append(record)
    return found


class _Loader:
    def __init__(self, tree: Tree, revision: str, like: Loaded | None) -> None:
        self.tree = tree
        self.revision = revision
        self.same = _by_path(like) if like else {}
        self.records: dict[tuple[str, str], Record[Any]] = {}
        self.files: dict[str, YamlFile] = {}
        self.broken: set[tuple[str, str]] = set()
        self.attachments: set[str] = set()
        self.beside: dict[str, YamlFile] = {}
        self.size = 0
        self.found: list[Diagnostic] = []
        self.left: set[int] = set()  # where the file at hand has leftovers
        self.held: dict[str, bytes] = {}
        self.ahead: Ahead | None = None

    def run(self) -> None:
        listed = entries(self.tree)
        found = [entry for entry in listed if not _is_hidden(entry)]
        self.collisions(entry.path for entry in found)
        if not self.same:
            self.look_ahead(found)
        try:
            for entry in found:
                self.entry(entry)
        finally:
            if self.ahead:
                self.ahead.end()
        # What an editor keeps for itself is no data, but what is written in it is in Git all the same.
        for entry in chain(filter(_is_hidden, listed), templates(self.tree)):
            if entry.form == "file" and entry.path not in self.files:
                self.written(entry.path)
        if not found:
            help = N_("begin with `vis init`")
            self.found.append(diagnostic("VIS029", Span("registry"), N_("there is no file to check"), help=help))
        elif not any(kind == "collaboration" for kind, _ in (*self.records, *self.broken)):
            path = ENTITIES["collaboration"].path
            message = N_("`{path}` is missing; it says what collaboration this is")
            self.found.append(diagnostic("VIS031", Span(path), message, path=path))

    def look_ahead(self, found: list[Entry]) -> None:
        """Where there are many files, read their bytes and let a second process begin with what they hold."""
        if len(found) < FROM:
            return
        room = MOST_BYTES
        for entry in found:
            if entry.form == "file" and owner(entry.path) and room >= 0:
                with suppress(OSError):
                    data = self.held[entry.path] = self.tree.read(entry.path)
                    room -= len(data)
        self.ahead = Ahead(self.held)

    def collisions(self, paths: Iterable[str]) -> None:
        """Two names that are one on some disks: a checkout there would lose a file without a word."""
        seen: dict[str, str] = {}
        for path in paths:
            parts = path.split("/")
            for depth in range(2, len(parts) + 1):
                name = "/".join(parts[:depth])
                first = seen.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
                if first != name:
                    message = N_("`{path}` and `{other}` are one name on Windows and macOS")
                    help = N_("rename one of them")
                    self.found.append(diagnostic("VIS025", Span(path), message, help=help, path=name, other=first))
                    break

    def entry(self, entry: Entry) -> None:
        path = entry.path
        belongs = owner(path)
        if entry.form != "file":
            message = N_("this is a link or a device, not a file; it was not opened")
            help = N_("put the file itself here")
            self.fault(belongs, diagnostic("VIS023", Span(path), message, help=help))
            hidden = (model for model in ENTITIES.values() if model.path.startswith(f"{path}/"))
            self.broken.update((kind, "*") for model in hidden for kind in (model.kind, *model.parts.values()))
        elif belongs is None:
            self.unowned(path)
            self.written(path)
        else:
            self.file(path, belongs)

    def unowned(self, path: str) -> None:
        meeting = ATTACHMENT.match(path)
        if meeting and owner(f"{meeting[1]}.yaml"):
            self.attachments.add(path)
            self.written(path)
        elif (model := nearly_owned(path)) is not None:
            message = N_("`{name}` is not a name that an id can have")
            help = N_("use only a-z, 0-9 and hyphens, with å and ä as a, ö as o; the folder follows `{path}`")
            if is_device(path):
                help = N_("Windows keeps it for a device; use another one")
            name = path.rsplit("/", 1)[-1]
            self.found.append(diagnostic("VIS030", Span(path), message, help=help, name=name, path=model.path))
        else:
            message = N_("no kind of entity has its files here")
            help = N_("move it out of `registry/` and `agreements/`; `vis list` names the kinds and their folders")
            self.found.append(diagnostic("VIS026", Span(path), message, help=help))

    def fault(self, belongs: Owner | None, *found: Diagnostic) -> None:
        self.found.extend(found)
        if belongs is not None:
            self.broken.add((belongs.model.kind, belongs.id or "*"))
            for kind in belongs.model.parts.values():
                self.broken.add((kind, "*"))

    def read(self, path: str) -> bytes:
        """The bytes of a file. Raises OSError, and Failure where all together are more than a register can hold."""
        data = self.held.pop(path, None)
        if data is None:
            data = self.tree.read(path)
        self.size += len(data)
        if self.size > MOST_BYTES:
            raise too_large()
        return data

    def written(self, path: str) -> None:
        """Keep what is written in a file that is no data: nobody but the rules on personal data reads it."""
        if path not in self.beside and holds_text(path):
            with suppress(OSError):
                data = self.read(path)
                text = office.words(data) if office.is_document(path) else data.decode("utf-8", "replace")
                self.beside[path] = YamlFile(path, text.replace("\r\n", "\n"), None, self.revision)

    def file(self, path: str, belongs: Owner) -> None:
        try:
            data = self.read(path)
        except OSError as error:
            message = N_("the file cannot be read: {reason}")
            self.fault(belongs, diagnostic("VIS028", Span(path), message, reason=error.strerror or str(error)))
            return
        if (same := self.same.get(path)) and same[0].file.text.encode() == data:
            self.again(path, same)
            return
        file, found = read(path, data, self.ahead.take(path) if self.ahead else None)
        if file is None:
            self.fault(belongs, *found)
            self.beside[path] = YamlFile(path, data.decode("utf-8", "replace"), None, self.revision)
            return
        self.found += found
        file.revision = self.revision
        self.files[path] = file
        left = list(leftovers(file))
        self.found += left
        self.left = {item.primary.start for item in left}
        if not isinstance(file.data, dict):
            message = N_("the file must be a map: keys with values")
            self.fault(belongs, diagnostic("VIS042", file.span(()), message))
        elif belongs.model.listed:
            self.listed(file, belongs.model)
        else:
            self.single(file, belongs)
        file.data = None  # the entities have it now

    def again(self, path: str, same: list[Record[Any]]) -> None:
        file = self.files[path] = YamlFile(path, same[0].file.text, None, self.revision)
        for record in same:
            self.add(replace(record, file=file))

    def single(self, file: YamlFile, belongs: Owner) -> None:
        given = file.data.get("id")
        if type(given) is str and given != belongs.id:
            message = N_("the id `{id}` is not the file's name, which gives `{expected}`")
            help = N_("an id never changes: rename the file back, or write `id: {expected}`")
            span = file.span(("id",))
            self.found.append(diagnostic("VIS024", span, message, help=help, id=given, expected=belongs.id))
        for part, expected in belongs.parts.items():
            given = file.data.get(part)
            if "id" not in belongs.model.model_fields and type(given) in (str, int) and str(given) != expected:
                message = N_("the {part} is `{given}`, but the file's path says `{expected}`")
                help = N_("move the file, or write `{part}: {wanted}`")
                span = file.span((part,))
                wanted = expected if type(given) is int else f'"{expected}"'
                values = {"part": part, "given": given, "expected": expected, "wanted": wanted}
                self.found.append(Diagnostic("VIS024", "error", span, message, values, help))
        self.validate(file, belongs.model, belongs.id, file.data, ())

    def listed(self, file: YamlFile, model: type[Entity]) -> None:
        for id, data in file.data.items():
            if fault := wrong_key(file, id):
                self.found.append(fault)
                self.broken.add((model.kind, id))
            else:
                self.validate(file, model, id, data, (id,))

    def validate(self, file: YamlFile, model: type[Entity], id: str, data: Any, base: Route) -> None:
        try:
            entity = model.__pydantic_validator__.validate_python(data)
        except ValidationError as error:
            wrong = explain(file, model, base, data, error)
            self.fault(Owner(model, id, {}), *(item for item in wrong if item.primary.start not in self.left))
            return
        lighten(entity)
        self.add(Record(model.kind, id, entity, file, base))
        for name, kind in model.parts.items():
            for index, part in enumerate(getattr(entity, name)):
                self.add(Record(kind, part.id, part, file, (*base, name, index)))

    def add(self, record: Record[Any]) -> None:
        first = self.records.setdefault((record.kind, record.id), record)
        if first is not record:
            message = N_("there are two {kind} with the id `{id}`")
            label = Label(first.at("id").span, N_("the first one"))
            values = {"kind": Word(record.kind), "id": record.id}
            self.found.append(Diagnostic("VIS032", "error", record.at("id").span, message, values, "", (label,)))

"""A person is forgotten: the name is replaced by the role wherever the law's public record is not concerned.

Seats and contacts keep their days, so that there was somebody in the role can be told ever after. What was said and
done (minutes, decisions, signed agreements, accounts) keeps its names, and is told of instead: it is taken out by a
decision on disposal, not by a command. (SFS 1990:782, 10 §)
"""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vis_cli.actions.forget_texts import renamed, said_otherwise, without_details
from vis_cli.actions.step import Forbidden, Step
from vis_cli.diagnostics.contact_data import without_contact_data
from vis_cli.documents.roles import ROLES
from vis_cli.errors import N_, Failure
from vis_cli.facts.names import name_of
from vis_cli.facts.personal import is_public_record, parts_to, pattern, values_of
from vis_cli.facts.terms import possible
from vis_cli.facts.touched import touched
from vis_cli.model.contact import Gsa, Ksa, Substitute
from vis_cli.model.group import Seat
from vis_cli.model.person import Person, is_forgotten
from vis_cli.registry import Record, Reference, Registry
from vis_cli.source.edit import set_value
from vis_cli.source.nodes import compose

Place = tuple[str, int]
"""A file and a line of it."""


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What forgetting a person changes, and what it leaves."""

    step: Step
    id: str
    """The id that stands for the person from then on; empty where nothing but the public record names the person."""
    role: str
    """The words that stand for the name."""
    record: tuple[Place, ...]
    """Where the public record names the person: it stays."""
    left: tuple[Place, ...]
    """Where else the person is named, or can be reached beside the role: somebody who reads it says what to do."""
    unread: tuple[str, ...]
    """Files beside meetings that are no text: nobody has looked in them."""
    values: tuple[str, ...]
    """What the register knew the person by: to look for in the history, never to be printed."""


def forget(registry: Registry, person: Record[Person], on: dt.date, also: Sequence[str] = ()) -> Forgetting:
    """Replace a person by the role. Raises Forbidden where the person has something to do yet, Failure."""
    _refuse(registry, person, on)
    values = (*values_of(registry, person), *also)
    references = [each for each in registry.referrers("person", person.id) if each.source.id != person.id]
    ours = [each for each in references if not is_public_record(registry, each.source)]
    id = _next(registry) if ours else ""
    role = _unlike(registry, _role(registry, person, ours))
    stays = len(ours) < len(references)
    texts = _without(registry, person, ours, values, id, role, stays=stays)
    found = _named(registry, texts, pattern(values))
    record = _of_record(registry, person, texts, found, stays=stays)
    beside = [(path, line) for path, text in texts.items() for line in _reachable(registry.files[path].text, text)]
    return Forgetting(
        step=Step(_changes(registry, texts), f"Ett namn ersatt av rollen{f' ({id})' if id else ''}", forgets=True),
        id=id,
        role=role,
        record=record,
        left=tuple(sorted({*found, *beside} - {*record})),
        unread=tuple(sorted(registry.attachments - set(registry.beside))),
        values=values,
    )


def _without(
    registry: Registry,
    person: Record[Person],
    references: Sequence[Reference],
    values: Sequence[str],
    id: str,
    role: str,
    *,
    stays: bool,
) -> dict[str, str]:
    """Every text but those of the public record, with the role for the person."""
    public = _public(registry)
    texts = {path: file.text for path, file in registry.files.items() if path not in public}
    for reference in references:
        path, route = reference.source.file.path, (*reference.source.base, *reference.route)
        texts[path] = without_details(registry, reference, set_value(texts[path], route, id), values)
    own = person.file.path
    texts[own] = renamed(texts[own], person, id, role, stays=stays)
    if sure := _of_nobody_else(registry, person, values):
        finds, whole = pattern(values), pattern(sure, whole=True)
        for path, text in texts.items():
            if finds.search(text):
                texts[path] = said_otherwise(text, whole, role, but=person.id if path == own else "")
    return texts


def _named(registry: Registry, texts: Mapping[str, str], finds: re.Pattern[str]) -> list[Place]:
    """Where the person is named, in the register as it will be and in what lies beside it."""
    now = {path: file.text for path, file in (*registry.files.items(), *registry.beside.items())} | {**texts}
    return [(path, line) for path, text in sorted(now.items()) for line in _lines(text, finds)]


def _of_record(
    registry: Registry, person: Record[Person], texts: Mapping[str, str], found: Sequence[Place], *, stays: bool
) -> tuple[Place, ...]:
    """Those of the places that are of the public record, as is the person's entry where the minutes need it."""
    public = _public(registry) | {path for path in registry.beside if _is_paper(registry, path)}
    own = person.file.path
    entry = _entry(texts[own], person.id) if stays else range(0)
    return tuple((path, line) for path, line in found if path in public or (path == own and line in entry))


def _public(registry: Registry) -> set[str]:
    return {record.file.path for record in registry.entities if is_public_record(registry, record)}


def _refuse(registry: Registry, person: Record[Person], on: dt.date) -> None:
    if is_forgotten(person.id):
        raise Forbidden(N_("`{id}` is a role already, and no name"), id=person.id)
    if registry.broken:
        raise Failure(
            N_("the name may stand in files that cannot be understood: {paths}"),
            hint=N_("`vis check` says why; put them right first"),
            exit_code=1,
            paths=", ".join(sorted(f"{kind} {id}" for kind, id in registry.broken)),
        )
    busy = [item for item in touched(registry, person.id, on) if item.work != "named"]
    if busy:
        raise Forbidden(
            N_("the person still has something to do, in {places}"),
            hint=N_("end it first: `vis person show` tells what it is; `vis group leave` and `vis contact end` end it"),
            places=", ".join(dict.fromkeys(f"`{item.source.file.path}`" for item in busy)),
        )


def _changes(registry: Registry, texts: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if text != registry.files[path].text}


def _next(registry: Registry) -> str:
    numbers = [int(record.id.rpartition("-")[2]) for record in registry.all(Person) if is_forgotten(record.id)]
    return f"tidigare-{max(numbers, default=0) + 1}"


def _of_nobody_else(registry: Registry, person: Record[Person], values: Sequence[str]) -> list[str]:
    """The values that can mean no one but the person; whom a name that two have means, somebody must read."""
    others = [record.entity for record in registry.all(Person) if record.id != person.id]
    names = [name for other in others for name in (other.name, *other.aliases)]
    return [value for value in values if not any(map(pattern([value], whole=True).fullmatch, names))]


def _unlike(registry: Registry, role: str) -> str:
    """The words, with a number where somebody else is called the same."""
    taken = {record.name for record in registry.all(Person)}
    number = 1
    while (name := role if number == 1 else f"{role} ({number})") in taken:
        number += 1
    return name


def _role(registry: Registry, person: Record[Person], references: Sequence[Reference]) -> str:
    """The last of what the person was, in Swedish: it is printed in documents."""
    roles = [found for each in references if (found := _role_of(registry, each))]
    if roles:
        return "tidigare " + max(roles)[2]
    post = person.entity.posts[-1]
    return f"tidigare {post.title}, {name_of(registry, post.organisation, 'organisation')}"


def _role_of(registry: Registry, reference: Reference) -> tuple[dt.date, dt.date, str] | None:
    source, parts = reference.source, parts_to(reference)
    part = parts[-1]
    if isinstance(part, Seat):
        words = f"{ROLES[part.role]} i {source.name}"
    elif isinstance(part, Ksa | Gsa | Substitute):
        function = str(reference.route[0]).upper()
        before = "ersättare för " if isinstance(part, Substitute) else "ansvarig för " if isinstance(part, Gsa) else ""
        words = f"{before}{function} i {name_of(registry, source.id, 'area')}"
    elif source.kind == "project":
        return possible(source.entity).last, possible(source.entity).first, f"projektledare för {source.name}"
    else:
        return None
    return possible(part).last, possible(part).first, words


def _is_paper(registry: Registry, path: str) -> bool:
    """Whether a file lies beside a meeting that has been held."""
    folder = path.rpartition("/")[0]
    return any(
        record.file.path == f"{folder}.yaml" and is_public_record(registry, record)
        for record in registry.of_kind("meeting")
    )


def _lines(text: str, finds: re.Pattern[str]) -> list[int]:
    return list(dict.fromkeys(text.count("\n", 0, match.start()) + 1 for match in finds.finditer(text)))


def _reachable(old: str, new: str) -> list[int]:
    """The lines that were changed and still hold an address or a telephone number: it may be the person's."""
    before = {*old.split("\n")}
    return [
        number
        for number, line in enumerate(new.split("\n"), 1)
        if line not in before and without_contact_data(line) != line
    ]


def _entry(text: str, id: str) -> range:
    """The lines of a person's entry."""
    found = compose(text).child(id)
    if found is None or found[0] is None:
        return range(0)
    first, last = (text.count("\n", 0, offset) + 1 for offset in (found[0].start, found[1].end))
    return range(first, last + 1)

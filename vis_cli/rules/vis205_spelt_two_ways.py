"""VIS205: one name is spelt in two ways, and so is taken for two."""

from collections.abc import Iterator, Mapping, Sequence

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.spelling import keys, one_slip, sounds
from vis_cli.facts.terms import possible
from vis_cli.model.contact import Contact
from vis_cli.model.meeting import Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person, is_forgotten
from vis_cli.places import Route
from vis_cli.registry import Place, Record, Registry
from vis_cli.registry.record import E


@rule(severity="warning")
def spelt_two_ways(registry: Registry) -> Iterator[Problem]:
    """Two names differ only in their spelling.

    *Två namn skiljer sig bara åt i stavningen.*

    Texts write one name in several ways; the register keeps one, and the others as `aliases`. For organisations and
    health centres only accents, punctuation, spaces and the order of words are looked through; for persons slips of
    one letter too, but two who were at the same meeting are two. (000:162, 002:380-382, 004:134-135)

    Wrong:

    ```yaml registry/people.yaml
    exempel-personsson:
      name: Exempel Personsson
      posts: [{title: direktör, organisation: exempelregionen}]
    personson-exempel:
      name: Personson, Exempel   # VIS205
      posts: [{title: direktör, organisation: exempelregionen}]
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempel-regionen
      type: principal
      side: region
    regionen-exempel:
      name: Exempelregionen   # VIS205
      type: principal
      side: region
    ```

    Right:

    ```yaml registry/people.yaml
    exempel-personsson:
      name: Exempel Personsson
      aliases: ["Personson, Exempel"]
      posts: [{title: direktör, organisation: exempelregionen}]
    exempel-provsson-personsson:
      name: Exempel Provsson Personsson
      posts: [{title: direktör, organisation: exempelregionen}]
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    ```
    """
    people = {record.id: record for record in registry.all(Person) if not is_forgotten(record.id)}
    for one, other in sorted(_same_people(registry, people)):
        yield _problem(people[one], people[other])
    organisations = {record.id: record for record in registry.all(Organisation)}
    for one, other in sorted(_same_organisations(organisations)):
        yield _problem(organisations[one], organisations[other])
    yield from _clinics(registry)


def _problem(one: Record[E], other: Record[E]) -> Problem:
    (here, name), (there, its) = _alike(other), _alike(one)
    return Problem(
        here,
        N_("`{id}` ({name}) and `{other}` ({its}) differ only in spelling"),
        help=N_("keep one, with the other spelling in `aliases`; if they are two, allow it with a comment"),
        related=((there, N_("the first one")),),
        id=other.id,
        name=name,
        other=one.id,
        its=its,
    )


def _alike(record: Record[E]) -> tuple[Place, str]:
    return record.at("name"), record.name if not hasattr(record.entity, "name") else str(record.entity.name)


def _names(record: Record[Person] | Record[Organisation]) -> Sequence[str]:
    entity = record.entity
    short = (entity.short_name,) if isinstance(entity, Organisation) and entity.short_name else ()
    return (entity.name, *short, *entity.aliases)


def _pairs(groups: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Each id that shares something with others, with the first of these."""
    for ids in groups.values():
        if len(ids) > 1:
            first, *others = sorted(ids)
            yield from ((first, other) for other in others)


def _same_people(registry: Registry, people: Mapping[str, Record[Person]]) -> set[tuple[str, str]]:
    written: dict[str, set[str]] = {}
    heard: dict[str, set[str]] = {}
    for id, record in people.items():
        for name in _names(record):
            for key in keys(name):
                written.setdefault(key, set()).add(id)
            for said in sounds(name):
                heard.setdefault(said, set()).add(id)
    same = set(_pairs(written))
    near = set(_pairs(heard))
    for one, other, sure in one_slip({id: _names(record) for id, record in people.items()}):
        if sure or _employers(people[one].entity) & _employers(people[other].entity):
            near.add((min(one, other), max(one, other)))
    return same | _never_met(registry, near - same)


def _employers(person: Person) -> set[str]:
    return {post.organisation for post in person.posts}


def _never_met(registry: Registry, pairs: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs that are not both on the list of one meeting: those who are, are two."""
    if registry.has_broken("meeting"):
        return set()  # they may have met there
    wanted = {id for pair in pairs for id in pair}
    seen: dict[str, set[str]] = {id: set() for id in wanted}
    for meeting in registry.all(Meeting) if pairs else ():
        for attendance in meeting.entity.attendance:
            if attendance.person in wanted:
                seen[attendance.person].add(meeting.id)
    return {(one, other) for one, other in pairs if not seen[one] & seen[other]}


def _same_organisations(organisations: Mapping[str, Record[Organisation]]) -> set[tuple[str, str]]:
    """Boards and administrations of different municipalities may have one name; so may one that took over."""
    written: dict[str, set[str]] = {}
    for id, record in organisations.items():
        for name in _names(record):
            for key in keys(name):
                written.setdefault(key, set()).add(id)
    found = set()
    for ids in written.values():
        by_parent: dict[str | None, list[str]] = {}
        for id in sorted(ids):
            by_parent.setdefault(organisations[id].entity.parent, []).append(id)
        loose = by_parent.pop(None, [])
        for family in by_parent.values() if by_parent else [[]]:
            first, *others = sorted([*loose, *family]) or [""]
            for other in others:
                one, two = organisations[first].entity, organisations[other].entity
                if first != two.parent and other != one.parent and possible(one) & possible(two):
                    found.add((first, other))
    return found


def _clinics(registry: Registry) -> Iterator[Problem]:
    first: dict[str, tuple[Record[Contact], Route, str]] = {}
    for record in registry.all(Contact):
        for index, gsa in enumerate(record.entity.gsa):
            route: Route = ("gsa", index, "clinic")
            for key in sorted(keys(gsa.clinic)):
                before, its_route, its = first.setdefault(key, (record, route, gsa.clinic))
                if its != gsa.clinic:
                    yield Problem(
                        record.at(*route),
                        N_("the health centre is spelt `{name}` here and `{its}` elsewhere"),
                        help=N_("write it in one way"),
                        related=((before.at(*its_route), N_("the first one")),),
                        name=gsa.clinic,
                        its=its,
                    )
                    break

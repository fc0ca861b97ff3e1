"""Whom a change forgets, seen from both its sides: nothing that is told of the change may name them again."""

from collections.abc import Mapping
from typing import Any

from vis_cli.model import Part
from vis_cli.model.person import Person, is_forgotten
from vis_cli.places import Route
from vis_cli.registry import Record, Registry


def forgotten(before: Registry, after: Registry) -> dict[str, str]:
    """The ids of those whose names go, each with the id that stands for the person now, empty where none does.

    Whoever else lost a place in the same file may be among them: a name too few does no harm.
    """
    names = {record.name for record in after.all(Person)}
    found = {
        record.id: ""
        for record in before.all(Person)
        if ("person", record.id) not in after.records
        and not after.is_broken(record.id, ("person",))
        and record.name not in names
    }
    for role in after.all(Person):
        if not is_forgotten(role.id) or ("person", role.id) in before.records:
            continue
        for reference in after.referrers("person", role.id):
            was = before.records.get((reference.source.kind, reference.source.id))
            if was is None:
                continue
            gone = _persons(before, was) - _persons(after, reference.source)
            found |= {id: found.get(id, "") for id in gone}
            if (id := _at(was.entity, reference.route)) in gone:
                found[id] = role.id
    return found


def with_roles(registry: Registry, record: Record[Any], roles: Mapping[str, str]) -> Any:
    """The entity as it would be if the roles had stood in it for the names."""
    entity = record.entity
    for id, role in roles.items():
        if role:
            for reference in registry.referrers("person", id):
                if (reference.source.kind, reference.source.id) == (record.kind, record.id):
                    entity = _with(entity, reference.route, role)
    return entity


def _persons(registry: Registry, record: Record[Any]) -> set[str]:
    return {id for kinds, id in registry.named(record) if ("person", id) in registry.records and "person" in kinds}


def _at(value: Any, route: Route) -> Any:
    try:
        for step in route:
            value = value[step] if isinstance(step, int) else getattr(value, step)
    except (LookupError, AttributeError, TypeError):
        return None
    return value


def _with(value: Any, route: Route, new: str) -> Any:
    """The value with another at a route in it."""
    if not route:
        return new
    step, *rest = route
    if isinstance(step, int):
        return (*value[:step], _with(value[step], tuple(rest), new), *value[step + 1 :])
    assert isinstance(value, Part)
    return value.model_copy(update={step: _with(getattr(value, step), tuple(rest), new)})

"""What things are called: by people, and in full as documents print it."""

from vis_cli.registry import Registry


def name_of(registry: Registry, id: str, *kinds: str) -> str:
    """What people call the entity with that id; the id itself where it is not known."""
    record = registry.find(id, kinds)
    return record.name if record else id


def full_name(registry: Registry, id: str, *kinds: str) -> str:
    """The whole name of a body, an organisation or a person; the id itself where it is not known."""
    record = registry.find(id, kinds or ("person", "group", "organisation"))
    return str(record.entity.name) if record else id

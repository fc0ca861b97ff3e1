"""What things are called: by people, and in full as documents print it."""

from collections.abc import Mapping

from vis_cli.errors import N_
from vis_cli.registry import Registry

ACTORS = ("person", "group", "organisation")
"""Whoever can do something."""
MATTERS = ("agreement", "question", "activity", "project", "plan", "fund", "group", "forum")
"""Whatever an item can be about."""
SEVERAL: Mapping[tuple[str, ...], str] = {
    ACTORS: N_("person, group or organisation"),
    MATTERS: N_("agreement, question, activity, project, plan, fund, group or forum"),
    ("agreement", "question", "activity", "annual-plan", "fund"): N_(
        "agreement, question, activity, annual plan or fund"
    ),
}
"""How the kinds are called that one reference can be to."""


def name_of(registry: Registry, id: str, *kinds: str) -> str:
    """What people call the entity with that id; the id itself where it is not known."""
    record = registry.find(id, kinds)
    return record.name if record else id


def full_name(registry: Registry, id: str, *kinds: str) -> str:
    """The whole name of a body, an organisation or a person; the id itself where it is not known."""
    record = registry.find(id, kinds or ACTORS)
    return str(record.entity.name) if record else id

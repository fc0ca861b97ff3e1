"""Every value that a message shows as a word is marked for the catalogue."""

from typing import get_args

from vis_cli.facts.words import KINDS, SIDES, STATUSES
from vis_cli.model import ENTITIES
from vis_cli.model.group import GroupStatus
from vis_cli.model.values import Side


def test_all_sides_statuses_and_kinds_are_there() -> None:
    assert set(SIDES) == set(get_args(Side))
    assert set(STATUSES) == set(get_args(GroupStatus))
    assert set(KINDS) == {*ENTITIES, *(kind for model in ENTITIES.values() for kind in model.parts.values())}

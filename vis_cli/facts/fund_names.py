"""What receivers and parts of a fund are called."""

from vis_cli.facts.names import name_of
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.fund import Fund
from vis_cli.model.values import Side
from vis_cli.registry import Registry


def receivers(registry: Registry, to: tuple[str, ...], side: Side | None) -> tuple[str, ...]:
    """The names of those who receive a share, by the alphabet as they come; of a side, what it is called."""
    if to:
        return tuple(name_of(registry, id, "organisation", "group", "person") for id in to)
    return (side_name(registry, side),) if side else ()


def side_name(registry: Registry, side: Side) -> str:
    """`Region Stockholm`, `kommunerna`: as the collaboration calls it, or else as vis does."""
    own = next(iter(registry.all(Collaboration)), None)
    named = {item.side: item.name for item in own.entity.sides} if own else {}
    return named.get(side, _SIDES[side])


_SIDES = {"region": "regionen", "municipality": "kommunerna", "joint": "gemensamt", "external": "övriga"}


def portion_name(fund: Fund, id: str | None) -> str:
    """What a portion is for; the id where there is none, and nothing for none."""
    return next((item.text for item in fund.portions if item.id == id), id or "")


def purpose_name(fund: Fund, id: str | None) -> str:
    """What a purpose is; the id where there is none, and nothing for none."""
    return next((item.text for item in fund.purposes if item.id == id), id or "")

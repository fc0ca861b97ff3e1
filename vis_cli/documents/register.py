"""What a report says of itself: whose register it is from, and the files that it depends on."""

from collections.abc import Iterable

from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


def organisation_of(registry: Registry) -> str:
    """The collaboration and its county, as printed at the head."""
    own = next(iter(registry.all(Collaboration)), None)
    return f"{own.entity.name}, {own.entity.county}" if own else "Vård i samverkan"


def files_of(registry: Registry, kinds: Iterable[str]) -> tuple[str, ...]:
    """Every file of some kinds: what does not show in a report may be what should have."""
    return tuple(sorted({item.file.path for kind in kinds for item in registry.of_kind(kind)}))

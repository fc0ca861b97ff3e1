"""What a file may say: shape only. One module an entity type; importing the package finds them all."""

import importlib
import pkgutil

for _module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
    importlib.import_module(f"{__name__}.{_module}")

from vis_cli.model.base import ENTITIES, Entity, Part  # noqa: E402

__all__ = ["ENTITIES", "Entity", "Part"]

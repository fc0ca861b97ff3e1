"""The registry: every entity of one tree, loaded once, read-only, each with the place where it was written."""

from vis_cli.registry.load import Loaded, load
from vis_cli.registry.record import Place, Record, Reference, Registry, Stretch

__all__ = ["Loaded", "Place", "Record", "Reference", "Registry", "Stretch", "load"]

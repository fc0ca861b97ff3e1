"""The house style and the templates: the ones that come with vis, each replaced by a repository's own of that name."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from types import MappingProxyType

from vis_cli.source.defaults import templates_folder


def templates(overrides: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Every file of `templates/` by its path there, with those of `overrides` in place of ours."""
    return {**_defaults(), **overrides}


def foreign(style: Mapping[str, bytes]) -> frozenset[str]:
    """The templates, house style, logos and fonts that are not, byte for byte, those that come with vis."""
    own = _defaults()
    return frozenset(name for name, data in style.items() if own.get(name) != data and not name.endswith(".yaml"))


@cache
def _defaults() -> Mapping[str, bytes]:
    return MappingProxyType(dict(sorted(_read(templates_folder(), ""))))


def _read(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _read(entry, f"{prefix}{entry.name}/")
        elif not entry.name.startswith("."):
            yield f"{prefix}{entry.name}", entry.read_bytes()

"""The fonts of a document: those that come with vis are read once by a process, and others for each document."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from vis_cli.documents.style import templates
from vis_cli.source.defaults import templates_folder

if TYPE_CHECKING:
    import typst

FOLDER = "fonts"


def fonts(style: Mapping[str, bytes], root: Path) -> "typst.Fonts":
    """The fonts of a house style; those that did not come with vis as copies in `root`, the document's own folder."""
    mine = _of(style)
    folder = templates_folder() / FOLDER
    if isinstance(folder, Path) and mine == _of(templates({})):
        return _installed(folder)
    copies = root / FOLDER
    copies.mkdir()
    for name, data in mine.items():
        (copies / PurePosixPath(name).name).write_bytes(data)
    return _read(copies)


def _of(style: Mapping[str, bytes]) -> dict[str, bytes]:
    paths = ((name, PurePosixPath(name)) for name in style)
    return {name: style[name] for name, path in paths if path.parent.name == FOLDER and path.suffix in (".otf", ".ttf")}


@cache
def _installed(folder: Path) -> "typst.Fonts":
    return _read(folder)


def _read(folder: Path) -> "typst.Fonts":
    import typst  # loads 30 MB; only who wants a PDF pays

    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])

"""The fonts of a document: those that come with vis are read once by a process, and others for each document."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from vis_cli.documents.faults import DocumentFault
from vis_cli.documents.style import templates
from vis_cli.errors import N_
from vis_cli.facts.markdown import MarkdownFault
from vis_cli.source.defaults import templates_folder

if TYPE_CHECKING:
    import typst

FOLDER = "fonts"


def fonts(style: Mapping[str, bytes], root: Path) -> "typst.Fonts":
    """The fonts of a house style; those that did not come with vis as copies in `root`, the document's own folder.

    Raises DocumentFault where one is no font: what it was to show would be shown in another without a word.
    """
    mine = _of(style)
    folder = templates_folder() / FOLDER
    if isinstance(folder, Path) and mine == _of(templates({})):
        return _installed(folder)
    copies = root / FOLDER
    copies.mkdir()
    for name, data in mine.items():
        (copies / PurePosixPath(name).name).write_bytes(data)
    read = _read(copies)
    known = {PurePosixPath(font.path.replace("\\", "/")).name for font in read.fonts() if font.path}
    for name in sorted(mine):
        if PurePosixPath(name).name not in known:
            raise DocumentFault([MarkdownFault(1, N_("not a font that can be read"))], name=name)
    return read


def _of(style: Mapping[str, bytes]) -> dict[str, bytes]:
    paths = ((name, PurePosixPath(name)) for name in style)
    return {name: style[name] for name, path in paths if path.parent.name == FOLDER and path.suffix in (".otf", ".ttf")}


@cache
def _installed(folder: Path) -> "typst.Fonts":
    return _read(folder)


def _read(folder: Path) -> "typst.Fonts":
    import typst  # loads 30 MB; only who wants a PDF pays

    return typst.Fonts(include_system_fonts=False, font_paths=[str(folder)])

"""Where two PDFs that show the same words are drawn otherwise, in words."""

from collections.abc import Iterator, Mapping
from typing import Any

from vis_cli.documents.opened import Opened
from vis_cli.documents.pdf_drawing import ANNOTATIONS, CONTENT, FONTS, PAGE, PICTURES, REST
from vis_cli.errors import N_

_OTHERWISE = {
    CONTENT: N_("something else is drawn on page {pages}"),
    ANNOTATIONS: N_("the notes and links on page {pages} are not the same"),
    PICTURES: N_("the pictures on page {pages} are not the same"),
    FONTS: N_("the fonts of page {pages} are not the same"),
    PAGE: N_("the size or the settings of page {pages} are not the same"),
}


def differences(opened: Opened, made: Opened) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """What `opened` draws otherwise than `made`, which is ours: templates and values, none where all is the same."""
    return tuple(_differences(opened.drawn, made.drawn))


def _differences(found: Mapping[str, str], own: Mapping[str, str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if not found and own:
        yield N_("it is not a PDF without faults, and readers may show it in different ways"), {}
        return
    other = [part for part in {**own, **found} if own.get(part) != found.get(part)]
    for kind, template in _OTHERWISE.items():
        if pages := [part.partition(" ")[0] for part in other if part.endswith(f" {kind}")]:
            yield template, {"pages": ", ".join(pages)}
    if REST in other:
        yield N_("what goes along with the pages is not the same: bookmarks, structure, forms or scripts"), {}

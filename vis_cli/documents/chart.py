"""The organisation chart: who reports to whom and what passes to whom, as a drawing, as a page and as Mermaid.

A drawing shows no more than the page says: the status stands in words in each box, and the page lists the same.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from vis_cli.documents import swedish
from vis_cli.documents.chart_shape import LEFT, SMALL, Item, shape
from vis_cli.documents.document import Document, Picture
from vis_cli.documents.group_words import STATUSES, TYPES, files_of, organisation_of
from vis_cli.facts.hierarchy import Branch, hierarchy
from vis_cli.model.group import Group
from vis_cli.registry import Registry

TEMPLATE = "chart.svg.j2"
_KINDS = ("group", "collaboration", "agreement")
_SIGN_ROOM = 30.0
_SHEET = 1.45
"""A sheet of A4 on its side within its margins: so much broader than high, so that a PDF shows all of it."""


def chart_page(registry: Registry, on: dt.date, *, ended: bool = False) -> Document:
    """The page of the chart, with the drawing on a sheet of its own before it."""
    found = hierarchy(registry, on, ended=ended)
    every = [branch for top in found for branch in top.walk()]
    title = f"Organisationsschema {swedish.short_date(on)}"
    return Document(
        template="chart.md.j2",
        title=title,
        subject=f"Organ, rapportvägar och övergång, {organisation_of(registry)}",
        organisation=organisation_of(registry),
        day=on,
        state="Organisationsschema",
        context={
            "title": title,
            "whole": organisation_of(registry),
            "count": len(every),
            "tree": [_node(branch) for branch in found],
            "passing": [_passing(branch) for branch in every if branch.passes_to],
            "open": [branch.group.entity.name for branch in every if _is_old(branch) and not branch.passes_to],
        },
        files=files_of(registry, _KINDS),
        poster=chart(registry, on, ended=ended),
    )


def chart(registry: Registry, on: dt.date, *, ended: bool = False) -> Picture:
    """The drawing."""
    found = hierarchy(registry, on, ended=ended)
    every = [branch for top in found for branch in top.walk()]
    items = list(_items(registry, found))
    drawn = shape(items)
    title = f"Organisationsschema {swedish.short_date(on)}"
    legend = list(_legend({branch.status for branch in every}, drawn["bottom"] + 34, drawn["width"]))
    height = round(drawn["bottom"] + 70, 1)
    width = round(max(drawn["width"], height * _SHEET), 1)
    context = {
        "title": title,
        "left": round((drawn["width"] - width) / 2, 1),
        "width": width,
        "whole": organisation_of(registry),
        "description": " ".join(item.says for item in items) or "Inga organ finns i registret.",
        "chart": drawn,
        "legend": legend,
        "height": height,
        "arrows": bool(drawn["arrows"]),
    }
    alt = f"{title}: {len(every)} organ, deras rapportvägar och läge. Samma uppgifter står i listan på sidorna efter."
    return Picture(TEMPLATE, context, alt)


def mermaid(registry: Registry, on: dt.date, *, ended: bool = False) -> str:
    """The same as text for Mermaid, which draws it."""
    every = [branch for top in hierarchy(registry, on, ended=ended) for branch in top.walk()]
    there = {branch.group.id for branch in every}
    lines = [
        "flowchart TD",
        f"  accTitle: Organisationsschema {swedish.short_date(on)}",
        "  accDescr: Hel linje: rapporterar till organet ovanför. Streckad pil: arbetet går över till.",
    ]
    lines += [f'  {_key(branch)}["{_label(branch)}"]:::{branch.status}' for branch in every]
    lines += [f"  {_key(branch)} --- {_key(child)}" for branch in every for child in branch.children]
    lines += [
        f"  {_key(branch)} -. går över till .-> {_id(record.id)}"
        for branch in every
        for record in branch.passes_to
        if record.id in there
    ]
    styles = {
        "proposed": "stroke-dasharray:2 3",
        "decided": "stroke-dasharray:6 4",
        "establishing": "stroke-dasharray:12 4",
        "established": "stroke-width:3px",
        "active": "stroke-width:2px",
        "stalled": "stroke:#57636b,stroke-width:2px",
        "discontinued": "stroke:#57636b,stroke-width:1px",
    }
    used = {branch.status for branch in every}
    lines += [
        f"  classDef {status} fill:#ffffff,color:#1c2226,stroke:#0b4a5e,{style}".replace(
            ",stroke:#0b4a5e,stroke:", ",stroke:"
        )
        for status, style in styles.items()
        if status in used
    ]
    return "\n".join(lines) + "\n"


def _key(branch: Branch) -> str:
    return _id(branch.group.id)


def _id(id: str) -> str:
    return f"g_{id.replace('-', '_')}"


def _label(branch: Branch) -> str:
    """The name and the status, with the signs of Mermaid and HTML written out."""
    text = f"{branch.group.name}\n{STATUSES[branch.status]}"
    signs = {"#": "#35;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "&": "#amp;", "`": "#96;"}
    return "".join(signs.get(sign, sign) for sign in text).replace("\n", "<br/>")


def _is_old(branch: Branch) -> bool:
    return branch.group.entity.type == "forum" or branch.status == "discontinued"


def _items(registry: Registry, found: Sequence[Branch]) -> Iterator[Item]:
    every = {branch.group.id: branch for top in found for branch in top.walk()}
    depths: dict[str, int] = {}
    for id, branch in every.items():
        own = branch.group.entity
        old = _is_old(branch)
        above = every.get(own.reports_to or "")
        drawn = above is not None and (old or not _is_old(above))
        same = drawn and above is not None and _is_old(above) == old
        depths[id] = depths.get(above.group.id, -1) + 1 if same and above else 0
        notes = [f"{swedish.sentence(STATUSES[branch.status])} · {TYPES[own.type]}"]
        if not drawn and own.reports_to:
            notes.append(f"Rapporterar till {_name(registry, own.reports_to)}")
        elif not own.reports_to and own.type != "steering":
            notes.append("Rapportväg inte känd")
        if branch.passes_to:
            notes.append(f"Går över till {swedish.listing([record.name for record in branch.passes_to])}")
        elif old and branch.status != "discontinued":
            notes.append("Ingen mottagare är utsedd")
        passes = tuple(record.id for record in branch.passes_to if record.id in every)
        says = _says(registry, branch)
        yield Item(
            id,
            branch.group.name,
            branch.status,
            tuple(notes),
            says,
            old,
            depths[id],
            above.group.id if drawn and above else None,
            passes,
        )


def _says(registry: Registry, branch: Branch) -> str:
    own = branch.group.entity
    words = [f"{branch.group.name}: {STATUSES[branch.status]}"]
    words += [f"rapporterar till {_name(registry, own.reports_to)}"] if own.reports_to else []
    if branch.passes_to:
        words.append(f"går över till {swedish.listing([record.name for record in branch.passes_to])}")
    return ", ".join(words) + "."


def _name(registry: Registry, id: str) -> str:
    found = registry.get(Group, id)
    return found.name if found else id


def _legend(used: set[Any], y: float, width: float) -> Iterator[dict[str, Any]]:
    """The signs of the statuses that are there, in a row."""
    x = LEFT + 10
    for status, words in STATUSES.items():
        if status in used:
            yield {"status": status, "text": words, "x": round(x, 1), "y": round(y, 1), "text_x": round(x + 14, 1)}
            x += _SIGN_ROOM + len(words) * SMALL * 0.56


def _node(branch: Branch) -> dict[str, Any]:
    own = branch.group.entity
    return {
        "name": own.name,
        "status": STATUSES[branch.status],
        "type": TYPES[own.type],
        "children": [_node(child) for child in branch.children],
    }


def _passing(branch: Branch) -> dict[str, Any]:
    return {
        "name": branch.group.entity.name,
        "status": STATUSES[branch.status],
        "to": [f"{record.entity.name} ({STATUSES[record.entity.status]})" for record in branch.passes_to],
    }

"""The ids and titles of the register, read off its files in a hurry: for whoever waits for a line to be completed.

Nothing is checked, and no model is loaded: a file that cannot be read has no title, and is there all the same.
"""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vis_cli.cli.language import _

FILES_OF: Mapping[str, str] = {
    "activity": "registry/activities/{id}.yaml",
    "agreement": "agreements/{id}/agreement.yaml",
    "annual-plan": "registry/plans/{group}/{year}.yaml",
    "area": "registry/areas.yaml",
    "contact": "registry/contacts/{id}.yaml",
    "deviation": "registry/deviations/{id}.yaml",
    "figure": "registry/figures/{id}.yaml",
    "follow-up": "registry/follow-ups/{id}.yaml",
    "forum": "registry/forums/{id}.yaml",
    "fund": "registry/funds/{id}.yaml",
    "group": "registry/groups/{id}.yaml",
    "local-agreement": "registry/local-agreements/{id}.yaml",
    "meeting": "registry/meetings/{group}/{date}.yaml",
    "organisation": "registry/organisations.yaml",
    "person": "registry/people.yaml",
    "plan": "registry/plans/{id}.yaml",
    "project": "registry/projects/{id}.yaml",
    "question": "registry/questions/{id}.yaml",
    "source": "registry/sources.yaml",
}
"""Where the kinds are kept that people name: as the models say, which would take too long to ask."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LARGEST = 256 * 1024


def titles(root: Path, kinds: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(id, title) of everything of these kinds; an id is nothing that a shell takes for more than a word."""
    areas: Mapping[str, str] | None = None
    for kind in kinds:
        path = FILES_OF[kind]
        if "{" not in path:
            yield from _listed(root / path)
            continue
        for id, file in _files(root, path):
            if not _ID.fullmatch(id):
                continue
            if kind == "contact":  # it has no name of its own
                areas = dict(_listed(root / FILES_OF["area"])) if areas is None else areas
                yield id, areas.get(id, "")
            else:
                yield id, _title(_read(file))


def _files(root: Path, path: str) -> Iterator[tuple[str, Path]]:
    """(id, file) of every file that is named so."""
    folder, below = path.split("/{", 1)
    depth = below.count("/")
    for name in _names(root / folder):
        if below.startswith("id}/"):
            yield name, root / folder / name / below.partition("/")[2]
        elif depth:
            for file in _names(root / folder / name):
                yield f"{name}-{file.removesuffix('.yaml')}", root / folder / name / file
        elif name.endswith(".yaml"):
            yield name.removesuffix(".yaml"), root / folder / name


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []


def _listed(file: Path) -> Iterator[tuple[str, str]]:
    data = _read(file)
    for id, value in data.items() if isinstance(data, dict) else ():
        if isinstance(id, str) and _ID.fullmatch(id):
            yield id, _title(value)


def _title(data: Any) -> str:
    """What people call it; of a meeting, how it stands."""
    if not isinstance(data, dict):
        return ""
    if data.get("date") and data.get("group"):
        return ", ".join([str(data["date"]), *([_(str(data["status"]))] if data.get("status") else [])])
    found = [str(data[key]) for key in ("short_name", "name", "title") if isinstance(data.get(key), str)]
    return ", ".join(dict.fromkeys(found))


def _read(file: Path) -> Any:
    """The plain data of a file; None where there is none to be had."""
    from vis_cli.source.yaml import YamlFault, parse

    try:
        if not file.is_file() or file.stat().st_size > _LARGEST:
            return None
        return parse(file.read_text(encoding="utf-8"))[0]
    except (OSError, ValueError, YamlFault):
        return None

"""The register as tables: one for each kind, and one for each list of maps, whose rows name what they belong to."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from vis_cli.documents.csv import table
from vis_cli.facts.plain import understood
from vis_cli.model import ENTITIES
from vis_cli.model.fields import Field, fields
from vis_cli.registry import Registry

BETWEEN = " | "
"""Between the values of a list in one cell."""

Row = dict[str, Any]
_MAPS = "list of map"


def sheets(registry: Registry) -> dict[str, bytes]:
    """File name to CSV: `group.csv` with a row for each group, `group.members.csv` with one for each seat.

    The columns are the keys of the files. A kind has its table though it has no rows, a list only where it has some.
    """
    known = list(fields())
    found = {}
    for kind in ENTITIES:
        below = [field for field in known if field.path.startswith(f"{kind}.")]
        lists = [field.path for field in below if field.type == _MAPS]
        rows: dict[str, list[Row]] = {path: [] for path in (kind, *lists)}
        for record in registry.of_kind(kind):
            row = {"id": record.id, "file": record.file.path}
            rows[kind].append(row)
            _fill(rows, kind, kind, row, {"id": record.id}, understood(record.entity))
        for path in (kind, *lists):
            if rows[path] or path == kind:
                found[f"{path}.csv"] = _sheet(path, kind, below, lists, rows[path])
    return found


def _fill(
    rows: Mapping[str, list[Row]], path: str, at: str, row: Row, belongs: Mapping[str, Any], data: Mapping[str, Any]
) -> None:
    """Put the values of a map at `at` into the row of the table `path`, and its lists of maps into their own."""
    for key, value in data.items():
        below = f"{at}.{key}"
        if isinstance(value, dict):
            _fill(rows, path, below, row, belongs, value)
        elif below in rows:
            for number, item in enumerate(value, 1):
                mine = {**belongs, f"{below.partition('.')[2]} no": number}
                rows[below].append(dict(mine))
                _fill(rows, below, below, rows[below][-1], mine, item)
        else:
            row[_column(path, below)] = _cell(value)


def _sheet(path: str, kind: str, below: Sequence[Field], lists: Sequence[str], rows: Sequence[Row]) -> bytes:
    """The table with its own columns: all keys of it that are not in a table of their own."""
    inside = [other for other in lists if other.startswith(f"{path}.")]
    own = [
        _column(path, field.path)
        for field in below
        if field.path.startswith(f"{path}.")
        and field.type not in (_MAPS, "map")
        and not any(field.path.startswith(f"{other}.") for other in inside)
    ]
    columns = list(dict.fromkeys([*_belonging(path, kind, lists), *own]))
    return table(columns, ([row.get(column) for column in columns] for row in rows), delimiter=";")


def _belonging(path: str, kind: str, lists: Sequence[str]) -> Iterator[str]:
    """The columns that say what a row belongs to, and which one of its list it is."""
    yield "id"
    if path == kind:
        yield "file"
    for above in lists:
        if path == above or path.startswith(f"{above}."):
            yield f"{above.partition('.')[2]} no"


def _column(path: str, below: str) -> str:
    return below.removeprefix(f"{path}.")


def _cell(value: Any) -> str | int | None:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return BETWEEN.join(map(str, value))
    return value if value is None or isinstance(value, (str, int)) else str(value)

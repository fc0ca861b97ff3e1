"""The figures of a run, as a table to read and as JSON to keep."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

_SHOWN = 20
_LONG = 1500


@dataclass(slots=True)
class Part:
    """One part of the torture: its figures by name, in rows; what was lost; and what falls short of a proof."""

    name: str
    columns: tuple[str, ...]
    rows: list[tuple[object, ...]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    violations: list[str] = field(default_factory=list)
    failed: bool = False


def table(parts: Iterable[Part]) -> str:
    """All parts, one below the other."""
    blocks = []
    for part in parts:
        lines = [f"## {part.name}", "", *_rows(part.columns, part.rows), ""]
        lines += [f"- {note}" for note in part.notes]
        lines += [f"- VIOLATION: {_shortened(each)}" for each in part.violations[:_SHOWN]]
        if len(part.violations) > _SHOWN:
            lines += [f"- and {len(part.violations) - _SHOWN} more violations (--json has them all)"]
        lines += ["- FAILED" if part.failed or part.violations else "- nothing lost"]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def as_json(parts: Iterable[Part], more: Mapping[str, object]) -> str:
    """The same, for a machine."""
    told = [
        {
            "part": part.name,
            "figures": [dict(zip(part.columns, row, strict=True)) for row in part.rows],
            "notes": part.notes,
            "violations": part.violations,
            "failed": part.failed or bool(part.violations),
        }
        for part in parts
    ]
    return json.dumps({"schema_version": 1, **more, "parts": told}, ensure_ascii=False, indent=2)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[: _LONG // 2]} … {text[-_LONG // 2 :]}"


def _rows(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    cells = [list(map(_cell, row)) for row in (columns, *rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(columns))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    return [lines[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *lines[1:]]


def _cell(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)

"""Answers for programs: JSON that says first which form it has."""

from collections.abc import Mapping
from typing import Any

import typer


def as_json(data: Mapping[str, Any]) -> str:
    """The data as text, after the number of its form."""
    from vis_cli.diagnostics.json import dumped

    return dumped({"schema_version": 1, **data})


def print_json(data: Mapping[str, Any]) -> None:
    """The same on standard output."""
    typer.echo(as_json(data))

"""A table of decisions from a file: read within bounds, and every fault of it named by row and column."""

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure, reason_of

if TYPE_CHECKING:
    from vis_cli.actions.agreement.table import CellFault
    from vis_cli.actions.step import Step
    from vis_cli.model.version import Version
    from vis_cli.registry import Record, Registry


def decide_from(
    where: Where,
    file: Path,
    registry: "Registry",
    version: "Record[Version]",
    given: dict[str, Any],
    implied: Collection[str],
) -> "Step":
    """The step that records every row. Raises Failure, after all the faults of the table have been told."""
    from vis_cli.actions.agreement.table import TableFaults, decide_all
    from vis_cli.source.sheet import read_sheet

    rows = read_sheet(_bytes(where.directory / file))
    try:
        return decide_all(registry, version, rows, where.today(), given, implied)
    except TableFaults as faults:
        for fault in faults.faults:
            typer.echo("\n".join(_told(file.name, fault)), err=True)
        raise


def _bytes(path: Path) -> bytes:
    """What the file holds, or as much of it as is too much. Raises Failure."""
    from vis_cli.source.sheet import MAX_BYTES

    try:
        if not path.is_file():
            raise Failure(N_("there is no file `{path}`"), path=str(path))
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise Failure(N_("`{path}` cannot be read: {reason}"), path=str(path), reason=reason_of(error)) from None


def _told(file: str, fault: "CellFault") -> list[str]:
    from vis_cli.diagnostics.wording import fill

    failure = fault.failure
    place = {"file": file, "row": fault.row, "column": fault.column, "header": fault.header}
    template = N_("{file}, row {row}")
    if fault.column:
        template = N_('{file}, row {row}, column {column} "{header}"')
    lines = [f"{fill(template, place, _)}: {fill(failure.message, failure.values, _)}"]
    if failure.hint:
        lines.append(f"   {_(N_('help'))}: {fill(failure.hint, failure.values, _)}")
    return lines

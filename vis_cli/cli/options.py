"""Options that many commands have."""

from typing import Annotated

import typer

from vis_cli.cli.language import _
from vis_cli.errors import N_

At = Annotated[
    str | None,
    typer.Option(
        "--at",
        metavar=_(N_("DATE|REV")),
        help=_(N_("What the register said when a day (YYYY-MM-DD) ended, or at a tag, branch or commit in Git.")),
    ),
]
"""Known time, for `Where.load_at`."""

Commit = Annotated[
    bool, typer.Option("--commit", help=_(N_("Save what is written in the register's history (a commit in Git).")))
]
DryRun = Annotated[bool, typer.Option("--dry-run", help=_(N_("Show what would be written, as a diff; write nothing.")))]
"""For `write.write`."""

On = Annotated[
    str | None, typer.Option("--on", metavar=_(N_("DATE")), help=_(N_("On this day (YYYY-MM-DD); without it, today.")))
]
"""Valid time, for `Where.day`."""

Json = Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))]

Missing = Annotated[bool, typer.Option("--missing", help=_(N_("Only what is missing or not known.")))]
"""Of what is expected."""

"""Before a command: a change that was interrupted is finished or taken back if the command writes, else said."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from vis_cli.cli.warn import warn
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.diagnostics.notice import Notice


def before(where: Where, given: Mapping[str, Any]) -> None:
    """Mend the register before a command reads it, or warn; `given` are the command's parameters. Raises Failure.

    What writes can be tried with --dry-run; nothing else writes anything in the register.
    """
    # Quickly, because every command comes here: most registers have nothing to look at.
    try:
        root = where.root
    except Failure:
        return  # it says so itself, if it needs one
    from vis_cli.history.interrupted import interrupted

    if not interrupted(root):
        return
    if "dry_run" in given and not given["dry_run"] and not given.get("check"):
        from vis_cli.history.recovery import mend

        say(mend(root, where.git()))
        return
    warn(
        N_(
            "a change of the register was interrupted, and the files may hold a part of it; the next command that "
            "writes, or `vis doctor --mend`, finishes it or takes it back"
        )
    )


def say(notices: "Iterable[Notice]") -> None:
    """Say on standard error what the user should know of a write that went well."""
    for notice in notices:
        warn(notice.message, **notice.values)

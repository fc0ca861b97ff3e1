"""Whether this computer's clock agrees with the register's history: a clock that was set back makes wrong dates."""

from datetime import UTC, datetime

from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_
from vis_cli.history.git import Git
from vis_cli.history.revision import head, moment, timestamped

DAY = 24 * 60 * 60
"""So many seconds two clocks may differ before anything is said of it."""


def ahead(git: Git, now: float) -> datetime | None:
    """When the last commit was made, if that is more than a day after `now` (seconds since 1970). In UTC."""
    commit = head(git).commit
    if commit is None:
        return None
    seconds, _ = timestamped(git.line("rev-list", "-1", "--timestamp", commit))
    return moment(seconds, UTC) if seconds - now > DAY else None


def notice(git: Git, now: float) -> tuple[Notice, ...]:
    """What is to be said of the clock to somebody who commits; nothing where it may be right."""
    if (last := ahead(git, now)) is None:
        return ()
    message = N_("the last commit was made {day}, which has not come yet: is this computer's clock right?")
    return (Notice(message, {"day": last.date()}),)

"""The nouns of the command line: each with its commands in a package of its own, read when one of them is asked for."""

from importlib import import_module
from typing import Any

from typer.core import TyperGroup
from typer.main import get_group

from vis_cli.errors import N_

NOUNS = {
    "agreement": N_("Agreements: find, understand, decide and compare them."),
    "meeting": N_("Meetings: plan, call, hold and record them."),
    "decision": N_("Decisions of all bodies, and what became of them."),
    "assignment": N_("Assignments: what is open, late or reported back."),
    "question": N_("Development questions: raise, move, close and find them."),
    "plan": N_("The year on one page, its clashes, and the annual plans."),
    "group": N_("Groups: who sits where, how they come, change and end."),
    "person": N_("People: their posts and seats over time, and changes of post."),
    "contact": N_("Contacts: whom to turn to in an area, its KSA and its GSA."),
    "forum": N_("Local forums: which there are, where, and who convenes them."),
    "local": N_("Local agreements and routines: list and compare them."),
    "deviation": N_("Deviations from agreements: report, send on, mend, count them."),
    "followup": N_("Follow-up of the agreements: what is overdue, what was found."),
    "fund": N_("Grants and shared costs: allocate, account for, report them."),
    "report": N_("Reports: who answers, what binds a party, what is due."),
}
"""What each is for, in the order of the help."""


class Noun(TyperGroup):
    """The commands of a noun. Every run starts with all nouns, and needs one at most."""

    def __init__(self, name: str, help: str) -> None:
        self._read: dict[str, Any] | None = None
        super().__init__(name=name, help=help, no_args_is_help=True, rich_markup_mode=None)

    @property
    def commands(self) -> dict[str, Any]:
        """Its commands by name."""
        if self._read is None:
            from vis_cli.cli.frame import dress

            group = get_group(import_module(f"vis_cli.cli.{self.name}").app)
            self._read = dict(group.commands)
            dress(*self._read.values())
        return self._read

    @commands.setter
    def commands(self, given: object) -> None:
        """What typer gives an empty group is not what it has."""

"""What typer says of itself, in the reader's language: the frame of a help page, and what is wrong with arguments.

Typer forms most of its messages in English, without gettext. So each is recognised by the very template that is
translated; one that is not known here stays as typer has it.
"""

import re
from collections.abc import Sequence
from typing import Any

import typer
from typer._click.exceptions import NoArgsIsHelpError  # typer has no public name for these two
from typer._click.formatting import HelpFormatter

from vis_cli.cli.interrupted import before
from vis_cli.cli.language import _
from vis_cli.cli.nouns import NOUNS, Noun
from vis_cli.cli.where import Where
from vis_cli.errors import N_

WRONG = (
    N_("No such command {command}. Did you mean {near}?"),
    N_("No such command {command}."),
    N_("Missing command."),
    N_("No such option: {option} (Possible options: {near})"),
    N_("No such option: {option}"),
    N_("Option {option} does not take a value."),
    N_("Option {option} requires an argument."),
    N_("Option {option} requires {count} arguments."),
    N_("Missing option {name}."),
    N_("Missing option {name}. Choose from: {values}"),
    N_("Missing argument {name}."),
    N_("Missing argument {name}. Choose from: {values}"),
    N_("Argument {name} takes {count} values."),
    N_("Got unexpected extra argument(s) ({arguments})"),
    N_("Invalid value for {name}: {reason}"),
    N_("{value} is not one of {values}."),
    N_("{value} is not a valid int."),
    N_("{value} is not a valid int range."),
    N_("{value} is not in the range {range}."),
)
"""What typer says of wrong arguments, the narrower template first."""

_EXTRA = (
    N_("required"),
    N_("default: {default}"),
    N_("{least}<=x<={most}"),
    N_("x>={least}"),
    N_("x<={most}"),
)
"""What typer adds to the help of an option, in brackets."""
_EXTRAS = re.compile(r"(?P<help>.*)\[(?P<extras>[^\[\]]*)\]", re.DOTALL)

_TYPES = {"str": N_("TEXT"), "int": N_("NUMBER"), "int range": N_("NUMBER")}


def program() -> Any:
    """The commands, ready to be called as typer calls them, with all that typer says in the reader's language."""
    from typer.main import get_command

    from vis_cli.cli.app import app

    whole: Any = get_command(app)
    for name, help in NOUNS.items():
        whole.add_command(Noun(name, _(help)))
    dress(whole)
    return whole


def dress(*commands: Any) -> None:
    """Have commands, and those below that are read, say what typer says in the reader's language."""
    for command in commands:
        command.context_class = _Context
        command.options_metavar = _(N_("[OPTIONS]"))
        command.short_help = " ".join((command.help or "").split("\n\n")[0].split())  # whole, not cut with "..."
        if hasattr(command, "subcommand_metavar"):
            command.subcommand_metavar = _(N_("COMMAND [ARGS]..."))
        for parameter in command.params:
            if not parameter.metavar and not getattr(parameter, "is_flag", False) and parameter.type.name in _TYPES:
                parameter.metavar = _(_TYPES[parameter.type.name])
        if not isinstance(command, Noun):
            dress(*getattr(command, "commands", {}).values())


def wrong_use(error: typer.TyperException) -> str:
    """What is wrong with the arguments, as a text for standard error: the usage, where help is, and the fault."""
    if isinstance(error, NoArgsIsHelpError):
        return f"{error.message}\n"
    context = getattr(error, "ctx", None)
    lines, fault = [], _(N_("Error"))
    if context is not None:
        command = f"'{context.command_path} {context.help_option_names[0]}'"
        lines += [context.get_usage(), _(N_("Try {command} for help.")).format(command=command), ""]
    return "\n".join([*lines, f"{fault}: {_said(error.format_message(), WRONG)}", ""])


class _Formatter(HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        usage = _(N_("Usage"))
        super().write_usage(prog, args, prefix or f"{usage}: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading, (N_("Arguments"), N_("Options"), N_("Commands"))))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([(first, _help(text)) for first, text in rows], col_max, col_spacing)


class _Context(typer.Context):
    formatter_class = _Formatter

    def invoke(self, *arguments: Any, **options: Any) -> Any:
        """Call a command, in a register that is whole if the command is to change it."""
        if isinstance(self.obj, Where):
            before(self.obj, self.params)
        return super().invoke(*arguments, **options)


def _help(text: str) -> str:
    if found := _EXTRAS.fullmatch(text):
        extras = "; ".join(_said(extra, _EXTRA) for extra in found["extras"].split("; "))
        return f"{found['help']}[{extras}]"
    return _said(text, (N_("Show this message and exit."),))


def _said(text: str, templates: Sequence[str]) -> str:
    """A text that typer formed by one of the templates, formed by the translated one."""
    for template in templates:
        signs = re.escape(template).replace(r"\ ", r"\s+")
        if found := re.fullmatch(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", signs), text, re.DOTALL):
            values = found.groupdict()
            if "reason" in values:
                values["reason"] = _said(values["reason"], templates)
            if "range" in values:
                values["range"] = _said(values["range"], _EXTRA)
            return _(template).format(**values)
    return text

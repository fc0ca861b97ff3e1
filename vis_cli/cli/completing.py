"""What can come next on a command line: commands, options, and the ids of the register with their titles.

The shell asks by running `vis` with `_VIS_COMPLETE` set and the words so far as its arguments; it is answered with a
line for each candidate, its help after a tab. Whatever is wrong, with the register or with the words, is answered with
nothing: a fault has no place in the middle of a line that somebody is writing.

What an argument or an option takes is known by its metavar, so that no command says it a second time.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from vis_cli.cli.language import _
from vis_cli.errors import N_

FILES = ":files"
"""The answer where a file is wanted: the shell finds those itself."""

_ACTORS = ("person", "group", "organisation")
_EVERYTHING = "*"
_KINDS = {
    N_("ACTIVITY"): ("activity",),
    N_("ACTOR"): _ACTORS,
    N_("AGREEMENT"): ("agreement",),
    N_("AREA"): ("area",),
    N_("BODY"): ("group",),
    N_("DEVIATION"): ("deviation",),
    N_("FIGURE"): ("figure",),
    N_("FOLLOW-UP"): ("follow-up", "agreement"),
    N_("FORUM"): ("forum",),
    N_("FUND"): ("fund",),
    N_("GROUP"): ("group",),
    N_("ID"): (_EVERYTHING,),
    N_("LOCAL"): ("local-agreement",),
    N_("MEETING"): ("meeting",),
    N_("MUNICIPALITY"): ("organisation",),
    N_("ORGANISATION"): ("organisation",),
    N_("OWNER"): _ACTORS,
    N_("PARTY"): ("organisation",),
    N_("PERSON"): ("person",),
    N_("PERSON[:SIDE]"): ("person",),
    N_("[PLAN]"): ("plan",),
    N_("QUESTION"): ("question",),
    N_("SOURCE"): ("source",),
    N_("WHO"): _ACTORS,
}
"""The kinds whose ids stand where the metavar does."""
_FILES = (N_("DIR"), N_("FILE"), N_("FOLDER"), N_("[PATH]..."), N_("FILE|CITATION"))
_KIND_NAMES = (N_("[KIND]"), N_("[CODE|KEY]"))
_EXPECTED = N_("[WHAT]")
_EXPECTED_OF = ("area", "organisation", "agreement", "group", "forum")
_CHOICES = re.compile(r"[a-z][a-z-]*(?:\|[a-z][a-z-]*)+")


def answer(words: Sequence[str]) -> None:
    """Print what can stand where the last of the words does. Never fails."""
    try:
        lines = list(_lines([word for word in words[:-1] if word], words[-1] if words else ""))
    except (Exception, SystemExit):
        return
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _lines(words: list[str], begun: str) -> Iterator[str]:
    from typer._click.shell_completion import _resolve_context, _resolve_incomplete  # no public names

    from vis_cli.cli.frame import program

    context = _resolve_context(program(), {}, "vis", list(words))
    wanted, begun = _resolve_incomplete(context, list(words), begun)
    directory = context.find_root().params.get("directory") or Path()
    metavar = getattr(wanted, "metavar", None)
    if hasattr(context.command, "commands") and context._protected_args:
        return  # a command that there is not
    if metavar is None:
        below = getattr(wanted, "commands", {})  # their help is cut short in what typer answers
        for item in wanted.shell_complete(context, begun):
            help = below[item.value].help if item.value in below else item.help
            yield _line(item.value, _(help) if help else "")
        return
    bare, argument = _bare(metavar), getattr(wanted, "param_type_name", "") == "argument"
    if bare in map(_bare, map(_, _FILES)):
        yield FILES
    elif argument and bare in map(_bare, map(_, _KIND_NAMES)):
        yield from _kinds(begun)
    elif argument and metavar == _(_EXPECTED):
        yield from _expectations(begun)
        yield from _ids(directory, _EXPECTED_OF, begun)
    elif _CHOICES.fullmatch(bare):
        yield from (_line(value, _(value)) for value in bare.split("|") if value.startswith(begun))
    elif bare != _("ID") or (argument and metavar == bare):  # else it is of something that is not there yet
        names = {_bare(_(word)): kinds for word, kinds in _KINDS.items()}
        named = dict.fromkeys([bare, *bare.split("|")])
        yield from _ids(directory, [kind for word in named for kind in names.get(word, ())], begun)


def _bare(metavar: str) -> str:
    """Without the brackets that say that it may be left out, and the points that say that there may be more."""
    bare = metavar.removesuffix("...")
    return bare[1:-1] if bare.startswith("[") and bare.endswith("]") else bare


def _kinds(begun: str) -> Iterator[str]:
    from vis_cli.cli.titles import FILES_OF

    for kind in FILES_OF:
        if kind.startswith(begun):
            yield _line(kind, _(kind))


def _expectations(begun: str) -> Iterator[str]:
    from vis_cli.facts.exemptions import NAMES

    for key, named in NAMES.items():
        if key.startswith(begun):
            yield _line(key, _(named))


def _ids(directory: Any, kinds: Sequence[str], begun: str) -> Iterator[str]:
    from vis_cli.cli.titles import FILES_OF, titles
    from vis_cli.cli.where import Where

    start = begun.lower().translate(str.maketrans("åäöé", "aaoe"))
    wanted = tuple(FILES_OF) if _EVERYTHING in kinds else tuple(kinds)
    root = Where(Path(directory)).root
    yield from (_line(id, title) for id, title in sorted(titles(root, wanted)) if id.startswith(start))


def _line(value: str, help: str) -> str:
    from vis_cli.diagnostics.wording import visible

    told = " ".join(visible(help).split())
    return f"{value}\t{told}" if told and told != value else value

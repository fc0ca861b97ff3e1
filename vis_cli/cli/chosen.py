"""Which codes a check is asked about: `--select` and `--ignore`."""

from collections.abc import Iterable

from vis_cli.check import Rulebook
from vis_cli.diagnostics.codes import CODES
from vis_cli.errors import N_, Failure

_DOCUMENTS = "VIS4"
"""How the codes begin of what is found when a document is made; of a template that a change touches, VIS401 alone."""


def chosen_codes(
    select: list[str] | None, ignore: list[str] | None, book: Rulebook, *, change: bool
) -> tuple[list[str], list[str]]:
    """The codes, or beginnings of codes, that are chosen and left out; `change`: a change is judged too.

    Raises Failure where there is no such code, or they leave none that a check can find.
    """
    chosen, left_out = _codes(select, book.rules), _codes(ignore, book.rules)
    _some_left(chosen, left_out, book, change=change)
    return chosen, left_out


def _codes(given: list[str] | None, known: Iterable[str]) -> list[str]:
    codes = [code.strip().upper() for item in given or () for code in item.split(",") if code.strip()]
    for code in codes:
        if not any(name.startswith(code) for name in (*known, *CODES)):
            raise Failure(N_("there is no rule {code}"), hint=N_("`vis explain` lists the codes"), code=code)
    return codes


def _some_left(chosen: list[str], left_out: list[str], book: Rulebook, *, change: bool) -> None:
    def left(codes: Iterable[str]) -> bool:
        return any(code.startswith(tuple(chosen or ("",))) and not code.startswith(tuple(left_out)) for code in codes)

    without_rule = [code for code in CODES if not code.startswith(_DOCUMENTS) or (change and code == "VIS401")]
    if not left([*without_rule, *(rule.code for rule in book if rule.check or change)]):
        if left(book.rules):
            raise Failure(
                N_("codes that begin with VIS3 are about changes"),
                hint=N_("name the branch or the commit that it is changed from: --base main"),
            )
        raise Failure(
            N_("no code is left that `vis check` could find"),
            hint=N_("codes that begin with VIS4 are found when a document is made; `vis explain` lists the codes"),
        )

"""`vis explain`: the page of a code, or what a key of a file means."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import CHOSEN, _
from vis_cli.cli.where import rules
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.check import Rulebook

_SWEDISH = re.compile(r"^\*(.+)\*$", re.MULTILINE)

HELP = N_("Explain a code (VIS201), or a key of a file (group.members).")


def explain(
    what: Annotated[
        str | None,
        typer.Argument(metavar=_(N_("[CODE|KEY]")), help=_(N_("A code or a key; without one, all codes are listed."))),
    ] = None,
) -> None:
    book = rules()
    if what is None:
        typer.echo("\n".join(_index(book)))
    elif re.fullmatch(r"(?i)vis\d{3}", what):
        typer.echo(_page(book, what.upper()))
    else:
        typer.echo("\n".join(_field(what)))


def _index(book: "Rulebook") -> list[str]:
    from vis_cli.diagnostics.codes import CODES

    pages = {code: page.text for code, page in CODES.items()} | {rule.code: rule.page for rule in book}
    return [f"{code}  {_headline(page)}" for code, page in sorted(pages.items())]


def _page(book: "Rulebook", code: str) -> str:
    from vis_cli.diagnostics.codes import CODES

    if rule := book.rules.get(code):
        head = f"{code} · {rule.name} · {_(rule.severity)}"
        return f"{head}\n\n{_body(rule.page)}"
    if page := CODES.get(code):
        return f"{code} · {page.name} · {_(page.severity)}\n\n{_body(page.text)}"
    raise Failure(N_("there is no rule {code}"), hint=N_("`vis explain` lists the codes"), code=code)


def _headline(page: str) -> str:
    swedish = _SWEDISH.search(page)
    return swedish[1] if CHOSEN == "sv" and swedish else page.partition("\n")[0]


def _body(page: str) -> str:
    """The page; for a Swedish reader it begins with its Swedish headline."""
    if CHOSEN != "sv" or not _SWEDISH.search(page):
        return page
    return f"{_headline(page)}\n\n{_SWEDISH.sub('', page, count=1)}".replace("\n\n\n\n", "\n\n")


def _field(what: str) -> list[str]:
    from vis_cli.model.fields import fields

    found = [field for field in fields() if field.path == what or field.path.endswith(f".{what}")]
    if not found:
        raise Failure(
            N_("no file has a key `{what}`"),
            hint=N_("write the kind and the key: group.members; `vis list` names the kinds"),
            what=what,
        )
    lines = []
    for field in found:
        lines += [f"{field.path}: {field.type}", f"    {field.doc}", ""]
    return lines[:-1]

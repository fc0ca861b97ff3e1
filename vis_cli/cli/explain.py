"""`vis explain`: the page of a code, or what a key of a file means."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.language import CHOSEN, _
from vis_cli.cli.where import rules
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.check import Rulebook
    from vis_cli.diagnostics import Severity
    from vis_cli.diagnostics.codes import Page
    from vis_cli.diagnostics.sarif import About

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
    elif code := re.fullmatch(r"(?i)(?:vis)?(\d{3})", what):
        typer.echo(_page(book, f"VIS{code[1]}"))
    elif code := re.fullmatch(r"(?i)vis(\d{0,2})|\d{1,2}", what):
        typer.echo("\n".join(_index(book, f"VIS{code[1] if code[1] is not None else what}")))
    else:
        from vis_cli.cli.keys import of_key, of_kind

        typer.echo("\n".join(of_kind(what) or of_key(what)))


def _index(book: "Rulebook", begins: str = "VIS") -> list[str]:
    """A line for each code that begins so. Raises Failure where none does."""
    from vis_cli.diagnostics.codes import CODES

    pages = {code: page.text for code, page in CODES.items()} | {rule.code: rule.page for rule in book}
    lines = [f"{code}  {_headline(page)}" for code, page in sorted(pages.items()) if code.startswith(begins)]
    if not lines:
        raise Failure(N_("there is no rule {code}"), hint=N_("`vis explain` lists the codes"), code=begins)
    return lines


def _page(book: "Rulebook", code: str) -> str:
    from vis_cli.diagnostics.codes import CODES

    if rule := book.rules.get(code):
        head = f"{code} · {rule.name} · {_(rule.severity)}" + (" · vis check --base" if rule.change else "")
        return f"{head}\n\n{_body(rule.page)}"
    if page := CODES.get(code):
        return f"{code} · {page.name} · {_(page.severity)}\n\n{_body(page.text)}"
    raise Failure(N_("there is no rule {code}"), hint=N_("`vis explain` lists the codes"), code=code)


def about(book: "Rulebook", code: str) -> "About":
    """The page of a code for code scanning, in the reader's language."""
    from vis_cli.diagnostics.codes import CODES
    from vis_cli.diagnostics.sarif import About

    rule = book.rules.get(code)
    name, severity, page = (rule.name, rule.severity, rule.page) if rule else _of(CODES[code])
    return About(name, severity, _headline(page), _body(page))


def _of(page: "Page") -> "tuple[str, Severity, str]":
    return page.name, page.severity, page.text


def _headline(page: str) -> str:
    swedish = _SWEDISH.search(page)
    return swedish[1] if CHOSEN == "sv" and swedish else page.partition("\n")[0]


def _body(page: str) -> str:
    """The page; for a Swedish reader it begins with its Swedish headline."""
    if CHOSEN != "sv":
        return page
    for english, swedish in ((f"{word}:", f"{_(word)}:") for word in _HEADS):
        page = re.sub(f"^{english}$", swedish, page, flags=re.MULTILINE)
    if not _SWEDISH.search(page):
        return page
    return f"{_headline(page)}\n\n{_SWEDISH.sub('', page, count=1)}".replace("\n\n\n\n", "\n\n")


_HEADS = (N_("Wrong"), N_("Right"))

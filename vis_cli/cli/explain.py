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
    elif code := re.fullmatch(r"(?i)(?:vis)?(\d{3})", what):
        typer.echo(_page(book, f"VIS{code[1]}"))
    elif code := re.fullmatch(r"(?i)vis(\d{0,2})|\d{1,2}", what):
        typer.echo("\n".join(_index(book, f"VIS{code[1] if code[1] is not None else what}")))
    else:
        typer.echo("\n".join(_of_kind(what) or _field(what)))


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


def _of_kind(what: str) -> list[str]:
    """Every key of the kind that the word names, with its type; nothing where it names none."""
    from vis_cli.cli.listing import kind_named
    from vis_cli.model.fields import fields

    kind = kind_named(what)
    return [f"{field.path}: {field.type}" for field in fields() if field.path.startswith(f"{kind}.")]


def _field(what: str) -> list[str]:
    from vis_cli.model.fields import fields

    known = list(fields())
    found = [field for field in known if field.path == what or field.path.endswith(f".{what}")]
    if not found:
        near = _near(what, [field.path for field in known])
        raise Failure(
            N_("no file has a key `{what}`"),
            hint=N_("did you mean {near}?")
            if near
            else N_("write the kind and the key: group.members; `vis list` names the kinds"),
            what=what,
            near=", ".join(f"`{path}`" for path in near),
        )
    lines = []
    for field in found:
        lines += [f"{field.path}: {field.type}", f"    {field.doc}", ""]
    return lines[:-1]


def _near(what: str, paths: list[str]) -> list[str]:
    """The keys that may have been meant: beside it where it is written with its kind, else anywhere."""
    import difflib

    above, _dot, last = what.lower().rpartition(".")
    beside = {path.rpartition(".")[2]: path for path in paths if path.rpartition(".")[0] == above}
    if above and beside:
        return [beside[name] for name in difflib.get_close_matches(last, beside, 3, 0.6)]
    if above:
        return difflib.get_close_matches(what.lower(), paths, 3, 0.8)
    return difflib.get_close_matches(last, sorted({path.rpartition(".")[2] for path in paths}), 3, 0.7)

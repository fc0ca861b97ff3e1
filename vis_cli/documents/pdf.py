"""Markdown as PDF: for everyone to read (PDF/UA-1), to be kept (PDF/A), and the same bytes on any machine."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath
from typing import Literal

from vis_cli.documents import typst as source
from vis_cli.documents.document import Embedded
from vis_cli.documents.faults import DocumentFault
from vis_cli.documents.folder import folder_of_its_own
from vis_cli.documents.fonts import fonts
from vis_cli.documents.style import foreign
from vis_cli.documents.writer import to_typst
from vis_cli.errors import N_
from vis_cli.facts.markdown import MarkdownFault

HOUSE = "house.typ"
MAIN = "main.typ"
PREAMBLE = 3
"""The lines of `MAIN` before the document's own, which call on the house style."""
EMBEDDED = "embedded"
"""The name in Typst's folder of the file that goes along; its own name is one that any reader may be told."""
POSTER = "poster.svg"
"""The name in Typst's folder of the drawing that a document begins with."""
LOGOS = ("logo.svg", "logo.png")

_PACKAGE = re.compile(r"""import\s*\(?\s*["']@|["']@\w+/""")
_ERROR = re.compile(r"^error: (?P<message>.*?)(?:\n\s*┌─ (?P<file>[^\n]*?):(?P<line>\d+):\d+\n|\n\n|\Z)", re.M | re.S)
_PICTURE = ("failed to decode image", "unknown image format")
_CHARACTER = re.compile(r"(?:the text|contains the codepoint) `\"(?P<text>.*?)\"`", re.S)


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself. `day` is the document's own date, and the only time in the file.

    `keywords` stand in its metadata, for programs.
    """

    title: str
    day: date
    organisation: str
    subject: str = ""
    running_header: str = ""
    footer_line: str = ""
    language: str = "sv"
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Poster:
    """A drawing on a sheet of its own, A4 on its side, before the first page; `alt` says what it shows."""

    svg: str
    alt: str


def to_pdf(
    markdown: str,
    about: About,
    style: Mapping[str, bytes],
    embedded: Embedded | None = None,
    poster: Poster | None = None,
) -> bytes:
    """The document as PDF, in the house style of `style` (see `style.templates`). Raises DocumentFault.

    It is PDF/A-2a, or with an embedded file PDF/A-3a, since 2a takes none but other PDFs.
    Typst reads nothing but copies in a folder of its own. A process that has called this must not fork.
    """
    body = to_typst(markdown)
    _no_packages(style)
    logo = _logo(style)
    main = _main(_sheet(poster) + body, about, logo, embedded)
    with folder_of_its_own() as root:
        for name in filter(None, (HOUSE, logo)):
            (root / name).write_bytes(style[name])
        if embedded:
            (root / EMBEDDED).write_bytes(embedded.data)
        if poster:
            (root / POSTER).write_text(poster.svg, encoding="utf-8")
        return _compile(root, main, style, about.day, "a-3a" if embedded else "a-2a", logo)


def _logo(style: Mapping[str, bytes]) -> str | None:
    """The logo of a house style: the register's own, whatever its format, before the one that comes with vis."""
    own = foreign(style)
    return min((name for name in LOGOS if name in style), key=lambda name: name not in own, default=None)


def _main(body: str, about: About, logo: str | None, embedded: Embedded | None) -> str:
    values: dict[str, str | date | None] = {
        "title": about.title,
        "organisation": about.organisation,
        "subject": about.subject,
        "running_header": about.running_header or about.title,
        "footer_line": about.footer_line,
        "language": about.language,
        "day": about.day,
        "logo": logo,
    }
    house = source.call("house.with", **{name: source.literal(value) for name, value in values.items()})
    before = [f'#import "{HOUSE}": house, callout, facts, lead, rule', f"#show: {house}"]
    before.append(f"#set document(keywords: {source.array(map(source.string, about.keywords))})")
    return "\n".join([*before, f"#{body}", _attach(embedded), ""])


def _sheet(poster: Poster | None) -> str:
    """The poster's own sheet; the pages after it are counted from one."""
    if poster is None:
        return ""
    picture = source.call("image", source.string(f"/{POSTER}"), width="100%", alt=source.string(poster.alt))
    body = source.joined([picture, "counter(page).update(0)"])
    sheet = source.call("page", body, paper='"a4"', flipped="true", margin="0.6cm", header="none", footer="none")
    return f"{sheet}\n#"


def _attach(embedded: Embedded | None) -> str:
    if embedded is None:
        return ""
    path, name = source.string(f"/{EMBEDDED}"), source.string(embedded.name)
    words = {"mime_type": '"application/yaml"', "relationship": '"source"'}
    return "#" + source.call(
        "pdf.attach", name, f"read({path}, encoding: none)", **words, description=source.string(embedded.description)
    )


def _compile(
    root: Path,
    main: str,
    style: Mapping[str, bytes],
    day: date,
    archival: Literal["a-2a", "a-3a"],
    logo: str | None,
) -> bytes:
    import typst  # loads 30 MB; only who wants a PDF pays

    (root / MAIN).write_text(main, encoding="utf-8")
    packages, begun = str(root / "packages"), datetime(day.year, day.month, day.day, tzinfo=UTC)
    compiler = typst.Compiler(
        str(root / MAIN),
        root=str(root),
        font_paths=fonts(style, root),
        ignore_system_fonts=True,
        package_path=packages,
        package_cache_path=packages,
    )
    try:
        made = compiler.compile(format="pdf", pdf_standards=["ua-1", archival], timestamp=begun)
    except typst.TypstError as error:
        raise _fault(error.diagnostic, main, logo) from None
    assert isinstance(made, bytes)
    return made


def _no_packages(style: Mapping[str, bytes]) -> None:
    """A house style stands alone: Typst would fetch a package from the net."""
    for number, line in enumerate(style[HOUSE].decode("utf-8", "replace").split("\n"), 1):
        if _PACKAGE.search(line):
            raise DocumentFault([MarkdownFault(number, N_("the house style imports a package"))], name=HOUSE)


def _fault(report: str, main: str, logo: str | None) -> DocumentFault:
    """Typst's report as faults: of the house style or its logo where that is wrong in itself, else of the document.

    A drawing has a place of its own in the report; a picture made of dots is told where the house style shows it.
    """
    errors = [
        (
            found["message"].strip(),
            PurePosixPath((found["file"] or "").replace("\\", "/")).name,
            int(found["line"] or 0),
        )
        for found in _ERROR.finditer(report)
    ]
    if characters := list(dict.fromkeys(_characters(errors, main))):
        return DocumentFault(_missing(characters))
    message, file, line = errors[0] if errors else (report.strip(), "", 0)
    if logo and (file == logo or (file == HOUSE and message.startswith(_PICTURE))):
        line = max(line, 1) if file == logo else 1
        return DocumentFault([MarkdownFault(line, N_("not a logo: {reason}"), {"reason": message})], name=logo)
    if file == HOUSE or (file == MAIN and line <= PREAMBLE):
        line = line if file == HOUSE else 1
        help_ = N_("it defines house, callout, facts, lead and rule, as the one that comes with vis does")
        return DocumentFault(
            [MarkdownFault(line, N_("not a house style: {reason}"), {"reason": message}, help_)], name=HOUSE
        )
    line = source.line_of(main, line)
    return DocumentFault([MarkdownFault(line, N_("this cannot be set: {reason}"), {"reason": message})])


def _characters(errors: list[tuple[str, str, int]], main: str) -> Iterator[tuple[int, str]]:
    """The characters that no font has, each with the line of the document where it stands."""
    for message, file, line in errors:
        if found := _CHARACTER.search(message):
            yield source.line_of(main, line) if file == MAIN else 1, found["text"]


def _missing(characters: list[tuple[int, str]]) -> list[MarkdownFault]:
    """A fault for each character, named by itself and by its number."""
    return [
        MarkdownFault(
            line,
            N_("no font here has the character {character}"),
            {"character": _named(text)},
            N_("write it in words, or with letters of a European alphabet"),
        )
        for line, text in sorted(characters)
    ]


def _named(text: str) -> str:
    """`🙂 (U+1F642)`; what cannot be seen only by its number."""
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)
    numbers = " ".join(f"U+{ord(character):04X}" for character in text)
    return f"{text} ({numbers})" if text.isprintable() else numbers

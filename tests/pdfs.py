"""PDFs opened again: what every document of ours must be, and the text that it holds."""

import io
import re
import struct
from collections.abc import Iterator
from itertools import pairwise

import page
import pikepdf


def assert_accessible(pdf: bytes, *, title: str, language: str = "sv", tables: bool = False, part: str = "2") -> None:
    """The file is what it says it is: PDF/UA-1 and PDF/A-2a, with a title, a language, headings and table headers.

    With `part` 3 it is PDF/A-3a, and says of the file inside it what it is.
    """
    assert failures(pdf, "ua1", f"{part}a") == []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == (part, "A")
        if part == "3":
            (inside,) = opened.Root.AF
            assert (str(inside.AFRelationship), str(inside.EF.F.Subtype)) == ("/Source", "/application/yaml")
            assert str(inside.Desc)
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == title
        assert str(opened.Root.Lang).startswith(language)
        assert opened.Root.ViewerPreferences.DisplayDocTitle
        found = roles(opened)
        headings = [int(role[1]) for role in found if role[0] == "H" and role[1:].isdigit()]
        assert headings[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(headings))
        parts = " ".join(found).split(" Table ")[1:]
        assert all(" TH" in part for part in parts)
        assert not tables or parts


def failures(pdf: bytes, *profiles: str) -> list[str]:
    """What validation finds against the profiles: `ua1`, `2a`, `3a`."""
    reports = {name: page.validate_pdf_bytes(pdf, profile=page.ValidationProfile(name)) for name in profiles}
    return [
        f"{name} {one.rule_id} {one.message}"
        for name, report in reports.items()
        for one in report.failures
        if "STREAM-LENGTH" not in one.rule_id or not _lengths_hold(pdf)
    ]


def _lengths_hold(pdf: bytes) -> bool:
    """Whether each stream ends where it says: one whose last byte is a carriage return misleads the validator."""
    found = re.finditer(rb"/Length (\d+)(?:(?!endobj).){0,400}?[^d]stream\r?\n", pdf, re.DOTALL)
    return all(pdf[one.end() + int(one[1]) :].startswith(b"\nendstream") for one in found)


def text(pdf: bytes) -> str:
    """The text of the document without running headers and footers, one marked piece a line."""
    pieces = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for sheet in opened.pages:
            letters = {name: _letters(font) for name, font in sheet.obj.Resources.Font.items()}
            font: dict[int, str] = {}
            kept = False
            for operands, operator in pikepdf.parse_content_stream(sheet):
                match str(operator):
                    case "BDC":
                        kept = str(operands[0]) != "/Artifact"
                        pieces.append("")
                    case "Tf":
                        font = letters[str(operands[0])]
                    case "TJ" | "Tj" if kept:
                        shown = operands[0] if str(operator) == "TJ" else operands
                        codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
                        pieces[-1] += "".join(font[code] for (code,) in struct.iter_unpack(">H", codes))
    return "\n".join(filter(None, pieces))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for."""
    pairs = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", font.ToUnicode.read_bytes().decode("ascii"), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs}


def roles(opened: pikepdf.Pdf) -> list[str]:
    """The kinds of the structure elements, in reading order."""
    return [str(element.S)[1:] for element in _elements(opened.Root.StructTreeRoot)]


def _elements(parent: pikepdf.Object) -> Iterator[pikepdf.Object]:
    children = parent.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def inside(pdf: bytes) -> dict[str, bytes]:
    """The files inside it, by name."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {name: opened.attachments[name].get_file().read_bytes() for name in opened.attachments}

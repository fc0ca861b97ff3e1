"""Rows 13, 14, 17 and 23 of reliability.md: templates and house styles that come from anyone.

What a template cannot say: `tests/documents/test_environment.py`; what a house style cannot read:
`tests/documents/test_pdf.py`. Here: through the program, in the process of its own, under limits that are measured.
"""

import os
import resource
import socket
import struct
import sys
import threading
import time
import zlib
from pathlib import Path

import pytest

from tests.faults.bounds import AGENDA, MIB, everything, small
from tests.program import Done, register, vis
from vis_cli.documents.apart import MEMORY, RECKONING, SECONDS
from vis_cli.source.defaults import default_template

HOUSE = default_template("house.typ").decode()
ENDLESS = f"# A\n{{% set l = [{'1,' * 40}] %}}\n" + "{% for a in l %}" * 8 + "{% endfor %}" * 8 + "\n"


def rendered(root: Path, files: dict[str, str | bytes], ending: str = "md", *, measured: bool = False) -> Done:
    """A document in templates of its own: nothing but it is written, in the time and memory that it may have."""
    here = register(root, {**small(), **files})
    before, begun = everything(root), time.monotonic()
    done = vis(*AGENDA, "-o", f"a.{ending}", cwd=here, env={"VIS_COLD": "1"} if measured else None, timeout=60)
    assert time.monotonic() - begun < SECONDS + 25
    left = everything(root)
    left.pop(str(here / f"a.{ending}"), None)
    assert left == before
    assert not (done.code and (here / f"a.{ending}").exists())
    return done


def test_a_template_and_a_house_style_of_ones_own_are_used(tmp_path: Path) -> None:
    mine = {"templates/agenda.md.j2": "# Min egen mall\n", "templates/house.typ": HOUSE + "\n// min\n"}
    done = rendered(tmp_path, dict(mine))
    assert (done.code, "# Min egen mall" in (tmp_path / "a.md").read_text()) == (0, True), done.err
    done = rendered(tmp_path, dict(mine), "pdf")
    assert done.code == 0, done.err
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    theirs = rendered(tmp_path / "b", {"templates/house.typ": HOUSE + "\n// min\n"}, "pdf")
    plain = rendered(tmp_path / "c", {}, "pdf")
    assert (theirs.code, plain.code) == (0, 0)
    assert (tmp_path / "b/a.pdf").read_bytes() == (tmp_path / "c/a.pdf").read_bytes()


@pytest.mark.parametrize(
    ("template", "line", "code"),
    [
        ("# A\n\n{{ grupp }}\n", 3, "VIS402"),
        ("# A\n{% if %}\n", 2, "VIS401"),
        ("# A\n\n\n{{ group.__class__ }}\n", 4, "VIS401"),
        ("# A\n{{ ''.__class__.__mro__[1].__subclasses__() }}\n", 2, "VIS401"),
        ("# A\n{% include '../registry/vis.yaml' %}\n", 2, "VIS401"),
        ("# A\n{% include '/proc/self/environ' %}\n", 2, "VIS401"),
        ("# A\n{% import 'os' as os %}\n", 2, "VIS401"),
        ("# A\n{{ 'a' * 10**10 }}\n", 2, "VIS401"),
        ("# A\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}\n", 2, "VIS401"),
        ("# A\n![x](http://127.0.0.1/x.png)\n", 2, "VIS403"),
        ("# A\n<script>alert(1)</script>\n", 2, "VIS403"),
        ("# A\n{% include 'agenda.md.j2' %}\n", 2, "VIS401"),
        ("{% extends 'agenda.md.j2' %}\n", 1, "VIS401"),
        ("# A\n{% include 'house.typ' %}\n", 2, "VIS401"),
        ("# A\n{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}\n", 2, "VIS401"),
        ("# A\n{% macro m(n) %}{{ m(n) if n }}{{ m(n) if n }}{% endmacro %}\n{{ m(1) }}\n", 2, "VIS401"),
        ("# A\n{% for a in [1] recursive %}{{ loop([1]) }}{% endfor %}\n", 2, "VIS401"),
        ("# A\n" + "{% if 1 %}" * 5000 + "{% endif %}" * 5000, 1, "VIS401"),
        ("# A\n{{ " + "(" * 20_000 + "1" + ")" * 20_000 + " }}\n", 1, "VIS401"),
    ],
)
def test_a_fault_has_its_place_though_it_arose_in_another_process(
    tmp_path: Path, template: str, line: int, code: str
) -> None:
    done = rendered(tmp_path, {"templates/agenda.md.j2": template})
    assert done.code == 1
    assert f"templates/agenda.md.j2:{line}:1: error[{code}]" in done.err, done.err


OTHER = "templates/b.md.j2"
MUTUAL = {
    "include": ("# A\n{% include 'b.md.j2' %}\n", "{% include 'agenda.md.j2' %}"),
    "extends": ("{% extends 'b.md.j2' %}\n", "{% extends 'agenda.md.j2' %}"),
    "import": ("# A\n{% import 'b.md.j2' as b %}\n", "{% import 'agenda.md.j2' as a %}"),
}


@pytest.mark.parametrize("how", MUTUAL)
def test_templates_that_lead_to_one_another_without_end_are_stopped_and_named(tmp_path: Path, how: str) -> None:
    mine, other = MUTUAL[how]
    done = rendered(tmp_path, {"templates/agenda.md.j2": mine, OTHER: other})
    assert done.code == 1
    assert ":1:1: error[VIS401] the template calls itself without end" in done.err


@pytest.mark.slow
def test_a_thousand_million_includes_are_stopped_and_named(tmp_path: Path) -> None:
    ladder: dict[str, str | bytes] = {
        f"templates/t{rung}.md.j2": f"{{% include 't{rung + 1}.md.j2' %}}" * 20 for rung in range(12)
    }
    done = rendered(
        tmp_path,
        {**ladder, "templates/t12.md.j2": "x", "templates/agenda.md.j2": "# A\n{% include 't0.md.j2' %}\n"},
    )
    assert done.code == 1
    assert "error[VIS401] the template takes too much time" in done.err


def test_a_template_that_is_not_utf_8_loses_no_sign_in_silence(tmp_path: Path) -> None:
    done = rendered(tmp_path, {"templates/agenda.md.j2": "# A\n\nFör\n".encode("latin-1")})
    assert done.code == 1
    assert "templates/agenda.md.j2:3:1: error[VIS401] it is not UTF-8 from here on" in done.err


def svg(inside: str, *, box: str = "0 0 100 100", before: str = "") -> str:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}<svg {names} viewBox="{box}">{inside}</svg>'


def png(width: int, height: int, data: int) -> bytes:
    """A picture that says how large it is, and has so many bytes."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)),
        (b"IDAT", zlib.compress(bytes(data), 9)),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


_USES = "".join(f'<g id="a{n}">' + f'<use xlink:href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
_ENTITIES = "".join(f'<!ENTITY a{n} "' + f"&a{n - 1};" * 10 + '">' for n in range(1, 10))
_DOCTYPE = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a0 "x">{}]>'
LOOKS: dict[str, tuple[str, str | bytes]] = {
    "uses": ("logo.svg", svg(f'<g id="a0"/>{_USES}<use xlink:href="#a11"/>')),
    "entities": ("logo.svg", svg("<text>&a9;</text>", before=_DOCTYPE.format(_ENTITIES))),
    "file": ("logo.svg", svg("<text>&x;</text>", before=_DOCTYPE.format('<!ENTITY x SYSTEM "file:///etc/passwd">'))),
    "nested": ("logo.svg", svg("<g>" * 30_000 + "</g>" * 30_000)),
    "pictures": ("logo.svg", svg('<image href="file:///etc/passwd" width="9" height="9"/>')),
    "empty": ("logo.svg", ""),
    "huge": ("logo.png", png(50_000, 50_000, 1)),
    "huge and packed": ("logo.png", png(50_000, 50_000, 50 * MIB)),
    "nothing": ("logo.png", png(0, 0, 0)),
    "cut": ("logo.png", png(9, 9, 9)[:20]),
    "font": ("fonts/x.ttf", b"\0\1\0\0" + b"\xff" * 1000),
    "no font": ("fonts/x.otf", b""),
}


@pytest.mark.parametrize("look", LOOKS)
def test_a_logo_or_a_font_that_is_a_bomb_or_broken_is_named(tmp_path: Path, look: str) -> None:
    name, data = LOOKS[look]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    measured = look in ("uses", "entities", "huge", "huge and packed")
    done = rendered(tmp_path, {f"templates/{name}": data}, "pdf", measured=measured)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.code == 1
    assert f"templates/{name}:1:1: error[VIS403]" in done.err, done.err
    assert "root:" not in done.err
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < RECKONING
    assert after.ru_maxrss * 1024 <= MEMORY + 256 * MIB


@pytest.mark.parametrize(
    "drawing",
    [
        svg('<g id="a"><use xlink:href="#a"/></g>'),
        svg('<rect width="1e38" height="1e38"/>', box="0 0 1e38 1e38"),
        svg(
            '<filter id="f"><feGaussianBlur stdDeviation="9999"/></filter><rect filter="url(#f)" width="9" height="9"/>'
        ),
        svg('<script href="http://127.0.0.1:9/x.js">alert(1)</script><a href="javascript:alert(1)"><g/></a>'),
    ],
    ids=["itself", "huge", "blurred", "script"],
)
def test_a_logo_that_only_looks_dangerous_is_drawn_and_nothing_in_it_acts(tmp_path: Path, drawing: str) -> None:
    from pypdf import PdfReader

    done = rendered(tmp_path, {"templates/logo.svg": drawing}, "pdf")
    assert done.code == 0, done.err
    made = (tmp_path / "a.pdf").read_bytes()
    assert b"alert" not in made and b"/JavaScript" not in made
    assert not [page for page in PdfReader(tmp_path / "a.pdf").pages if page.get("/Annots")]


def test_a_logo_of_ones_own_is_used_whatever_its_format(tmp_path: Path) -> None:
    from pypdf import PdfReader

    done = rendered(tmp_path, {"templates/logo.png": png(9, 9, 9 * (9 * 4 + 1))}, "pdf")
    assert done.code == 0, done.err
    assert [image for page in PdfReader(tmp_path / "a.pdf").pages for image in page.images]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no pipes")
@pytest.mark.parametrize("name", ["logo.svg", "logo.png", "house.typ", "agenda.md.j2", "fonts/x.ttf"])
@pytest.mark.parametrize("kind", ["link", "folder", "pipe", "device"])
def test_what_is_no_file_is_not_opened(tmp_path: Path, name: str, kind: str) -> None:
    here = register(tmp_path / "register", small())
    path = here / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        target = {"link": "/etc/passwd", "folder": "/etc", "device": "/dev/zero"}[kind]
        path.symlink_to(target)
    before = everything(tmp_path)
    done = vis(*AGENDA, "-o", "a.pdf", cwd=here, timeout=10)
    assert (done.code, done.out) == (1, "")
    assert f"`templates/{name}` is a link or a device" in done.err
    assert everything(tmp_path) == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("template", "line"),
    [
        (ENDLESS, 3),
        (
            "# A\n"
            + "{% set x %}"
            + "a" * 100_000
            + "{% endset %}{% set l = [x, x, x, x, x, x, x, x] %}\n"
            + "".join(
                f"{{% set l{n} %}}{{% for x in l %}}{{{{ x }}}}{{% endfor %}}{{% endset %}}\n" for n in range(10_000)
            ),
            None,
        ),
    ],
    ids=["time", "memory"],
)
def test_an_endless_template_is_stopped_and_named(tmp_path: Path, template: str, line: int | None) -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = rendered(tmp_path, {"templates/agenda.md.j2": template}, measured=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.code == 1
    assert "templates/agenda.md.j2:" in done.err and "error[VIS40" in done.err, done.err
    assert line is None or f"agenda.md.j2:{line}:" in done.err
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < RECKONING + 10
    assert after.ru_maxrss * 1024 <= MEMORY + 256 * MIB


@pytest.mark.slow
@pytest.mark.parametrize(
    "bomb",
    [
        "#let x = for i in range(100000) { for j in range(100000) { i + j } }",
        "#let x = range(1000000000)",
        '#let x = "a" * 10000000000',
        "#let f(a, b) = if a == 0 { b } else { f(a - 1, b) + f(a - 1, b + 1) }\n#let x = f(60, 1)",
        '#let x = read("/etc/passwd")',
        '#let x = read("../../registry/vis.yaml")',
        '#let x = plugin("x.wasm")',
        '#import "@preview/cetz:0.3.4"',
        '#import "house.typ": house',
        '#import "/etc/passwd": x',
        '#include "main.typ"',
        "#let x = { while true {} }",
        "#let f() = f()\n#let x = f()",
        '#let x = eval("while true {}")',
        '#let n = "@preview/cetz:0.3.4"\n#import n',
    ],
)
def test_a_house_style_that_goes_on_for_ever_or_looks_around_is_stopped_and_named(tmp_path: Path, bomb: str) -> None:
    done = rendered(tmp_path, {"templates/house.typ": f"{bomb}\n{HOUSE}"}, "pdf")
    assert done.code == 1
    assert "templates/house.typ:" in done.err, done.err
    assert "error[VIS403]" in done.err
    assert "root:" not in done.err


@pytest.mark.skipif(sys.platform != "linux", reason="asks for what Linux has")
def test_the_process_of_a_template_has_no_environment_no_net_and_no_programs(tmp_path: Path) -> None:
    script = """
import os, socket, subprocess, sys
from pathlib import Path
from vis_cli.documents.confined import confine
confine(Path.cwd(), seconds=5, clock=9, memory=2**30, largest=2**20)
Path("inside").write_text("x")
def refused(call):
    try: call()
    except OSError: return True
    return False
print(all([
    refused(lambda: socket.create_connection(("127.0.0.1", int(sys.argv[1])), 2)),
    refused(lambda: subprocess.run(["true"])),
    refused(lambda: os.system("true")),
    refused(lambda: os.fork()),
    refused(lambda: Path(sys.argv[2]).write_text("x")),
    refused(lambda: Path("big").write_bytes(bytes(2**21))),
]))
"""
    import subprocess

    with socket.create_server(("127.0.0.1", 0)) as server:
        reached: list[object] = []
        threading.Thread(target=lambda: reached.append(server.accept()), daemon=True).start()
        (tmp_path / "folder").mkdir()
        done = subprocess.run(
            [sys.executable, "-c", script, str(server.getsockname()[1]), str(tmp_path / "outside")],
            cwd=tmp_path / "folder",
            env={"PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.stdout == "True\n", done.stderr
    assert not reached
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["big", "folder", "inside"]


def test_what_came_with_vis_needs_no_process_of_its_own(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"templates/{name}": default_template(name) for name in ("agenda.md.j2", "house.typ", "logo.svg")
    }
    here = register(tmp_path, {**small(), **files, "templates/agreement.structure.yaml": "x: 1\n"})
    no_files = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))  # noqa: E731 - another process is given one
    done = vis(*AGENDA, cwd=here, prepare=no_files)
    assert done.code == 0, done.err
    (here / "templates/agenda.md.j2").write_text("# Min\n", encoding="utf-8")
    assert vis(*AGENDA, cwd=here, prepare=no_files).code == 5

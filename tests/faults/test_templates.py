"""Rows 13, 14, 17 and 23 of reliability.md: templates and house styles that come from anyone.

What a template cannot say: `tests/documents/test_environment.py`; what a house style cannot read:
`tests/documents/test_pdf.py`. Here: through the program, in the process of its own, under limits that are measured.
"""

import os
import resource
import socket
import sys
import threading
import time
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
    ],
)
def test_a_fault_has_its_place_though_it_arose_in_another_process(
    tmp_path: Path, template: str, line: int, code: str
) -> None:
    done = rendered(tmp_path, {"templates/agenda.md.j2": template})
    assert done.code == 1
    assert f"templates/agenda.md.j2:{line}:1: error[{code}]" in done.err, done.err


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

"""How this installation of vis stands: Python, what vis builds on, its own files, the terminal, the disk."""

import importlib
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from vis_cli.actions.doctor.finding import Finding, mend, note, ok, unknown
from vis_cli.errors import N_
from vis_cli.source.defaults import templates_folder

_NEEDED = (3, 11)
_ROOM = 200 * 2**20
"""So many bytes must be free: a commit and a document are far smaller."""
_MODULES = {
    "typer": "typer",
    "pydantic": "pydantic",
    "ruamel-yaml": "_ruamel_yaml",
    "jinja2": "jinja2",
    "gitpython": "git",
    "rich": "rich",
    "markdown-it-py": "markdown_it",
    "typst": "typst",
    "openpyxl": "openpyxl",
    "pypdf": "pypdf",
    "questionary": "questionary",
    "rapidfuzz": "rapidfuzz",
    "snowballstemmer": "snowballstemmer",
    "icalendar": "icalendar",
    "holidays": "holidays",
}
"""What each package that vis builds on is imported as."""
_AGAIN = N_("install vis again, as its README says")


def python() -> Iterator[Finding]:
    """Whether Python is new enough."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < _NEEDED:
        yield mend("python", N_("Python {version} is too old"), N_("install Python 3.11 or later"), version=version)
    else:
        yield ok("python", N_("Python {version}"), version=version)


def packages() -> Iterator[Finding]:
    """Whether every package that vis builds on can be imported, and is of a version that vis was tried with."""
    broken, other = [], []
    for name, module in _MODULES.items():
        try:
            importlib.import_module(module)
        except Exception as error:  # a broken package can raise anything
            broken.append(f"{name} ({type(error).__name__})")
    try:
        required = metadata.requires("vis-cli") or []
    except metadata.PackageNotFoundError:
        yield unknown(
            "versions",
            N_("vis runs from its source and is not installed, so the versions of what it builds on were not compared"),
        )
        required = []
    for requirement in required:
        found = re.match(r"([\w.-]+)(?:\[[^\]]*\])?\s*\(?([^;)]*)", requirement)
        if found is None or "extra ==" in requirement:
            continue
        try:
            version = metadata.version(found[1])
        except metadata.PackageNotFoundError:
            broken.append(found[1])
            continue
        if not meets(version, found[2]):
            other.append(f"{found[1]} {version} ({found[2]})")
    if broken:
        yield mend("packages", N_("what vis builds on is missing or broken: {names}"), _AGAIN, names=", ".join(broken))
    if other:
        message = N_("what vis builds on is of versions that it was not tried with: {names}")
        yield mend("versions", message, _AGAIN, names=", ".join(other))
    if not (broken or other):
        yield ok("packages", N_("all that vis builds on is there"))


def meets(version: str, required: str) -> bool:
    """Whether `2.14.3` is within `<3,>=2.12`."""
    have = _parts(version)
    for part in filter(None, (one.strip() for one in required.split(","))):
        found = re.fullmatch(r"(<=|>=|==|!=|~=|<|>)\s*([\d.]+)(\.\*)?", part)
        if found is None:
            continue
        want = _parts(found[2])
        width = max(len(have), len(want))
        a, b = have + (0,) * (width - len(have)), want + (0,) * (width - len(want))
        same = have[: len(want)] == want if found[3] else a == b
        holds = {
            "<": a < b,
            "<=": a <= b,
            ">": a > b,
            ">=": a >= b,
            "==": same,
            "!=": not same,
            "~=": a >= b and have[: len(want) - 1] == want[:-1],
        }
        if not holds[found[1]]:
            return False
    return True


def _parts(version: str) -> tuple[int, ...]:
    found = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(map(int, found[0].split("."))) if found else ()


def own_files(catalogue: bool) -> Iterator[Finding]:
    """Whether the templates, the fonts and the Swedish texts came with vis. `catalogue`: whether those were found."""
    folder = templates_folder()  # raises Failure where there is none
    fonts = [entry.name for entry in folder.joinpath("fonts").iterdir() if entry.name.endswith((".otf", ".ttf"))]
    if not fonts:
        yield mend("files", N_("the fonts of vis are missing, so no PDF can be made"), _AGAIN)
    if not catalogue:
        yield mend("files", N_("the Swedish texts of vis are missing, so it speaks English only"), _AGAIN)
    if fonts and catalogue:
        yield ok("files", N_("templates, fonts and texts are there"))


def terminal(encoding: str) -> Iterator[Finding]:
    """Whether the terminal says that it takes å, ä and ö as vis writes them."""
    if encoding.lower().replace("-", "").replace("_", "") in ("utf8", "cp65001"):
        yield ok("terminal", N_("the terminal takes å, ä and ö (UTF-8)"))
        return
    yield note(
        "terminal",
        N_("the terminal is set to {encoding}, and vis writes UTF-8: å, ä and ö may look wrong"),
        N_(
            "set it to UTF-8 (Linux and macOS: LANG=sv_SE.UTF-8; Windows: chcp 65001); the files are right all the same"
        ),
        encoding=encoding,
    )


def disk(root: Path | None) -> Iterator[Finding]:
    """Whether there is room where the register is, and where documents are made."""
    places = {"register": root, "temporary": Path(tempfile.gettempdir())}
    full = [str(place) for place in places.values() if place and shutil.disk_usage(place).free < _ROOM]
    if full:
        yield mend(
            "disk",
            N_("the disk is nearly full: {paths}"),
            N_("make room: less than 200 MB are left"),
            paths=", ".join(full),
        )
        return
    with tempfile.TemporaryFile(prefix="vis-") as tried:  # raises OSError
        tried.write(b"vis")
    yield ok("disk", N_("there is room on the disk"))

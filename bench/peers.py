"""The peers that read the same files by the same shape, as far as they are installed."""

import re
from pathlib import Path

from bench.measure import Contestant

HERE = Path(__file__).resolve().parent
PROGRAMS = HERE.parent / ".venv" / "peers" / "bin"
AJV = HERE.parent / ".venv" / "peers" / "node_modules" / ".bin" / "ajv"
KINDS = {"group": "registry/groups", "agreement": "agreements", "contact": "registry/contacts"} | {
    "meeting": "registry/meetings",
    "plan": "registry/plans",
    "collaboration": "registry/vis.yaml",
    "organisation": "registry/organisations.yaml",
    "person": "registry/people.yaml",
    "area": "registry/areas.yaml",
    "source": "registry/sources.yaml",
}
_DAY = re.compile(r"(?<=[ \[,])(\d{4}-\d{2}-\d{2})(?=[\n,\]}])")


def peers(size: int, root: Path, schemas: Path) -> list[Contestant]:
    """Those that are there; what takes a minute runs once."""
    few = 1 if size > 2000 else 3
    found = []
    if (PROGRAMS / "yamale").exists():
        found.append(Contestant("yamale", _yamale(root, schemas), most=3))
    if (PROGRAMS / "check-jsonschema").exists():
        found.append(Contestant("check-jsonschema", _check_jsonschema(root, schemas), most=few))
        found.append(Contestant("PyYAML (C) + jsonschema", _script(root, schemas), most=few))
    if (PROGRAMS / "yamllint").exists():
        rules = "{extends: default, rules: {line-length: disable, document-start: disable, indentation: disable}}"
        found.append(Contestant("yamllint, no shape", [[str(PROGRAMS / "yamllint"), "-d", rules, str(root)]], most=few))
    if AJV.exists():
        found.append(Contestant("ajv-cli, dates quoted", _ajv(root, schemas), most=3))
    return found


def _check_jsonschema(root: Path, schemas: Path) -> list[list[str]]:
    program = str(PROGRAMS / "check-jsonschema")
    return [[program, "--schemafile", str(schemas / f"{kind}.json"), *_files(root / KINDS[kind])] for kind in KINDS]


def _yamale(root: Path, schemas: Path) -> list[list[str]]:
    program = str(PROGRAMS / "yamale")
    return [[program, "-s", str(schemas / f"{kind}.yamale.yaml"), str(root / KINDS[kind])] for kind in KINDS]


def _script(root: Path, schemas: Path) -> list[list[str]]:
    pairs = [word for kind in KINDS for word in (str(schemas / f"{kind}.json"), str(root / KINDS[kind]))]
    return [[str(PROGRAMS / "python"), str(HERE / "jsonschema_script.py"), *pairs]]


def _ajv(root: Path, schemas: Path) -> list[list[str]]:
    quoted = root.with_name(f"{root.name}-quoted")  # its YAML makes dates of days, which no schema of JSON takes
    for path in root.rglob("*.yaml"):
        place = quoted / path.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(_DAY.sub(r"'\1'", path.read_text(encoding="utf-8")), encoding="utf-8")
    command = [str(AJV), "validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats"]
    places = {kind: quoted / KINDS[kind] for kind in KINDS}
    return [
        [*command, "-s", str(schemas / f"{kind}.json"), "-d", f"{place}" if place.is_file() else f"{place}/**/*.yaml"]
        for kind, place in places.items()
    ]


def _files(place: Path) -> list[str]:
    return [str(place)] if place.is_file() else sorted(str(path) for path in place.rglob("*.yaml"))

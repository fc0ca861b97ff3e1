"""Who may import whom: each layer only those to its right, and each third party in one home."""

import ast
from collections.abc import Iterator
from pathlib import Path

import vis_cli

PACKAGE = Path(vis_cli.__file__).parent
LAYERS = (
    *("cli", "actions", "documents", "rules", "facts", "check", "history", "registry", "model"),
    *("source", "diagnostics", "places", "errors"),
)
ABOVE_ALL = {"__main__", "reference"}  # may import all, and are imported by none
HOMES = {
    "git": ("history",),
    "ruamel": ("source",),
    "_ruamel_yaml": ("source",),
    "openpyxl": ("source",),
    "jinja2": ("documents",),
    "typst": ("documents",),
    "pypdf": ("documents",),
    "icalendar": ("documents",),
    "typer": ("cli",),
    "questionary": ("cli",),
    "prompt_toolkit": ("cli",),
    "rich": ("cli", "diagnostics.text"),
    "pydantic": ("model", "registry.shape", "registry.load", "registry.single", "documents.schema"),
    "pydantic_core": ("model", "documents.schema"),
    "snowballstemmer": ("facts",),
    "rapidfuzz": ("facts", "cli.agreement", "cli.meant"),
    "holidays": ("facts",),
}


def modules() -> Iterator[tuple[str, Path]]:
    """(name below the package, file) of every module but the package itself."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")
        if name != "__init__":
            yield name, path


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, what is imported), wherever in the module it stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: imports are absolute"
            own = node.module == "vis_cli"
            yield from (
                ((node.lineno, f"vis_cli.{a.name}") for a in node.names) if own else ((node.lineno, node.module or ""),)
            )


def test_every_module_is_in_a_layer() -> None:
    assert {name.split(".")[0] for name, _ in modules()} <= {*LAYERS, *ABOVE_ALL}


def test_a_module_imports_from_its_own_layer_or_from_those_to_its_right() -> None:
    wrong = []
    for name, path in modules():
        layer = name.split(".")[0]
        below = {layer, *LAYERS} if layer in ABOVE_ALL else LAYERS[LAYERS.index(layer) :]
        allowed = {*below, "__version__"}
        for line, target in imports(path):
            if target.startswith("vis_cli.") and target.split(".")[1] not in allowed:
                wrong.append(f"{path.relative_to(PACKAGE)}:{line}: {layer} imports {target}")
    assert wrong == []


def test_a_third_party_is_imported_in_its_home_only() -> None:
    wrong = []
    for name, path in modules():
        if name.startswith("reference."):
            continue
        for line, target in imports(path):
            homes = HOMES.get(target.split(".")[0])
            if homes and not any(name == home or name.startswith(f"{home}.") for home in homes):
                wrong.append(f"{path.relative_to(PACKAGE)}:{line}: {target} belongs in {' and '.join(homes)}")
    assert wrong == []

"""The files of a new, empty register."""

from vis_cli.errors import N_, Failure
from vis_cli.source.emit import emit

FOR_GIT = {
    ".gitattributes": "*.yaml text eol=lf\n*.j2 text eol=lf\n.vis/schema/*.json text eol=lf\n",
    ".gitignore": "/out/\n",
}
"""What Git is told about the files of a register."""


def begin(*, name: str, short_name: str, county: str) -> dict[str, str]:
    """Path to text. Raises Failure for a name that no file could hold."""
    for value in (name, short_name, county):
        if not value.strip() or not value.isprintable():
            raise Failure(N_("`{value}` cannot be a name"), value=value)
    collaboration = {
        "id": "vis",
        "name": name.strip(),
        "short_name": short_name.strip(),
        "county": county.strip(),
        "sides": [{"side": "region", "name": "Regionen"}, {"side": "municipality", "name": "kommunerna"}],
    }
    return {
        "registry/vis.yaml": emit(collaboration),
        **FOR_GIT,
        "README.md": f"# {name.strip()}, {county.strip()}\n\n{_README}",
    }


_README = """\
Registret ligger i `registry/` och `agreements/`. Programmet `vis` läser, granskar och skriver ut det.

    vis check        granskar allt
    vis list         visar vad som finns
    vis --help       visar alla kommandon
"""

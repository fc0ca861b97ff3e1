"""The files of a new, empty register."""

from importlib.resources import files

from vis_cli.errors import N_, Failure
from vis_cli.source.emit import emit

FOR_GIT = {
    ".gitattributes": "*.yaml text eol=lf\n*.j2 text eol=lf\n.vis/schema/*.json text eol=lf\n",
    ".gitignore": "/out/\n",
}
"""What Git is told about the files of a register."""

_FOR_CHECKS = {
    ".github/workflows/vis.yml": "vis.yml",
    ".github/workflows/vis-comment.yml": "vis-comment.yml",
    ".pre-commit-config.yaml": "pre-commit-config.yaml",
}
"""What checks every change, where it is asked for: by a forge, and before a commit. The files are in `forge/`."""


def beside() -> dict[str, str]:
    """The files beside the data of a new register, but its README: path to text. Raises Failure where they are lost."""
    folder = files("vis_cli").joinpath("forge")
    try:
        checks = {path: folder.joinpath(name).read_text(encoding="utf-8") for path, name in _FOR_CHECKS.items()}
    except FileNotFoundError:
        raise Failure(N_("files that come with vis are missing"), hint=N_("install vis again"), exit_code=5) from None
    return FOR_GIT | checks


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
        **beside(),
        "README.md": f"# {name.strip()}, {county.strip()}\n\n{_README}",
    }


_README = """\
Registret ligger i `registry/` och `agreements/`. Programmet `vis` läser, granskar och skriver ut det.

    vis check        granskar allt
    vis list         visar vad som finns
    vis --help       visar alla kommandon

## Granskning av ändringar

På GitHub granskas varje ändring innan den kommer in. Gör så här en gång:

1. Skriv i `.github/workflows/vis.yml` var `vis` finns: de två raderna `VIS_REPOSITORY` och `VIS_COMMIT`.
2. Kräv i reglerna för grenen `main`: pull request, godkännande av någon annan, jobbet *Allt är grönt*, och att grenen
   är aktuell eller går genom en merge queue. Två ändringar kan vara rätta var för sig och fel tillsammans.
3. Kräv godkännande innan något körs åt den som inte är medlem, och låt den som svarar för registret godkänna ändringar
   av `.github/` och `templates/` (filen `CODEOWNERS`).

På den egna datorn granskas varje commit efter `pre-commit install`.
"""

"""The register that is tortured, what people have half done in it, and the commands that write in it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from tests import agreements
from tests.history.repositories import Repository
from tests.program import environment

TODAY = "2031-09-01"
TABLE = """\
party;outcome;date;body
region-exempel;adopted;2031-06-03;Regionfullmäktige
exempelby-kommun;adopted;2031-06-10;Kommunfullmäktige
provkoping-kommun;adopted;2031-06-17;Kommunfullmäktige
"""
PLANTED = ("notes/staged.md", "notes/staged-and-edited.md", "notes/edited.md", "notes/new.md", "registry/groups/b.yaml")
"""What others have staged, edited and begun beside vis; it stays as it is, in the files and in the index."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A command that writes, and whether it commits."""

    name: str
    arguments: tuple[str, ...]
    commit: bool = False
    weight: int = 1
    """How often it is drawn, for each time that another one is."""

    @property
    def mode(self) -> str:
        """How it writes."""
        return "commit" if self.commit else "files"


_SEVERAL = ("decide from a table", "agreement new", "agreement revise", "fmt")
"""Those that change several files, which can be half done without a commit."""
_ORGANISATIONS = ("exempelby", "provkoping", "testvik")
_ADOPTED = ("agreement", "adopt", "vardplan", "--party", "testvik-kommun", "--date", "2031-05-20")
_REPLACED = ("agreement", "replace", "gammal", "--by", "vardplan", "--last-day", "2032-12-31", "--date", "2031-05-20")
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "adopt": (*_ADOPTED, "--body", "Kommunfullmäktige"),
    "decide from a table": ("agreement", "decide", "vardplan", "--from-file", "../decisions.csv"),
    "agreement new": ("agreement", "new", "--title", "Prov", "--type", "agreement", "--rule", "all-parties"),
    "agreement revise": ("agreement", "revise", "vardplan"),
    "agreement replace": (*_REPLACED, "--body", "Styrgruppen"),
    "meeting new": ("meeting", "new", "styrgruppen", "--date", "2031-11-20"),
    "meeting cancel": ("meeting", "cancel", "styrgruppen-2031-10-20", "--reason", "Få anmälda"),
    "contact set": ("contact", "set", "exempelby", "ksa", "--person", "bo-prov", "--from", "2031-09-01"),
    "contact of another area": ("contact", "set", "testvik", "ksa", "--person", "bo-prov", "--from", "2031-09-01"),
    "person new": ("person", "new", "Cia Test", "--title", "chef", "--organisation", "testvik-kommun"),
    "fmt": ("fmt", "agreements", "registry/groups/a.yaml", "registry/groups/c.yaml"),
}
OPERATIONS = (
    *(
        Operation(
            name, (*arguments, *(["--commit"] if commit else [])), commit, 3 if name in _SEVERAL and not commit else 1
        )
        for name, arguments in _COMMANDS.items()
        for commit in ((False,) if name == "fmt" else (False, True))
    ),
    Operation("undo", ("undo",), True, 2),
)
"""Undo commits where it takes back a commit, as FIRST is, and else does not."""
_OTHER = ("contact", "set", "provkoping", "ksa", "--person", "bo-prov", "--from", "2031-09-01", "--commit")
FIRST = Operation("what is there to take back", _OTHER, True)
"""Made before anything is tortured."""


def surroundings(root: Path) -> dict[str, str]:
    """The environment of every run."""
    return {**environment(root.parent), **_REPOSITORY, "HOME": str(root.parent), "VIS_TODAY": TODAY}


_REPOSITORY = {
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Exempel Person",
    "GIT_AUTHOR_EMAIL": "exempel.person@example.org",
    "GIT_COMMITTER_NAME": "Exempel Person",
    "GIT_COMMITTER_EMAIL": "exempel.person@example.org",
}


def make(root: Path, *, planted: bool = True) -> Repository:
    """The register, with what others are in the middle of."""
    root.parent.mkdir(parents=True, exist_ok=True)
    repository = Repository(root)
    (root.parent / "decisions.csv").write_text(TABLE, encoding="utf-8")
    repository.commit(_files(), "Börja registret")
    for path in PLANTED if planted else ():
        text = _group("b", "Beta, som någon ändrar") if path.endswith(".yaml") else "någons arbete\n"
        repository.write(path, text)
    if planted:
        repository.git("add", "notes/staged.md", "notes/staged-and-edited.md")
        repository.write("notes/staged-and-edited.md", "någons arbete, och mer\n")
    return repository


def _files() -> dict[str, str]:
    organisations = agreements.ORGANISATIONS
    for name in _ORGANISATIONS:
        organisations = organisations.replace(f"{name}:", f"{name}-kommun:")
    files = agreements.county()
    return {
        **files,
        "registry/organisations.yaml": organisations,
        agreements.VERSION.format("1.0"): agreements.version(more=_published(files[agreements.AGREEMENT])),
        "registry/people.yaml": _PEOPLE,
        "registry/areas.yaml": "".join(f"{area}: {_AREA.format(area)}\n" for area in _ORGANISATIONS),
        # Not in their canonical form, for `vis fmt`.
        **{f"registry/groups/{id}.yaml": _group(id, name) for id, name in (("a", "Alfa"), ("b", "Beta"), ("c", "Ce"))},
        "registry/groups/styrgruppen.yaml": _STEERING,
        "registry/contacts/exempelby.yaml": "id: exempelby\nksa:\n  - person: ann-exempel\n    from: 2030-01-01\n",
        "registry/meetings/styrgruppen/2031-10-20.yaml": _MEETING,
        "agreements/gammal/agreement.yaml": "id: gammal\ntitle: Gammal överenskommelse\ntype: agreement\n",
        "agreements/gammal/versions/1.0.yaml": "agreement: gammal\nversion: '1.0'\n",
        "notes/edited.md": "allas anteckningar\n",
        "notes/staged-and-edited.md": "allas anteckningar\n",
    }


def _published(agreement: str) -> str:
    document = YAML(typ="safe").load(agreement)
    text = {"title": document["title"], "sections": document["sections"]}
    data = json.dumps(text, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    return f"publication:\n  date: 2031-03-01\n  digest: {hashlib.sha256(data).hexdigest()}\n"


def _group(id: str, name: str) -> str:
    return f"name:   {name}\nid: {id}\ntype:  consultation\nstatus: active\nlevel: regional\nreports_to: styrgruppen\n"


_AREA = "{{name: {0}, type: municipality, municipality: {0}-kommun}}"
_STEERING = "id: styrgruppen\nname: Styrgruppen\ntype: steering\nlevel: regional\nstatus: active\n"
_MEETING = "id: styrgruppen-2031-10-20\ngroup: styrgruppen\nstatus: planned\ndate: 2031-10-20\n"
_PEOPLE = """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: samordnare
      organisation: exempelby-kommun

# och regionens
bo-prov:
  name: Bo Prov
  posts:
    - title: enhetschef
      organisation: region-exempel
"""

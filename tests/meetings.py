"""A fictional county whose bodies meet on three levels: a consultation group, officials, politicians above them."""

from collections.abc import Mapping
from typing import Any

from vis_cli.registry import Registry, load
from vis_cli.source.emit import emit
from vis_cli.source.tree import MemoryTree

GROUP, OFFICIALS, POLITICIANS = "samradsgruppen", "tjanstegruppen", "politikergruppen"
OLD = "gamla-forumet"

PEOPLE = {
    "rut-region": ("Rut Region", "hälsodirektör", "exempelregionen"),
    "rolf-region": ("Rolf Region", "chefsläkare", "exempelregionen"),
    "karin-kommun": ("Karin Kommun", "socialdirektör", "exempelby-kommun"),
    "karl-kommun": ("Karl Kommun", "äldredirektör", "provkoping-kommun"),
    "fia-forbund": ("Fia Förbund", "verksamhetschef", "kommunforbundet"),
}

COUNTY = {
    "registry/vis.yaml": """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
sides:
  - side: region
    name: Exempelregionen
    organisation: exempelregionen
  - side: municipality
    name: kommunerna
    association: kommunforbundet
""",
    "registry/organisations.yaml": """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
provkoping-kommun:
  name: Provköpings kommun
  type: principal
  side: municipality
kommunforbundet:
  name: Kommunförbundet Exempellän
  type: association
  side: municipality
""",
    "registry/people.yaml": emit(
        {
            id: {"name": name, "posts": [{"title": title, "organisation": where}]}
            for id, (name, title, where) in PEOPLE.items()
        }
    ),
    f"registry/groups/{GROUP}.yaml": f"""\
id: {GROUP}
name: Samrådsgruppen för äldre
type: consultation
level: regional
status: establishing
reports_to: {OFFICIALS}
members:
  - role: chair
    side: region
    person: rut-region
  - role: vice-chair
    side: municipality
    person: karin-kommun
alternates: true
procedure:
  meetings_per_year: 4
  start: '09:00'
  end: '11:00'
  form: digital
from: '2030'
""",
    f"registry/groups/{OFFICIALS}.yaml": f"""\
id: {OFFICIALS}
name: VIS tjänstegrupp
aliases: [Tjänstegruppen]
type: steering
level: regional
status: active
reports_to: {POLITICIANS}
""",
    f"registry/groups/{POLITICIANS}.yaml": f"""\
id: {POLITICIANS}
name: VIS politiska grupp
type: steering
level: regional
elected: true
status: active
""",
    f"registry/groups/{OLD}.yaml": f"""\
id: {OLD}
name: Gamla forumet
type: forum
level: regional
status: discontinued
reached:
  'on': 2029-12-31
  decision: VIS tjänstegrupp 2029-11-01
until: 2029-12-31
""",
}
"""Everything but meetings."""


def item(id: str, heading: str, type: str = "information", **more: Any) -> dict[str, Any]:
    """An item of an agenda, as plain data."""
    return {"id": id, "heading": heading, "type": type} | more


def origin(kind: str, meeting: str = "", item: str = "", **more: Any) -> dict[str, Any]:
    """Why an item stands on an agenda."""
    given = {"meeting": meeting, "item": item}
    return {"origin": {"kind": kind} | {key: value for key, value in given.items() if value} | more | {"why": "Provat"}}


def meeting(group: str, date: str, status: str = "planned", *items: Mapping[str, Any], **more: Any) -> dict[str, str]:
    """The file of a meeting by its path; the items get their numbers in order."""
    numbered = [{"id": given["id"], "number": i} | dict(given) for i, given in enumerate(items, 1)]
    data = {"id": f"{group}-{date}", "group": group, "status": status, "date": date}
    return {f"registry/meetings/{group}/{date}.yaml": emit(data | more | ({"items": numbered} if items else {}))}


def forwarding(*forwards: tuple[str, str, str, str]) -> dict[str, Any]:
    """The item at which it was decided what goes on: (item, information or decision, to, title) of each."""
    data = [{"item": id, "kind": kind, "to": to, "title": title} for id, kind, to, title in forwards]
    decided = [{"id": "beslut-vidare", "type": "decides", "text": "ta frågorna vidare"}]
    return item("fragor-vidare", "Frågor vidare", "forwarding", decisions=decided, forwards=data)


def registry(*files: Mapping[str, str]) -> Registry:
    """The county with more files. It fails where they are not in order."""
    loaded = load(MemoryTree({path: text for given in (COUNTY, *files) for path, text in given.items()}))
    assert loaded.diagnostics == ()
    return loaded.registry

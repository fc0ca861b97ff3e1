"""A fictional county with districts, forums and an agreement: for what is done where people live."""

from tests.program import VIS_YAML

AGREEMENT = "agreements/vardplan/agreement.yaml"


def forum(id: str, type: str, *areas: str, more: str = "", name: str = "") -> dict[str, str]:
    """The file of a forum for some areas."""
    where = f"areas: [{', '.join(areas)}]\n" if areas else ""
    return {f"registry/forums/{id}.yaml": f"id: {id}\nname: {name or id.capitalize()}\ntype: {type}\n{where}{more}"}


def county() -> dict[str, str]:
    """Exempelby alone; Testvik with four districts, one of them made of two in 2029."""
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": _ORGANISATIONS,
        "registry/areas.yaml": _AREAS,
        "registry/groups/aldregruppen.yaml": _GROUP.format(
            id="aldregruppen", name="Samrådsgruppen för äldre", type="consultation", more="reports_to: tjanstegruppen\n"
        ),
        "registry/groups/tjanstegruppen.yaml": _GROUP.format(
            id="tjanstegruppen", name="Tjänstestyrgruppen", type="steering", more=""
        ),
        AGREEMENT: _AGREEMENT,
    }


_GROUP = "id: {id}\nname: {name}\ntype: {type}\nlevel: regional\nstatus: active\n{more}"
_ORGANISATIONS = """\
region-exempel:
  name: Region Exempel
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
testviks-stad:
  name: Testviks stad
  type: principal
  side: municipality
"""
_AREAS = """\
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
hamnen:
  name: Hamnen
  type: district
  municipality: testviks-stad
  until: 2028-12-31
  successors:
    - area: sjostaden
kajen:
  name: Kajen
  type: district
  municipality: testviks-stad
  until: 2028-12-31
  successors:
    - area: sjostaden
provangen:
  name: Provängen
  type: district
  municipality: testviks-stad
sjostaden:
  name: Sjöstaden
  type: district
  municipality: testviks-stad
  from: 2029-01-01
skisslunden:
  name: Skisslunden
  type: district
  municipality: testviks-stad
utkastberget:
  name: Utkastberget
  type: district
  municipality: testviks-stad
"""
_AGREEMENT = """\
id: vardplan
title: Överenskommelse om vårdplan
type: agreement
owners:
  - group: aldregruppen
follow_up:
  criteria:
    - Alla som behöver har en plan
    - Båda huvudmännen deltar
  interval_months: 24
  next: 2031-03-01
deviations:
  text: Brister rapporteras till den grupp som förvaltar överenskommelsen.
"""

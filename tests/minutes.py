"""A fictional county with three bodies in a chain and their minutes: for what follows from them."""

from tests.program import VIS_YAML

GROUP = "id: {id}\nname: {name}\ntype: {type}\nlevel: regional\nstatus: {status}\n{more}"
WORK = "registry/meetings/aldregruppen/2031-01-15.yaml"
OFFICIALS = "registry/meetings/tjanstegruppen/2031-02-20.yaml"
POLITICAL = "registry/meetings/politikergruppen/2031-03-10.yaml"
QUESTION = "registry/questions/fallskador.yaml"
VERSION = "agreements/vardplan/versions/1.0.yaml"


def group(id: str, name: str, type: str = "steering", status: str = "active", more: str = "") -> str:
    """The file of a group."""
    return GROUP.format(id=id, name=name, type=type, status=status, more=more)


def meeting(group: str, date: str, status: str = "planned", more: str = "") -> str:
    """The file of a meeting."""
    return f"id: {group}-{date}\ngroup: {group}\nstatus: {status}\ndate: {date}\n{more}"


def county() -> dict[str, str]:
    """All its files."""
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": """\
region-exempel:
  name: Region Exempel
  type: principal
  side: region
exempelby:
  name: Exempelby kommun
  type: principal
  side: municipality
""",
        "registry/people.yaml": """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: samordnare
      organisation: region-exempel
""",
        "registry/groups/aldregruppen.yaml": group(
            "aldregruppen", "Samrådsgruppen för äldre", "consultation", more="reports_to: tjanstegruppen\n"
        ),
        "registry/groups/tjanstegruppen.yaml": group(
            "tjanstegruppen", "Tjänstestyrgruppen", more="reports_to: politikergruppen\n"
        ),
        "registry/groups/politikergruppen.yaml": group("politikergruppen", "Politiska styrgruppen"),
        "registry/groups/gamla-forumet.yaml": group("gamla-forumet", "Gamla forumet", "forum", "discontinued", _ENDED),
        "agreements/vardplan/agreement.yaml": "id: vardplan\ntitle: Överenskommelse om vårdplan\ntype: agreement\n",
        VERSION: "agreement: vardplan\nversion: '1.0'\nentry_into_force:\n  rule: all-parties\n",
        WORK: meeting("aldregruppen", "2031-01-15", "approved", _WORK),
        "registry/meetings/aldregruppen/2031-03-19.yaml": meeting("aldregruppen", "2031-03-19", "held", _BACK),
        OFFICIALS: meeting("tjanstegruppen", "2031-02-20", "drafted", _OFFICIALS),
        "registry/meetings/tjanstegruppen/2031-05-20.yaml": meeting("tjanstegruppen", "2031-05-20", "called"),
        "registry/meetings/tjanstegruppen/2031-09-18.yaml": meeting("tjanstegruppen", "2031-09-18"),
        POLITICAL: meeting("politikergruppen", "2031-03-10", "held", _POLITICAL),
        "registry/meetings/politikergruppen/2031-06-10.yaml": meeting("politikergruppen", "2031-06-10"),
        QUESTION: """\
id: fallskador
title: Fallskador hos äldre  # som Exempelby såg dem
raised_by: Exempelby kommun
groups: [aldregruppen]
steps:
  - level: local
    date: 2030-11
  - level: regional
    body: aldregruppen
    date: 2031-01-10
""",
    }


_ENDED = "reached:\n  on: 2030-12-31\n  decision: Politiska styrgruppen 2030-12-01, punkt 5\n"
_WORK = """\
items:
  - id: fallskador
    heading: Fallskador
    type: discussion
    about: [fallskador]
  - id: lagesbild
    heading: Lägesbild
    type: information
  - id: vardplanen
    heading: Vårdplanen
    type: recommendation
    decisions:
      - id: rekommendation-vardplan
        type: recommends
        text: godkänna förslaget till vårdplan
        recipient: tjanstegruppen
  - id: vidare
    heading: Frågor vidare
    type: forwarding
    decisions:
      - id: beslut-vidare
        type: decides
        text: dessa frågor tas vidare
    forwards:
      - item: lagesbild
        kind: information
        to: tjanstegruppen
        title: Lägesbilden
      - item: vardplanen
        kind: decision
        to: tjanstegruppen
        title: Vårdplanen
approval:
  meeting: aldregruppen-2031-03-19
"""
_BACK = """\
items:
  - id: svaret
    heading: Svar om vårdplanen
    type: information
    origin:
      kind: answer
      meeting: tjanstegruppen-2031-02-20
      item: vardplan
      why: Svar från Tjänstestyrgruppen
"""
_OFFICIALS = """\
items:
  - id: vardplan
    number: 1
    heading: Vårdplanen för äldre
    type: recommendation
    papers: [underlag]
    origin:
      kind: forwarded
      meeting: aldregruppen-2031-01-15
      item: vardplanen
      why: Från Samrådsgruppen för äldre
    decisions:
      - id: beslut-1
        type: recommends
        text: anta överenskommelsen om vårdplan och avsätta medel till hjälpmedlen
        recipient: politikergruppen
        agreement: vardplan
        version: '1.0'
        basis: [underlag]
        amounts:
          - kronor: 2500000
            qualifier: about
            purpose: Hjälpmedel
    assignments:
      - id: uppdrag-rutin
        text: Ta fram en rutin för vårdplanen
        owners: [ann-exempel]
        return_to: tjanstegruppen
        return_at: tjanstegruppen-2031-05-20
      - id: uppdrag-medel
        text: Räkna på medlen
        owners: [region-exempel]
        return_to: tjanstegruppen
        due: 2031-04-01  # före budgeten
  - id: vidare
    number: 2
    heading: Frågor vidare
    type: forwarding
    decisions:
      - id: beslut-2
        type: decides
        text: dessa frågor tas vidare
    forwards:
      - item: vardplan
        kind: decision
        to: politikergruppen
        title: Överenskommelse om vårdplan
attachments:
  - id: underlag
    title: Beslutsunderlag om vårdplanen
    missing: inte bifogat
"""
_POLITICAL = """\
items:
  - id: annat
    heading: Annat
    type: information
"""
